-- SPDX-License-Identifier: Apache-2.0
-- Orders come by a queue, a function books each in a table: once, although a queue may deliver twice, and
-- without the good orders of a batch suffering from a bad one.
local dynamodb    <const> = require "slrun.dynamodb"
local event       <const> = require "slrun.event"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"
local sqs         <const> = require "slrun.sqs"

pattern {
  name  = "sqs-lambda",
  about = "Orders of a queue are booked in a table, each of them once.",
  stack = "stacks/sqs-lambda",
  sla   = "15s",
  tags  = { "sqs", "lambda", "dynamodb" },
}

-- Two of one article at 5.25, which makes 10.5.
local function order(t, number)
  return { customer = t.id, order = number, lines = { { sku = "tea", price = 5.25, quantity = 2 } } }
end

-- All entries of the case: the customer is t.id.
local function entries(t)
  return dynamodb.all("query", {
    TableName = t.stack.TableName,
    KeyConditionExpression = "customer = :customer",
    ExpressionAttributeValues = { [":customer"] = t.id },
    ConsistentRead = true,
  })
end

local function owns_its_entries(t)
  t:own(dynamodb.partition { TableName = t.stack.TableName, Key = { customer = t.id } })
end

---------------------------------------------------------------------------------------------------
-- The function alone: an event goes straight to its handler.

case "the function books the orders of a batch" {
  each = { size = { 1, 10 } },
  seed = owns_its_entries,

  act = function(t)
    local batch = {}
    for i = 1, t.size do batch[i] = order(t, i) end
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = event.sqs(batch) }
  end,

  check = function(t, answer)
    expect(answer.Payload):equals { batchItemFailures = {} }
    local found = entries(t)
    expect(found):has_length(t.size + 1)
    expect(found):contains { entry = "order#1", amount = 10.5 }
    expect(found):contains { entry = "totals", orders = t.size, amount = t.size * 10.5 }
  end,
}

case "the function names the messages that it could not book, and books the others" {
  rows = {
    { name = "text", bad = "tea, please" },
    { name = "no lines", bad = { customer = "c", order = 2 } },
    { name = "a price in words", bad = { customer = "c", order = 2, lines = { { price = "five", quantity = "two" } } } },
    { name = "empty", bad = {} },
  },
  seed = owns_its_entries,

  act = function(t)
    t.batch = event.sqs { order(t, 1), t.bad, order(t, 3) }
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = t.batch }
  end,

  check = function(t, answer)
    expect(answer.Payload):equals { batchItemFailures = { { itemIdentifier = t.batch.Records[2].messageId } } }
    expect(entries(t)):matches { { entry = "order#1" }, { entry = "order#3" }, { entry = "totals", orders = 2 } }
  end,
}

case "the function books an order once, however often it is delivered" {
  seed = owns_its_entries,

  act = function(t)
    local batch = event.sqs { order(t, 1), order(t, 1) }
    lambda.invoke { FunctionName = t.stack.FunctionName, Payload = batch }
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = batch }
  end,

  check = function(t, answer)
    expect(answer.Payload):because("a repeated order is no failure"):equals { batchItemFailures = {} }
    expect(entries(t)):contains { entry = "totals", orders = 1, amount = 10.5 }
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: messages go into the queue.

case "every order of the queue is booked" {
  each = { size = { 1, 10, 25 } },
  seed = owns_its_entries,

  act = function(t)
    for i = 1, t.size do
      sqs.send_message { QueueUrl = t.stack.QueueUrl, MessageBody = order(t, i) }
    end
  end,

  poll = entries,

  check = function(t, found)
    expect(found):has_length(t.size + 1)
    expect(found):contains { entry = "totals", orders = t.size, amount = t.size * 10.5 }
  end,
}

case "an order that is sent twice is booked once" {
  seed = owns_its_entries,
  stays = "3s", -- the second message has its time to do harm

  act = function(t)
    for _ = 1, 2 do
      sqs.send_message { QueueUrl = t.stack.QueueUrl, MessageBody = order(t, 1) }
    end
  end,

  poll = entries,

  check = function(_, found)
    expect(found):matches { { entry = "order#1" }, { entry = "totals", orders = 1, amount = 10.5 } }
  end,
}

case "an order that the queue delivers twice is booked once" {
  controls = { "faults" },
  stays = "3s",

  seed = function(t)
    owns_its_entries(t)
    local_cloud.duplicates { resource = t.stack.QueueUrl:match "[^/]+$" }
  end,

  act = function(t)
    for i = 1, 3 do sqs.send_message { QueueUrl = t.stack.QueueUrl, MessageBody = order(t, i) } end
  end,

  poll = entries,

  check = function(_, found)
    expect(found):has_length(4)
    expect(found):contains { entry = "totals", orders = 3, amount = 31.5 }
    expect(local_cloud.faults()[1].happened):because("messages came twice"):is_at_least(3)
  end,
}

case "an order is booked when the table lets it, and once" {
  controls = { "faults" },

  seed = function(t)
    owns_its_entries(t)
    local_cloud.fail {
      service = "dynamodb", operation = "transact_write_items", resource = t.stack.TableName, times = 1,
      error = "ValidationException",
    }
  end,

  act = function(t) sqs.send_message { QueueUrl = t.stack.QueueUrl, MessageBody = order(t, 1) } end,
  poll = entries,

  check = function(_, found)
    expect(found):matches { { entry = "order#1" }, { entry = "totals", orders = 1, amount = 10.5 } }
    expect(local_cloud.faults()[1].happened):equals(1)
  end,
}

case "a message that is no order ends in the dead-letter queue, and stops no other" {
  seed = owns_its_entries,

  listen = function(t)
    return sqs.listen {
      QueueUrl = t.stack.DeadLetterQueueUrl,
      match = function(message) return message.Body:find(t.id, 1, true) end,
    }
  end,

  act = function(t)
    for _, body in ipairs { order(t, 1), "tea for " .. t.id .. ", please", order(t, 3) } do
      sqs.send_message { QueueUrl = t.stack.QueueUrl, MessageBody = body }
    end
  end,

  check = function(t, refused)
    expect(refused):has_length(1)
    expect(refused[1].Body):equals("tea for " .. t.id .. ", please")
    expect(entries(t)):matches { { entry = "order#1" }, { entry = "order#3" }, { entry = "totals", orders = 2 } }
  end,
}
