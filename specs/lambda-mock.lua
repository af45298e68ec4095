-- SPDX-License-Identifier: Apache-2.0
-- A function that reads a table and writes into a bucket. Nothing of it is mocked: it runs against both, and where a
-- unit test would have a mock fail, the local cloud fails.
local dynamodb    <const> = require "slrun.dynamodb"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"
local s3          <const> = require "slrun.s3"

pattern {
  name  = "lambda-mock",
  about = "A function renders an invoice of a table as a text in a bucket.",
  stack = "stacks/lambda-mock",
  sla   = "10s",
  tags  = { "lambda", "dynamodb", "s3" },
}

-- What the case puts into the table and what the function writes into the bucket goes at its end.
local function owns(t)
  t:own(dynamodb.items { TableName = t.stack.TableName, Keys = { { invoice = t.id } } })
  t:own(s3.prefix { Bucket = t.stack.BucketName, Prefix = t.id })
end

local function put_invoice(t, fields)
  local item = { invoice = t.id, customer = "Zoë", total = 12.5, lines = { { article = "tea", quantity = 2 } } }
  for name, value in pairs(fields or {}) do item[name] = value end
  dynamodb.put_item { TableName = t.stack.TableName, Item = item }
end

local function render(t)
  return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = { invoice = t.id } }
end

local function document(t)
  return s3.get_object { Bucket = t.stack.BucketName, Key = t.id .. ".txt" }
end

case "an invoice is rendered" {
  seed = function(t)
    owns(t)
    put_invoice(t)
  end,

  act = render,

  check = function(t, answer)
    expect(answer.Payload):equals { status = 200, key = t.id .. ".txt" }
    local found = document(t)
    expect(found.ContentType):equals "text/plain; charset=utf-8"
    expect(found.Body:bytes()):equals "Invoice for Zoë\n2 x tea\nTotal: 12.50\n"
  end,
}

case "an invoice that has changed is rendered anew" {
  seed = function(t)
    owns(t)
    put_invoice(t)
    render(t)
    put_invoice(t, { total = 20 })
  end,

  act = render,

  check = function(t, answer)
    expect(answer.Payload.status):equals(200)
    expect(document(t).Body:bytes()):contains "Total: 20.00"
  end,
}

case "an invoice that is not there is told, and nothing is written" {
  seed = owns,
  act = render,

  check = function(t, answer)
    expect(answer.FunctionError):is_absent()
    expect(answer.Payload):equals { status = 404, error = "there is no invoice " .. t.id }
    expect(function() document(t) end):raises "NoSuchKey"
  end,
}

case "an event without an invoice is refused" {
  rows = { { name = "nothing", payload = {} }, { name = "an empty name", payload = { invoice = "" } } },

  act = function(t)
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = t.payload }
  end,

  check = function(_, answer)
    expect(answer.Payload):equals { status = 400, error = "no invoice is named" }
  end,
}

case "an invoice without lines is an error of the function, which says what is missing" {
  seed = function(t)
    owns(t)
    dynamodb.put_item { TableName = t.stack.TableName, Item = { invoice = t.id, customer = "Zoë" } }
  end,

  act = render,

  check = function(_, answer)
    expect(answer.FunctionError):equals "Unhandled"
    expect(answer.Payload):matches { errorType = "KeyError", errorMessage = "'lines'" }
  end,
}

---------------------------------------------------------------------------------------------------
-- Each dependency missing, throttled, failing, silent: the function says which, and whether it is worth asking again.

local function seed_and_fail(t)
  owns(t)
  put_invoice(t)
  t.resource = t.service == "s3" and t.stack.BucketName or t.stack.TableName
  t.operation = t.service == "s3" and "put_object" or "get_item"
  local_cloud.fail {
    service = t.service, operation = t.operation, resource = t.resource, error = t.error, drop = t.drop,
  }
end

case "what a dependency says against it is told, and nothing is written" {
  controls = { "faults" },
  rows = {
    { name = "no table", service = "dynamodb", error = "ResourceNotFoundException",
      answer = { status = 500, error = "GetItem: ResourceNotFoundException", again = false } },
    { name = "a throttled table", service = "dynamodb", error = "ProvisionedThroughputExceededException",
      answer = { status = 503, error = "GetItem: ProvisionedThroughputExceededException", again = true } },
    { name = "a failing table", service = "dynamodb", error = "InternalServerError",
      answer = { status = 503, error = "GetItem: InternalServerError", again = true } },
    { name = "a silent table", service = "dynamodb", drop = true,
      answer = { status = 503, error = "ConnectionClosedError", again = true } },
    { name = "no bucket", service = "s3", error = "NoSuchBucket",
      answer = { status = 500, error = "PutObject: NoSuchBucket", again = false } },
    { name = "a throttled bucket", service = "s3", error = "SlowDown",
      answer = { status = 503, error = "PutObject: SlowDown", again = true } },
    { name = "a failing bucket", service = "s3", error = "InternalError",
      answer = { status = 503, error = "PutObject: InternalError", again = true } },
    { name = "a forbidden bucket", service = "s3", error = "AccessDenied",
      answer = { status = 500, error = "PutObject: AccessDenied", again = false } },
  },

  seed = seed_and_fail,
  act = render,

  check = function(t, answer)
    expect(answer.Payload):equals(t.answer)
    expect(function() document(t) end):raises "NoSuchKey"
  end,
}

case "an invoice is rendered once the bucket is back" {
  controls = { "faults" },

  seed = function(t)
    t.service, t.error = "s3", "ServiceUnavailable"
    seed_and_fail(t)
  end,

  act = function(t)
    expect(render(t).Payload):matches { status = 503, again = true }
    local_cloud.recover()
    return render(t)
  end,

  check = function(t, answer)
    expect(answer.Payload.status):equals(200)
    expect(document(t).Body:bytes()):contains "Invoice for Zoë"
  end,
}
