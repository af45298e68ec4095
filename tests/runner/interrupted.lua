-- args: --clock=real -v
-- signal: INT 1.0
-- exit: 2
-- out: interrupted: Ctrl-C
-- out: cleaned up
-- out: !!! interrupted: Ctrl-C !!!
-- no: never started

case "is ended where it waits, and cleaned up" {
  act = function(t) t:sleep "60s" end,
  teardown = function() print "cleaned up" end,
}
