-- SPDX-License-Identifier: Apache-2.0
-- Kinds of values under this service's name too, and what the other parts do with tables of arguments.
local s3 <const>, slrun <const> = ...

for _, name in ipairs { "binary", "file", "list", "map" } do s3[name] = slrun[name] end

local function copy_of(args, leave_out)
  local copy = {}
  for key, value in pairs(args or {}) do
    if not (leave_out and leave_out[key]) then copy[key] = value end
  end
  return copy
end

-- Those of the named members that are there.
local function pick(args, names)
  local picked = {}
  for _, name in ipairs(names) do picked[name] = args[name] end
  return picked
end

local function need(fn, args, names)
  for _, name in ipairs(names) do
    if type(args) ~= "table" or type(args[name]) ~= "string" then
      slrun.error(("%s: expected a table with %s (strings)"):format(fn, table.concat(names, " and ")), 3)
    end
  end
end

return { copy_of = copy_of, pick = pick, need = need }
