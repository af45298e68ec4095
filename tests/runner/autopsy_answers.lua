-- exit: 1
-- out: went no further   what AWS tells nobody of
-- out: rest api Shop: POST /orders: dynamodb:action/PutItem answered with status 400, and the caller got 200
-- out: ValidationException
-- out: 1 failed, 1 passed
-- no: an order with its key
-- An API that answers with status 200 whatever its integration says: whoever calls it does not hear of a refusal.
local dynamodb <const> = require "slrun.dynamodb"
local http     <const> = require "slrun.http"

pattern { name = "answers", stack = "stacks/answers", sla = "1s" }

local function post(t, key)
  local answer = http.post(t.stack.Url, { json = { key = key, id = t.id } })
  expect(answer.status):equals(200)
end

local function stored(t) return dynamodb.get_item { TableName = t.stack.TableName, Key = { id = t.id } } end

local function is_there(_, found) expect(found.Item):exists() end

case "an order with its key" { act = function(t) post(t, "id") end, poll = stored, check = is_there }

case "an order under a wrong key" { act = function(t) post(t, "Id") end, poll = stored, check = is_there }
