-- args: --clock=real -j 4 -v
-- exit: 1
-- out: E  timeout after 0.2 s in phase poll
-- out: it ended a wait
-- out: at poll 3
-- out: 1 failed, 1 timeout, 4 passed in
-- no: slrun.case
-- Between two polls a case has no Lua stack. What it owns, and what is told of it, stays.
local kept <const> = {}

case "what a case keeps on t is there at every poll" {
  every = "5ms",
  act = function(t)
    t.polls = 0
    t:defer(function() kept.deferred = t.polls end)
    return "acted"
  end,
  poll = function(t)
    t.polls = t.polls + 1
    return t.polls
  end,
  check = function(t, polls)
    expect(t.acted):equals "acted"
    expect(polls):equals(40)
  end,
  teardown = function(t)
    expect(t.polls):equals(40)
    expect(kept.deferred):is_absent()
  end,
}

-- What has run and is not shared is given up: only this table, which keeps nothing, knows of it.
local acts <const> = setmetatable({}, { __mode = "k" })

local function noted(f)
  acts[f] = true
  return f
end

case "a case that waits does not keep its act" {
  every = "5ms",
  act = noted(function(t) t.polls = 0 end),
  poll = function(t)
    t.polls = t.polls + 1
    collectgarbage()
    return t.polls > 1 and next(acts) == nil
  end,
}

local common <const> = {
  every = "5ms",
  act = function(t) t.polls = 0 end,
  poll = function(t)
    t.polls = t.polls + 1
    return t.polls
  end,
  check = function(_, polls) expect(polls):equals(10) end,
  teardown = function(t) expect(t.polls):equals(10) end,
}

case "one table for two cases" (common)
case "one table for two cases, again" (common)

case "the time of a case is over between its polls" {
  timeout = "200ms",
  every = "1h",
  poll = function() return false end,
  teardown = function(t) t:log "cleaned up" end,
}

case "a Lua error in a later poll" {
  every = "5ms",
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    return t.polls == 3 and t.polls.field
  end,
}
