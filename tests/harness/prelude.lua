-- SPDX-License-Identifier: Apache-2.0
-- Runs a test of a prelude, outside of slrun: lua5.4 prelude.lua TEST CORE_PARTS FILE..., the latter the parts of the
-- prelude in their order. The test gets the folder core/lua/parts and run(module, slrun), which runs the prelude
-- with the table `slrun` that the test plays.
local test <const>, core_parts <const> = assert(arg[1], "usage: prelude.lua TEST CORE_PARTS FILE..."), assert(arg[2])

local function run(module, slrun)
  local values = {}
  slrun.takes = assert(loadfile(core_parts .. "/takes.lua", "t")) { part = function() return { slrun = slrun } end }
  function slrun.part(name) return (assert(values[name], name)) end
  for i = 3, #arg do
    values[arg[i]:match "([^/]+)%.lua$"] = assert(loadfile(arg[i], "t"))(module, slrun)
  end
end

assert(loadfile(test, "t"))(core_parts, run)
