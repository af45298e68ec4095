-- args: -j 1
-- exit: 1
-- out: ::an item under another key
-- out: the last poll returned {}
-- out: table Book   1 item
-- out: id = "
-- out: -wrong", paid = true
-- out: ::a filter beside an error
-- out: function Loud     1 invocation
-- out: 1 with errors
-- out: went no further   what AWS tells nobody of
-- out: mapping Orders -> Quiet: it does not match the filter
-- out: "paid":false}}
-- out: no invocation: function Lost, function Quiet
-- out: what lets through only what matches:
-- out: mapping Orders -> Quiet: {"body":{"paid":[true]}}
-- out: ::a route that is not there
-- out: answer.status: expected 200, got 403
-- out: answer:
-- out: body = "{\"message\":\"Missing Authentication Token\"}"
-- out: url = "http://127.0.0.1:
-- out: no invocation: function Lost, function Loud, function Quiet
-- out: rest api ServerlessRestApi: GET /orders/{id} (stages: Prod, Stage)
-- out: rest api ServerlessRestApi: POST (with an API key) /loud (stages: Prod, Stage)
-- out: ::a stage that is not there
-- out: t.acted.status: expected 200, got 403
-- out: hint: what act returned is the same at each poll; an expectation of it in act fails at once
-- out: act returned:
-- out: body = "{\"message\":\"Forbidden\"}"
-- out: /Production/orders/1"
-- out: ::a route of an HTTP API that is not there
-- out: api ServerlessHttpApi: GET /site
-- out: ::a variable that is not set
-- out: AWS would refuse: function Lost called dynamodb:PutItem on table None
-- out: no such resource: is the variable set that the function takes its name from?
-- out: ::an answer that API Gateway cannot use
-- out: answer.status: expected 200, got 502
-- out: the local cloud warned   of what is in the stack
-- out: apigateway: API ServerlessRestApi, GET /orders/wrong: Malformed Lambda proxy response
-- out: 7 failed in
-- no: -> QuietLog
-- no: nothing to say: rest api
-- Nothing has come to where the case looks, and nobody has logged why.
local dynamodb <const> = require "slrun.dynamodb"
local http     <const> = require "slrun.http"
local lambda   <const> = require "slrun.lambda"
local sqs      <const> = require "slrun.sqs"

pattern { name = "shop", stack = "stacks/shop", sla = "1s" }

local function booked(t) return dynamodb.get_item { TableName = t.stack.Table, Key = { id = t.id } } end
local function is_booked(_, found) expect(found.Item):exists() end

case "an item under another key" {
  seed = function(t) t:own(dynamodb.partition { TableName = t.stack.Table, Key = { id = t.id .. "-wrong" } }) end,
  act = function(t) dynamodb.put_item { TableName = t.stack.Table, Item = { id = t.id .. "-wrong", paid = true } } end,
  poll = booked, check = is_booked,
}

case "a filter beside an error" {
  act = function(t)
    lambda.invoke { FunctionName = t.stack.Loud, Payload = { case = t.id } }
    sqs.send_message { QueueUrl = t.stack.Queue, MessageBody = { id = t.id, paid = false } }
  end,
  poll = booked, check = is_booked,
}

case "a route that is not there" (function(t)
  local answer = http.post(t.stack.Api .. "/orders/1", { json = { paid = true } })
  expect(answer.status):equals(200)
end)

case "a stage that is not there" {
  act = function(t) return http.get((t.stack.Api:gsub("Prod$", "Production")) .. "/orders/1") end,
  poll = booked,
  check = function(t, found)
    expect(t.acted.status):equals(200)
    is_booked(t, found)
  end,
}

case "a route of an HTTP API that is not there" (function(t)
  local answer = http.get(t.stack.Site .. "/elsewhere")
  expect(answer.status):equals(200)
end)

case "a variable that is not set" {
  act = function(t) lambda.invoke { FunctionName = t.stack.Lost, Payload = { case = t.id } } end,
  poll = booked, check = is_booked,
}

case "an answer that API Gateway cannot use" (function(t)
  local answer = http.get(t.stack.Api .. "/orders/wrong")
  expect(answer.status):equals(200)
end)
