-- lines: FAILURES
-- server: silent
-- A server that accepts and never answers: the request is given its rest, and the wait then ends.
local dynamodb <const> = require "slrun.dynamodb"

case "no answer" {
  sla = "300ms", every = "100ms",
  poll = function() return dynamodb.get_item { TableName = "orders", Key = { PK = "a" } } end,
  check = function(_, found) expect(found.Item):exists() end,
}

case "no answer after some" {
  sla = "300ms", every = "50ms",
  poll = function(t)
    t.n = (t.n or 0) + 1
    if t.n < 3 then return {} end
    return dynamodb.get_item { TableName = "orders", Key = { PK = "a" } }
  end,
  check = function(_, found) expect(found.Item):exists() end,
}
