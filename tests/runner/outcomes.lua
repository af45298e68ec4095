-- args: -v
-- exit: 1
-- out: collected 8 cases in 1 file
-- out: ERROR in clean-up of outcomes.lua::passes but its clean-up fails
-- out: E  teardown breaks
-- out: ERROR in outcomes.lua::an error in seed
-- out: E  seed breaks
-- out: FAILURES
-- out: outcomes.lua::fails
-- out: >   33 |
-- out: E  expected 2, got 1
-- out: because one is not two
-- out: outcomes.lua::a Lua error fails
-- out: attempt to index a nil value (local 'nothing')
-- out: outcomes.lua::too slow
-- out: E  timeout after 0.2 s in phase act
-- out: said before the end
-- out: short test summary info
-- out: FAILED outcomes.lua::fails - expected 2, got 1
-- out: FAILED 'outcomes.lua::a Lua error fails' -
-- out: TIMEOUT 'outcomes.lua::too slow' - timeout after 0.2 s in phase act
-- out: ERROR 'outcomes.lua::passes but its clean-up fails' - teardown
-- out: 2 failed, 2 timeout, 2 passed, 1 skipped, 2 errors in

case "passes" (function(t) expect(1):equals(1) end)

case "passes but its clean-up fails" {
  act = function() end,
  teardown = function() error "teardown breaks" end,
}

case "fails" (function(t)
  expect(1):because("one is not two"):equals(2)
end)

case "an error in seed" {
  seed = function() error "seed breaks" end,
  act = function() error "never reached" end,
}

case "a Lua error fails" (function(t)
  local nothing
  return nothing.field
end)

case "skipped" (function(t) t:skip "not today" end)

case "too slow" {
  timeout = "200ms",
  act = function(t)
    print "said before the end"
    t:sleep "30s"
  end,
}

case "a loop that never waits is cut" {
  timeout = "200ms",
  act = function() while true do end end,
}
