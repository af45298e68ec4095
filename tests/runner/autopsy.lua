-- args: -j 1
-- exit: 1
-- out: ::a function that raises
-- out: in the system since act (
-- out: function Worker   
-- out: with errors
-- out: [INFO] working for 
-- out: [ERROR] ValueError: no price in 
-- out: Traceback (most recent call last):
-- out: raise ValueError
-- out: REPORT 
-- out: queue Rejects              dead letters: 1 visible, 0 in flight, 0 delayed
-- out: {"case":"
-- out: received 1 time)
-- out: mapping Paused -> Worker   Disabled
-- out: nothing to say:
-- out: ::a function that takes too long
-- out: 1 timed out
-- out: Task timed out after 1.00 seconds
-- out: Status: timeout
-- out: ::a structured log is readable
-- out: [ERROR] cannot book amount=7 case=
-- out: password=***
-- out: KeyError: 'price'
-- out: ::what nobody reads
-- out: queue Paused               1 visible, 0 in flight, 0 delayed
-- out: ::what was written
-- out: stream Stream              1 record in 1 of 1 shard, oldest 
-- out: p: {"case":"
-- out: bucket Bucket              1 object written
-- out: (1 bytes)
-- out: ::an act that raises
-- out: nothing was asked for
-- out: ::a direct invocation
-- out: 1 with errors
-- out: [ERROR] ValueError: no price in 
-- out: ::a call to another region
-- out: calls to another region 
-- out: the stack is in us-east-1
-- out: dynamodb.GetItem in eu-west-3: status 400
-- out: ::a library that raises
-- out: json.loads("{")
-- out: ... 3 frames of libraries
-- out: ::given up
-- out: in the system since act (
-- out: ::it did not stay
-- out: in the system since act (
-- out: ::queues that a look would change
-- out: -last-dlq.fifo    dead letters: 1 visible
-- out: -first-dlq.fifo   1 visible
-- out: ::it may not look
-- out: no permission for logs:FilterLogEvents: function Worker
-- out: no permission for sqs:GetQueueAttributes: queue Jobs, queue Paused, queue Rejects
-- out: ::it hangs
-- out: no answer within 2 s: function Worker
-- out: 14 failed in
-- no: unread
-- no: open-sesame
-- no: AccessDenied
-- What a stack says of the time of a case that failed. A latency of an hour is the one that nobody waits for.
local kinesis     <const> = require "slrun.kinesis"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"
local s3          <const> = require "slrun.s3"
local sqs         <const> = require "slrun.sqs"

pattern { name = "wreck", stack = "stacks/wreck", sla = "6s" }

local function send(queue, what)
  return function(t) sqs.send_message { QueueUrl = t.stack[queue], MessageBody = { ["do"] = what, case = t.id } } end
end

local function never() expect(1):equals(2) end

-- What a look has left of the one message of a queue: it is there, and was received so often, this time included.
local function is_left(url, times)
  local messages = sqs.receive_message({ QueueUrl = url, AttributeNames = { "All" } }).Messages
  expect(messages):has_length(1)
  expect(messages[1].Attributes.ApproximateReceiveCount):equals(tostring(times))
end

case "a function that raises" {
  seed = function(t) t:own(sqs.messages { QueueUrl = t.stack.Rejects }) end,
  act = send("Jobs", "raise"),
  poll = function() return 1 end,
  check = never,
  teardown = function(t) is_left(t.stack.Rejects, 3) end, -- by the mapping, by the look, now
}

case "a function that takes too long" {
  seed = function(t) t:own(sqs.messages { QueueUrl = t.stack.Rejects }) end,
  act = send("Jobs", "sleep"),
  poll = function() return 1 end,
  check = never,
}

case "a structured log is readable" { act = send("Jobs", "structured"), poll = function() return 1 end, check = never }

case "what nobody reads" {
  seed = function(t) t:own(sqs.messages { QueueUrl = t.stack.Paused }) end,
  act = send("Paused", "nothing"),
  check = never,
}

case "what was written" {
  seed = function(t) t:own(s3.prefix { Bucket = t.stack.Bucket, Prefix = t.id }) end,
  act = function(t)
    s3.put_object { Bucket = t.stack.Bucket, Key = t.id, Body = "x" }
    kinesis.put_record { StreamName = t.stack.Stream, PartitionKey = "p", Data = { case = t.id } }
  end,
  check = never,
}

case "an act that raises" { act = function() error "nothing was asked for" end }

case "a direct invocation" (function(t)
  local answer = lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["do"] = "raise", case = t.id } }
  expect(answer.FunctionError):is_absent()
end)

case "a call to another region" (function(t)
  local answer = lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["do"] = "elsewhere", case = t.id } }
  expect(answer.FunctionError):is_absent()
end)

case "a library that raises" (function(t)
  local answer = lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["do"] = "library", case = t.id } }
  expect(answer.FunctionError):is_absent()
end)

case "given up" { act = never, give_up = function() return "hopeless" end, poll = function() return 1 end }

case "it did not stay" {
  stays = "1s",
  act = function(t) t:after("500ms", function() t.broken = true end) end,
  poll = function(t) return t.broken or false end,
  check = function(_, broken) expect(broken):is_false() end,
}

case "queues that a look would change are not read" {
  seed = function(t)
    t.last = sqs.create_queue { QueueName = t.id .. "-last-dlq.fifo", Attributes = { FifoQueue = "true" } }.QueueUrl
    local arn = sqs.get_queue_attributes({ QueueUrl = t.last, AttributeNames = { "QueueArn" } }).Attributes.QueueArn
    t.first = sqs.create_queue { QueueName = t.id .. "-first-dlq.fifo", Attributes = { FifoQueue = "true",
      RedrivePolicy = '{"maxReceiveCount":1,"deadLetterTargetArn":"' .. arn .. '"}' } }.QueueUrl
    for _, url in ipairs { t.first, t.last } do
      t:own(sqs.messages { QueueUrl = url })
      sqs.send_message { QueueUrl = url, MessageBody = "unread", MessageGroupId = "g", MessageDeduplicationId = "d" }
    end
  end,
  act = never,
  teardown = function(t)
    is_left(t.first, 1)
    is_left(t.last, 1)
  end,
}

case "it may not look" {
  controls = { "faults" },
  act = function()
    local_cloud.fail { service = "logs", operation = "filter_log_events", error = "AccessDeniedException", status = 400 }
    local_cloud.fail { service = "sqs", operation = "get_queue_attributes", error = "AccessDenied", status = 403,
      message = "User: u is not authorized to perform: sqs:getqueueattributes on resource: q" }
    never()
  end,
}

case "it hangs" {
  controls = { "faults" },
  act = function()
    local_cloud.fail { service = "logs", operation = "filter_log_events", latency = "1h" }
    never()
  end,
}
