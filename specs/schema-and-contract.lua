-- SPDX-License-Identifier: Apache-2.0
-- A producer and its consumers agree on what an event looks like, and change at different times. The contract stands beside their
-- code, as JSON Schemas: one of each version of the event, which what the producer makes must conform to, and one of what
-- each consumer reads, which every event must conform to that it is to get.
local event  <const> = require "slrun.event"
local lambda <const> = require "slrun.lambda"

pattern {
  name  = "schema-and-contract",
  about = "A producer of events and its consumers, over several versions of the event's schema.",
  stack = "stacks/schema-and-contract",
  sla   = "10s",
  tags  = { "lambda", "contract" },
}

local function schema(name) return "stacks/schema-and-contract/schemas/" .. name .. ".json" end

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

case "what is produced conforms to the schema of its version" {
  each = { version = { "1.0", "1.1", "2.0" } },
  act = function(t) return produce(t, t.version) end,

  check = function(t, made)
    expect(made):matches { source = "shop", ["detail-type"] = "OrderPlaced" }
    expect(made.detail):conforms_to(schema("order-placed-" .. t.version))
    expect(made.detail.id):equals(t.id)
  end,
}

case "each consumer gets what it reads, in the versions that it promises" {
  rows = {
    { name = "billing, 1.0", reader = "billing", version = "1.0" },
    { name = "billing, 1.1", reader = "billing", version = "1.1" },
    { name = "billing, 2.0", reader = "billing", version = "2.0" },
    { name = "shipping, 1.0", reader = "shipping", version = "1.0" },
    { name = "shipping, 1.1", reader = "shipping", version = "1.1" },
  },

  act = function(t) return produce(t, t.version) end,
  check = function(t, made) expect(made.detail):conforms_to(schema(t.reader .. "-reads")) end,
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

case "a change is breaking for whom it is breaking" {
  rows = {
    { name = "a member more", change = { gift = true }, breaks = {} },
    { name = "a total in words", change = { total = "12.50" }, breaks = { billing = true } },
    { name = "an address in one line", change = { address = "Seeweg 7, Zug" }, breaks = { shipping = true } },
    { name = "an address without a city", change = { address = { street = "Seeweg 7" } }, breaks = { shipping = true } },
    { name = "an empty id", change = { id = "" }, breaks = { billing = true, shipping = true } },
    { name = "another major version", change = { version = "2.0" }, breaks = { shipping = true } },
  },

  act = function(t)
    local detail = produce(t, "1.1").detail
    for name, value in pairs(t.change) do detail[name] = value end
    return detail
  end,

  check = function(t, detail)
    for _, reader in ipairs { "billing", "shipping" } do
      local judged = expect(detail):because(reader .. " reads it")
      if t.breaks[reader] then judged:never() end
      judged:conforms_to(schema(reader .. "-reads"))
    end
    expect(detail):because("a change wants a new version"):never():conforms_to(schema "order-placed-1.1")
  end,
}

case "what was promised may not be missing" {
  each = { missing = { "version", "id", "total", "address", "currency" } },

  act = function(t)
    local detail = produce(t, "1.1").detail
    detail[t.missing] = nil
    return detail
  end,

  check = function(_, detail) expect(detail):never():conforms_to(schema "order-placed-1.1") end,
}
