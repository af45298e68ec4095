-- SPDX-License-Identifier: Apache-2.0
-- Why an event pattern did not let an event through: the field at which it failed, as a report says it. Only what fails for
-- sure is told: of operators that are not known here nothing is said, and whether a pattern matches is the local cloud's to judge.
local core = ...
local repr = core.part "repr"

local LONG <const> = 60 -- bytes of a value

local module = {}

local function is_list(value) return type(value) == "table" and (value[1] ~= nil or next(value) == nil) end
local function is_object(value) return type(value) == "table" and not is_list(value) and getmetatable(value) == nil end

-- Operators, each with its operand and a value that is there: whether it holds, nil where that is not known.
local OPERATORS <const> = {}

function OPERATORS.prefix(operand, value)
  if type(operand) ~= "string" then return nil end
  return type(value) == "string" and value:sub(1, #operand) == operand
end

function OPERATORS.suffix(operand, value)
  if type(operand) ~= "string" then return nil end
  return type(value) == "string" and (operand == "" or value:sub(-#operand) == operand)
end

OPERATORS["equals-ignore-case"] = function(operand, value)
  return type(value) == "string" and value:lower() == tostring(operand):lower()
end

OPERATORS["anything-but"] = function(operand, value)
  for _, one in ipairs(is_list(operand) and operand or { operand }) do
    if type(one) == "table" then return nil end
    if one == value then return false end
  end
  return not is_object(operand) or nil
end

local COMPARES <const> = { ["="] = function(a, b) return a == b end, ["<"] = function(a, b) return a < b end,
  ["<="] = function(a, b) return a <= b end, [">"] = function(a, b) return a > b end, [">="] = function(a, b) return a >= b end }

function OPERATORS.numeric(operand, value)
  if type(value) ~= "number" then return false end
  for i = 1, #operand, 2 do
    local compare, than = COMPARES[operand[i]], operand[i + 1]
    if not compare or type(than) ~= "number" then return nil end
    if not compare(value, than) then return false end
  end
  return true
end

-- What a pattern wants of a field, and its value, nil where it is absent: whether it is so, nil where that is not known.
local function holds(wanted, value)
  if not is_object(wanted) then return value == wanted end
  local name, operand = next(wanted)
  if name == "exists" then return (value ~= nil) == operand end
  if value == nil then return false end
  local operator = OPERATORS[name]
  if not operator then return nil end
  return operator(operand, value)
end

-- Whether one of what is wanted holds for one of the values: false where none does for sure.
local function any_holds(list, value)
  if is_object(value) then value = nil end
  local values, known = is_list(value) and value or { value }, true
  for i = 1, math.max(1, #values) do
    for _, wanted in ipairs(list) do
      local held = type(values[i]) ~= "table" and holds(wanted, values[i])
      if held then return true end
      if held == nil then known = false end
    end
  end
  if known and is_list(value) then -- a list of lists or objects
    for _, one in ipairs(value) do known = known and type(one) ~= "table" end
  end
  return not known and nil
end

local function shown(value)
  local text = core.to_json(value)
  return #text > LONG and repr.head(text, LONG) .. " ..." or text
end

local function plain(name) return (name:gsub("[%W_]", ""):lower()) end

-- What the event calls a field that it does not have: a name that differs in case or hyphens.
local function alike(name, event)
  for other in pairs(event) do
    if type(other) == "string" and plain(other) == plain(name) then return (", which has %s"):format(shown(other)) end
  end
  return ""
end

local function wants(list)
  local texts = {}
  for i, one in ipairs(list) do texts[i] = shown(one) end
  local all = table.concat(texts, ", ")
  return #list > 1 and "one of " .. all or all
end

local function miss(list, value, path, event)
  if value == nil then return ("%s is not in the event%s; wanted %s"):format(path, alike(path:match "[^.]+$", event), wants(list)) end
  return ("%s is %s; wanted %s"):format(path, shown(value), wants(list))
end

local function sorted_names(object)
  local names = {}
  for name in pairs(object) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function walk(pattern, event, before)
  for _, name in ipairs(sorted_names(pattern)) do
    local wanted, value, path = pattern[name], event[name], before .. name
    local known = name ~= "$or" and (value ~= nil or not name:find(".", 1, true))
    local found
    if known and is_list(wanted) then
      found = any_holds(wanted, value) == false and miss(wanted, value, path, event)
    elseif known and is_object(wanted) and (value == nil or is_object(value)) then
      found = walk(wanted, value or {}, path .. ".")
      if found and value == nil then found = ("%s is not in the event%s"):format(path, alike(name, event)) end
    end
    if found then return found end
  end
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

--- At which field a pattern, as JSON, let an event, as JSON, not through, in words; nil where that is not known.
--- `scope`: of a subscription, what its policy is for.
function module.of(pattern, event, scope)
  local read, wanted = pcall(core.from_json, pattern)
  local got, found = pcall(core.from_json, event)
  if not read or not got or not is_object(wanted) or not is_object(found) then return nil end
  if scope == "MessageAttributes" then found = attributes_of(found) end
  if scope == "MessageBody" then
    got, found = pcall(core.from_json, found.Message)
    if not got or not is_object(found) then return "the message is no JSON object, as the policy wants it (MessageBody)" end
  end
  local told, text = pcall(walk, wanted, found, "")
  return told and text or nil
end

return module
