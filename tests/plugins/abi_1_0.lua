-- SPDX-License-Identifier: Apache-2.0
local old <const> = require "slrun.abi_1_0"

case "operations of a plugin that was built for ABI 1.0" (function(t)
  expect(old.say { Text = t.id }):equals { Text = t.id }
  expect(old.take_back { Text = "x" }):equals { Text = "x" }
end)

case "a body that is larger than a piece of it" (function(t)
  local text = ("x"):rep(300000)
  expect(old.say { Text = t.id .. text }.Text):equals(t.id .. text)
end)
