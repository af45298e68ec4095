-- no: FAILED
-- args: -j 1
-- out: 12 passed, 1 skipped
local dynamodb <const> = require "slrun.dynamodb"
local slrun_now <const> = os.clock

-- The engine's rules, seen from a spec. Nothing here asserts how long something took.

case "a poll that holds at once is asked once" {
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    return t.polls
  end,
  check = function(_, polls) expect(polls):equals(1) end,
}

case "check runs with nothing when the item is not there" {
  seed = function(t)
    dynamodb.create_table { TableName = t.id, BillingMode = "PAY_PER_REQUEST",
      AttributeDefinitions = { { AttributeName = "pk", AttributeType = "S" } },
      KeySchema = { { AttributeName = "pk", KeyType = "HASH" } } }
    dynamodb.wait_until_exists(t.id)
  end,
  act = function(t)
    t:after("100ms", function() dynamodb.put_item { TableName = t.id, Item = { pk = "a", status = "done" } } end)
  end,
  poll = function(t) return dynamodb.get_item { TableName = t.id, Key = { pk = "a" } } end,
  check = function(_, found) expect(found):at("Item.status"):equals "done" end,
}

case "a table that is not there ends the wait at once" (function(t)
  local polls = 0
  expect(function()
    t:wait { within = "60s", poll = function()
      polls = polls + 1
      return dynamodb.get_item { TableName = "no-such-table", Key = { pk = "a" } }
    end }
  end):raises "ResourceNotFoundException"
  expect(polls):equals(1)
end)

case "a failed expectation in poll means not yet" {
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    expect(t.polls):is_at_least(3)
    return t.polls
  end,
}

case "the deadline is no count: there is an attempt at its end" (function(t)
  local polls = 0
  expect(function()
    t:wait { within = "100ms", every = "1h", poll = function() polls = polls + 1 end }
  end):raises()
  expect(polls):equals(2)
end)

case "after a stall of the loop there is one more attempt" (function(t)
  local polls = 0
  local found = t:wait {
    within = "50ms",
    poll = function()
      polls = polls + 1
      local till = slrun_now() + 0.3
      while polls == 1 and slrun_now() < till do end -- nobody can wait in here
      return polls == 2
    end,
  }
  expect(found):is_true()
end)

case "a wait inside of a wait ends with it" (function(t)
  local inner = 0
  expect(function()
    t:wait { within = "100ms", poll = function()
      inner = inner + 1
      return t:wait { within = "1h", every = "20ms", poll = function() return false end }
    end }
  end):raises()
  expect(inner):equals(1)
end)

case "the outer wait goes on behind an inner one that fails" (function(t)
  local rounds = 0
  local found = t:wait { within = "60s", poll = function()
    rounds = rounds + 1
    return t:wait { within = "20ms", every = "5ms", poll = function() return rounds == 3 and "third" end }
  end }
  expect(found):equals "third"
end)

case "stays asks until its end" {
  stays = "100ms", every = "20ms",
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    return t.polls
  end,
  check = function(_, polls) expect(polls):is_at_least(1) end,
  teardown = function(t) expect(t.polls):is_at_least(2) end,
}

case "give_up runs after each failed check, and not after a good one" {
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    return t.polls
  end,
  check = function(_, polls) expect(polls):equals(3) end,
  give_up = function(t) t.asked = (t.asked or 0) + 1 end,
  teardown = function(t) expect(t.asked):equals(2) end,
}

case "t:skip ends a wait" {
  poll = function(t) t:skip "not here" end,
}

case "a wait in seed, and one in teardown" {
  seed = function(t)
    local n = 0
    t.ready = t:wait { every = "5ms", poll = function() n = n + 1 return n == 3 and n end }
  end,
  act = function(t) expect(t.ready):equals(3) end,
  teardown = function(t) t:wait { poll = function() return true end } end,
}

case "a value that changes between the polls is told as it was" (function(t)
  local list = {}
  local ok, problem = pcall(function()
    t:wait { within = "60s", every = "5ms",
      poll = function()
        list[#list + 1] = "x"
        return list
      end,
      check = function(_, found) expect(found):has_length(0) end,
      give_up = function() return #list == 3 end }
  end)
  list[4] = "y"
  expect(ok):is_false()
  expect(tostring(problem)):contains "got 3"
end)
