-- SPDX-License-Identifier: Apache-2.0
-- DynamoDB's form of values and items, as events of streams have it: { S = "text" }.
local core = ...
local values = core.part "values"
local help = core.part "event_help"
local list <const>, map <const> = help.list, help.map

local attribute

local function attributes(item)
  local made = map {}
  for name, value in pairs(item or {}) do made[name] = attribute(value) end
  return made
end

local SCALARS <const> = {
  string = function(v) return { S = v } end,
  number = function(v) return { N = help.text(v) } end, -- as short as it can be read back
  boolean = function(v) return { BOOL = v } end,
}

local function is_list(value)
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.__slrun_container then return meta.__slrun_container == "list" end
  return #value > 0
end

local SETS <const> = { string_set = "SS", number_set = "NS", binary_set = "BS" }

local function members(set)
  local made = list {}
  for i, member in ipairs(set) do
    local _, text_of_member = next(attribute(member))
    made[i] = text_of_member
  end
  return made
end

function attribute(value)
  if value == values.slrun.null then return { NULL = true } end
  if math.type(value) == "integer" then return { N = tostring(value) } end
  if SCALARS[type(value)] then return SCALARS[type(value)](value) end
  local meta = getmetatable(value)
  local tag = type(meta) == "table" and meta.__slrun_tag
  if tag == "binary" then return { B = core.base64(rawget(value, 1)) } end
  if tag == "number" then return { N = rawget(value, 1) } end
  if SETS[tag] then return { [SETS[tag]] = members(value) } end
  if not is_list(value) then return { M = attributes(value) } end
  local items = list {}
  for i, entry in ipairs(value) do items[i] = attribute(entry) end
  return { L = items }
end

return { attributes = attributes }
