-- SPDX-License-Identifier: Apache-2.0
-- Whether values are the same, or match: the fast side of expectations. diff.lua tells how they
-- differ and follows the same rules.
local core = ...
local misuse = core.part("caller").misuse

local SHALLOW = 16  -- levels below which pairs under comparison are remembered: cycles end there
local DEEPEST = 180 -- levels of tables; beyond, Lua itself would give up

local equal = {}

-- The tag of a kind of slrun (values.lua), or nil.
local function tag_of(v)
  local meta = getmetatable(v)
  return type(meta) == "table" and rawget(meta, "__slrun_tag") or nil
end
equal.tag_of = tag_of

local function is_set(tag) return tag ~= nil and tag:sub(-4) == "_set" end
equal.is_set = is_set

-- Numbers -------------------------------------------------------------------------------------

-- A Lua number as the shortest decimal that reads back as it.
local function shortest(n)
  if math.type(n) == "integer" then return ("%d"):format(n) end
  for digits = 15, 16 do
    local text = ("%." .. digits .. "g"):format(n)
    if tonumber(text) == n then return text end
  end
  return ("%.17g"):format(n)
end

-- Sign, digits without outer zeros, and the power of ten of the first digit; nil if it is none.
local function decimal(v)
  local text = type(v) == "number" and shortest(v) or rawget(v, 1)
  local sign, whole, fraction, power = text:match("^([+-]?)(%d*)%.?(%d*)[eE]?([+-]?%d*)$")
  if not sign then return nil end
  local digits = (whole .. fraction):gsub("^0+", "")
  local exponent = (tonumber(power) or 0) + #digits - #fraction
  digits = digits:gsub("0+$", "")
  if digits == "" then return 0, "", 0 end
  return sign == "-" and -1 or 1, digits, exponent
end

-- Whether v is a number of Lua or one of slrun's of any length.
local function is_number(v)
  return type(v) == "number" or (type(v) == "table" and tag_of(v) == "number")
end
equal.is_number = is_number

-- a < b, a == b, a > b as -1, 0, 1, by value however many digits; nil where there is no order (NaN).
function equal.order(a, b)
  if type(a) == "number" and type(b) == "number" then
    return a == b and 0 or a < b and -1 or a > b and 1 or nil
  end
  local sign_a, digits_a, exponent_a = decimal(a)
  local sign_b, digits_b, exponent_b = decimal(b)
  if not sign_a or not sign_b then
    local x, y = tonumber(tostring(a)), tonumber(tostring(b))
    return x and y and equal.order(x, y) or nil
  end
  if sign_a ~= sign_b then return sign_a < sign_b and -1 or 1 end
  if exponent_a ~= exponent_b then return exponent_a < exponent_b and -sign_a or sign_a end
  if digits_a == digits_b then return 0 end
  return digits_a < digits_b and -sign_a or sign_a
end

-- Equality ------------------------------------------------------------------------------------

local same

local function member_of(set, wanted)
  for _, member in ipairs(set) do
    if same(member, wanted) then return true end
  end
  return false
end
equal.member_of = member_of

-- Every member of b is in a.
local function holds_all(a, b)
  for _, member in ipairs(b) do
    if not member_of(a, member) then return false end
  end
  return true
end

-- Remembers that a and b are being compared; true when they are already.
local function met(seen, a, b)
  local with = seen[a]
  if not with then
    with = {}
    seen[a] = with
  end
  if with[b] then return true end
  with[b] = true
  return false
end

local function same_members(a, b, depth, seen)
  if depth > SHALLOW then
    if depth > DEEPEST then misuse("tables nested more than %d levels cannot be compared", DEEPEST) end
    seen = seen or {}
    if met(seen, a, b) then return true end
  end
  for key, value in next, a do
    if not same(value, rawget(b, key), depth + 1, seen) then return false end
  end
  for key in next, b do
    if rawget(a, key) == nil then return false end
  end
  return true
end

local function same_tables(a, b, depth, seen)
  local tag = tag_of(a)
  if tag ~= tag_of(b) then return false end
  if tag == "number" then return equal.order(a, b) == 0 end
  if is_set(tag) then return #a == #b and holds_all(a, b) end
  local meta = getmetatable(a)
  if not tag and meta and meta == getmetatable(b) and rawget(meta, "__eq") then return a == b end
  return same_members(a, b, depth, seen)
end

-- Deep equality: numbers by value, sets without order, NaN equal to itself.
function same(a, b, depth, seen)
  if rawequal(a, b) then return true end
  local kind_a, kind_b = type(a), type(b)
  if kind_a == "table" and kind_b == "table" then return same_tables(a, b, depth or 1, seen) end
  if kind_a == "number" and kind_b == "number" then return a == b or (a ~= a and b ~= b) end
  if kind_a == "number" or kind_b == "number" then
    return is_number(a) and is_number(b) and equal.order(a, b) == 0
  end
  return false
end
equal.same = same

-- Matching ------------------------------------------------------------------------------------

-- Whether a string of `matches` is meant as a Lua pattern. Hyphens and dots alone stand in too many
-- names and ids to mean one.
local function is_pattern(s)
  return s:find("%", 1, true) ~= nil or s:find("^%^") ~= nil or s:find("%$$") ~= nil
    or s:find("%[.-%]") ~= nil or s:find("%.[*+?-]") ~= nil
end
equal.is_pattern = is_pattern

local function found(text, pattern)
  local ok, at = pcall(string.find, text, pattern)
  if not ok then misuse("expect(...):matches: %q is no Lua pattern: %s", pattern, at) end
  return at ~= nil
end

-- A string against a leaf: equal, or found by the pattern.
local function text_matches(text, want) return text == want or (is_pattern(want) and found(text, want)) end

-- A function judges; a failed expectation in it says no.
local function accepts(judge, value)
  local ok, verdict = pcall(judge, value)
  if ok then return verdict and true or false end
  local meta = getmetatable(verdict)
  if type(verdict) == "table" and verdict.kind == "expectation" and meta.__name == "slrun.failure" then
    return false
  end
  error(verdict, 0)
end
equal.accepts = accepts

local matching

local function tables_match(got, want, depth, seen)
  local tag = tag_of(want)
  if is_set(tag) then return tag_of(got) == tag and holds_all(got, want) end
  if tag or tag_of(got) then return same(got, want) end
  if depth > SHALLOW then
    if depth > DEEPEST then misuse("tables nested more than %d levels cannot be compared", DEEPEST) end
    seen = seen or {}
    if met(seen, got, want) then return true end
  end
  for key, value in next, want do
    if not matching(rawget(got, key), value, depth + 1, seen) then return false end
  end
  return true
end

-- Partial: what `want` has is there and matches; strings may be patterns, functions judge.
function matching(got, want, depth, seen)
  local kind = type(want)
  if kind == "function" then return rawequal(got, want) or accepts(want, got) end
  if kind == "string" then
    if type(got) == "string" then return text_matches(got, want) end
    return type(got) == "table" and tag_of(got) == "binary" and text_matches(rawget(got, 1), want)
  end
  if kind == "table" and type(got) == "table" then return tables_match(got, want, depth or 1, seen) end
  return same(got, want)
end
equal.matching = matching

-- A whole subject that is a string is searched: plain text counts where it stands in it.
function equal.subject_matches(got, want)
  if type(got) == "string" and type(want) == "string" then
    return got:find(want, 1, true) ~= nil or found(got, want)
  end
  return matching(got, want)
end

-- The key of a member that matches `want`, or nil.
function equal.key_of_match(got, want)
  for key, member in next, got do
    if matching(member, want) then return key end
  end
  return nil
end

return equal
