-- SPDX-License-Identifier: Apache-2.0
-- Kinds of values: those of the core, and sets, which are lists of a kind of their own. The order of
-- members means nothing.
local dynamodb <const>, slrun <const> = ...

-- Kinds of the core, under this service's name too: dynamodb.number "3.14".
for _, name in ipairs { "binary", "number", "null", "list", "map" } do
  dynamodb[name] = slrun[name]
end

-- The tag of a value of some kind, else its Lua type.
local function kind_of(value)
  local meta = getmetatable(value)
  return type(meta) == "table" and rawget(meta, "__slrun_tag") or type(value)
end

local set = {}

function set:contains(wanted)
  for _, member in ipairs(self) do
    if member == wanted then return true end
  end
  return false
end

function set:__eq(other)
  if kind_of(self) ~= kind_of(other) or #self ~= #other then return false end
  local plain = {} -- strings and numbers are found by key, other kinds by their own ==
  for _, member in ipairs(other) do plain[member] = true end
  for _, member in ipairs(self) do
    if not plain[member] and not set.contains(other, member) then return false end
  end
  return true
end

function set:__tostring()
  local members = {}
  for i, member in ipairs(self) do
    members[i] = type(member) == "string" and string.format("%q", member) or tostring(member)
  end
  table.sort(members)
  return "dynamodb.set{" .. table.concat(members, ", ") .. "}"
end

local new_set = {} -- by the kind of a member
local set_of = { string = "string_set", number = "number_set", binary = "binary_set" }
for member, tag in pairs(set_of) do
  new_set[member] = slrun.kind(tag, {
    contains = set.contains, __eq = set.__eq, __tostring = set.__tostring,
  })
end

--- A set of strings, of numbers or of binary values: dynamodb.set { "a", "b" }.
function dynamodb.set(members)
  if kind_of(members) ~= "table" then
    slrun.error("dynamodb.set takes a list of members, got " .. kind_of(members), 2)
  end
  local copy, first = {}, kind_of(members[1])
  for i, member in ipairs(members) do
    if kind_of(member) ~= first then
      slrun.error(string.format("dynamodb.set: member %d is a %s, the first is a %s: "
        .. "the members of a set are of one kind", i, kind_of(member), first), 2)
    end
    copy[i] = member
  end
  if #copy == 0 then
    slrun.error("dynamodb.set: a set has at least one member", 2)
  end
  if not new_set[first] then
    slrun.error("dynamodb.set: members are strings, numbers or binary, not " .. first, 2)
  end
  return new_set[first](copy)
end
