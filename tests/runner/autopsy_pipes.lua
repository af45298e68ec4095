-- args: -j 1
-- exit: 1
-- out: ::filtered out
-- out: pipe Orders -> Paid   RUNNING: 1 of 1 records did not pass the filters
-- out: schedule Later        DISABLED, rate(1 hour)
-- out: what lets through only what matches:
-- out: pipe Orders -> Paid: {"body":{"paid":[true]}}
-- out: ::refused by the target
-- out: pipe Broken -> none   RUNNING: The last batch failed: ResourceNotFoundException: Function not found
-- out: 2 failed in
-- What became of what went into a pipe.
local sqs <const> = require "slrun.sqs"

pattern { name = "pipes", stack = "stacks/pipes", sla = "1s" }

local function one(name)
  return {
    listen = function(t) return sqs.listen { QueueUrl = t.stack.Paid, match = function(m) return m.Body:find(t.id, 1, true) end } end,
    act = function(t) sqs.send_message { QueueUrl = t.stack[name], MessageBody = { id = t.id, paid = false } } end,
    check = function(_, heard) expect(heard):has_length(1) end,
  }
end

case "filtered out" (one "Orders")
case "refused by the target" (one "Broken")
