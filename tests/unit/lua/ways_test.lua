-- SPDX-License-Identifier: Apache-2.0
-- Who hands on to whom, of what looks have found:
-- lua5.4 ways_test.lua PART
local parts <const> = {
  values = { slrun = { list = function(value) return value end } },
  look = { last_word = function(name) return name:match "[^/:|]+$" or name end },
}
local ways <const> = assert(loadfile(arg[1], "t")) { part = function(name) return parts[name] end }

local function at(id, name, finding, kind) return { resource = { id = id, name = name, type = kind or "X" }, label = "the " .. id, finding = finding } end

local function equal(looks, expected)
  local found = {}
  for i, way in ipairs(ways.of(looks)) do found[i] = way.from .. " > " .. way.to end
  found = table.concat(found, "\n")
  if found ~= expected then error(("expected\n%s\ngot\n%s"):format(expected, found), 2) end
end

local queue <const> = at("Queue", "https://sqs.test/000000000000/app-Queue-1")
local stream <const> = at("Stream", "app-Stream-1")

-- From what is named as source, and to what is named as target: by ARN, URL, name, or within a longer text.
equal({ queue, stream, at("Work", "w", { source = "arn:aws:kinesis:us-east-1:000000000000:stream/app-Stream-1",
  targets = { "https://sqs.test/000000000000/app-Queue-1" } }) }, "the Stream > the Work\nthe Work > the Queue")
equal({ queue, at("Work", "w", { targets = { '{"Url":"https://sqs.test/000000000000/app-Queue-1","n":1}' } }) }, "the Work > the Queue")
equal({ stream, at("Work", "w", { targets = { "app-Stream-1" } }) }, "the Work > the Stream")

-- Whole words only; a way once; nobody hands on to itself; what is not among the looks is left out.
equal({ stream, at("Work", "w", { targets = { "app-Stream-11", "my-app-Stream-1", "app-Stream" } }) }, "")
equal({ stream, at("Work", "w", { targets = { "app-Stream-1", "x:app-Stream-1:y", "w", "elsewhere" } }) }, "the Work > the Stream")

-- Rings; in order of the labels; what has not answered hands nothing on.
equal({ at("B", "b", { targets = { "a" } }), at("A", "a", { targets = { "b", "c" } }), at("C", "c") }, "the A > the B\nthe A > the C\nthe B > the A")

-- A log group is called as its function is; what is no resource of the stack has no id.
equal({ at("Logs", "/aws/lambda/fn", {}, "AWS::Logs::LogGroup"), at("Fn", "fn"), at("", "us-east-1"),
  at("Work", "w", { targets = { "fn", "us-east-1" } }) }, "the Work > the Fn")

-- No more than 200, and what is no text names nobody.
local crowd, names = {}, {}
for i = 1, 300 do crowd[i], names[i] = at("T" .. i, "t" .. i), "t" .. i end
crowd[301] = at("Work", "w", { source = 5, targets = { true, table.unpack(names) } })
assert(#ways.of(crowd) == 200)
