-- args: --tb=line
-- files: tb_short.lua
-- exit: 1
-- out: = FAILURES =
-- out: tb_short.lua:10: found: expected 2, got 1 (waited
-- out: short test summary info
-- no: E  found
case "is told in a line" (function() end)
