-- exit: 1
-- out: -work   0 visible, 1 in flight for up to 30 s, 0 delayed; it has no dead-letter queue
-- out: 1 failed in
-- A message that is tried again and again: nothing takes it out of the way.
local sqs <const> = require "slrun.sqs"

case "it is worked on" {
  seed = function(t)
    t.url = sqs.create_queue { QueueName = t.id .. "-work" }.QueueUrl
    t:own(sqs.messages { QueueUrl = t.url })
  end,
  act = function(t)
    sqs.send_message { QueueUrl = t.url, MessageBody = "a" }
    sqs.receive_message { QueueUrl = t.url }
    expect(1):equals(2)
  end,
}
