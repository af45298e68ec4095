-- SPDX-License-Identifier: Apache-2.0
-- A tour of sqs.so: every operation at least once. It runs on the local cloud and unchanged on
-- others' servers.
local sqs <const> = require "slrun.sqs"

pattern {
  name = "sqs",
  about = "Queues, messages, batches, listeners and claims.",
  sla = "20s",
}

local function queue(t, attributes, suffix)
  return sqs.create_queue { QueueName = t.id .. (suffix or ""), Attributes = attributes }.QueueUrl
end

local function arn(url)
  return sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { "QueueArn" } }.Attributes.QueueArn
end

case "a queue and its attributes" (function(t)
  local url = queue(t, { VisibilityTimeout = "45" })
  expect(sqs.get_queue_url { QueueName = t.id }.QueueUrl):equals(url)
  expect(sqs.all("list_queues", { QueueNamePrefix = t.id })):equals { url }
  sqs.set_queue_attributes { QueueUrl = url, Attributes = { DelaySeconds = "3" } }
  local found = sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { "All" } }.Attributes
  expect(found):matches { VisibilityTimeout = "45", DelaySeconds = "3" }
  sqs.tag_queue { QueueUrl = url, Tags = { team = "blue", run = "1" } }
  sqs.untag_queue { QueueUrl = url, TagKeys = { "run" } }
  local tags = sqs.list_queue_tags { QueueUrl = url }.Tags
  expect(tags):matches { team = "blue", ["slrun:run"] = "^r%w+$" } -- beside those of the run
  expect(tags.run):is_absent()
  sqs.add_permission { QueueUrl = url, Label = "a", AWSAccountIds = { "111122223333" }, Actions = { "SendMessage" } }
  sqs.remove_permission { QueueUrl = url, Label = "a" }
  sqs.delete_queue { QueueUrl = url }
  expect(function() sqs.get_queue_url { QueueName = t.id } end):raises "QueueDoesNotExist"
end)

case "a message comes back as it was sent" {
  seed = function(t)
    t.url = queue(t)
    t:own(sqs.messages { QueueUrl = t.url })
  end,
  act = function(t)
    return sqs.send_message {
      QueueUrl = t.url,
      MessageBody = "grüße",
      MessageAttributes = {
        count = { DataType = "Number", StringValue = "3" },
        raw = { DataType = "Binary.png", BinaryValue = sqs.binary "\0\255\1" },
      },
    }
  end,
  poll = function(t)
    return sqs.receive_message {
      QueueUrl = t.url, WaitTimeSeconds = 20, AttributeNames = { "All" }, MessageAttributeNames = { "All" },
    }
  end,
  check = function(t, found)
    expect(found):at("Messages[1]"):matches {
      MessageId = t.acted.MessageId,
      Body = "grüße",
      MessageAttributes = { count = { StringValue = "3" }, raw = { BinaryValue = sqs.binary "\0\255\1" } },
      Attributes = { ApproximateReceiveCount = "1" },
    }
  end,
}

case "batches, visibility, deletion" (function(t)
  local url = queue(t)
  local sent = sqs.send_message_batch {
    QueueUrl = url,
    Entries = { { Id = "a", MessageBody = "one" }, { Id = "b", MessageBody = "two" } },
  }
  expect(sent.Successful):has_length(2)
  local first = sqs.receive_message { QueueUrl = url, MaxNumberOfMessages = 10, WaitTimeSeconds = 5 }.Messages
  expect(first):has_length(2)
  expect(sqs.receive_message { QueueUrl = url }.Messages):is_absent()
  sqs.change_message_visibility { QueueUrl = url, ReceiptHandle = first[1].ReceiptHandle, VisibilityTimeout = 0 }
  local again = sqs.receive_message { QueueUrl = url, WaitTimeSeconds = 5 }.Messages[1]
  expect(again.MessageId):equals(first[1].MessageId)
  sqs.delete_message { QueueUrl = url, ReceiptHandle = again.ReceiptHandle }
  local done = sqs.change_message_visibility_batch {
    QueueUrl = url, Entries = { { Id = "x", ReceiptHandle = first[2].ReceiptHandle, VisibilityTimeout = 0 } },
  }
  expect(done.Successful):equals { { Id = "x" } }
  local last = sqs.receive_message { QueueUrl = url, WaitTimeSeconds = 5 }.Messages[1]
  local deleted = sqs.delete_message_batch {
    QueueUrl = url,
    Entries = { { Id = "x", ReceiptHandle = last.ReceiptHandle }, { Id = "y", ReceiptHandle = "none" } },
  }
  expect(deleted.Successful):equals { { Id = "x" } }
  expect(deleted.Failed):matches { { Id = "y", Code = "ReceiptHandleIsInvalid", SenderFault = true } }
end)

case "a listener has what act sends, and only what matches" {
  seed = function(t)
    t.url = queue(t)
    t:own(sqs.messages { QueueUrl = t.url })
  end,
  listen = function(t)
    return sqs.listen {
      QueueUrl = t.url,
      match = function(message) return message.Body:find("mine", 1, true) end,
    }
  end,
  act = function(t)
    for _, body in ipairs { "mine 1", "yours", "mine 2" } do
      sqs.send_message { QueueUrl = t.url, MessageBody = body }
    end
  end,
  poll = function(_, listener) return listener:messages() end,
  check = function(_, found) expect(found):has_length(2) end,
}

case "two listeners share one reader" (function(t)
  local url = queue(t)
  local function starts(word)
    return function(message) return message.Body:sub(1, #word) == word end
  end
  local a = sqs.listen { QueueUrl = url, match = starts "a" }
  local b = sqs.listen { QueueUrl = url, match = starts "b" }
  for i = 1, 4 do
    sqs.send_message { QueueUrl = url, MessageBody = (i % 2 == 0 and "a" or "b") .. i }
  end
  expect(a:wait(2)):has_length(2)
  expect(b:wait(2)):has_length(2)
  a:close()
  sqs.send_message { QueueUrl = url, MessageBody = "b5" }
  expect(b:wait(3)):has_length(3)
  expect(b:take(2)):has_length(2)
  expect(#b):equals(1)
end)

case "peek hides nothing" (function(t)
  local url = queue(t)
  t:own(sqs.messages { QueueUrl = url })
  sqs.send_message { QueueUrl = url, MessageBody = "here" }
  expect(sqs.peek { QueueUrl = url }):matches { { Body = "here" } }
  expect(sqs.peek { QueueUrl = url }):matches { { Body = "here" } }
  sqs.purge_queue { QueueUrl = url }
end)

case "a FIFO queue keeps order and drops duplicates" (function(t)
  local url = queue(t, { FifoQueue = "true", ContentBasedDeduplication = "true" }, ".fifo")
  t:own(sqs.messages { QueueUrl = url })
  for _, body in ipairs { "1", "2", "1", "3" } do
    sqs.send_message { QueueUrl = url, MessageBody = body, MessageGroupId = "g" }
  end
  local found = sqs.receive_message { QueueUrl = url, MaxNumberOfMessages = 10, WaitTimeSeconds = 5 }.Messages
  local bodies = {}
  for i, message in ipairs(found) do bodies[i] = message.Body end
  expect(bodies):equals { "1", "2", "3" }
end)

case "what fails too often goes to the dead-letter queue" (function(t)
  local dead = queue(t, nil, "-dead")
  local url = queue(t, {
    VisibilityTimeout = "0",
    RedrivePolicy = ('{"deadLetterTargetArn":"%s","maxReceiveCount":1}'):format(arn(dead)),
  })
  expect(sqs.list_dead_letter_source_queues { QueueUrl = dead }.queueUrls):equals { url }
  sqs.send_message { QueueUrl = url, MessageBody = "poison" }
  expect(sqs.receive_message { QueueUrl = url, WaitTimeSeconds = 5 }.Messages):has_length(1)
  local found = t:wait {
    poll = function()
      sqs.receive_message { QueueUrl = url }
      return sqs.receive_message { QueueUrl = dead, VisibilityTimeout = 0 }
    end,
    check = function(_, answer) expect(answer):at("Messages[1].Body"):equals "poison" end,
  }
  expect(found.Messages):has_length(1)
end)

case "wrong input is refused" (function(t)
  local url = queue(t)
  expect(function() sqs.send_message { QueueUrl = url } end):raises "MessageBody"
  expect(function() sqs.send_message { QueueURL = url, MessageBody = "x" } end):raises "QueueUrl"
  expect(function() sqs.receive_message { QueueUrl = url .. "-none" } end):raises "QueueDoesNotExist"
  expect(function() sqs.send_message_batch { QueueUrl = url, Entries = {} } end):raises "EmptyBatchRequest"
  expect(function() sqs.listen { QueueUrl = url, matches = print } end):raises "no 'matches'"
end)
