-- SPDX-License-Identifier: Apache-2.0
-- Messages that an API takes go through a queue to a function, and from there into another queue. A listener, in test
-- deployments alone, notes the messages of type TEST that come out at either end. What GET /outbox hands out stands in
-- apigw-sqs-lambda-sqs-outbox.lua: this listener would take its messages.
local dynamodb <const> = require "slrun.dynamodb"
local event    <const> = require "slrun.event"
local http     <const> = require "slrun.http"
local lambda   <const> = require "slrun.lambda"

pattern {
  name       = "apigw-sqs-lambda-sqs",
  about      = "Messages that an API takes are worked on between two queues.",
  stack      = "stacks/apigw-sqs-lambda-sqs",
  parameters = { DeployTestResources = "True" },
  sla        = "15s",
  tags       = { "apigateway", "sqs", "lambda" },
}

-- A message of the type TEST, which the listener notes under its id.
local function message(id, text)
  return { data = { type = "TEST", id = id, text = text } }
end

local function post(t, body)
  return http.post(t.stack.ApiUrl .. "/inbox", { json = body })
end

-- What the listener has noted of an id.
local function noted(t, id)
  return dynamodb.all("query", {
    TableName = t.stack.ResultsTableName,
    KeyConditionExpression = "id = :id", ExpressionAttributeValues = { [":id"] = id },
  })
end

-- Three things that each seed considers: ids of the case's own tell its messages from all others of the queues; what the
-- listener will note under them is claimed, and so gone at the end; and data that a case looks for stands there before
-- it acts, such as the message of apigw-sqs-lambda-sqs-outbox.lua that nobody has posted.
local function owns(t, ...)
  for _, id in ipairs { ... } do
    t:own(dynamodb.partition { TableName = t.stack.ResultsTableName, Key = { id = id } })
  end
end

---------------------------------------------------------------------------------------------------
-- The function alone: an event goes straight to its handler.

case "the function refuses what is no message" {
  rows = {
    { name = "no JSON", body = "hello", error = "JSONDecodeError" },
    { name = "no data", body = { text = "hello" }, error = "KeyError" },
    { name = "no text", body = { data = { id = "1" } }, error = "KeyError" },
    { name = "a list", body = "[1]", error = "TypeError" },
  },

  act = function(t)
    return lambda.invoke { FunctionName = t.stack.ProcessFunctionName, Payload = event.sqs { { body = t.body } } }
  end,

  check = function(t, answer)
    expect(answer.FunctionError):equals "Unhandled"
    expect(answer.Payload.errorType):equals(t.error)
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: the API is asked.

case "two messages come out, told apart by their ids" {
  seed = function(t)
    t.first, t.second = t.id .. "-1", t.id .. "-2"
    owns(t, t.first, t.second)
  end,

  act = function(t)
    for id, text in pairs { [t.first] = "one", [t.second] = "two & a half, +3 %" } do
      local answer = post(t, message(id, text))
      expect(answer.status):equals(202)
      expect(answer.json):equals { taken = true }
    end
  end,

  poll = function(t) return { first = noted(t, t.first), second = noted(t, t.second) } end,

  check = function(t, found)
    expect(found.first):matches { { queue = "outbox" } }
    expect(found.second):matches { { queue = "outbox" } }
    expect(found.first[1].body):json():equals { data = { type = "TEST", id = t.first, text = "one", words = 1 } }
    expect(found.second[1].body):json():equals {
      data = { type = "TEST", id = t.second, text = "two & a half, +3 %", words = 6 },
    }
  end,
}

case "the listener notes messages of the type TEST alone" {
  stays = "3s",
  seed = function(t)
    t.order, t.test = t.id .. "-1", t.id .. "-2"
    owns(t, t.order, t.test)
  end,

  act = function(t)
    post(t, { data = { type = "ORDER", id = t.order, text = "one" } })
    post(t, message(t.test, "one"))
  end,

  poll = function(t) return { order = noted(t, t.order), test = noted(t, t.test) } end,

  check = function(_, found)
    expect(found.test):has_length(1)
    expect(found.order):has_length(0)
  end,
}

case "a message without a text ends with the dead letters, and a right one beside it does not" {
  seed = function(t)
    t.bad, t.good = t.id .. "-1", t.id .. "-2"
    owns(t, t.bad, t.good)
  end,

  act = function(t)
    expect(post(t, message(t.bad)).status):because("the queue takes what the function will refuse"):equals(202)
    expect(post(t, message(t.good, "one")).status):equals(202)
  end,

  poll = function(t) return { bad = noted(t, t.bad), good = noted(t, t.good) } end,

  check = function(_, found)
    expect(found.bad):matches { { queue = "dead" } }
    expect(found.good):matches { { queue = "outbox" } }
  end,
}

case "a message that is larger than the queue takes is refused at once" {
  act = function(t) return post(t, message(t.id, ("x"):rep(1100000))) end,

  check = function(_, answer)
    expect(answer.status):equals(400)
    expect(answer.json):equals { taken = false }
  end,
}

case "a message of another type of content is refused at once" {
  act = function(t)
    return http.post(t.stack.ApiUrl .. "/inbox", { body = "hello", headers = { ["Content-Type"] = "text/plain" } })
  end,

  check = function(_, answer) expect(answer.status):equals(415) end,
}
