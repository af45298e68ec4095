-- SPDX-License-Identifier: Apache-2.0
-- Listeners to sources of every kind.
local feed <const> = require "slrun.feed"

case "values keep their kind, and what comes again is told once" (function(t)
  local listener = feed.listen("kinds")
  local one = listener:wait(1)[1]
  expect(one):equals {
    bytes = feed.binary "\0\xff\1", none = feed.null, list = {}, map = {},
    number = feed.number "12345678901234567890.5", nested = { { text = "ä", whole = 3, part = 0.25, yes = true } },
  }
  expect(one.bytes:bytes()):equals "\0\xff\1"
  t:sleep "100ms"
  expect(#listener):equals(1)
end)

case "who joins a settled source hears only rounds that began later" (function(t)
  local first = feed.listen("settled", { name = t.id })
  expect(first:records()):is_a "table"
  for i = 1, 5 do
    t:sleep(7 + i .. "ms") -- into the middle of a round
    local before = feed.now()
    local later = feed.listen("settled", { name = t.id })
    local heard = later:wait(2)
    expect(heard[1].began):is_at_least(before)
    expect(heard[2].n):equals(heard[1].n + 1)
    later:close()
  end
  expect(first:records()[1].n):equals(1) -- one reader, and nothing is left out
  for i, record in ipairs(first:records()) do expect(record.n):equals(i) end
end)

case "it is open before it is handed out" {
  listen = function(t)
    local before = feed.now()
    local listener = feed.listen("late", { name = t.id })
    t.took = feed.now() - before
    return listener
  end,
  act = function(t) expect(t.took):is_at_least(200) end,
  check = function(_, found) expect(found):contains "late" end,
}

case "a case ends when what it has heard is settled" (function(t)
  local name = os.tmpname()
  t:defer(function()
    local file <close> = assert(io.open(name))
    os.remove(name)
    expect(file:read "a"):equals "settled"
  end)
  feed.listen("slow", { file = name }):wait(1)
end)

-- Readers differ by their arguments, and by nothing else.
case "equal arguments have one reader" (function(t)
  local a, b = feed.listen("counting", { name = t.id }), feed.listen("counting", { name = t.id })
  local other = feed.listen("counting", { name = t.id .. "x" })
  a:wait(3)
  b:wait(3)
  expect(a:records()[3]):equals(b:records()[3])
  other:wait(1)
  expect(other:records()[1].n):equals(1)
  a:close()
  b:close()
  t:sleep "60ms"
  expect(feed.listen("counting", { name = t.id }):wait(1)[1].n):equals(1) -- a new reader
end)

for step, text in pairs { open = "no open today", read = "no read today" } do
  case("an error in " .. step) (function(t)
    local function listen() return feed.listen("broken", { step = step }) end
    expect(listen):raises(text) -- it fails before it is handed out
    expect(listen):raises(text) -- a new reader, and the same again
    t:wait { poll = function() return true end } -- it was told
  end)
end

case "an error of a service keeps its code" (function(t)
  local listener = feed.listen("broken", { step = "service" })
  expect(#listener):equals(0) -- it is open, and has not failed yet
  expect(function() t:wait { poll = function() return false end } end):raises "feed.ask"
  local ok, problem = pcall(function() listener:wait(1) end)
  expect(ok):is_false()
  expect(function() return listener:records() end):raises(problem.code)
  expect(function() return #listener end):raises(problem.code)
  expect(problem.operation):equals "ask"
  expect(problem.status):is_at_least(400)
end)

case "an error in settle" (function(t)
  expect(function() feed.listen("broken", { step = "settle" }):wait(1) end):raises "no settle today"
end)

case "a read that returns no list, and records that are no data" (function(t)
  for name, text in pairs { nothing = "'read' must return a list", restless = "must be a duration", ["function"] = "a function cannot be sent" } do
    expect(function() feed.listen(name):wait(1) end):raises(text)
  end
end)

case "more than a listener keeps" (function(t)
  local few = feed.listen("flood", { records = 6000 }, { match = function(n) return n == 1 end })
  expect(function() feed.listen("flood", { records = 6000 }):wait(10001) end)
    :raises "it has kept 10000 records and takes no more"
  few:wait(#few + 3) -- the other one is not hurt
  expect(function() feed.listen("flood", { records = 10001 }):wait(1) end):raises "10001 records in one round; at most 10000 are taken"
end)

case "wrong arguments" (function(t)
  expect(function() feed.listen("county") end):raises "feed has no source 'county'"
  expect(function() feed.listen("counting", { name = 3 }) end):raises "'name' must be a string"
  expect(function() feed.listen("counting", { name = "x", nam = "y" }) end):raises "did you mean 'name'?"
  expect(function() feed.listen("counting", { name = "x" }, { macth = print }) end):raises "no option 'macth'"
  expect(function() feed.listen("counting", { name = ("x"):rep(20000) }) end):raises "too long"
end)

case "a wait inside of a listening one, and a listener in a poll" {
  listen = function(t) return feed.listen("counting", { name = t.id }) end,
  poll = function(t, listener)
    t.inner = t.inner or feed.listen("counting", { name = t.id })
    return #t.inner:wait(2, "5s") >= 2 and #listener >= 2
  end,
}

case "a negative wait fails at the arrival" (function(t)
  local listener = feed.listen("late", { name = t.id .. "n" }, { match = function() return false end })
  t:wait {
    stays = "100ms",
    poll = function() return true end,
    check = function() expect(#listener):equals(0) end,
  }
end)
