-- args: --reruns 1 --fail-on-flaky
-- exit: 1
-- out: RFRRR.FRRF
-- out: _ reruns_fail.lua::never _
-- out: try 1 failed: never
-- out: _ reruns_fail.lua::a number further on _
-- out: expected 9, got 3
-- out: try 1 failed: further: expected 9, got 1
-- out: try 2 failed: further: expected 9, got 2
-- out: 3 failed, 1 flaky, 6 rerun in
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
local further = 0
case "a number further on" {
  retries = 2,
  act = function()
    further = further + 1
    expect(further):equals(9)
  end,
}
