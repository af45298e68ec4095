-- SPDX-License-Identifier: Apache-2.0
-- Texts that are JSON: a table is sent as one.
local states <const>, slrun <const> = ...

for _, name in ipairs { "list", "map" } do states[name] = slrun[name] end

local function given(value)
  if value == slrun.null then return nil end
  return value
end

local TEXTS <const> = {
  create_state_machine = "definition", update_state_machine = "definition", validate_state_machine_definition = "definition",
  start_execution = "input", start_sync_execution = "input", send_task_success = "output",
}

for operation, member in pairs(TEXTS) do
  local call <const> = states[operation]
  states[operation] = function(args, ...)
    if type(args) ~= "table" or type(args[member]) ~= "table" then return call(args, ...) end
    local text, why = slrun.to_json(args[member])
    if not text then slrun.error(("states.%s: %s: %s"):format(operation, member, why), 2) end
    local copy = {}
    for name, value in pairs(args) do copy[name] = value end
    copy[member] = text
    return call(copy, ...)
  end
end

return { given = given }
