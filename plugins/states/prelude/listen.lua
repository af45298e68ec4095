-- SPDX-License-Identifier: Apache-2.0
-- Listeners: to the executions of a state machine, or to the events of one execution.
local states <const>, slrun <const> = ...

local WORDS <const> = { "executionArn:string", "stateMachineArn:string", "match:function" }

local function check_listen(args)
  if type(args) ~= "table" or (args.executionArn == nil) == (args.stateMachineArn == nil) then
    slrun.error("states.listen: expected a table with executionArn or stateMachineArn, as in { stateMachineArn = arn }", 3)
  end
  slrun.takes("states.listen", args, WORDS)
end

local readers = 0

--- Listens to the executions of a state machine from now on, or to the events of one execution from its first on:
--- listen = function(t) return states.listen { stateMachineArn = arn } end
function states.listen(args)
  check_listen(args)
  if args.stateMachineArn then
    return slrun.listen("executions", { stateMachineArn = args.stateMachineArn }, { match = args.match })
  end
  readers = readers + 1 -- who joins a reader later would miss what it has read
  return slrun.listen("history", {
    executionArn = args.executionArn, Reader = ("%.6f-%d"):format(slrun.now(), readers),
  }, { match = args.match })
end
