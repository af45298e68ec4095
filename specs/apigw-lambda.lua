-- SPDX-License-Identifier: Apache-2.0
-- The starter: an API in front of a function. The function alone gets the event that the API would make; the whole is
-- asked over HTTP. What the API says while S3 fails is tested with faults of the local cloud.
local event       <const> = require "slrun.event"
local http        <const> = require "slrun.http"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"
local s3          <const> = require "slrun.s3"

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

---------------------------------------------------------------------------------------------------
-- The function alone: it gets the event that the API would make.

local function invoke(t)
  return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = event.apigw { method = "GET", path = "/hello" } }
end

case "the function answers with the names of the buckets" {
  seed = create_bucket,
  act = invoke,

  check = function(t, answer)
    expect(answer.Payload):matches { statusCode = 200, headers = { ["Content-Type"] = "application/json" } }
    expect(answer.Payload.body):json():at("buckets"):contains(t.id)
  end,
}

case "the function says what S3 refused" {
  controls = { "faults" },
  rows = {
    { name = "forbidden", error = "AccessDenied", says = "AccessDenied" },
    { name = "too often", error = "SlowDown", says = "SlowDown" },
    { name = "broken", error = "InternalError", says = "InternalError" },
    { name = "cut off", drop = true, says = "ConnectionClosedError" },
  },

  seed = function(t)
    local_cloud.fail { service = "s3", operation = "list_buckets", error = t.error, drop = t.drop }
  end,

  act = invoke,

  check = function(t, answer)
    expect(answer.Payload.statusCode):equals(502)
    expect(answer.Payload.body):json():equals { error = t.says }
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: the API is asked.

case "the API answers with the names of the buckets" {
  seed = create_bucket,
  act = function(t) return http.get(t.stack.Api .. "/hello") end,

  check = function(t, answer)
    expect(answer.status):equals(200)
    expect(answer.headers["content-type"]):equals "application/json"
    expect(answer.json.buckets):contains(t.id)
  end,
}

case "the API answers again when S3 does" {
  controls = { "faults" },

  seed = function(t)
    create_bucket(t)
    local_cloud.fail { service = "s3", operation = "list_buckets", error = "ServiceUnavailable", times = 1 }
  end,

  act = function(t) return { http.get(t.stack.Api .. "/hello"), http.get(t.stack.Api .. "/hello") } end,

  check = function(t, answers)
    expect(answers[1].status):equals(502)
    expect(answers[1].json):equals { error = "ServiceUnavailable" }
    expect(answers[2].status):equals(200)
    expect(answers[2].json.buckets):contains(t.id)
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
