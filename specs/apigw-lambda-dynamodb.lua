-- SPDX-License-Identifier: Apache-2.0
-- An API greets people by the names that a table has, and keeps each greeting in the same table: what is wanted of the case
-- stands there before it acts, and what the system writes beside its answer is looked for, and swept.
local dynamodb    <const> = require "slrun.dynamodb"
local event       <const> = require "slrun.event"
local http        <const> = require "slrun.http"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"

pattern {
  name  = "apigw-lambda-dynamodb",
  about = "An API greets people by the names that a table has, and keeps what it said.",
  stack = "stacks/apigw-lambda-dynamodb",
  sla   = "10s",
  tags  = { "apigateway", "lambda", "dynamodb" },
}

-- All that has the person's id goes at the end: the name, and whatever the function has kept.
local function owns_the_person(t)
  t.person = t.person or t.id
  t:own(dynamodb.partition { TableName = t.stack.TableName, Key = { PK = t.person } })
end

local function has_a_name(t)
  owns_the_person(t)
  dynamodb.put_item { TableName = t.stack.TableName, Item = { PK = t.person, SK = "NAME#", name = "Zoë" } }
end

local function greetings(t)
  return dynamodb.all("query", {
    TableName = t.stack.TableName,
    KeyConditionExpression = "PK = :person AND begins_with(SK, :kept)",
    ExpressionAttributeValues = { [":person"] = t.person, [":kept"] = "TS#" },
    ConsistentRead = true,
  })
end

---------------------------------------------------------------------------------------------------
-- The function alone: it gets the event that the API would make.

local function invoke(t)
  return lambda.invoke {
    FunctionName = t.stack.FunctionName,
    Payload = event.apigw { method = "GET", resource = "/hello/{id}", path = "/hello/" .. t.person },
  }
end

case "the function greets by name, and keeps the greeting" {
  seed = has_a_name,
  act = invoke,

  check = function(t, answer)
    expect(answer.Payload.statusCode):equals(200)
    expect(answer.Payload.body):json():equals { greeting = "Hello Zoë!" }
    local kept = greetings(t)
    expect(kept):has_length(1)
    expect(kept[1]):matches { SK = "^TS#%d%d%d%d%-%d%d%-%d%dT", greeting = "Hello Zoë!" }
  end,
}

case "the function knows nobody by an id without a name, and keeps nothing" {
  seed = owns_the_person,
  act = invoke,

  check = function(t, answer)
    expect(answer.Payload.statusCode):equals(404)
    expect(greetings(t)):has_length(0)
  end,
}

case "the function says what the table refused, and keeps nothing" {
  controls = { "faults" },
  rows = {
    { name = "a throttled read", operation = "get_item", error = "ProvisionedThroughputExceededException", status = 429 },
    { name = "a throttled write", operation = "put_item", error = "ThrottlingException", status = 429 },
    { name = "a failing read", operation = "get_item", error = "InternalServerError", status = 502 },
    { name = "a failing write", operation = "put_item", error = "InternalServerError", status = 502 },
    { name = "no table", operation = "get_item", error = "ResourceNotFoundException", status = 502 },
  },

  seed = function(t)
    has_a_name(t)
    local_cloud.fail { service = "dynamodb", operation = t.operation, resource = t.stack.TableName, error = t.error }
  end,

  act = invoke,

  check = function(t, answer)
    expect(answer.Payload.statusCode):equals(t.status)
    expect(answer.Payload.body):json():equals { error = t.error }
    expect(greetings(t)):has_length(0)
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: the API is asked.

local function ask(t) return http.get(t.stack.Api .. "/hello/" .. t.person) end

case "the API greets by name, and the greeting is kept" {
  seed = has_a_name,
  act = ask,

  check = function(t, answer)
    expect(answer.status):equals(200)
    expect(answer.json):equals { greeting = "Hello Zoë!" }
    expect(greetings(t)):matches { { greeting = "Hello Zoë!" } }
  end,
}

case "the API keeps a greeting for each time that it was asked" {
  seed = has_a_name,

  act = function(t)
    for _ = 1, 3 do ask(t) end
  end,

  check = function(t) expect(greetings(t)):has_length(3) end,
}

case "the API knows an id with a blank" {
  seed = function(t)
    t.person = t.id .. " junior"
    has_a_name(t)
  end,

  act = function(t) return http.get(t.stack.Api .. "/hello/" .. t.id .. "%20junior") end,

  check = function(t, answer)
    expect(answer.status):equals(200)
    expect(greetings(t)):has_length(1)
  end,
}

case "the API knows nobody by an id without a name" {
  seed = owns_the_person,
  act = ask,

  check = function(t, answer)
    expect(answer.status):equals(404)
    expect(answer.json):equals { error = "nobody has this id" }
    expect(greetings(t)):has_length(0)
  end,
}

case "the API says that the table is asked too often, and greets when it is not" {
  controls = { "faults" },

  seed = function(t)
    has_a_name(t)
    local_cloud.fail {
      service = "dynamodb", operation = "get_item", resource = t.stack.TableName, times = 1,
      error = "ProvisionedThroughputExceededException",
    }
  end,

  act = function(t) return { ask(t), ask(t) } end,

  check = function(t, answers)
    expect(answers[1].status):equals(429)
    expect(answers[2].status):equals(200)
    expect(greetings(t)):has_length(1)
  end,
}
