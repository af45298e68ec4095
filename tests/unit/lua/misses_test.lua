-- SPDX-License-Identifier: Apache-2.0
-- At which field a pattern failed, as reports say it: lua5.4 misses_test.lua PART
local null <const> = setmetatable({}, { __name = "null" })

-- JSON enough for these texts; raises where it is none.
local value
local function members(text, at, closing, add)
  at = text:match("^%s*()", at)
  while text:sub(at, at) ~= closing do at = text:match("^%s*,?%s*()", add(at)) end
  return at + 1
end
function value(text, at)
  at = text:match("^%s*()", at)
  local quoted, behind = text:match('^"([^"]*)"()', at)
  if quoted then return quoted, behind end
  local word, stop = text:match("^([%w%-%.]+)()", at)
  if word then
    if word == "true" or word == "false" then return word == "true", stop end
    return word == "null" and null or assert(tonumber(word)), stop
  end
  local found = {}
  if text:sub(at, at) == "[" then
    return found, members(text, at + 1, "]", function(from)
      local one, to = value(text, from)
      found[#found + 1] = one
      return to
    end)
  end
  assert(text:sub(at, at) == "{", "no JSON")
  return found, members(text, at + 1, "}", function(from)
    local name, colon = text:match('^%s*"([^"]*)"%s*:()', from)
    local one, to = value(text, assert(colon, "no JSON"))
    found[name] = one
    return to
  end)
end
local function from_json(text) return (value(text, 1)) end

local function to_json(value)
  if type(value) == "string" then return ('"%s"'):format(value) end
  if type(value) ~= "table" then return tostring(value) end
  if value == null then return "null" end
  local name, operand = next(value)
  return ('{"%s":%s}'):format(name, to_json(operand))
end

-- What the pattern's own code says of a pattern, by its text.
local missed
local parts <const> = { repr = { head = function(text, width) return text:sub(1, width) end } }
local asked
local misses <const> = assert(loadfile(arg[1], "t")) {
  part = function(name) return parts[name] end, from_json = from_json, to_json = to_json,
  pattern_miss = function(_, event)
    asked = event
    return missed
  end,
}

local function check(miss, expected)
  missed = miss
  local found = misses.of("{}", "{}")
  if found ~= expected then error(("%s\nexpected %s\ngot      %s"):format(miss, expected, found), 2) end
end

-- What is wanted, and what is there.
check(nil, nil)
check('{"path": "kind", "wanted": ["paid"], "value": "Paid", "names": ["kind"]}', 'kind is "Paid"; wanted "paid"')
check('{"path": "kind", "wanted": ["paid", "sent"], "value": null, "names": []}', 'kind is null; wanted one of "paid", "sent"')
check('{"path": "a.b", "wanted": [1], "names": ["c"]}', "a.b is not in the event; wanted 1")
check('{"path": "a", "wanted": {"b": [1]}, "names": ["c"]}', "a is not in the event")
check('{"path": "a.eventname", "wanted": ["x"], "names": ["eventName"]}',
  'a.eventname is not in the event, which has "eventName"; wanted "x"')
check('{"path": "k", "wanted": ["' .. ("k"):rep(100) .. '"], "value": 1, "names": []}', 'k is 1; wanted "' .. ("k"):rep(59) .. " ...")
check('{"path": "k", "wanted": [{"prefix": "or"}], "value": "bill", "names": []}', 'k is "bill"; wanted {"prefix":"or"}')
check('{"path": "a.$or", "wanted": [{"b": 1}, {"c": 1}], "names": []}', "no alternative of a.$or is in the event")

-- Filter policies: of attributes, which are typed, and of the message.
local published <const> = '{"Message": "text", "MessageAttributes": {"n": {"DataType": "Number", "StringValue": "5"}}}'
missed = nil
assert(misses.of("{}", published, "MessageAttributes") == nil and asked == '{"n":5}', asked)
assert(misses.of("{}", "cut", "MessageAttributes") == nil and misses.of("{}", "cut", "MessageBody") == nil)
assert(misses.of("{}", published, "MessageBody") == "the message is no JSON object, as the policy wants it (MessageBody)")
