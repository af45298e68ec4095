-- SPDX-License-Identifier: Apache-2.0
-- What ssm.so adds to its operations: a value as JSON, the claim for what lies below a path. README.md is
-- its manual.
local ssm <const>, slrun <const> = ...

local BATCH <const> = 10 -- names that one request deletes

for _, name in ipairs { "list", "map" } do ssm[name] = slrun[name] end

local put_parameter <const> = ssm.put_parameter

--- Creates or changes a parameter; a table as Value is sent as JSON.
function ssm.put_parameter(args, ...)
  if type(args) ~= "table" or type(args.Value) ~= "table" then return put_parameter(args, ...) end
  local text, why = slrun.to_json(args.Value)
  if not text then slrun.error("ssm.put_parameter: Value: " .. why, 2) end
  local copy = {}
  for name, value in pairs(args) do copy[name] = value end
  copy.Value = text
  return put_parameter(copy, ...)
end

---------------------------------------------------------------------------------------------------
-- The claim

local function names_below(path)
  local names = {}
  for i, parameter in ipairs(ssm.all("describe_parameters", {
    ParameterFilters = { { Key = "Path", Option = "Recursive", Values = { path } } },
  })) do names[i] = parameter.Name end
  return names
end

--- Claims the parameters below a path: t:own(ssm.path { Path = "/" .. t.id })
ssm.path = slrun.claim("path", {
  params = { Path = "string" },
  describe = function(args) return "parameters below " .. args.Path end,
  empty = function(args)
    local names = names_below(args.Path)
    for first = 1, #names, BATCH do
      ssm.delete_parameters { Names = table.move(names, first, math.min(first + BATCH - 1, #names), 1, {}) }
    end
  end,
  remaining = function(args) return #names_below(args.Path) end,
})
