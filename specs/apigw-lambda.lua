-- SPDX-License-Identifier: Apache-2.0
-- The starter: an API in front of a function. The function alone gets the event that the API would make; the whole is
-- asked over HTTP.
local cjson  <const> = require "cjson"
local event  <const> = require "slrun.event"
local http   <const> = require "slrun.http"
local lambda <const> = require "slrun.lambda"
local s3     <const> = require "slrun.s3"

pattern {
  name  = "apigw-lambda",
  about = "An API whose functions tell the account's buckets, and that all is well.",
  stack = "stacks/apigw-lambda",
  sla   = "10s",
  tags  = { "apigateway", "lambda", "s3", "starter" },
}

-- A bucket of the case's own; it is deleted at the end.
local function create_bucket(t)
  s3.create_bucket { Bucket = t.id }
end

case "the function answers with the names of the buckets" {
  seed = create_bucket,

  act = function(t)
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = event.apigw { method = "GET", path = "/hello" } }
  end,

  check = function(t, answer)
    expect(answer.FunctionError):is_absent()
    expect(answer.Payload):matches { statusCode = 200, headers = { ["Content-Type"] = "application/json" } }
    expect(cjson.decode(answer.Payload.body).buckets):contains(t.id)
  end,
}

case "the API answers with the names of the buckets" {
  seed = create_bucket,
  act = function(t) return http.get(t.stack.Api .. "/hello") end,

  check = function(t, answer)
    expect(answer.status):equals(200)
    expect(answer.headers["content-type"]):equals "application/json"
    expect(answer.json.buckets):contains(t.id)
  end,
}

case "the API says that all is well" {
  act = function(t) return http.get(t.stack.Api .. "/health") end,

  check = function(_, answer)
    expect(answer.status):equals(200)
    expect(answer.json):equals { status = "up" }
  end,
}

case "the API has nothing else" {
  rows = {
    { name = "another path", method = "GET", path = "/goodbye" },
    { name = "another method", method = "POST", path = "/hello" },
    { name = "a path below", method = "GET", path = "/hello/world" },
  },

  act = function(t) return http.request { method = t.method, url = t.stack.Api .. t.path } end,

  check = function(_, answer)
    expect(answer.status):equals(403)
    expect(answer.json.message):equals "Missing Authentication Token"
  end,
}
