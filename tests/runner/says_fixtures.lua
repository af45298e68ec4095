-- args: -s -j 1
-- out: fixture whole | up
-- out: fixture whole | and 2
-- out: fixture filed | ready
-- out: asks | mine is set up
-- out: asks | asked
-- out: asks | mine is down
-- out: fixture filed | gone
-- out: fixture whole | down
fixture "whole" {
  scope = "run",
  setup = function(t)
    print "up"
    t:log("and", 2)
    return 1
  end,
  teardown = function() print "down" end,
}
fixture "filed" {
  scope = "file",
  setup = function()
    print "ready"
    return 1
  end,
  teardown = function() print "gone" end,
}
fixture "mine" { setup = function() print "mine is set up" end, teardown = function() print "mine is down" end }
case "asks" { uses = { "whole", "filed", "mine" }, act = function() print "asked" end }
