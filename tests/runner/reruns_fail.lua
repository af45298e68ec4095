-- args: --reruns 1 --fail-on-flaky
-- exit: 1
-- out: RFRRR.F
-- out: _ reruns_fail.lua::never _
-- out: try 1 failed: never
-- out: 2 failed, 1 flaky, 4 rerun in
-- A mark says more than the command line; a failure counts more than a flaky case.
local tries = 0

case "never" (function() error("never", 0) end)
case "its own number" {
  retries = 3,
  act = function()
    tries = tries + 1
    expect(tries):equals(4)
  end,
}
case "not once more" { retries = 0, act = function() error "no" end }
