-- args: -j 1
-- exit: 1
-- out: ::no rule
-- out: went no further   what AWS tells nobody of
-- out: event bus Bus: matched none of its 2 rules (1 disabled)
-- out: rule Paid: detail.paid is false; wanted true
-- out: {"source":"shop","detail-type":"order","detail":{"id":"
-- out: "paid":false}}
-- out: what lets through only what matches:
-- out: rule Paid: 
-- out: ::a bus that is not there
-- out: event bus nowhere: there is no such bus
-- out: ::the default bus
-- out: event bus default: no rule on it has an event pattern
-- out: ::another region
-- out: event bus default: no rule on it has an event pattern (in eu-west-3)
-- out: ::no subscription
-- out: topic Deaf: it has no subscription
-- out: {"Message":"
-- out: ::no filter policy
-- out: topic Topic: passed the filter of none of its 2 subscriptions
-- out: subscription Wanted: kind is "Paid"; wanted "paid"
-- out: "MessageAttributes":{"kind":{"DataType":"String","StringValue":"Paid"}}
-- out: ::another filter policy
-- out: topic Topic: reached only Audit of its 2 subscriptions
-- out: ::another suffix
-- out: bucket Uploads: of its 1 notification of ObjectCreated none is for it
-- out: {"event":"s3:ObjectCreated:Put","key":"
-- out: ::filter criteria
-- out: mapping Orders -> Worker: it does not match the filter
-- out: body.paid is "true"; wanted true
-- out: {"body":{"id":"
-- out: ::subscription filters of a log group
-- out: log group Said: matched none of its 1 subscription filter
-- out: "subscriptionFilters":{"
-- out: Complaints
-- out: ::what the bus refuses
-- out: event bus Bus: MalformedDetail: Detail is malformed. (FailedEntryCount of PutEvents counts it)
-- out: ::a mapping that gathers for longer than the wait takes
-- out: mapping Late -> Gatherer: gathers what comes for up to 60 s, or 50 records
-- out: ::what names no case
-- out: event bus default: no rule on it has an event pattern
-- out: {"source":"nameless"
-- out: ::beside an error
-- out: function Worker
-- out: 1 invocation
-- out: topic Topic: passed the filter of none of its 2 subscriptions
-- out: subscription Wanted: {"kind":["paid"]}
-- out: ::what is long
-- out: "tail":"here"}}
-- out: ::what went through
-- out: 17 failed in
-- no: source is not in the event
-- no: only for other cases
-- no: "source":"beside"
-- What no rule matches, or a filter leaves out: each failed wait tells its own, and where.
local events <const> = require "slrun.events"
local lambda <const> = require "slrun.lambda"
local logs   <const> = require "slrun.logs"
local s3     <const> = require "slrun.s3"
local sns    <const> = require "slrun.sns"
local sqs    <const> = require "slrun.sqs"

pattern { name = "sieve", stack = "stacks/sieve", sla = "1s" }

-- Nothing comes.
local function in_vain(act)
  return {
    listen = function(t) return sqs.listen { QueueUrl = t.stack.Got, match = function(m) return m.Body:find(t.id, 1, true) end } end,
    act = act,
    check = function(_, heard) expect(heard):has_length(1) end,
  }
end

local function event(t, bus)
  return { Entries = { { EventBusName = bus, Source = "shop", DetailType = "order", Detail = ('{"id":"%s","paid":false}'):format(t.id) } } }
end

local function publish(topic, kind)
  return function(t)
    sns.publish { TopicArn = t.stack[topic], Message = t.id,
      MessageAttributes = { kind = { DataType = "String", StringValue = kind } } }
  end
end

case "no rule" (in_vain(function(t) events.put_events(event(t, t.stack.Bus)) end))
case "a bus that is not there" (in_vain(function(t) events.put_events(event(t, "nowhere")) end))
case "the default bus" (in_vain(function(t) events.put_events(event(t)) end))
case "another region" (in_vain(function(t) events:with({ region = "eu-west-3" }).put_events(event(t)) end))
case "no subscription" (in_vain(publish("Deaf", "paid")))
case "no filter policy" (in_vain(publish("Topic", "Paid")))
case "another filter policy" (in_vain(publish("Topic", "audit")))
case "another suffix" (in_vain(function(t)
  t:own(s3.prefix { Bucket = t.stack.Uploads, Prefix = t.id })
  s3.put_object { Bucket = t.stack.Uploads, Key = t.id .. "/orders.CSV", Body = "x" }
end))
case "filter criteria" (in_vain(function(t)
  sqs.send_message { QueueUrl = t.stack.Orders, MessageBody = { id = t.id, paid = "true" } }
end))
case "subscription filters of a log group" (in_vain(function(t)
  logs.create_log_stream { logGroupName = t.stack.Said, logStreamName = t.id }
  logs.put_log_events { logGroupName = t.stack.Said, logStreamName = t.id,
    logEvents = { { timestamp = math.floor(t:now() * 1000), message = ('{"level":"error","order":"%s"}'):format(t.id) } } }
end))
case "what the bus refuses" (in_vain(function(t)
  events.put_events { Entries = { { EventBusName = t.stack.Bus, Source = "shop", DetailType = "order", Detail = "{'id': '" .. t.id .. "'}" } } }
end))
case "a mapping that gathers for longer than the wait takes" (in_vain(function(t)
  sqs.send_message { QueueUrl = t.stack.Late, MessageBody = t.id }
end))
local function nameless(source) return { Entries = { { Source = source, DetailType = "order", Detail = "{}" } } } end

case "what names no case" (in_vain(function() events.put_events(nameless "nameless") end))
case "beside an error only what names the case" (in_vain(function(t)
  events.put_events(nameless "beside")
  publish("Topic", "Paid")(t)
  lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["break"] = t.id } }
end))
case "nothing of what names no case" (in_vain(function(t)
  events.put_events(nameless "beside")
  lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["break"] = t.id } }
end))
case "what is long" (in_vain(function(t)
  local detail <const> = ('{"id":"%s","pad":"%s","tail":"here"}'):format(t.id, ("x"):rep(200))
  events.put_events { Entries = { { Source = "shop", DetailType = "order", Detail = detail } } }
end))
case "what went through is not told" {
  act = function(t)
    sqs.send_message { QueueUrl = t.stack.Orders, MessageBody = { id = t.id, paid = true } }
    s3.put_object { Bucket = t.stack.Uploads, Key = t.id .. ".csv", Body = "x" }
    t:own(s3.prefix { Bucket = t.stack.Uploads, Prefix = t.id })
  end,
  poll = function() return 1 end,
  check = function() expect(1):equals(2) end,
}
