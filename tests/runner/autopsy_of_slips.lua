-- exit: 1
-- out: ::a slip
-- out: has no operation or function 'send_mesage'; did you mean 'send_message'?
-- out: autopsy_of_slips.lua:16: in field 'act'
-- out: ::an answer
-- out: MissingRequiredParameterException
-- out: 2 failed in
-- no: in the system
-- An error of a spec in act is told without the system, which had no part in it.
local sqs <const> = require "slrun.sqs"

pattern { name = "sieve", stack = "stacks/sieve" }

case "a slip" {
  act = function(t)
    sqs.send_mesage { QueueUrl = t.stack.Orders }
  end,
  poll = function() return false end,
}
case "an answer" {
  act = function(t) sqs.send_message { QueueUrl = t.stack.Orders, MessageBody = "" } end,
  poll = function() return false end,
}
