-- args: --clock=real
-- exit: 1
-- out: timeout after 0.5 s in phase poll
-- out: in the system since act
-- out: mapping Orders -> Worker: it does not match the filter
-- out: 1 timeout in
-- A wait that the limit of its case cuts tells of the system what one tells whose own time is over.
local sqs <const> = require "slrun.sqs"

pattern { name = "sieve", stack = "stacks/sieve", sla = "30s" }

case "longer than it may" {
  timeout = "500ms",
  act = function(t) sqs.send_message { QueueUrl = t.stack.Orders, MessageBody = { id = t.id, paid = "true" } } end,
  poll = function() return false end,
}
