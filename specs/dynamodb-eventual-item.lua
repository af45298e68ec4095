-- An item that is not there yet.
--
-- The asynchronous system of this pattern is played by a writer that the spec delays (t:after), so
-- that it runs anywhere: on the local cloud, on any AWS-compatible endpoint, on AWS.
local dynamodb <const> = require "slrun.dynamodb"

pattern {
  name  = "dynamodb-eventual-item",
  about = "An order is accepted at once and written to a table some time later.",
  sla   = "5s", -- how long the order may take to show
  tags  = { "dynamodb", "starter" },
}

-- A table of this case alone: its name carries t.id, so slrun deletes it at the end.
local function create_orders(t)
  t.table = "orders-" .. t.id
  dynamodb.create_table {
    TableName = t.table,
    AttributeDefinitions = {
      { AttributeName = "customer", AttributeType = "S" },
      { AttributeName = "order", AttributeType = "S" },
    },
    KeySchema = {
      { AttributeName = "customer", KeyType = "HASH" },
      { AttributeName = "order", KeyType = "RANGE" },
    },
    BillingMode = "PAY_PER_REQUEST",
  }
  dynamodb.wait_until_exists(t.table)
end

-- The system under test: takes an order now, stores it later.
local function submit(t, order, delay)
  t:after(delay, function()
    dynamodb.put_item { TableName = t.table, Item = order }
  end)
end

case "an order shows within the SLA" {
  seed = create_orders,

  act = function(t)
    submit(t, { customer = t.id, order = "1", status = "accepted", total = 12.5 }, "300ms")
  end,

  poll = function(t)
    return dynamodb.get_item { TableName = t.table, Key = { customer = t.id, order = "1" } }
  end,

  check = function(t, found)
    expect(found.Item):matches { status = "accepted", total = 12.5 }
  end,
}

case "every order of a customer is stored" {
  each = { count = { 1, 25, 60 } },

  seed = function(t)
    create_orders(t)
    t:own(dynamodb.partition { TableName = t.table, Key = { customer = t.id } })
  end,

  act = function(t)
    for i = 1, t.count do
      submit(t, { customer = t.id, order = ("%03d"):format(i) }, (i * 5) .. "ms")
    end
  end,

  poll = function(t)
    return dynamodb.all("query", {
      TableName = t.table,
      KeyConditionExpression = "customer = :customer",
      ExpressionAttributeValues = { [":customer"] = t.id },
    })
  end,

  check = function(t, orders)
    expect(orders):has_length(t.count)
  end,
}

case "a status changes from accepted to shipped" {
  every = "100ms",

  seed = function(t)
    create_orders(t)
    dynamodb.put_item { TableName = t.table,
      Item = { customer = t.id, order = "1", status = "accepted", parts = { { sku = "a1", n = 2 } } } }
  end,

  act = function(t)
    t:after("250ms", function()
      dynamodb.update_item {
        TableName = t.table, Key = { customer = t.id, order = "1" },
        UpdateExpression = "SET #s = :shipped, parts[0].n = parts[0].n - :one",
        ConditionExpression = "#s = :accepted",
        ExpressionAttributeNames = { ["#s"] = "status" },
        ExpressionAttributeValues = { [":shipped"] = "shipped", [":accepted"] = "accepted", [":one"] = 1 },
      }
    end)
  end,

  poll = function(t)
    return dynamodb.get_item { TableName = t.table, Key = { customer = t.id, order = "1" } }
  end,

  check = function(t, found)
    expect(found):at("Item.status"):equals("shipped")
    expect(found):at("Item.parts[1].n"):equals(1)
  end,
}

case "an order is written once: the second is refused" (function(t)
  create_orders(t)
  local order = {
    TableName = t.table, Item = { customer = t.id, order = "1" },
    ConditionExpression = "attribute_not_exists(customer)",
  }
  dynamodb.put_item(order)
  expect(function() dynamodb.put_item(order) end):raises("ConditionalCheckFailedException")
end)

case "values come back as they were" {
  rows = {
    { name = "a number of 38 digits", value = dynamodb.number "1234567890.1234567890123456789012345678" },
    { name = "bytes", value = dynamodb.binary "\0\1\254\255" },
    { name = "a set", value = dynamodb.set { "red", "green" } },
    { name = "an empty list", value = dynamodb.list {} },
    { name = "null", value = dynamodb.null },
    { name = "a map in a list", value = { { deep = { true, false, 1, 2.5, "text" } } } },
  },

  seed = create_orders,

  act = function(t)
    submit(t, { customer = t.id, order = "1", value = t.value }, "50ms")
  end,

  poll = function(t)
    return dynamodb.get_item { TableName = t.table, Key = { customer = t.id, order = "1" } }
  end,

  check = function(t, found)
    expect(found):at("Item.value"):equals(t.value)
  end,
}
