-- exit: 1
-- out: FAILED 'wait_without_pause.lua::nothing between polls' - wait_without_pause.lua:7: every is "0.2ms"; it must be a millisecond or more
-- out: 1 failed in
-- A pause of nothing is no time, and a wait that went on at no time was over: its case passed, whatever there was.
case "nothing between polls" {
  act = function(t)
    t:wait { within = "1s", every = "0.2ms", poll = function() return false end }
  end,
}
