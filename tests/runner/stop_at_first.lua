-- args: -x -j 1
-- exit: 1
-- out: !!! stopping after 1 failures !!!
-- out: 1 failed, 1 passed in

case "passes" (function() end)
case "fails" (function() expect(1):equals(2) end)
case "is not run" (function() end)
