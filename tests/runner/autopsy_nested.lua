-- args: -j 1
-- exit: 1
-- out: function Orders/Worker
-- out: [ERROR] ValueError: no price in 
-- out: nothing to say: mapping Orders/Queue -> Orders/Worker
-- out: 1 failed, 1 passed in
-- What is in a stack inside of the stack is looked at, too.
local sqs <const> = require "slrun.sqs"

pattern { name = "nested", stack = "stacks/nested", sla = "1s" }

case "a function of a nested stack raises" {
  act = function(t) sqs.send_message { QueueUrl = t.stack.Queue, MessageBody = t.id } end,
  poll = function() return 1 end,
  check = function() expect(1):equals(2) end,
}

case "a registry of schemas, which has no behaviour here, is called by its name" (function(t)
  expect(t.stack.Registry):matches "^[%w-]+$"
end)
