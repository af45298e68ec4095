-- args: -j 300 --report-json /dev/stdout
-- exit: 1
-- out: "autopsy":{
-- out: ::a crowd[1] _
-- out: counted all   look 
-- out: ::a crowd[200] _
-- out: counted all   look 
-- out: ::what matters
-- out: the talkative one   talks
-- out: early, for r
-- out: it broke, password=***
-- out: ... and 1 more like this
-- out: late, for r
-- out: frame 6
-- out: ... 36 lines
-- out: frame 43
-- out: nothing to say: quiet Quiet
-- out: ::what goes wrong
-- out: could not be looked at: code Code: what is found must be plain data
-- out: could not be looked at: level Level: level is
-- out: could not be looked at: raising Raising: no look today
-- out: could not be looked at: wrong Wrong: an autopsy returns a table or nil, got number
-- out: ::it hangs[1]
-- out: counted Counted   look
-- out: no answer within 2 s: hanging Hanging
-- out: ::it hangs[20]
-- out: no answer within 2 s: hanging Hanging
-- out: ::a raised error
-- out: the talkative one   talks
-- out: ::timeout of the case
-- out: counted late   look
-- out: 225 failed, 1 timeout, 2 passed, 1 xfailed, 1 error in
-- no: look 9
-- no: counted raised
-- no: chatter
-- no: long before
-- no: a little before
-- no: open-sesame
-- no: not wanted
-- What the runner makes of what preludes say of resources: whose look it is, how long it may take, and
-- what of it is told. That 200 cases share their looks is seen by the number of the look, and that nothing waits
-- longer by the hour that a hanging look sleeps.
local looked <const> = require "slrun.looked"

local function numbers(n)
  local all = {}
  for i = 1, n do all[i] = i end
  return all
end

local function fails() expect(1):equals(2) end

case "a crowd" {
  each = { n = numbers(200) },
  listen = function() return looked.at("Counted", "all") end,
  act = function() end,
  check = fails,
  stays = "1s",
}

case "what matters is told" {
  listen = function(t) return { looked.at("Talkative", t.id), looked.at "Quiet" } end,
  act = function() end,
  check = fails,
  give_up = function() return true end,
}

case "what goes wrong is told" {
  listen = function() return { looked.at "Raising", looked.at "Wrong", looked.at "Level", looked.at "Code" } end,
  act = fails,
}

case "it hangs" {
  each = { n = numbers(20) },
  listen = function() return { looked.at "Hanging", looked.at "Counted" } end,
  act = fails,
}

case "a raised error is told what failed alone" {
  listen = function(t) return { looked.at("Talkative", t.id), looked.at("Counted", "raised") } end,
  act = function() error "it broke" end,
}

case "timeout of the case is examined" {
  timeout = "200ms",
  listen = function() return looked.at("Counted", "late") end,
  act = function(t) t:sleep "1h" end,
}

-- Nothing to look at, or nobody who wants to know.
case "quiet without a stack is no news" {
  listen = function() return looked.at("Quiet", "not wanted") end,
  act = fails,
}
case "nobody knows how" {
  listen = function() return looked.at("Unknown", "not wanted") end,
  act = fails,
}
case "an expected failure" {
  xfail = "it is broken",
  listen = function() return looked.at("Counted", "not wanted") end,
  act = fails,
}
case "a seed that breaks" { seed = function() looked.at("Counted", "not wanted"); fails() end }
case "one that passes" (function() looked.at("Counted", "not wanted") end)
case "one that passes later" { check = function() end, act = function() end }
