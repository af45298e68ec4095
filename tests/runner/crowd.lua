-- args: -q -j 600
-- exit: 1
-- out: timeout after 0.3 s in phase poll
-- out: 200 timeout, 400 passed in
-- no: error
-- More polls are due than the connections carry: cases queue before they ask, and nothing is lost.
local dynamodb <const> = require "slrun.dynamodb"

local numbers <const> = {}
for i = 1, 400 do numbers[i] = i end

fixture "table" {
  scope = "file",
  setup = function(t)
    local name = t.id
    dynamodb.create_table { TableName = name, BillingMode = "PAY_PER_REQUEST",
      AttributeDefinitions = { { AttributeName = "pk", AttributeType = "S" } },
      KeySchema = { { AttributeName = "pk", KeyType = "HASH" } } }
    dynamodb.wait_until_exists(name)
    return name
  end,
}

case "polls until its turn has come ten times" {
  uses = { "table" },
  each = { n = numbers },
  every = "1ms",
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    dynamodb.get_item { TableName = t.table, Key = { pk = "a" } }
    return t.polls == 10
  end,
}

case "is ended while it queues" {
  uses = { "table" },
  each = { n = { table.unpack(numbers, 1, 200) } },
  timeout = "300ms",
  every = "1ms",
  poll = function(t)
    dynamodb.get_item { TableName = t.table, Key = { pk = "a" } }
    return false
  end,
}
