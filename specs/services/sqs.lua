-- SPDX-License-Identifier: Apache-2.0
-- A tour of sqs.so: every operation at least once, with seeds, waits, claims, listeners and wrong
-- inputs. It runs on the local cloud and unchanged on others' servers; what those do in another way
-- than AWS documents it stands in `xfail`.
local sqs <const> = require "slrun.sqs"

pattern {
  name = "sqs",
  about = "Queues, messages, batches, FIFO, dead letters, listeners and claims.",
  sla = "20s",
}

local function queue(t, attributes, suffix)
  return sqs.create_queue { QueueName = t.id .. (suffix or ""), Attributes = attributes }.QueueUrl
end

-- A queue whose messages the case owns.
local function own_queue(t, attributes, suffix)
  local url = queue(t, attributes, suffix)
  t:own(sqs.messages { QueueUrl = url })
  return url
end

local function attribute(url, name)
  return (sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { name } }.Attributes or {})[name]
end

local function send(url, body, more)
  local message = { QueueUrl = url, MessageBody = body }
  for key, value in pairs(more or {}) do message[key] = value end
  return sqs.send_message(message)
end

-- Up to ten messages, waiting for the first.
local function receive(url, more)
  local args = { QueueUrl = url, MaxNumberOfMessages = 10, WaitTimeSeconds = 5 }
  for key, value in pairs(more or {}) do args[key] = value end
  return sqs.receive_message(args).Messages or {}
end

local function bodies(messages)
  local found = {}
  for i, message in ipairs(messages) do found[i] = message.Body end
  return found
end

---------------------------------------------------------------------------------------------------
-- Queues

case "a queue and its attributes" (function(t)
  local url = queue(t, { VisibilityTimeout = "45" })
  expect(url):matches("/" .. t.id:gsub("%-", "%%-") .. "$")
  expect(queue(t, { VisibilityTimeout = "45" })):equals(url) -- again, with the same attributes
  expect(sqs.get_queue_url { QueueName = t.id }.QueueUrl):equals(url)
  expect(attribute(url, "QueueArn")):matches("^arn:aws:sqs:[%w-]+:%d+:" .. t.id:gsub("%-", "%%-") .. "$")
  sqs.set_queue_attributes { QueueUrl = url, Attributes = { DelaySeconds = "3", MessageRetentionPeriod = "60" } }
  local found = sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { "All" } }.Attributes
  expect(found):matches {
    VisibilityTimeout = "45", DelaySeconds = "3", MessageRetentionPeriod = "60", ReceiveMessageWaitTimeSeconds = "0",
    ApproximateNumberOfMessages = "0", ApproximateNumberOfMessagesNotVisible = "0", ApproximateNumberOfMessagesDelayed = "0",
  }
  expect(found.FifoQueue):is_absent()
  expect(tonumber(found.CreatedTimestamp)):is_near(os.time(), 600)
  sqs.delete_queue { QueueUrl = url }
  expect(function() sqs.get_queue_url { QueueName = t.id } end):raises "QueueDoesNotExist"
  expect(function() send(url, "x") end):raises "QueueDoesNotExist"
end)

case "a queue of that name with other attributes" (function(t)
  queue(t, { VisibilityTimeout = "45" })
  expect(function() queue(t, { VisibilityTimeout = "46" }) end):raises "QueueNameExists"
end)

case "queues are listed by prefix" (function(t)
  local urls = {}
  for i = 1, 3 do urls[i] = queue(t, nil, "-" .. i) end
  local found = sqs.all("list_queues", { QueueNamePrefix = t.id .. "-" })
  table.sort(found)
  expect(found):equals(urls)
  expect(sqs.list_queues { QueueNamePrefix = t.id .. "-none" }.QueueUrls):is_absent()
end)

case "queues are listed in pages" (function(t)
  for i = 1, 5 do queue(t, nil, "-" .. i) end
  local sizes = {}
  for page in sqs.pages("list_queues", { QueueNamePrefix = t.id .. "-", MaxResults = 2 }) do
    sizes[#sizes + 1] = #page.QueueUrls
  end
  expect(sizes):equals { 2, 2, 1 }
end)

case "tags of a queue" (function(t)
  local url = sqs.create_queue { QueueName = t.id, tags = { stage = "test" } }.QueueUrl
  sqs.tag_queue { QueueUrl = url, Tags = { team = "blue", run = "1" } }
  sqs.untag_queue { QueueUrl = url, TagKeys = { "run" } }
  local tags = sqs.list_queue_tags { QueueUrl = url }.Tags
  expect(tags):matches { stage = "test", team = "blue", ["slrun:run"] = "^r%w+$" } -- beside those of the run
  expect(tags.run):is_absent()
end)

case "permissions are statements of the policy" (function(t)
  local url = queue(t)
  sqs.add_permission { QueueUrl = url, Label = "senders", AWSAccountIds = { "111122223333" }, Actions = { "SendMessage" } }
  local policy = attribute(url, "Policy")
  expect(policy):contains '"senders"'
  expect(policy):contains "111122223333"
  expect(policy:lower()):contains "sqs:sendmessage"
  sqs.remove_permission { QueueUrl = url, Label = "senders" }
  expect((attribute(url, "Policy") or "")):never():contains "senders"
  expect(function() sqs.remove_permission { QueueUrl = url, Label = "senders" } end):raises "InvalidParameterValue"
end)

case "a purge takes what is there, also what is hidden" (function(t)
  local url = queue(t)
  for i = 1, 3 do send(url, "m" .. i) end
  expect(receive(url, { MaxNumberOfMessages = 1, VisibilityTimeout = 600 })):has_length(1)
  sqs.purge_queue { QueueUrl = url }
  t:wait {
    poll = function() return sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { "All" } }.Attributes end,
    check = function(_, found)
      expect(found):matches { ApproximateNumberOfMessages = "0", ApproximateNumberOfMessagesNotVisible = "0" }
    end,
  }
  expect(receive(url, { WaitTimeSeconds = 0 })):has_length(0)
end)

---------------------------------------------------------------------------------------------------
-- Messages

case "a message comes back as it was sent" {
  seed = function(t) t.url = own_queue(t) end,
  act = function(t)
    return sqs.send_message {
      QueueUrl = t.url,
      MessageBody = "grüße <&> 😀\t\n",
      MessageAttributes = {
        count = { DataType = "Number", StringValue = "3" },
        label = { DataType = "String.kind", StringValue = "ü" },
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
      MD5OfBody = t.acted.MD5OfMessageBody,
      MD5OfMessageAttributes = t.acted.MD5OfMessageAttributes,
      Body = "grüße <&> 😀\t\n",
      MessageAttributes = {
        count = { DataType = "Number", StringValue = "3" },
        label = { DataType = "String.kind", StringValue = "ü" },
        raw = { DataType = "Binary.png", BinaryValue = sqs.binary "\0\255\1" },
      },
      Attributes = { ApproximateReceiveCount = "1" },
    }
    local sent = tonumber(found.Messages[1].Attributes.SentTimestamp) // 1000
    expect(sent):is_near(os.time(), 600)
  end,
}

case "only the attributes that are asked for" (function(t)
  local url = own_queue(t)
  local attributes = {}
  for _, name in ipairs { "one", "two", "prefix.a", "prefix.b" } do
    attributes[name] = { DataType = "String", StringValue = name }
  end
  send(url, "x", { MessageAttributes = attributes })
  local message = receive(url, {
    MessageAttributeNames = { "one" }, MessageSystemAttributeNames = { "SentTimestamp" }, VisibilityTimeout = 0,
  })[1]
  expect(message.MessageAttributes):equals { one = { DataType = "String", StringValue = "one" } }
  expect(message.Attributes.SentTimestamp):is_a "string"
  expect(message.Attributes.ApproximateReceiveCount):is_absent()
  message = receive(url, { VisibilityTimeout = 0 })[1]
  expect(message.MessageAttributes):is_absent()
end)

case "attributes by the beginning of their names" (function(t)
  local url = own_queue(t)
  local attributes = {}
  for _, name in ipairs { "other", "prefix.a", "prefix.b" } do attributes[name] = { DataType = "String", StringValue = name } end
  send(url, "x", { MessageAttributes = attributes })
  local found = receive(url, { MessageAttributeNames = { "prefix.*" } })[1].MessageAttributes
  attributes.other = nil
  expect(found):equals(attributes)
end)

case "a message that comes later ends a long poll" {
  seed = function(t) t.url = own_queue(t) end,
  act = function(t) t:after("100ms", function() send(t.url, "late") end) end,
  poll = function(t) return receive(t.url, { WaitTimeSeconds = 20 }) end,
  check = function(_, found) expect(bodies(found)):equals { "late" } end,
}

case "a delayed message is not there before its time" (function(t)
  local url = own_queue(t)
  send(url, "in two seconds", { DelaySeconds = 2 })
  send(url, "now")
  expect(attribute(url, "ApproximateNumberOfMessagesDelayed")):equals "1"
  expect(bodies(receive(url, { WaitTimeSeconds = 0 }))):equals { "now" }
  local found = t:wait {
    poll = function() return receive(url, { WaitTimeSeconds = 20 }) end,
    check = function(_, found) expect(found):has_length(1) end,
  }
  expect(bodies(found)):equals { "in two seconds" }
end)

case "a message is hidden from others until it is given back" (function(t)
  local url = own_queue(t)
  send(url, "x")
  local first = receive(url, { VisibilityTimeout = 600 })[1]
  expect(receive(url, { WaitTimeSeconds = 0 })):has_length(0)
  expect(attribute(url, "ApproximateNumberOfMessagesNotVisible")):equals "1"
  sqs.change_message_visibility { QueueUrl = url, ReceiptHandle = first.ReceiptHandle, VisibilityTimeout = 0 }
  local again = receive(url, { AttributeNames = { "All" } })[1]
  expect(again):matches { MessageId = first.MessageId, Attributes = { ApproximateReceiveCount = "2" } }
  sqs.delete_message { QueueUrl = url, ReceiptHandle = again.ReceiptHandle }
  sqs.delete_message { QueueUrl = url, ReceiptHandle = again.ReceiptHandle } -- again: no error
  expect(attribute(url, "ApproximateNumberOfMessagesNotVisible")):equals "0"
end)

case "batches, visibility, deletion" (function(t)
  local url = queue(t)
  local sent = sqs.send_message_batch {
    QueueUrl = url,
    Entries = {
      { Id = "a", MessageBody = "one" },
      { Id = "b", MessageBody = "two", MessageAttributes = { n = { DataType = "Number", StringValue = "2" } } },
    },
  }
  expect(sent.Failed or {}):has_length(0)
  expect(sent.Successful):matches { { Id = "a" }, { Id = "b", MD5OfMessageAttributes = "^%x+$" } }
  local got = receive(url, { VisibilityTimeout = 600 })
  expect(got):has_length(2)
  local done = sqs.change_message_visibility_batch {
    QueueUrl = url, Entries = { { Id = "x", ReceiptHandle = got[2].ReceiptHandle, VisibilityTimeout = 0 } },
  }
  expect(done.Successful):equals { { Id = "x" } }
  local last = receive(url)[1]
  expect(last.MessageId):equals(got[2].MessageId)
  local deleted = sqs.delete_message_batch {
    QueueUrl = url,
    Entries = { { Id = "x", ReceiptHandle = last.ReceiptHandle }, { Id = "y", ReceiptHandle = "none" } },
  }
  expect(deleted.Successful):equals { { Id = "x" } }
  expect(deleted.Failed):matches { { Id = "y", Code = "ReceiptHandleIsInvalid", SenderFault = true } }
end)

case "an entry of a batch that is wrong fails alone" (function(t)
  local url = queue(t)
  local sent = sqs.send_message_batch {
    QueueUrl = url, Entries = { { Id = "a", MessageBody = "x" }, { Id = "b", MessageBody = "y", DelaySeconds = 901 } },
  }
  expect(sent.Successful):matches { { Id = "a" } }
  expect(sent.Failed):matches { { Id = "b", Code = "InvalidParameterValue", SenderFault = true } }
end)

---------------------------------------------------------------------------------------------------
-- FIFO queues

local FIFO <const> = { FifoQueue = "true", ContentBasedDeduplication = "true" }

case "a FIFO queue keeps order and drops duplicates" (function(t)
  local url = own_queue(t, FIFO, ".fifo")
  for _, body in ipairs { "1", "2", "1", "3" } do send(url, body, { MessageGroupId = "g" }) end
  local found = receive(url, { AttributeNames = { "All" } })
  expect(bodies(found)):equals { "1", "2", "3" }
  expect(found[3].Attributes.MessageGroupId):equals "g"
end)

case "messages of a FIFO queue are numbered" {
  xfail = { on = "moto", reason = "moto has no sequence numbers" },
  act = function(t)
    local url = own_queue(t, FIFO, ".fifo")
    local numbers = {}
    for i, body in ipairs { "1", "2", "1" } do numbers[i] = send(url, body, { MessageGroupId = "g" }).SequenceNumber end
    expect(numbers[1]):matches "^%d+$"
    expect(numbers[1] < numbers[2]):is_true()
    expect(numbers[3]):equals(numbers[1]) -- a duplicate
    for i, message in ipairs(receive(url, { AttributeNames = { "All" } })) do
      expect(message.Attributes.SequenceNumber):equals(numbers[i])
    end
  end,
}

case "a group waits while one of its messages is hidden" (function(t)
  local url = own_queue(t, { FifoQueue = "true" }, ".fifo")
  for i, group in ipairs { "a", "a", "b" } do
    send(url, group .. i, { MessageGroupId = group, MessageDeduplicationId = "d" .. i })
  end
  local first = receive(url, { MaxNumberOfMessages = 1, VisibilityTimeout = 600 })
  expect(bodies(first)):equals { "a1" }
  local other = receive(url, { MaxNumberOfMessages = 1, VisibilityTimeout = 600 })
  expect(bodies(other)):equals { "b3" }
  expect(receive(url, { WaitTimeSeconds = 0 })):has_length(0)
  sqs.delete_message { QueueUrl = url, ReceiptHandle = first[1].ReceiptHandle }
  expect(bodies(receive(url))):equals { "a2" }
end)

case "what a FIFO queue needs" (function(t)
  local url = queue(t, { FifoQueue = "true" }, ".fifo")
  expect(function() send(url, "x") end):raises "MessageGroupId"
  expect(function() send(url, "x", { MessageGroupId = "g" }) end):raises "InvalidParameterValue"
  expect(function() queue(t, { FifoQueue = "true" }, "-no-suffix") end):raises "InvalidParameterValue"
end)

---------------------------------------------------------------------------------------------------
-- Dead letters

-- A queue whose messages go to the other one when they were received so often.
local function redrive(t, dead, times)
  return queue(t, {
    VisibilityTimeout = "0",
    RedrivePolicy = ('{"deadLetterTargetArn":"%s","maxReceiveCount":%d}'):format(attribute(dead, "QueueArn"), times),
  })
end

case "what fails too often goes to the dead-letter queue" {
  seed = function(t)
    t.dead = own_queue(t, nil, "-dead")
    t.url = redrive(t, t.dead, 1)
  end,
  listen = function(t) return sqs.listen { QueueUrl = t.dead } end,
  act = function(t)
    send(t.url, "poison", { MessageAttributes = { why = { DataType = "String", StringValue = "none" } } })
    expect(receive(t.url)):has_length(1)
    t:wait {
      poll = function() return receive(t.url, { WaitTimeSeconds = 0 }) end,
      check = function(_, found) expect(found):has_length(0) end,
    }
  end,
  check = function(t, found)
    expect(found):matches { { Body = "poison", MessageAttributes = { why = { StringValue = "none" } } } }
    expect(sqs.list_dead_letter_source_queues { QueueUrl = t.dead }.queueUrls):equals { t.url }
    expect(sqs.all("list_dead_letter_source_queues", { QueueUrl = t.url })):has_length(0)
  end,
}

-- A dead-letter queue with n messages that came from the queue.
local function failed(t, n)
  local dead = own_queue(t, nil, "-dead")
  local url = redrive(t, dead, 1)
  for i = 1, n do send(url, "m" .. i) end
  t:wait {
    poll = function()
      receive(url, { WaitTimeSeconds = 0 })
      return attribute(dead, "ApproximateNumberOfMessages")
    end,
    check = function(_, found) expect(found):equals(tostring(n)) end,
  }
  return dead, url
end

case "dead letters go back to where they came from" {
  xfail = { on = "moto", reason = "moto has no message move tasks" },
  act = function(t)
    local dead, url = failed(t, 2)
    local arn = attribute(dead, "QueueArn")
    expect(sqs.start_message_move_task { SourceArn = arn }.TaskHandle):is_a "string"
    t:wait {
      poll = function() return sqs.list_message_move_tasks { SourceArn = arn } end,
      check = function(_, found)
        expect(found.Results):matches { { Status = "COMPLETED", SourceArn = arn, ApproximateNumberOfMessagesMoved = 2 } }
      end,
    }
    local back = bodies(receive(url))
    table.sort(back)
    expect(back):equals { "m1", "m2" }
    expect(attribute(dead, "ApproximateNumberOfMessages")):equals "0"
  end,
}

case "a move that is ended" {
  xfail = { on = "moto", reason = "moto has no message move tasks" },
  act = function(t)
    local dead = failed(t, 5)
    local other = own_queue(t, nil, "-other")
    local arn = attribute(dead, "QueueArn")
    local task = sqs.start_message_move_task {
      SourceArn = arn, DestinationArn = attribute(other, "QueueArn"), MaxNumberOfMessagesPerSecond = 1,
    }.TaskHandle
    local moved = sqs.cancel_message_move_task { TaskHandle = task }.ApproximateNumberOfMessagesMoved
    expect(moved < 5):is_true()
    t:wait {
      poll = function() return sqs.list_message_move_tasks { SourceArn = arn } end,
      check = function(_, found)
        expect(found):at("Results[1].Status"):equals "CANCELLED"
        expect(found.Results[1].TaskHandle):is_absent() -- only a running task has one
      end,
    }
    expect(function() sqs.cancel_message_move_task { TaskHandle = task } end):raises()
    expect(function() sqs.start_message_move_task { SourceArn = arn .. "-none" } end):raises "ResourceNotFoundException"
  end,
}

---------------------------------------------------------------------------------------------------
-- Listeners and peek

case "a listener has what act sends, and only what matches" {
  seed = function(t) t.url = own_queue(t) end,
  listen = function(t)
    return sqs.listen {
      QueueUrl = t.url,
      match = function(message) return message.Body:find("mine", 1, true) end,
    }
  end,
  act = function(t)
    for _, body in ipairs { "mine 1", "yours", "mine 2" } do send(t.url, body) end
  end,
  poll = function(_, listener) return listener:messages() end,
  check = function(_, found) expect(found):has_length(2) end,
}

case "two listeners share one reader" (function(t)
  local url = own_queue(t)
  local function starts(word)
    return function(message) return message.Body:sub(1, #word) == word end
  end
  local a = sqs.listen { QueueUrl = url, match = starts "a" }
  local b = sqs.listen { QueueUrl = t.id, match = starts "b" } -- the same queue, by its name
  for i = 1, 4 do send(url, (i % 2 == 0 and "a" or "b") .. i) end
  expect(a:wait(2)):has_length(2)
  expect(b:wait(2)):has_length(2)
  a:close()
  send(url, "b5")
  expect(b:wait(3)):has_length(3)
  expect(b:take(2)):has_length(2)
  expect(#b):equals(1)
end)

case "peek hides nothing" (function(t)
  local url = own_queue(t)
  send(url, "here")
  expect(sqs.peek { QueueUrl = url }):matches { { Body = "here" } }
  expect(sqs.peek { QueueUrl = url }):matches { { Body = "here" } }
  expect(sqs.peek { QueueUrl = url, MaxNumberOfMessages = 1 }):has_length(1)
  expect(attribute(url, "ApproximateNumberOfMessages")):equals "1"
end)

---------------------------------------------------------------------------------------------------
-- Claims and wrong inputs

case "a claim takes visible, hidden and delayed messages" (function(t)
  local url = queue(t)
  local claim = sqs.messages { QueueUrl = url }
  for i = 1, 3 do send(url, "m" .. i) end
  expect(receive(url, { MaxNumberOfMessages = 1, VisibilityTimeout = 600 })):has_length(1)
  send(url, "later", { DelaySeconds = 600 })
  expect(claim.definition.remaining(claim.args)):equals(4)
  claim.definition.empty(claim.args)
  expect(claim.definition.remaining(claim.args)):equals(0)
  sqs.delete_queue { QueueUrl = url }
  claim.definition.empty(claim.args) -- a queue that is gone holds nothing
  expect(claim.definition.remaining(claim.args)):equals(0)
end)

case "wrong parameters never leave" (function(t)
  local url = queue(t)
  local wrong = {
    { "send_message", { QueueUrl = url }, "missing parameter 'MessageBody'" },
    { "send_message", { QueueURL = url, MessageBody = "x" }, "did you mean 'QueueUrl'" },
    { "send_message", { QueueUrl = url, MessageBody = 1 }, "MessageBody" },
    { "send_message", { QueueUrl = url, MessageBody = "x", DelaySeconds = "1" }, "DelaySeconds" },
    { "send_message_batch", { QueueUrl = url, Entries = { { Id = "a", MessageBodi = "x" } } }, "did you mean 'MessageBody'" },
    { "receive_message", { QueueUrl = url, AttributeNames = "All" }, "AttributeNames" },
    { "delete_message", { QueueUrl = url }, "missing parameter 'ReceiptHandle'" },
    { "listen", { QueueUrl = url, matches = print }, "no 'matches'" },
    { "listen", { QueueUrl = url, match = "x" }, "'match' must be a function" },
    { "listen", { queue = url }, "expected a table with QueueUrl" },
    { "peek", {}, "expected a table with QueueUrl" },
    { "pages", "send_message", "no operation that has pages" },
    { "messages", {}, "'QueueUrl' must be a string" },
  }
  for _, row in ipairs(wrong) do
    expect(function() sqs[row[1]](row[2]) end):raises(row[3])
  end
end)

case "AWS refuses" (function(t)
  local url = queue(t)
  expect(function() receive(url .. "-none") end):raises "QueueDoesNotExist"
  expect(function() sqs.delete_message { QueueUrl = url, ReceiptHandle = "none" } end):raises "ReceiptHandleIsInvalid"
  expect(function() sqs.send_message_batch { QueueUrl = url, Entries = {} } end):raises "EmptyBatchRequest"
  local twice = { { Id = "a", MessageBody = "x" }, { Id = "a", MessageBody = "y" } }
  expect(function() sqs.send_message_batch { QueueUrl = url, Entries = twice } end):raises "BatchEntryIdsNotDistinct"
  local many = {}
  for i = 1, 11 do many[i] = { Id = "m" .. i, MessageBody = "x" } end
  expect(function() sqs.send_message_batch { QueueUrl = url, Entries = many } end):raises "TooManyEntriesInBatchRequest"
  expect(function() receive(url, { MaxNumberOfMessages = 11 }) end):raises "InvalidParameterValue"
  expect(function() sqs.create_queue { QueueName = t.id .. "/x" } end):raises "InvalidParameterValue"
end)

case "AWS refuses attributes that no queue has" {
  xfail = { on = "moto", reason = "moto takes attributes of any name" },
  act = function(t)
    local url = queue(t)
    expect(function() sqs.set_queue_attributes { QueueUrl = url, Attributes = { Colour = "blue" } } end):raises "InvalidAttributeName"
  end,
}

---------------------------------------------------------------------------------------------------
-- Tables as bodies

case "a table is sent as JSON" {
  seed = function(t) t.url = own_queue(t) end,
  act = function(t)
    send(t.url, { order = 7, lines = { "tea" } })
    sqs.send_message_batch { QueueUrl = t.url, Entries = { { Id = "a", MessageBody = { order = 8 } }, { Id = "b", MessageBody = "text" } } }
  end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  check = function(_, messages)
    expect(messages):has_length(3)
    expect(bodies(messages)):contains '{"lines":["tea"],"order":7}'
    expect(bodies(messages)):contains '{"order":8}'
    expect(bodies(messages)):contains "text"
  end,
}

case "a body that is no JSON is an error" (function(t)
  local url = queue(t)
  expect(function() send(url, { call = print }) end):raises "sqs.send_message: MessageBody: call: a function"
  expect(function() send(url, sqs.binary "x") end):raises "MessageBody: expected string"
end)
