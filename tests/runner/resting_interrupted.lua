-- args: --clock=real
-- signal: INT 0.5
-- exit: 2
-- out: between two polls
-- out: interrupted: Ctrl-C
-- out: cleaned up
-- no: failed
case "between two polls" {
  every = "1h",
  poll = function() return false end,
  teardown = function(t) t:log "cleaned up" end,
}
