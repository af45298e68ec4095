-- args: --clock=real -v
-- signal: HUP 1.0
-- exit: 2
-- out: interrupted: SIGHUP
-- out: cleaned up
-- out: !!! interrupted: SIGHUP !!!

case "is ended where it waits, and cleaned up" {
  act = function(t) t:sleep "60s" end,
  teardown = function() print "cleaned up" end,
}
