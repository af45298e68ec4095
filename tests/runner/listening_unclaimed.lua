-- args: -j 1
-- exit: 0
-- out: 2 passed
-- no: claimed by
-- A message that was given back is claimed by a later case.
local sqs <const> = require "slrun.sqs"

fixture "queue" {
  scope = "file",
  setup = function(t) return sqs.create_queue { QueueName = t.id }.QueueUrl end,
}

case "gives back" { uses = { "queue" }, act = function(t)
  local listener = sqs.listen { QueueUrl = t.queue, match = function() return false end }
  sqs.send_message { QueueUrl = t.queue, MessageBody = "for the next" }
  t:wait { poll = function() return #listener:others() == 1 end }
end }

case "claims" {
  uses = { "queue" },
  listen = function(t) return sqs.listen { QueueUrl = t.queue } end,
  check = function(_, messages) expect(messages):matches { { Body = "for the next" } } end,
}
