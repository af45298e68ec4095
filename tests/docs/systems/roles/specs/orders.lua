-- SPDX-License-Identifier: Apache-2.0
local dynamodb <const> = require "slrun.dynamodb"
local lambda   <const> = require "slrun.lambda"

pattern { name = "orders", stack = "../stacks/orders" }

case "an order is written" {
  act = function(t) lambda.invoke { FunctionName = t.stack.Writer, Payload = { id = t.id } } end,
  poll = function(t) return dynamodb.get_item { TableName = t.stack.TableName, Key = { id = t.id } } end,
  check = function(_, found) expect(found.Item):exists() end,
}
