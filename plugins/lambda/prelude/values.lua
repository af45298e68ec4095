-- SPDX-License-Identifier: Apache-2.0
-- Kinds of values under this service's name too, and values that it tells as texts.
local lambda <const>, slrun <const> = ...

for _, name in ipairs { "binary", "file", "list", "map", "null" } do lambda[name] = slrun[name] end

local function is_table(value) return type(value) == "table" and value ~= slrun.null end

local function text_of(value)
  if is_table(value) then return (slrun.to_json(value)) or "?" end
  return math.type(value) == "float" and ("%.14g"):format(value) or tostring(value)
end

return { is_table = is_table, text_of = text_of }
