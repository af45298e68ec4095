-- SPDX-License-Identifier: Apache-2.0
-- The claim: executions that run, and whose name or input says that they are the case's.
local states <const>, slrun <const> = ...
local given <const> = slrun.part("texts").given

local CLAIM_ASKED <const> = 500      -- running executions whose inputs a claim reads

local function running(args)
  local found, asked = {}, 0
  for page in states.pages("list_executions", { stateMachineArn = args.stateMachineArn, statusFilter = "RUNNING" }) do
    for _, execution in ipairs(page.executions) do
      local mine = execution.name:find(args.containing, 1, true)
      asked = asked + (mine and 0 or 1)
      if asked > CLAIM_ASKED then
        slrun.error(("states.executions: more than %d executions run whose names say nothing"):format(CLAIM_ASKED))
      end
      local input = not mine and given(states.describe_execution({ executionArn = execution.executionArn }).input)
      if mine or (input and input:find(args.containing, 1, true)) then found[#found + 1] = execution.executionArn end
    end
  end
  return found
end

--- Claims executions: t:own(states.executions { stateMachineArn = arn, containing = t.id })
states.executions = slrun.claim("executions", {
  params = { stateMachineArn = "string", containing = "string" },
  describe = function(args)
    return ("executions of %s with %q"):format(args.stateMachineArn:match "[^:]*$", args.containing)
  end,
  empty = function(args)
    for _, arn in ipairs(running(args)) do
      local ok, problem = pcall(states.stop_execution, { executionArn = arn, error = "slrun.Teardown",
        cause = "The case that it belongs to has ended." })
      if not ok and slrun.code_of(problem) ~= "ExecutionDoesNotExist" then error(problem, 0) end
    end
  end,
  remaining = function(args) return #running(args) end,
  resource = function(args) return "AWS::StepFunctions::StateMachine", args.stateMachineArn end,
})
