-- args: -j 1 --tb auto
-- exit: 1
-- out: _ explained.lua::a service is no object _
-- out: |                                           ^^^^^^^^^^^^^^^^^^
-- out: E  write sqs.list_queues { ... }, with a dot
-- out: E  write sqs.send_message { ... }, with a dot
-- out: E  sqs has no operation or function 'lisen'; did you mean 'listen'?
-- out: E  sqs.send_message: missing parameter 'QueueUrl' (string)
-- out: E  sqs.send_message: QueueDoesNotExist:
-- out: E    hint: it was asked for QueueUrl 'no-such-queue'
-- out: E    hint: values are plain ones: { pk = "a" }, not { pk = { S = "a" } }
-- out: E  answer.status: expected 200, got 404
-- out: act returned:
-- out: body = "no such order"
-- out: E  check returned false
-- out: the last poll returned:
-- out: E    hint: poll has no `return`, so check gets nothing of what it fetches
-- out: the last poll returned nothing
-- out: E  attempt to index a nil value (local 'found')
-- out: E    hint: what is not there yet is nil, and this ends the wait; expect(found):at("x") goes on waiting
-- out: | ... t is shown of it", 1; none.x = text; end }
-- out: |                           ^^^^
-- out: FAILED
-- no: usage: send_message
-- err: t.queue is nil here: there is a fixture 'queue', which only cases with uses = { "queue" } have
-- err: this check (explained.lua:
-- err: expected nothing, so it holds whatever there is; a loop over an empty list does not run
-- What is wrong, where, and what to do.
local dynamodb <const> = require "slrun.dynamodb"
local sqs      <const> = require "slrun.sqs"

fixture "queue" { setup = function(t) return sqs.create_queue { QueueName = t.id }.QueueUrl end }

case "a service is no object" (function() sqs:list_queues {} end)
case "nor where its prelude has a word" (function() sqs:send_message { QueueUrl = "q", MessageBody = "x" } end)
case "words of the prelude are near, too" (function() sqs.lisen {} end)

case "a fixture that the case does not use" {
  act = function(t) sqs.send_message { QueueUrl = t.queue, MessageBody = "x" } end,
}

case "a queue that is not there" {
  act = function() sqs.send_message { QueueUrl = "no-such-queue", MessageBody = "x" } end,
}

case "an item as boto3's client wants it" {
  act = function(t)
    dynamodb.create_table {
      TableName = t.id, BillingMode = "PAY_PER_REQUEST",
      AttributeDefinitions = { { AttributeName = "pk", AttributeType = "S" } },
      KeySchema = { { AttributeName = "pk", KeyType = "HASH" } },
    }
    dynamodb.put_item { TableName = t.id, Item = { pk = { S = "a" } } }
  end,
}

case "what act returned" {
  act = function() return { status = 404, body = "no such order" } end,
  check = function(_, answer) expect(answer.status):equals(200) end,
}

case "a check that returns false" {
  sla = "1s",
  poll = function() return { status = "pending" } end,
  check = function(_, found) return found.status == "done" end,
}

case "a poll that keeps what it fetches" {
  poll = function() sqs.list_queues {} end,
  check = function(_, found) expect(found):at("QueueUrls"):has_length(1) end,
}

case "nothing yet" {
  poll = function() return nil end,
  check = function(_, found) expect(found.status):equals "done" end,
}

case "far" { act = function() local none; local text = "an expectation far to the right of a line, which is longer than what is shown of it", 1; none.x = text; end }

case "a check that checks nothing" {
  act = function() return {} end,
  check = function(_, messages)
    for _, message in ipairs(messages) do expect(message):exists() end
  end,
}
