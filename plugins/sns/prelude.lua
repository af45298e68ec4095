-- SPDX-License-Identifier: Apache-2.0
-- What sns.so adds to its operations: messages that are tables. README.md is its manual.
local sns <const>, slrun <const> = ...

for _, name in ipairs { "list", "map" } do sns[name] = slrun[name] end

-- A table that is to be a message becomes JSON.
local function with_text(args)
  if type(args) ~= "table" or type(args.Message) ~= "table" then return args end
  local copy = {}
  for key, value in pairs(args) do copy[key] = value end
  copy.Message = slrun.to_json(args.Message)
  return copy
end

local publish <const>, publish_batch <const> = sns.publish, sns.publish_batch

--- Publishes a message; one that is a table is sent as JSON.
function sns.publish(args)
  return publish(with_text(args))
end

--- Publishes up to 10 messages; those that are tables are sent as JSON.
function sns.publish_batch(args)
  if type(args) == "table" and type(args.PublishBatchRequestEntries) == "table" then
    local copy, entries = {}, {}
    for key, value in pairs(args) do copy[key] = value end
    for i, entry in ipairs(args.PublishBatchRequestEntries) do entries[i] = with_text(entry) end
    copy.PublishBatchRequestEntries = slrun.list(entries)
    args = copy
  end
  return publish_batch(args)
end

--- The ARN of a queue, as subscribe wants it: sns.queue_arn { QueueUrl = } needs slrun.sqs and its queue.
function sns.queue_arn(args)
  local sqs = require "slrun.sqs"
  return sqs.get_queue_attributes { QueueUrl = args.QueueUrl, AttributeNames = { "QueueArn" } }.Attributes.QueueArn
end

---------------------------------------------------------------------------------------------------
-- Of a topic there is nothing to look at; what went no further there is told by its logical id.
slrun.autopsy("AWS::SNS::Topic", function() return { hidden = true } end)

-- The autopsy of a subscription: whether it is confirmed, and what it lets through.

slrun.autopsy("AWS::SNS::Subscription", function(resource, look)
  local found, code = look:ask(sns.get_subscription_attributes, { SubscriptionArn = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local attributes = found.Attributes
  local pending = attributes.PendingConfirmation == "true"
  return { says = pending and "is not confirmed" or "confirmed", level = pending and "notice" or nil,
    passes = attributes.FilterPolicy and slrun.list { attributes.FilterPolicy } or nil,
    scope = attributes.FilterPolicy and (attributes.FilterPolicyScope or "MessageAttributes"), source = attributes.TopicArn, targets = slrun.list { attributes.Endpoint } }
end)
