-- exit: 1
-- out: >    7 |   expect(1):equals(2)
-- out: 1 failed in
-- no: \x0d
-- A spec with the line ends of Windows is shown without them.
case "crlf" (function()
  expect(1):equals(2)
end)
