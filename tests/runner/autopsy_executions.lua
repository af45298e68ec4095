-- exit: 1
-- out: ::its own
-- out: state machine Slow   executions: 1 FAILED
-- out: : FAILED in state "Break"
-- out: ::it failed since act, for another
-- out: executions: 1 FAILED; for other cases
-- out: ::it failed before act, for another
-- out: only for other cases: state machine Slow
-- out: 3 failed in
-- An execution that fails is told to the case that has started it, and to others in short, if it failed since their act.
local states <const> = require "slrun.states"

pattern { name = "machine", stack = "stacks/machine" }

local function one() return 1 end
local function never() expect(1):equals(2) end

case "its own" {
  sla = "4s",
  act = function(t) states.start_execution { stateMachineArn = t.stack.Arn, name = t.id, input = { case = t.id } } end,
  poll = one, check = never,
}

case "it failed since act, for another" {
  sla = "4s",
  seed = function(t) t:sleep "1s" end,
  act = one, poll = one, check = never,
}

case "it failed before act, for another" {
  sla = "1s",
  seed = function(t) t:sleep "3s" end,
  act = one, poll = one, check = never,
}
