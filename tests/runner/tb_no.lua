-- args: --tb=no
-- files: tb_short.lua
-- exit: 1
-- out: FAILED tb_short.lua::waits - found: expected 2, got 1 (waited
-- no: FAILURES
-- no: E  found
case "is not told" (function() end)
