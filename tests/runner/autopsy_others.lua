-- exit: 1
-- out: ::what is of other cases
-- out: in the system since act (
-- out: only for other cases: 
-- out: stream Stream
-- out: ::what broke in the spec
-- out: attempt to index a nil value
-- out: it ended a wait
-- out: ::a wait that judges what act has set
-- out: t.response.status: expected 200, got 202
-- out: hint: t.response was the same at each poll; what act has set is best expected in act
-- out: t.response:
-- out:     body = "accepted"
-- out: the last poll returned 1
-- out: [ERROR] ValueError: no price in nobody
-- out: ::an error of another case
-- out: in the system since act (
-- out: function Worker   
-- out: 1 with errors; for other cases
-- out: [ERROR] ValueError: no price in 
-- out: 4 failed, 1 passed in
-- no: working for the other
-- no: File "
-- A failed case is told what concerns it: nothing of what the other cases of the run have done, but for errors.
local kinesis <const> = require "slrun.kinesis"
local lambda  <const> = require "slrun.lambda"
local sqs     <const> = require "slrun.sqs"

pattern { name = "wreck", stack = "stacks/wreck", sla = "2s" }

local work <const> = {} -- what each case has asked for, by name

local function ask(t, what, name)
  return lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["do"] = what, case = name or "the other " .. t.id } }
end

local function one() return 1 end
local function never() expect(1):equals(2) end

-- Runs beside the next ones, since their act.
case "another" {
  act = function(t)
    t:sleep "100ms"
    ask(t, "work")
    ask(t, "raise", "nobody") -- whose request it is says whose error it is
    kinesis.put_record { StreamName = t.stack.Stream, PartitionKey = "p", Data = { case = t.id } }
  end,
  check = function() expect(work):exists() end,
}

case "what is of other cases" { act = function() end, poll = one, check = never }

case "what broke in the spec" {
  act = function(t) ask(t, "work") end,
  poll = function() return nil end,
  check = function(_, found) expect(found.Item):exists() end,
}

case "a wait that judges what act has set" {
  act = function(t) t.response = { status = 202, body = "accepted" } end,
  poll = one,
  check = function(t) expect(t.response.status):equals(200) end,
}

-- After the others: an error is told in short whose ever it is.
case "an error of another case" {
  serial = true,
  act = function(t) sqs.send_message { QueueUrl = t.stack.Jobs, MessageBody = '{"do":"raise","case":"' .. t.id:gsub("%w+$", "zzzz") .. '"}' } end,
  poll = one, check = never,
}
