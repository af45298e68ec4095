-- args: -v -j 8
-- exit: 1
-- out: polls in vain
-- out: within 15.00 s; 0.
-- out: s of real time)
-- out: 1 failed, 8 passed in
-- What goes by the virtual clock. That it jumps is seen by the cases' limits, which are real time, and by the hour
-- that run.py does not wait for.
local sqs <const> = require "slrun.sqs"
local dynamodb <const> = require "slrun.dynamodb"

pattern { name = "clock", sla = "15s", timeout = "20s" }

local HOUR <const> = 3600

local function queue(t, attributes)
  return sqs.create_queue { QueueName = t.id, Attributes = attributes }.QueueUrl
end

case "an hour passes at once" (function(t)
  local before = t:now()
  t:sleep "1h"
  expect(t:now() - before):is_at_least(HOUR)
  expect(t:now() - before):is_at_most(HOUR + 60)
end)

case "polls in vain" {
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    return t.polls
  end,
  check = function(_, polls) -- 15 s of polls, and no more of them than in real time
    if polls > 30 then error("too many polls: " .. polls) end
    expect(polls):is_above(1000)
  end,
}

case "stays" {
  stays = "10m",
  act = function(t) return t:now() end,
  poll = function(t) return t:now() end,
  check = function(t, now) t.last = now end,
  teardown = function(t) if t.last - t.acted < 600 then error "it did not stay so long" end end,
}

case "helpers go by it too, in the order of their times" (function(t)
  local order = {}
  for _, minutes in ipairs { 3, 1, 2 } do
    t:after(minutes .. "m", function() order[#order + 1] = minutes end)
  end
  t:sleep "4m"
  expect(order):equals { 1, 2, 3 }
end)

case "a message that is delayed" {
  sla = "20m",
  act = function(t)
    t.url, t.sent = queue(t), t:now()
    sqs.send_message { QueueUrl = t.url, MessageBody = "late", DelaySeconds = 900 }
  end,
  poll = function(t) return sqs.receive_message { QueueUrl = t.url, WaitTimeSeconds = 20 } end,
  check = function(t, found)
    expect(found.Messages):has_length(1)
    expect(t:now() - t.sent):is_at_least(900)
    expect(t:now() - t.sent):is_at_most(960)
  end,
}

case "a message that is not kept any longer" (function(t)
  local url = queue(t, { MessageRetentionPeriod = "60" })
  sqs.send_message { QueueUrl = url, MessageBody = "old" }
  t:sleep "59s"
  expect(#sqs.receive_message({ QueueUrl = url, VisibilityTimeout = 0 }).Messages):equals(1)
  t:sleep "2s"
  expect(sqs.receive_message({ QueueUrl = url }).Messages):is_absent()
end)

case "an item whose time to live is over" {
  sla = "3d",
  act = function(t)
    dynamodb.create_table { TableName = t.id, BillingMode = "PAY_PER_REQUEST",
      AttributeDefinitions = { { AttributeName = "id", AttributeType = "S" } },
      KeySchema = { { AttributeName = "id", KeyType = "HASH" } } }
    dynamodb.update_time_to_live { TableName = t.id,
      TimeToLiveSpecification = { Enabled = true, AttributeName = "until" } }
    dynamodb.put_item { TableName = t.id, Item = { id = "a", ["until"] = math.floor(t:now()) + 30 * 60 } }
    t.put = t:now()
  end,
  poll = function(t) return dynamodb.get_item { TableName = t.id, Key = { id = "a" } } end,
  check = function(t, found)
    expect(found):at("Item"):is_absent()
    expect(t:now() - t.put):is_at_least(30 * 60)
  end,
}

case "a wait of a day asks a thousand times, and not every second" {
  sla = "25h",
  act = function(t) t.began, t.polls = t:now(), 0 end,
  poll = function(t)
    t.polls = t.polls + 1
    return t:now() - t.began
  end,
  check = function(t, waited)
    expect(waited):is_at_least(24 * 3600)
    expect(t.polls):is_at_least(800)
    expect(t.polls):is_at_most(1200)
  end,
}

case "a long poll ends when its seconds are over" (function(t)
  local url, before = queue(t), t:now()
  expect(sqs.receive_message({ QueueUrl = url, WaitTimeSeconds = 20 }).Messages):is_absent()
  expect(t:now() - before):is_above(19.9) -- two processes, whose clocks differ by microseconds
end)
