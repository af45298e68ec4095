-- SPDX-License-Identifier: Apache-2.0
-- A producer and its consumers agree on what an event looks like, and change at different times. The schemas are the
-- contract: what the producer makes of each version must match its schema, and a consumer must take every event of the
-- versions that it promises to read, also with what a later minor version adds.
local event  <const> = require "slrun.event"
local lambda <const> = require "slrun.lambda"

pattern {
  name  = "schema-and-contract",
  about = "A producer of events and its consumers, over several versions of the event's schema.",
  stack = "stacks/schema-and-contract",
  sla   = "10s",
  tags  = { "lambda", "contract" },
}

local function text(value) return type(value) == "string" and value ~= "" end
local function amount(value) return type(value) == "number" and value >= 0 end

-- The schemas: what each version has, and of what type. Nothing may be missing; `members` counts what is there.
local SCHEMAS <const> = {
  ["1.0"] = { members = 4, has = { version = "1.0", id = text, total = amount, address = { street = text, city = text } } },
  ["1.1"] = { members = 5, has = { version = "1.1", id = text, total = amount, address = { street = text, city = text },
                                   currency = "^%u%u%u$" } },
  ["2.0"] = { members = 5, has = { version = "2.0", id = text, total = amount, address = text, currency = "^%u%u%u$" } },
}
local VERSIONS <const> = { "1.0", "1.1", "2.0" }

local function order(t)
  return { id = t.id, total = 12.5, currency = "CHF", street = "Seeweg 7", city = "Zug" }
end

-- The event of an order, as the producer makes it.
local function produce(t, version)
  local answer = lambda.invoke {
    FunctionName = t.stack.ProducerFunctionName, Payload = { version = version, order = order(t) },
  }
  expect(answer.FunctionError):is_absent()
  return answer.Payload
end

local function members(map)
  local n = 0
  for _ in pairs(map) do n = n + 1 end
  return n
end

case "what is produced matches the schema of its version, and has nothing else" {
  each = { version = VERSIONS },
  act = function(t) return produce(t, t.version) end,

  check = function(t, made)
    local schema = SCHEMAS[t.version]
    expect(made):matches { source = "shop", ["detail-type"] = "OrderPlaced", detail = schema.has }
    expect(made.detail.id):equals(t.id)
    expect(members(made.detail)):because("a schema has no unknown members"):equals(schema.members)
  end,
}

case "billing reads every version" {
  rows = {
    { name = "1.0", version = "1.0", bill = "12.50 EUR" }, -- 1.0 has no currency, and there was one alone
    { name = "1.1", version = "1.1", bill = "12.50 CHF" },
    { name = "2.0", version = "2.0", bill = "12.50 CHF" },
  },

  seed = function(t) t.event = produce(t, t.version) end,
  act = function(t) return lambda.invoke { FunctionName = t.stack.BillingFunctionName, Payload = t.event } end,

  check = function(t, answer)
    expect(answer.FunctionError):is_absent()
    expect(answer.Payload):equals { order = t.id, bill = t.bill }
  end,
}

case "shipping reads the versions of its contract" {
  each = { version = { "1.0", "1.1" } },

  seed = function(t) t.event = produce(t, t.version) end,
  act = function(t) return lambda.invoke { FunctionName = t.stack.ShippingFunctionName, Payload = t.event } end,

  check = function(t, answer)
    expect(answer.FunctionError):is_absent()
    expect(answer.Payload):equals { order = t.id, label = "Seeweg 7\nZUG" }
  end,
}

case "a compatible change to come is read by both: a member more" {
  each = { consumer = { "Billing", "Shipping" } },

  act = function(t)
    local detail = produce(t, "1.1").detail
    detail.version, detail.gift = "1.2", true
    return lambda.invoke {
      FunctionName = t.stack[t.consumer .. "FunctionName"],
      Payload = event.eventbridge { source = "shop", detail_type = "OrderPlaced", detail = detail },
    }
  end,

  check = function(t, answer)
    expect(answer.FunctionError):is_absent()
    expect(answer.Payload.order):equals(t.id)
  end,
}

case "a breaking change is refused by its version, not by chance" {
  seed = function(t) t.event = produce(t, "2.0") end,
  act = function(t) return lambda.invoke { FunctionName = t.stack.ShippingFunctionName, Payload = t.event } end,

  check = function(_, answer)
    expect(answer.FunctionError):equals "Unhandled"
    expect(answer.Payload):matches { errorType = "UnknownVersion", errorMessage = "version 2.0 is not 1.x" }
  end,
}

case "a breaking change without a new version is caught: what was promised is missing" {
  each = { missing = { "id", "total", "address" } },

  act = function(t)
    local detail = produce(t, "1.1").detail
    detail[t.missing] = nil
    return detail
  end,

  check = function(_, detail)
    expect(function() expect(detail):matches(SCHEMAS["1.1"].has) end):raises()
  end,
}
