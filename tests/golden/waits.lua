-- lines: ERRORS
-- args: -j 1 --clock=real
-- Waits that fail, one kind each.
local dynamodb <const> = require "slrun.dynamodb"

case "the time is over" {
  sla = "300ms", every = "50ms",
  poll = function() return { Count = 3, Items = { { id = 1, status = "done" }, { id = 2, status = "done" },
    { id = 3, status = "pending" } } } end,
  check = function(_, found) expect(found):at("Items[3].status"):equals "done" end,
}

-- The third poll sees most; later ones see less.
case "the nearest miss was earlier" {
  sla = "1s", every = "20ms",
  poll = function(t)
    t.n = (t.n or 0) + 1
    if t.n == 1 then return nil end
    local items = {}
    for i = 1, t.n == 3 and 19 or 17 do items[i] = "r" .. i end
    return { Items = items }
  end,
  check = function(_, found)
    expect(found):exists()
    expect(found.Items):has_length(20)
  end,
  give_up = function(t) return t.n == 8 and "eight polls are enough for this sample" end,
}

case "a member that came close" {
  sla = "300ms", every = "50ms",
  poll = function()
    return { { id = "r1", status = "done" }, { id = "r2", status = "pending", retries = 3 },
      { id = "r3", status = "done" } }
  end,
  check = function(_, records) expect(records):contains { id = "r2", status = "done" } end,
}

case "given up" {
  sla = "60s",
  poll = function() return { status = "CREATE_FAILED", reason = "no such image" } end,
  check = function(_, found) expect(found.status):equals "CREATE_COMPLETE" end,
  give_up = function(_, found) return found.status == "CREATE_FAILED" and found.reason end,
}

case "it did not stay" {
  sla = "5s", stays = "10s", every = "20ms",
  poll = function(t)
    t.n = (t.n or 0) + 1
    return { "a", t.n > 4 and "a second time" or nil }
  end,
  check = function(_, messages) expect(messages):equals { "a" } end,
}

case "a poll without a check" {
  sla = "200ms", every = "50ms",
  poll = function(t) return t.done end,
}

case "an act that does nothing" {
  sla = "200ms", every = "50ms",
  act = function() for _, id in ipairs {} do dynamodb.get_item { TableName = "t", Key = { PK = id } } end end,
  poll = function() return { Count = 0 } end,
  check = function(_, found) expect(found.Count):equals(1) end,
}

case "a helper acts" {
  sla = "200ms", every = "50ms",
  act = function(t) t:after("10ms", function() end) end,
  poll = function() return { Count = 0 } end,
  check = function(_, found) expect(found.Count):equals(1) end,
}

case "an error in check" {
  sla = "60s",
  poll = function(t)
    t.n = (t.n or 0) + 1
    return t.n == 2 and {} or nil
  end,
  check = function(_, found)
    expect(found):exists()
    return found.missing.field
  end,
}

case "an error of AWS" {
  sla = "60s",
  poll = function() return dynamodb.get_item { TableName = "no-such-table", Key = { PK = "a" } } end,
  check = function(_, found) expect(found.Item):exists() end,
}

case "a wait inside of a wait" {
  sla = "400ms",
  poll = function(t)
    return t:wait {
      within = "50ms", every = "10ms",
      poll = function() return 1 end,
      check = function(_, n) expect(n):equals(2) end,
    }
  end,
  check = function(_, n) expect(n):equals(3) end,
}

case "a wait in seed" {
  seed = function(t)
    t:wait {
      within = "100ms", every = "20ms",
      poll = function() return { TableStatus = "CREATING" } end,
      check = function(_, table_now) expect(table_now.TableStatus):equals "ACTIVE" end,
    }
  end,
  act = function() end,
}

case "a wait in teardown" {
  act = function() end,
  teardown = function(t)
    t:wait { within = "100ms", every = "20ms", poll = function() return false end }
  end,
}

case "a number that changes once" {
  sla = "300ms", every = "20ms",
  poll = function(t)
    t.n = (t.n or 0) + 1
    return t.n > 3 and 7 or 1
  end,
  check = function(_, n) expect(n):equals(8) end,
}

case "what act returned is waited for" {
  sla = "200ms", every = "50ms",
  act = function() return { status = 500, body = "no such table" } end,
  poll = function() return { Count = 0 } end,
  check = function(t) expect(t.acted.status):equals(200) end,
}

case "messages are received one by one" {
  sla = "300ms", every = "50ms",
  seed = function(t) t.url = require("slrun.sqs").create_queue({ QueueName = t.id }).QueueUrl end,
  act = function(t) require("slrun.sqs").send_message { QueueUrl = t.url, MessageBody = "first" } end,
  poll = function(t) return require("slrun.sqs").receive_message { QueueUrl = t.url } end,
  check = function(_, found) expect(found.Messages):has_length(2) end,
}

case "what is over" {
  sla = "1s",
  poll = function() return { status = "FAILED" } end,
  check = function(_, found) expect(found.status):equals "SUCCEEDED" end,
}

case "what may go on" {
  sla = "1s",
  poll = function() return { status = "PENDING" } end,
  check = function(_, found) expect(found.status):equals "SUCCEEDED" end,
}

case "given up only for something else" {
  sla = "1s",
  poll = function() return { status = "FAILED" } end,
  check = function(_, found) expect(found.status):equals "SUCCEEDED" end,
  give_up = function() return false end,
}

case "over at the last poll" {
  sla = "1s",
  every = "1s",
  poll = function(t)
    t.n = (t.n or 0) + 1
    return { status = t.n == 1 and "PENDING" or "FAILED" }
  end,
  check = function(_, found) expect(found.status):equals "SUCCEEDED" end,
}
