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

local parts <const> = { repr = { head = function(text, width) return text:sub(1, width) end } }
local misses <const> = assert(loadfile(arg[1], "t")) {
  part = function(name) return parts[name] end, from_json = from_json, to_json = to_json,
}

local function check(pattern, event, expected, scope)
  local found = misses.of(pattern, event, scope)
  if found ~= expected then
    error(("%s\n%s\nexpected %s\ngot      %s"):format(pattern, event, expected, found), 2)
  end
end

-- What is wanted, and what is there.
check('{"kind": ["paid"]}', '{"kind": "Paid"}', 'kind is "Paid"; wanted "paid"')
check('{"kind": ["paid", "sent"]}', '{"kind": "Paid"}', 'kind is "Paid"; wanted one of "paid", "sent"')
check('{"a": {"b": [1]}}', '{"a": {"b": 2}}', "a.b is 2; wanted 1")
check('{"a": {"b": [1]}}', '{"a": {"c": 2}}', "a.b is not in the event; wanted 1")
check('{"a": {"b": [1]}}', '{"c": 2}', "a is not in the event")
check('{"eventname": ["x"]}', '{"eventName": "x"}', 'eventname is not in the event, which has "eventName"; wanted "x"')
check('{"kind": ["' .. ("k"):rep(100) .. '"]}', '{"kind": 1}', 'kind is 1; wanted "' .. ("k"):rep(59) .. " ...")

-- The first by name of those that fail; fields that hold are passed.
check('{"a": ["x"], "b": ["y"], "c": ["z"]}', '{"a": "x", "b": "n", "c": "n"}', 'b is "n"; wanted "y"')
check('{"a": ["x"]}', '{"a": "x"}', nil)

-- Operators.
check('{"n": [{"numeric": [">", 0]}]}', '{"n": 1}', nil)
check('{"k": [{"prefix": "or"}]}', '{"k": "order"}', nil)
check('{"k": [{"prefix": "or"}]}', '{"k": "bill"}', 'k is "bill"; wanted {"prefix":"or"}')
check('{"k": [{"suffix": ".csv"}]}', '{"k": "a.CSV"}', 'k is "a.CSV"; wanted {"suffix":".csv"}')
check('{"k": [{"suffix": ".csv"}]}', '{"k": "a.csv"}', nil)
check('{"k": [{"equals-ignore-case": "A"}]}', '{"k": "a"}', nil)
check('{"k": [{"exists": false}]}', '{"k": "a"}', 'k is "a"; wanted {"exists":false}')
check('{"k": [{"exists": true}]}', '{"j": "a"}', 'k is not in the event; wanted {"exists":true}')
check('{"k": [{"anything-but": "a"}]}', '{"k": "a"}', 'k is "a"; wanted {"anything-but":"a"}')
check('{"k": [{"anything-but": "a"}]}', '{"k": "b"}', nil)

-- Of what is not known nothing is said.
check('{"k": [{"cidr": "10.0.0.0/24"}]}', '{"k": "11.0.0.1"}', nil)
check('{"k": [{"wildcard": "a*"}, "c"]}', '{"k": "b"}', nil)
check('{"a.b": [1]}', '{"a": {"b": 2}}', nil)
check('{"k": [1]', '{"k": 2}', nil)
check("gathers", '{"k": 2}', nil)

-- A list holds where one of its elements does; one of objects is not judged.
check('{"k": ["a"]}', '{"k": ["b", "a"]}', nil)
check('{"k": ["a"]}', '{"k": [{"x": 1}]}', nil)

-- Filter policies: of attributes, which are typed, and of the message.
local published <const> = '{"Message": "text", "MessageAttributes": {"n": {"DataType": "Number", "StringValue": "5"}}}'
check('{"n": [5]}', published, nil, "MessageAttributes")
check('{"n": [6]}', published, "n is 5; wanted 6", "MessageAttributes")
check('{"kind": ["a"]}', published, 'kind is not in the event; wanted "a"', "MessageAttributes")
check('{"kind": ["a"]}', published, "the message is no JSON object, as the policy wants it (MessageBody)", "MessageBody")
