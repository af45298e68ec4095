-- SPDX-License-Identifier: Apache-2.0
-- A function whose code comes from a layer, and the schema of its answers from another: an answer that breaks the schema
-- never leaves it.
local event  <const> = require "slrun.event"
local http   <const> = require "slrun.http"
local lambda <const> = require "slrun.lambda"
local s3     <const> = require "slrun.s3"

pattern {
  name  = "apigw-lambda-layer",
  about = "An API whose function has its code and the schema of its answers from layers.",
  stack = "stacks/apigw-lambda-layer",
  sla   = "10s",
  tags  = { "apigateway", "lambda", "layers" },
}

local LONGEST <const> = ("n"):rep(40 - #"Hello !") -- the schema allows a greeting of 40 characters

---------------------------------------------------------------------------------------------------
-- The function alone: it gets the event that the API would make.

local function invoke(t)
  return lambda.invoke {
    FunctionName = t.stack.FunctionName,
    Payload = event.apigw { method = "GET", path = "/hello", query = t.query },
  }
end

case "the function has both layers" (function(t)
  local layers = lambda.get_function_configuration { FunctionName = t.stack.FunctionName }.Layers
  expect(layers):has_length(2)
  expect(layers[1].Arn):matches ":layer:.*answers:%d+$"
  expect(layers[2].Arn):matches ":layer:.*hello%-schema:%d+$"
end)

case "the function greets within its schema" {
  rows = {
    { name = "nobody", greeting = "Hello world!" },
    { name = "somebody", query = { name = "Zoë" }, greeting = "Hello Zoë!" },
    { name = "the longest name", query = { name = LONGEST }, greeting = "Hello " .. LONGEST .. "!" },
  },

  seed = function(t) s3.create_bucket { Bucket = t.id } end, -- it is deleted at the end
  act = invoke,

  check = function(t, answer)
    expect(answer.Payload.statusCode):equals(200)
    expect(answer.Payload.body):json():at("greeting"):equals(t.greeting)
    expect(answer.Payload.body):json():at("buckets"):contains(t.id)
  end,
}

case "an answer that breaks the schema does not leave the function" {
  seed = function(t) t.query = { name = LONGEST .. "n" } end,
  act = invoke,

  check = function(_, answer)
    expect(answer.Payload.statusCode):equals(500)
    expect(answer.Payload.body):json():equals { problems = { "answer.greeting is longer than 40" } }
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: the API is asked.

case "the API greets" {
  seed = function(t) s3.create_bucket { Bucket = t.id } end,
  act = function(t) return http.get(t.stack.Api .. "/hello", { query = { name = "Zoë" } }) end,

  check = function(t, answer)
    expect(answer.status):equals(200)
    expect(answer.json.greeting):equals "Hello Zoë!"
    expect(answer.json.buckets):contains(t.id)
  end,
}

case "the API tells the schema of its answers, and what it answers has what that asks for" {
  act = function(t)
    return { schema = http.get(t.stack.Api .. "/hello/schema"), hello = http.get(t.stack.Api .. "/hello") }
  end,

  check = function(_, answers)
    expect(answers.schema.json):matches { title = "hello", additionalProperties = false }
    for _, name in ipairs(answers.schema.json.required) do expect(answers.hello.json[name]):because(name):exists() end
    for name in pairs(answers.hello.json) do expect(answers.schema.json.properties[name]):because(name):exists() end
  end,
}

case "the API hides an answer that breaks the schema" {
  act = function(t) return http.get(t.stack.Api .. "/hello", { query = { name = LONGEST .. "n" } }) end,

  check = function(_, answer)
    expect(answer.status):equals(500)
    expect(answer.body):never():contains(LONGEST)
  end,
}
