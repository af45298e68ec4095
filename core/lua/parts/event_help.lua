-- SPDX-License-Identifier: Apache-2.0
-- What the builders of events (event.lua) have in common.
local core = ...
local values = core.part "values"
local repr = core.part("expect").repr

local function list(entries) return setmetatable(entries, getmetatable(values.slrun.list {})) end

local function map(entries) return values.slrun.map(entries or {}) end

-- Text, and what AWS would have as text there: an event in an event.
local function text(value)
  if type(value) == "string" then return value end
  local json, why = core.to_json(value)
  if not json then error("event: " .. why, 0) end
  return json
end

local function bytes(value)
  if getmetatable(value) == getmetatable(values.slrun.binary "") then return rawget(value, 1) end
  return text(value)
end

local function copied(into, from, but)
  for key, value in pairs(from) do
    if not (but and but[key]) and into[key] == nil then into[key] = value end
  end
  return into
end

local function wants(name, form, got)
  error(("event.%s takes %s, got %s"):format(name, form, repr(got)), 3)
end

-- The entries of a builder's argument, a list with options beside it; one entry alone is a list of it.
local function entries_of(arg, single)
  if type(arg) ~= "table" or single(arg) then return { arg } end
  local entries = {}
  for i, entry in ipairs(arg) do entries[i] = entry end
  return entries
end

local function at(options) -- seconds since 1970 as AWS writes them, and as milliseconds
  return options.time or os.time()
end

return {
  REGION = "us-east-1", ACCOUNT = "000000000000", list = list, map = map, text = text, bytes = bytes, copied = copied, wants = wants,
  entries_of = entries_of, at = at,
}
