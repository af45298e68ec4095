-- args: -j 1
-- exit: 1
-- out: ERROR in clean-up of cleanup.lua::every step runs
-- out: teardown
-- out: E  teardown breaks
-- out: ERROR in clean-up of cleanup.lua::every step runs
-- out: t:defer at cleanup.lua:26
-- out: E  third breaks
-- out: 1 failed, 3 passed, 2 errors

local log = {}
local function note(word) return function() log[#log + 1] = word end end

case "after a failure: teardown, then the stack from its top" {
  act = function(t)
    t:defer(note "first")
    t:defer(note "second")
    expect(1):equals(2)
  end,
  teardown = note "teardown",
}

case "every step runs" {
  act = function(t)
    t:defer(note "fourth")
    t:defer(function() error "third breaks" end)
  end,
  teardown = function() error "teardown breaks" end,
}

case "after a skip too" (function(t)
  t:defer(note "fifth")
end)

case "the order was right" (function(t)
  expect(log):equals { "teardown", "second", "first", "fourth", "fifth" }
end)
