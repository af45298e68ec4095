-- SPDX-License-Identifier: Apache-2.0
-- A function that reads a table and writes into a bucket. Nothing of it is mocked: it runs against both, and
-- each case gives it the table and the bucket that it is about.
local dynamodb <const> = require "slrun.dynamodb"
local lambda   <const> = require "slrun.lambda"
local s3       <const> = require "slrun.s3"

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
