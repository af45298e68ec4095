-- args: -s -j 1
-- exit: 1
-- out: speaks | first
-- out: speaks | second line
-- out: speaks | and 3
-- out: fails | why
-- out: = FAILURES =
-- no: Captured output
case "speaks" (function(t)
  print("first\nsecond line")
  t:log("and", 3)
end)
case "fails" (function(t)
  print("why")
  expect(1):equals(2)
end)
