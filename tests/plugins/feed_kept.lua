-- SPDX-License-Identifier: Apache-2.0
local feed <const> = require "slrun.feed"

case "fails, and is kept" (function(t)
  feed.listen("counting", { name = "kept" }):wait(1)
  error "on purpose"
end)

case "another one" (function(t) feed.listen("counting", { name = "kept" }):wait(2) end)
