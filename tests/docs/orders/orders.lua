-- SPDX-License-Identifier: Apache-2.0
-- What the pages run where they show no spec of their own.
local dynamodb <const> = require "slrun.dynamodb"

pattern { name = "orders", sla = "5s", tags = { "shop" } }

local function orders_of(t)
  t.table = "orders-" .. t.id
  dynamodb.create_table {
    TableName = t.table, BillingMode = "PAY_PER_REQUEST",
    AttributeDefinitions = { { AttributeName = "PK", AttributeType = "S" } },
    KeySchema = { { AttributeName = "PK", KeyType = "HASH" } },
  }
  dynamodb.wait_until_exists(t.table)
end

case "an order is shipped" {
  seed = orders_of,
  act = function(t) dynamodb.put_item { TableName = t.table, Item = { PK = t.id, status = "shipped" } } end,
  poll = function(t) return dynamodb.get_item { TableName = t.table, Key = { PK = t.id } } end,
  check = function(_, found) expect(found):at("Item.status"):equals("shipped") end,
}

case "orders are listed" {
  act = function() return dynamodb.list_tables { Limit = 1 } end,
  check = function(_, found) expect(found.TableNames):is_a "table" end,
}
