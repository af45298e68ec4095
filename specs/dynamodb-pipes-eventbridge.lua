-- SPDX-License-Identifier: Apache-2.0
-- A table as an outbox: what is written there is told on a bus, by a pipe and without a line of code, and the rules of the bus hand
-- it to who wants to know.
local dynamodb    <const> = require "slrun.dynamodb"
local local_cloud <const> = require "slrun.local_cloud"
local sqs         <const> = require "slrun.sqs"

pattern {
  name  = "dynamodb-pipes-eventbridge",
  about = "What is written into a table is told on a bus, to whom it may concern.",
  stack = "stacks/dynamodb-pipes-eventbridge",
  sla   = "15s",
  tags  = { "dynamodb", "pipes", "events", "sqs" },
}

-- All customers of the case: the shop is t.id.
local function owns_its_shop(t)
  t:own(dynamodb.partition { TableName = t.stack.TableName, Key = { shop = t.id } })
end

local function hears(t, url)
  return sqs.listen { QueueUrl = url, match = function(message) return message.Body:find(t.id, 1, true) end }
end

local function hears_all(t)
  return {
    mailing = hears(t, t.stack.MailingUrl), sales = hears(t, t.stack.SalesUrl), undelivered = hears(t, t.stack.UndeliveredUrl),
  }
end

local function put(t, id, plan)
  dynamodb.put_item { TableName = t.stack.TableName, Item = { shop = t.id, id = id, plan = plan } }
end

case "a new customer is told to whom it concerns, once" {
  rows = {
    { name = "free", plan = "free", sales = 0 },
    { name = "pro", plan = "pro", sales = 1 },
  },
  seed = owns_its_shop,
  listen = hears_all,
  stays = "3s",
  act = function(t) put(t, "ada", t.plan) end,

  check = function(t, heard)
    expect(heard.mailing):has_length(1)
    expect(heard.mailing[1].Body):json():matches {
      source = "shop.customers", ["detail-type"] = "CustomerCreated",
      detail = { shop = t.id, id = "ada", plan = t.plan },
    }
    expect(heard.sales):has_length(t.sales)
    expect(heard.undelivered):has_length(0)
  end,
}

case "a customer that changes or goes is told to nobody" {
  seed = owns_its_shop,
  listen = hears_all,
  stays = "3s", -- what must not come has its time

  act = function(t)
    put(t, "ada", "free")
    put(t, "ada", "pro")
    dynamodb.delete_item { TableName = t.stack.TableName, Key = { shop = t.id, id = "ada" } }
    put(t, "bob", "pro") -- behind them in the stream: when this is told, they have been passed over
  end,

  check = function(_, heard)
    expect(heard.mailing):has_length(2)
    expect(heard.sales):has_length(1)
    expect(heard.sales[1].Body):json():matches { detail = { id = "bob" } }
  end,
}

case "customers that are written together are all told" {
  seed = owns_its_shop,
  listen = hears_all,

  act = function(t)
    local puts = {}
    for i = 1, 25 do puts[i] = { PutRequest = { Item = { shop = t.id, id = ("c%02d"):format(i), plan = "free" } } } end
    local left = dynamodb.batch_write_item { RequestItems = { [t.stack.TableName] = puts } }.UnprocessedItems
    expect(left):equals {}
  end,

  check = function(_, heard)
    expect(heard.mailing):has_length(25)
    for i = 1, 25 do
      expect(heard.mailing):contains { Body = function(body) return expect(body):json():matches { detail = { id = ("c%02d"):format(i) } } end }
    end
  end,
}

case "a bus that is asked too often is told later, and once" {
  controls = { "faults" },
  stays = "3s",

  seed = function(t)
    owns_its_shop(t)
    local_cloud.fail { service = "events", operation = "put_events", throttle = true, times = 2 }
  end,

  listen = hears_all,
  act = function(t) put(t, "ada", "pro") end,

  check = function(_, heard)
    expect(heard.mailing):has_length(1)
    expect(heard.sales):has_length(1)
    expect(local_cloud.faults()[1].happened):equals(2)
  end,
}

case "what a queue does not take is a dead letter, and the other queue has it" {
  controls = { "faults" },

  seed = function(t)
    owns_its_shop(t)
    local_cloud.fail { -- once: the dead letter names that queue, too
      service = "sqs", operation = "send_message", resource = t.stack.SalesUrl:match "[^/]+$", times = 1, error = "InvalidMessageContents",
    }
  end,

  listen = hears_all,
  act = function(t) put(t, "ada", "pro") end,

  check = function(_, heard)
    expect(heard.mailing):has_length(1)
    expect(heard.sales):has_length(0)
    expect(heard.undelivered):has_length(1)
    expect(heard.undelivered[1].MessageAttributes.RULE_ARN.StringValue):matches "Visit"
  end,
}
