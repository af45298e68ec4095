-- SPDX-License-Identifier: Apache-2.0
-- The matchers of expect(x): each says whether it holds (`holds`), how many values it takes (`least`
-- to `most`), and refuses arguments that can never be meant (`check`). A wrong argument is an error
-- and no failed expectation: nobody waits for it.
local core = ...
local misuse = core.part("caller").misuse
local equal = core.part "equal"

local same, matching, order, is_number = equal.same, equal.matching, equal.order, equal.is_number

local function kind(v) return core.part("repr").kind(v) end

local function wrong(name, what, got)
  misuse("expect(...):%s takes %s, got %s", name, what, kind(got))
end

local matchers = {}

-- matcher(name, least, most, holds, check)
local function matcher(name, least, most, holds, check)
  matchers[name] = { least = least, most = most, holds = holds, check = check }
end

--- `:equals(want)` Holds when both are deeply equal.
-- @param want any value
matcher("equals", 1, 1, function(got, want) return same(got, want) end)

--- `:matches(want)` Holds when what `want` has is there and matches; what else the subject has does
-- not count.
-- @param want a value; strings may be Lua patterns, and functions judge
matcher("matches", 1, 1, equal.subject_matches, function(name, want)
  if want == nil then wrong(name, "a value, a pattern or a function", want) end
end)

--- `:has_length(n)` Holds for a string, or a table, of that length (Lua's `#`).
-- @param n a whole number from 0
matcher("has_length", 1, 1, function(got, n)
  if type(got) == "string" then return #got == n end
  return type(got) == "table" and #got == n
end, function(name, n)
  local whole = math.tointeger(n)
  if type(n) ~= "number" or not whole or whole < 0 then wrong(name, "a whole number from 0", n) end
end)

--- `:contains(want)` Holds for a string in which that text stands, for a table with a member that
-- matches `want`, and for a set with that member.
-- @param want a value; where the subject is a string, a string
matcher("contains", 1, 1, function(got, want)
  if type(got) == "string" then return got:find(want, 1, true) ~= nil end
  if type(got) ~= "table" then return false end
  local tag = equal.tag_of(got)
  if equal.is_set(tag) then return equal.member_of(got, want) end
  if tag == "binary" then return type(want) == "string" and rawget(got, 1):find(want, 1, true) ~= nil end
  return tag ~= "number" and equal.key_of_match(got, want) ~= nil
end, function(name, want, _, got)
  if want == nil then wrong(name, "a value", want) end
  if type(got) == "string" and type(want) ~= "string" then
    wrong(name, "a string where the subject is one", want)
  end
end)

local function float(v) return type(v) == "number" and v or tonumber(rawget(v, 1)) end

--- `:is_near(want, tolerance)` Holds for a number that differs by at most so much.
-- @param want a number
-- @param tolerance a number from 0 @default `1e-9`
matcher("is_near", 1, 2, function(got, want, tolerance)
  return is_number(got) and math.abs(float(got) - float(want)) <= (tolerance or 1e-9)
end, function(name, want, tolerance)
  if not is_number(want) then wrong(name, "a number", want) end
  if tolerance ~= nil and (type(tolerance) ~= "number" or not (tolerance >= 0)) then
    wrong(name, "a tolerance that is a number from 0", tolerance)
  end
end)

-- Numbers with numbers, strings with strings.
local function ordered(got, want)
  if is_number(got) and is_number(want) then return order(got, want) end
  if type(got) == "string" and type(want) == "string" then
    return got == want and 0 or got < want and -1 or 1
  end
  return nil
end

local function orderable(name, want)
  if not is_number(want) and type(want) ~= "string" then wrong(name, "a number or a string", want) end
end

for name, holds in pairs {
  --- `:is_above(want)` Holds for a number, or a string, that is greater.
  -- @param want a number or a string
  is_above = function(o) return o > 0 end,
  --- `:is_below(want)` Holds for a number, or a string, that is less.
  -- @param want a number or a string
  is_below = function(o) return o < 0 end,
  --- `:is_at_least(want)` Holds for a number, or a string, that is greater or equal.
  -- @param want a number or a string
  is_at_least = function(o) return o >= 0 end,
  --- `:is_at_most(want)` Holds for a number, or a string, that is less or equal.
  -- @param want a number or a string
  is_at_most = function(o) return o <= 0 end,
} do
  matcher(name, 1, 1, function(got, want)
    local o = ordered(got, want)
    return o ~= nil and holds(o)
  end, orderable)
end

local kinds = { ["nil"] = true, boolean = true, number = true, string = true, table = true,
  ["function"] = true, thread = true, userdata = true, integer = true, float = true, null = true,
  list = true, map = true }

--- `:is_a(type)` Holds for a value of that type.
-- @param type a name of the list below
matcher("is_a", 1, 1, function(got, want)
  if got == core.null then return want == "null" end
  if type(got) == want or math.type(got) == want then return true end
  if type(got) ~= "table" then return false end
  local tag = equal.tag_of(got)
  if tag or (want ~= "list" and want ~= "map") then return tag == want end
  local meta = getmetatable(got)
  local container = type(meta) == "table" and rawget(meta, "__slrun_container")
  if container then return container == want end
  return next(got) == nil or (#got > 0) == (want == "list")
end, function(name, want)
  if type(want) ~= "string" then wrong(name, "the name of a type", want) end
  local more = core.part("values").kinds
  if not kinds[want] and not more[want] then
    local words = {}
    for word in pairs(kinds) do words[word] = true end
    for word in pairs(more) do words[word] = true end
    misuse("expect(...):is_a knows no type '%s'; %s", want, core.nearest(want, words))
  end
end)

--- `:is_true()` Holds for `true`, and no other true value.
matcher("is_true", 0, 0, function(got) return got == true end)
--- `:is_false()` Holds for `false`, and not for nil.
matcher("is_false", 0, 0, function(got) return got == false end)
--- `:is_absent()` Holds for nil.
matcher("is_absent", 0, 0, function(got) return got == nil end)
--- `:exists()` Holds for everything but nil, also for `false`.
matcher("exists", 0, 0, function(got) return got ~= nil end)

--- `:conforms_to(schema)` Holds for a value of which a JSON Schema holds.
-- @param schema a table, or the path of a JSON file, relative to the spec
matcher("conforms_to", 1, 1, function(got, schema)
  local _, count = core.part("schema").judge(got, schema)
  return count == 0
end, function(name, schema)
  if type(schema) ~= "table" and type(schema) ~= "string" then
    wrong(name, "a schema: a table, or the path of a file", schema)
  end
end)

-- raises ----------------------------------------------------------------------------------------

-- What ends a case or a wait from outside of it is no error of the function.
local function passes_through(problem)
  return type(problem) == "table" and (problem.kind == "skip" or problem.kind == "cancelled")
end

local function is_that_error(problem, want)
  if want == nil then return true end
  if type(want) == "table" then return matching(problem, want) end
  if type(problem) == "table" and problem.code == want then return true end
  return equal.subject_matches(tostring(problem), want)
end

--- `:raises(error)` Calls the subject, a function, and holds when it raises that error.
-- @param error an error code of AWS, a text or Lua pattern that the message has, or a table that
-- matches the error's fields @default any error
matcher("raises", 0, 1, function(f, want, _, negated)
  -- what was raised is returned too, for the explanation
  local polling = core.polling(false) -- an absent item is an error here, also in a poll
  local ok, problem = pcall(f)
  core.polling(polling)
  if ok then return false, { none = true } end
  local holds = not passes_through(problem) and is_that_error(problem, want)
  if not holds and (negated or passes_through(problem)) then error(problem, 0) end
  return holds, { problem = problem }
end, function(name, want, _, f)
  if want ~= nil and type(want) ~= "string" and type(want) ~= "table" then
    wrong(name, "an error code, a text, or a table of the error's fields", want)
  end
  local meta = getmetatable(f)
  if type(f) ~= "function" and not (type(meta) == "table" and meta.__call) then
    misuse("expect(f):%s(...) needs a function to call, got %s", name, kind(f))
  end
end)

return matchers
