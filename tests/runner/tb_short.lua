-- args: --tb=short
-- exit: 1
-- out: _ tb_short.lua::waits _
-- out: E  found: expected 2, got 1
-- out: E  the time is over
-- no: the last poll returned
case "waits" {
  sla = "100ms",
  poll = function() return 1 end,
  check = function(_, found) expect(found):equals(2) end,
}
