-- lines: FAILURES
local dynamodb <const> = require "slrun.dynamodb"
local sqs      <const> = require "slrun.sqs"

pattern { name = "orders", stack = "stacks/orders", sla = "15s" }

local function order(t, lines)
  t:own(sqs.messages { QueueUrl = t.stack.DeadLetterQueueUrl })
  sqs.send_message { QueueUrl = t.stack.QueueUrl, MessageBody = { id = t.id, lines = lines } }
end

local function booked(t) return dynamodb.get_item { TableName = t.stack.TableName, Key = { id = t.id } } end

case "an order is booked" {
  serial = true,
  act = function(t) order(t, { { sku = "tea", price = 5.25, quantity = 2 } }) end,
  poll = booked,
  check = function(_, found) expect(found.Item):exists() end,
}

case "an order without a price is booked" {
  serial = true,
  act = function(t)
    order(t, {
      { sku = "tea", quantity = 2 }, { sku = "teapot", price = 12.5, quantity = 1 }, { sku = "cups", price = 3.75, quantity = 6 },
      { sku = "sugar", price = 1.25, quantity = 3 },
    })
  end,
  poll = booked,
  check = function(_, found) expect(found.Item):exists() end,
}
