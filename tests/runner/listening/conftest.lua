local sqs <const> = require "slrun.sqs"

fixture "queue" {
  scope = "run",
  setup = function(t) return sqs.create_queue { QueueName = t.id }.QueueUrl end,
}
