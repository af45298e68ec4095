-- args: -vv -rP --durations 0
-- out: phases_told.lua::waits PASSED
-- out: seed 0.0
-- out: , act 
-- out: , wait 
-- out: = PASSES =
-- out: - Captured output -
-- out: heard
-- out: = slowest durations =
-- out: s wait     phases_told.lua::waits
-- out: time of the cases: seed 
-- out: 1 passed in
-- no: hidden
case "waits" {
  seed = function() print "heard" end,
  act = function() end,
  poll = function(t) t.n = (t.n or 0) + 1; return t.n > 3 end,
}
