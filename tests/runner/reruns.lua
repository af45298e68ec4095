-- args: -v -j 2 --reruns 2 --reruns-delay 30s --fail-on-flaky -rR
-- exit: 7
-- out: reruns.lua::at the third try RERUN
-- out: reruns.lua::at the third try RERUN (try 2)
-- out: reruns.lua::at the third try FLAKY (try 3)
-- out: = FLAKY =
-- out: _ try 1 of reruns.lua::at the third try _
-- out: expected 3, got 1
-- out: _ try 2 of reruns.lua::at the third try _
-- out: expected 3, got 2
-- out: = rerun test summary info =
-- out: RERUN 'reruns.lua::at the third try' - tries: expected 3, got 1
-- out: RERUN 'reruns.lua::at the third try' - tries: expected 3, got 2
-- out: FLAKY 'reruns.lua::at the third try'
-- out: 1 passed, 1 xfailed, 1 flaky, 2 rerun in
-- no: fails as expected RERUN
-- no: try 1 failed
-- A pause goes by the clock of the run, which jumps on the local cloud.
local tries, began = 0, nil

case "at the third try" (function(t)
  tries = tries + 1
  began = began or t:now()
  expect(t:now() - began):is_at_least((tries - 1) * 30)
  expect(tries):equals(3)
end)
case "passes" (function() end)
case "fails as expected" { xfail = "known", act = function() error "no" end }
