-- args: -v -j 4
-- out: 12 passed in
-- Faults of the local cloud: what they fit, what they do, and that they end with their case.
local local_cloud <const> = require "slrun.local_cloud"
local dynamodb    <const> = require "slrun.dynamodb"
local s3          <const> = require "slrun.s3"
local sqs         <const> = require "slrun.sqs"

pattern { name = "faults" }

local function queue(t, more) return sqs.create_queue { QueueName = t.id .. (more or "") }.QueueUrl end

local function code_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "none" or problem.code ~= "" and problem.code or problem.kind
end

local function fault_case(name, act) case(name) { controls = { "faults" }, act = act } end

fault_case("by service and operation, in both spellings", function(t)
  local_cloud.fail { service = "sqs", operation = "create_queue", error = "One" }
  local_cloud.fail { service = "sqs", operation = "ListQueues", error = "Two", message = "words", status = 418 }
  expect(code_of(sqs.create_queue, { QueueName = t.id })):equals "One"
  local _, problem = pcall(sqs.list_queues)
  expect(problem):matches { code = "Two", message = "words", status = 418 }
  expect(code_of(dynamodb.list_tables)):equals "none"
end)

case "they end with their case" {
  controls = { "faults" },
  act = function(t)
    expect(local_cloud.faults()):has_length(0)
    local_cloud.fail { error = "Everything" }
    expect(code_of(sqs.list_queues)):equals "Everything"
  end,
  teardown = function(t) sqs.list_queues {} end, -- before it
}

fault_case("by a resource, wherever it stands in the request", function(t)
  local url, other = queue(t), queue(t, "-other")
  s3.create_bucket { Bucket = t.id }
  s3.create_bucket { Bucket = t.id .. "-other" }
  t:own(s3.prefix { Bucket = t.id .. "-other", Prefix = "" })
  local_cloud.fail { resource = t.id, error = "Mine" }
  expect(code_of(sqs.send_message, { QueueUrl = url, MessageBody = "x" })):equals "Mine"
  expect(code_of(sqs.send_message, { QueueUrl = other, MessageBody = "x" })):equals "none"
  expect(code_of(s3.put_object, { Bucket = t.id, Key = "k", Body = ("x"):rep(100000) })):equals "Mine"
  expect(code_of(s3.put_object, { Bucket = t.id .. "-other", Key = "k", Body = "x" })):equals "none"
end)

fault_case("operations of a service that has no names on the wire", function(t)
  s3.create_bucket { Bucket = t.id }
  local_cloud.fail { service = "s3", operation = "put_object", error = "InternalError" , times = 9 }
  expect(code_of(s3.put_object, { Bucket = t.id, Key = "k", Body = "x" })):equals "InternalError"
  expect(code_of(s3.list_objects_v2, { Bucket = t.id })):equals "none"
end)

fault_case("times, and retries of the caller", function(t)
  local_cloud.fail { service = "sqs", throttle = true, times = 2 }
  queue(t) -- the third attempt
  expect(local_cloud.faults()[1]):matches { happened = 2 }
end)

fault_case("throttling in the words of each protocol", function(t)
  local_cloud.fail { throttle = true }
  expect(code_of(sqs.list_queues)):equals "ThrottlingException"
  expect(code_of(s3.list_buckets)):equals "SlowDown"
end)

fault_case("a dropped connection", function(t)
  local url = queue(t)
  local_cloud.fail { service = "sqs", drop = true }
  expect(code_of(sqs.send_message, { QueueUrl = url, MessageBody = "x" })):equals "closed"
  local_cloud.recover()
  sqs.send_message { QueueUrl = url, MessageBody = "x" }
end)

fault_case("latency is real time", function(t)
  local_cloud.fail { service = "sqs", operation = "list_queues", latency = "300ms", times = 1 }
  local before = t:now()
  expect(code_of(sqs.list_queues)):equals "none"
  expect(t:now() - before):is_at_least(0.3)
end)

fault_case("by a chance that is the same for one seed", function(t)
  local function course(seed)
    local_cloud.fail { service = "sqs", error = "Unlucky", probability = 0.5, seed = seed }
    local seen = {}
    for i = 1, 40 do seen[i] = code_of(sqs.list_queues) == "none" and "." or "x" end
    local_cloud.recover()
    return table.concat(seen)
  end
  local first = course(7)
  expect(course(7)):equals(first)
  expect((first:find(".", 1, true))):exists()
  expect((first:find("x", 1, true))):exists()
  expect(first == course(8)):is_false()
end)

fault_case("a long poll is refused before it waits", function(t)
  local url = queue(t)
  local_cloud.fail { service = "sqs", operation = "receive_message", error = "Busy" }
  expect(code_of(sqs.receive_message, { QueueUrl = url, WaitTimeSeconds = 20 })):equals "Busy"
end)

fault_case("duplicates come twice, and first copies are hidden as ever", function(t)
  local url = queue(t)
  local_cloud.duplicates { resource = t.id }
  sqs.send_message { QueueUrl = url, MessageBody = "x" }
  for _ = 1, 2 do expect(sqs.receive_message({ QueueUrl = url }).Messages):has_length(1) end
  expect(sqs.receive_message({ QueueUrl = url }).Messages):is_absent()
end)

case "advance and settle" {
  controls = { "clock" },
  act = function(t)
    local url, before = queue(t), t:now()
    sqs.send_message { QueueUrl = url, MessageBody = "x", DelaySeconds = 600 }
    local_cloud.advance "599s"
    expect(sqs.receive_message({ QueueUrl = url }).Messages):is_absent()
    local_cloud.advance "2s"
    expect(sqs.receive_message({ QueueUrl = url }).Messages):has_length(1)
    local_cloud.settle()
    expect(t:now() - before):is_at_least(601)
    expect(t:now() - before):is_at_most(660)
  end,
}
