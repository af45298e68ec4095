-- args: -j 1 -v
-- exit: 0
-- out: file up for fixtures.lua
-- out: fixtures.lua::values and order PASSED
-- out: fixtures.lua::once a file, once a case PASSED
-- out: fixtures.lua::with parameters[7] PASSED
-- out: fixtures.lua::the end was seen PASSED
-- out: fixtures.lua::last of the file PASSED
-- out: file down for fixtures.lua
-- out: 6 passed
-- no: never used

local order, files, calls = {}, 0, 0
local function note(word) order[#order + 1] = word end

fixture "numbers" {
  scope = "run",
  setup = function(t)
    expect(t.id):matches "^r[a-z0-9]+%-[a-z0-9]+$"
    return { list = { 1, 2, 3 }, name = "run" }
  end,
}

fixture "file_one" {
  scope = "file", uses = { "numbers" },
  setup = function(t)
    files = files + 1
    io.write "file up for fixtures.lua\n"
    t:defer(function() io.write "file down for fixtures.lua\n" end)
    return { sum = t.numbers.list[1] + t.numbers.list[3], callback = function() return "any value" end }
  end,
}

fixture "first" {
  setup = function(t)
    note "first up"
    t:sleep "2ms" -- set-up runs in a coroutine
    return "one"
  end,
  teardown = function(t, value) note("first down " .. value) end,
}

fixture "second" {
  uses = { "first", "file_one" },
  timeout = "5s",
  setup = function(t)
    note("second up " .. t.first .. " " .. t.file_one.sum)
    t:defer(function() note "second's defer" end)
    return "two"
  end,
  teardown = function(t, value) note("second down " .. value) end,
}

fixture "counted" {
  autouse = true,
  setup = function() calls = calls + 1 return calls end,
}

fixture "unused" { setup = function() io.write "never used\n" end }

case "values and order" {
  uses = { "second" },
  seed = function() note "seed" end,
  act = function(t)
    expect(t.first):equals "one"
    expect(t.second):equals "two"
    expect(t.file_one.callback()):equals "any value"
    expect(t.counted):equals(1)
    t:defer(function() note "the case's defer" end)
  end,
  teardown = function() note "teardown" end,
}

case "once a file, once a case" {
  uses = { "file_one" },
  act = function(t)
    expect(order):equals { "first up", "second up one 4", "seed", "teardown", "the case's defer",
      "second down two", "second's defer", "first down one" }
    expect(files):equals(1)
    expect(calls):equals(2)
    expect(t.first):is_absent()
  end,
}

case "with parameters" {
  each = { size = { 7 } }, uses = { "numbers" },
  act = function(t) expect(t.size + t.numbers.list[2]):equals(9) end,
}

case "a wait in a fixture" {
  uses = { "waited" },
  act = function(t) expect(t.waited):equals(3) end,
}

fixture "waited" {
  setup = function(t)
    local n = 0
    return t:wait { every = "1ms", poll = function() n = n + 1 return n end,
      check = function(_, found) expect(found):equals(3) end }
  end,
}

case "the end was seen" (function(t) expect(t.counted):equals(5) end)
case "last of the file" (function() end)
