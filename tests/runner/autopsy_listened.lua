-- exit: 1
-- out: -work   0 visible, 1 in flight, 0 delayed
-- out: 1 failed in
-- no: for up to
-- no: dead-letter queue
-- A message in flight of a queue that is listened to may be in the listener's hands: it is no failing one.
local sqs <const> = require "slrun.sqs"

case "it is listened to" {
  sla = "300ms",
  seed = function(t)
    t.url = sqs.create_queue { QueueName = t.id .. "-work" }.QueueUrl
    t:own(sqs.messages { QueueUrl = t.url })
    sqs.send_message { QueueUrl = t.url, MessageBody = "a" }
    sqs.receive_message { QueueUrl = t.url }
  end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function() end,
  check = function(_, messages) expect(messages):has_length(1) end,
}
