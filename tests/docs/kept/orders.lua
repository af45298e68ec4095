-- SPDX-License-Identifier: Apache-2.0
-- Fails, and leaves what it made: docs/cleanup.md.
local dynamodb <const> = require "slrun.dynamodb"
case "makes" (function(t)
  dynamodb.create_table { TableName = "orders-" .. t.id, BillingMode = "PAY_PER_REQUEST",
    AttributeDefinitions = { { AttributeName = "id", AttributeType = "S" } }, KeySchema = { { AttributeName = "id", KeyType = "HASH" } } }
  expect(1):equals(2)
end)
