-- args: -v -j 8
-- exit: 1
-- out: ERROR in clean-up of listening_errors.lua::an error in match that nobody asks for
-- out: E  late
-- out: listening_errors.lua::an error in match __
-- out: listening_errors.lua:37
-- out: attempt to index a nil value (field 'Nothing')
-- out: it ended a wait
-- out: listening_errors.lua:40
-- out: an expectation failed in match: expected "x", got "one"
-- out: an operation in match
-- out: sqs.send_message cannot wait here: a listener's match only judges
-- out: a match that ran for longer than 1 s was cut
-- out: the queue goes away
-- out: QueueDoesNotExist
-- out: 6 failed, 2 passed, 1 error in
-- no: slrun.listener
local sqs <const> = require "slrun.sqs"

fixture "queue" {
  scope = "file",
  setup = function(t) return sqs.create_queue { QueueName = t.id }.QueueUrl end,
}

local function listens(match)
  return {
    uses = { "queue" },
    listen = function(t) return sqs.listen { QueueUrl = t.queue, match = match } end,
    act = function(t) sqs.send_message { QueueUrl = t.queue, MessageBody = "one" } end,
    check = function(_, messages) expect(messages):contains { Body = "one" } end,
  }
end

case "a sound match" (listens(function(message) return message.Body == "one" end))

case "an error in match" (listens(function(message)
  return message.Body.Nothing.At
end))

case "an expectation in match" (listens(function(message) expect(message.Body):equals "x" end))

case "an operation in match" (listens(function(message)
  return sqs.send_message { QueueUrl = "x", MessageBody = message.Body }
end))

case "coroutine.yield in match" (listens(coroutine.yield))

case "a loop in match" (listens(function() while true do end end))

case "the queue goes away" {
  seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function(t) sqs.delete_queue { QueueUrl = t.url } end,
  check = function(_, messages) expect(messages):has_length(1) end,
}

-- No wait has told it: the clean-up does.
case "an error in match that nobody asks for" {
  uses = { "queue" },
  listen = function(t) return sqs.listen { QueueUrl = t.queue, match = function() t.judged = true; error "late" end } end,
  act = function(t)
    sqs.send_message { QueueUrl = t.queue, MessageBody = "one" }
    while not t.judged do t:sleep "10ms" end
  end,
}
