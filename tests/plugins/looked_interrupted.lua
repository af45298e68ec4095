-- args: -j 4
-- exit: 2
-- out: looked_interrupted.lua::it hangs
-- out: cleaned up
-- signal: INT 1
-- An interrupt ends the look (or, on a machine that is busy, what comes before it), and the clean-up runs.
local looked <const> = require "slrun.looked"

case "it hangs" {
  listen = function() return looked.at "Hanging" end,
  act = function() expect(1):equals(2) end,
  teardown = function() print "cleaned up" end,
}
