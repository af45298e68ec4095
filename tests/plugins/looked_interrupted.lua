-- args: -j 4
-- exit: 2
-- out: looked_interrupted.lua::it hangs
-- out: expected 2, got 1
-- out: 1 failed
-- signal: INT 0.6
-- An interrupt ends the look, and the clean-up runs.
local looked <const> = require "slrun.looked"

case "it hangs" {
  listen = function() return looked.at "Hanging" end,
  act = function() expect(1):equals(2) end,
  teardown = function() end,
}
