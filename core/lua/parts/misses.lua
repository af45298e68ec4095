-- SPDX-License-Identifier: Apache-2.0
-- Why an event pattern did not let an event through: the field at which it failed, as a report says it. Which one that is
-- says what the local cloud goes by, too (core.pattern_miss).
local core = ...
local repr = core.part "repr"

local LONG <const> = 60 -- bytes of a value

local module = {}

local function is_list(value) return type(value) == "table" and (value[1] ~= nil or next(value) == nil) end
local function is_object(value) return type(value) == "table" and not is_list(value) and getmetatable(value) == nil end

local function shown(value)
  local text = core.to_json(value)
  return #text > LONG and repr.head(text, LONG) .. " ..." or text
end

local function plain(name) return (name:gsub("[%W_]", ""):lower()) end

-- What the event calls a field that it does not have: a name that differs in case or hyphens.
local function alike(name, names)
  for _, other in ipairs(names) do
    if plain(other) == plain(name) then return (", which has %s"):format(shown(other)) end
  end
  return ""
end

local function wants(wanted)
  if not is_list(wanted) then return shown(wanted) end
  local texts = {}
  for i, one in ipairs(wanted) do texts[i] = shown(one) end
  local all = table.concat(texts, ", ")
  return #wanted > 1 and "one of " .. all or all
end

local function words(miss)
  local name = miss.path:match "[^.]+$"
  if name == "$or" then return ("no alternative of %s is in the event"):format(miss.path) end
  if miss.value ~= nil then return ("%s is %s; wanted %s"):format(miss.path, shown(miss.value), wants(miss.wanted)) end
  local text = ("%s is not in the event%s"):format(miss.path, alike(name, miss.names))
  return is_object(miss.wanted) and text or ("%s; wanted %s"):format(text, wants(miss.wanted))
end

-- A message of a topic as a filter policy sees it: its attributes.
local TYPED <const> = { Number = tonumber, ["String.Array"] = core.from_json }

local function attributes_of(event)
  local seen = {}
  for name, attribute in pairs(is_object(event.MessageAttributes) and event.MessageAttributes or {}) do
    local typed = TYPED[attribute.DataType]
    seen[name] = typed and typed(attribute.StringValue) or attribute.StringValue
  end
  return seen
end

local function read_object(text)
  local got, found = pcall(core.from_json, text)
  return got and is_object(found) and found or nil
end

--- At which field a pattern, as JSON, let an event, as JSON, not through, in words; nil where that is not known.
--- `scope`: of a subscription, what its policy is for.
function module.of(pattern, event, scope)
  local published = scope and read_object(event)
  if scope and not published then return nil end
  if scope == "MessageAttributes" then event = core.to_json(attributes_of(published)) end
  if scope == "MessageBody" then
    event = published.Message
    if not read_object(event) then return "the message is no JSON object, as the policy wants it (MessageBody)" end
  end
  local miss = core.pattern_miss(pattern, event)
  return miss and words(core.from_json(miss))
end

return module
