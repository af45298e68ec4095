-- SPDX-License-Identifier: Apache-2.0
-- A text is put into one bucket, and some time later it stands in another in capitals: nobody answers, so a listener, in
-- test deployments alone, notes in a table what has come.
local dynamodb    <const> = require "slrun.dynamodb"
local event       <const> = require "slrun.event"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"
local s3          <const> = require "slrun.s3"
local sqs         <const> = require "slrun.sqs"

pattern {
  name       = "async-lambda-dynamodb",
  about      = "A text that is put into one bucket appears in capitals in another.",
  stack      = "stacks/async-lambda-dynamodb",
  parameters = { DeployTestResources = "True" },
  sla        = "15s",
  tags       = { "s3", "lambda", "dynamodb" },
}

-- A case has a folder of its own in both buckets, and a partition of the listener's table.
local function owns_its_folder(t)
  t:own(dynamodb.partition { TableName = t.stack.ResultsTableName, Key = { folder = t.id } })
  t:own(s3.prefix { Bucket = t.stack.DestinationBucket, Prefix = t.id })
  t:own(s3.prefix { Bucket = t.stack.SourceBucket, Prefix = t.id })
end

local function put(t, name, text)
  s3.put_object { Bucket = t.stack.SourceBucket, Key = t.id .. "/" .. name, Body = text }
end

local function text_of(t, name)
  return s3.get_object { Bucket = t.stack.DestinationBucket, Key = t.id .. "/" .. name }.Body:bytes()
end

-- What the listener has noted of the case's folder.
local function results(t)
  return dynamodb.all("query", {
    TableName = t.stack.ResultsTableName,
    KeyConditionExpression = "folder = :folder",
    ExpressionAttributeValues = { [":folder"] = t.id },
  })
end

local TEXTS <const> = {
  { name = "plain", key = "a.txt", text = "hello, world\n", capitals = "HELLO, WORLD\n" },
  { name = "beyond ASCII", key = "a.txt", text = "grüße aus łódź", capitals = "GRÜSSE AUS ŁÓDŹ" },
  { name = "empty", key = "a.txt", text = "", capitals = "" },
  { name = "5 MB", key = "a.txt", text = ("abcd"):rep(1310720), capitals = ("ABCD"):rep(1310720) },
  { name = "a key with blanks and signs", key = "a b+c & ü.txt", text = "x", capitals = "X" },
}

---------------------------------------------------------------------------------------------------
-- The function alone: an event goes straight to its handler.

local function invoke(t, payload)
  return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = payload }
end

case "the function writes a text in capitals" {
  rows = TEXTS,

  seed = function(t)
    owns_its_folder(t)
    s3.put_object { Bucket = t.stack.SourceBucket, Key = t.id .. "/unseen", Body = t.text } -- no .txt: nobody is told
  end,

  act = function(t) return invoke(t, event.s3_put { bucket = t.stack.SourceBucket, key = t.id .. "/unseen" }) end,

  check = function(t, answer)
    expect(answer.FunctionError):is_absent()
    expect(text_of(t, "unseen")):equals(t.capitals)
  end,
}

case "the function fails by the name of what is wrong" {
  rows = {
    { name = "no object", payload = function(t) return event.s3_put { bucket = t.stack.SourceBucket, key = t.id .. "/none.txt" } end,
      error = "NoSuchKey" },
    { name = "no bucket", payload = function(t) return event.s3_put { bucket = "none-" .. t.id, key = "a.txt" } end,
      error = "NoSuchBucket" },
    { name = "no event of S3", payload = function() return { detail = {} } end, error = "KeyError" },
  },

  act = function(t) return invoke(t, t.payload(t)) end,

  check = function(t, answer)
    expect(answer.FunctionError):equals "Unhandled"
    expect(answer.Payload.errorType):equals(t.error)
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: objects are put into the first bucket.

case "a text appears in capitals within the SLA" {
  rows = TEXTS,
  seed = owns_its_folder,
  act = function(t) put(t, t.key, t.text) end,
  poll = results,

  check = function(t, found)
    expect(found):has_length(1)
    expect(found[1]):matches { name = t.key, size = #t.capitals }
    expect(text_of(t, t.key)):equals(t.capitals)
  end,
}

case "what is no text by its name never appears" {
  seed = owns_its_folder,
  stays = "3s",

  act = function(t)
    put(t, "a.bin", "hello")
    put(t, "b.txt", "hello")
  end,

  poll = results,

  check = function(t, found)
    expect(found):matches { { name = "b.txt" } }
    local keys = s3.all("list_objects_v2", { Bucket = t.stack.DestinationBucket, Prefix = t.id })
    expect(keys):has_length(1)
    expect(keys[1].Key):equals(t.id .. "/b.txt")
  end,
}

case "a key that is put again appears again" {
  seed = function(t)
    owns_its_folder(t)
    put(t, "a.txt", "first")
    t:wait { poll = results, check = function(_, found) expect(found):has_length(1) end }
  end,

  act = function(t) put(t, "a.txt", "second") end,
  poll = results,

  check = function(t, found)
    expect(found):has_length(2)
    expect(text_of(t, "a.txt")):equals "SECOND"
  end,
}

---------------------------------------------------------------------------------------------------
-- What fails is told to a queue, with the event and the error.

local function listen_for_failures(t)
  return sqs.listen {
    QueueUrl = t.stack.FailuresQueueUrl,
    match = function(message) return message.Body:find(t.id, 1, true) end,
  }
end

case "a text that is not UTF-8 is told as a failure, and does not appear" {
  seed = owns_its_folder,
  listen = listen_for_failures,
  act = function(t) put(t, "a.txt", "gr\xfc\xdfe") end,

  check = function(t, failures)
    expect(failures):has_length(1)
    expect(failures[1].Body):json():matches {
      requestContext = { condition = "RetriesExhausted", approximateInvokeCount = 1 },
      responsePayload = { errorType = "UnicodeDecodeError" },
    }
    expect(function() text_of(t, "a.txt") end):raises "NoSuchKey"
  end,
}

case "a text for which the function has no time is told as a failure, and does not appear" {
  controls = { "faults" },
  listen = listen_for_failures,

  seed = function(t)
    owns_its_folder(t)
    local timeout = lambda.get_function_configuration { FunctionName = t.stack.FunctionName }.Timeout
    t:defer(function() lambda.update_function_configuration { FunctionName = t.stack.FunctionName, Timeout = timeout } end)
    lambda.update_function_configuration { FunctionName = t.stack.FunctionName, Timeout = 1 }
    lambda.wait_until_function_updated { FunctionName = t.stack.FunctionName }
    local_cloud.fail { service = "s3", operation = "get_object", resource = t.stack.SourceBucket, latency = "2s" }
  end,

  act = function(t) put(t, "a.txt", "hello") end,

  check = function(t, failures)
    expect(failures):has_length(1)
    expect(failures[1].Body):json():matches {
      requestContext = { condition = "RetriesExhausted", approximateInvokeCount = 1 },
      responsePayload = { errorType = "Sandbox.Timedout", errorMessage = "Task timed out after 1.00 seconds$" },
    }
    expect(function() text_of(t, "a.txt") end):raises "NoSuchKey"
  end,
}
