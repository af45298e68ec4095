-- SPDX-License-Identifier: Apache-2.0
-- What is new of a state machine's executions: those that were started since, and that they have ended.
-- AWS lists the latest first; times are the service's alone, so clocks may differ.
local states <const>, slrun <const> = ...
local given <const> = slrun.part("texts").given

local SHORTEST_PAUSE <const> = 100   -- ms between rounds that bring nothing new; grows by half
local LONGEST_PAUSE <const> = 2000
local PAGE <const> = 100             -- executions of a page
local PAGES <const> = 10             -- of new executions that one round reads
local ASKED <const> = 20             -- executions that one round asks about one by one

local function page_of(arn, token)
  return states.list_executions { stateMachineArn = arn, maxResults = PAGE, nextToken = token }
end

local function open_executions(args)
  local state = { newest = 0, known = {}, running = {}, pause = SHORTEST_PAUSE }
  for _, execution in ipairs(page_of(args.stateMachineArn).executions) do
    state.newest = math.max(state.newest, execution.startDate)
    state.known[execution.executionArn] = true
  end
  state.since = state.newest
  return state
end

-- The executions that were started since the listener was opened, from the latest on until one that was told
-- is not running any more.
local function started(arn, state)
  local found, token = {}, nil
  for _ = 1, PAGES do
    local page, fresh = page_of(arn, token), false
    for _, execution in ipairs(page.executions) do
      if execution.startDate >= state.since and state.known[execution.executionArn] ~= true then
        found[#found + 1] = execution
        fresh = fresh or state.known[execution.executionArn] == nil
      end
    end
    token = given(page.nextToken)
    if not fresh or not token then break end
  end
  return found
end

-- What is told of one: as describe_execution has it.
local function described(arn)
  return states.describe_execution { executionArn = arn }
end

-- Notes how an execution stands; it is told when that is new.
local function note(state, records, arn)
  local record <const> = described(arn)
  if record.status ~= state.known[arn] then records[#records + 1] = record end
  if record.status == "RUNNING" and state.known[arn] == nil then table.insert(state.running, arn) end
  state.known[arn] = record.status
end

-- Asks about some of those that ran; the rest has its turn in the rounds to come.
local function ask_running(state, records, seen)
  for _ = 1, math.min(#state.running, ASKED) do
    local arn = table.remove(state.running, 1)
    if not seen[arn] then note(state, records, arn) end -- the pages had it no longer
    if state.known[arn] == "RUNNING" then table.insert(state.running, arn) end
  end
end

local function read_executions(args, state)
  local records, seen = slrun.list {}, {}
  local found = started(args.stateMachineArn, state)
  for i = #found, 1, -1 do -- the oldest first
    local arn = found[i].executionArn
    seen[arn] = true
    if state.known[arn] ~= found[i].status then note(state, records, arn) end
  end
  ask_running(state, records, seen)
  state.pause = #records > 0 and SHORTEST_PAUSE or math.min(state.pause * 1.5, LONGEST_PAUSE)
  return records, math.floor(state.pause) .. "ms"
end

slrun.source("executions", {
  params = { stateMachineArn = "string" },
  describe = function(args) return "executions of " .. args.stateMachineArn:match "[^:]*$" end,
  open = open_executions,
  read = read_executions,
  id = function(execution) return execution.executionArn .. " " .. execution.status end,
  show = function(execution)
    return { name = execution.name, status = execution.status, error = execution.error, cause = execution.cause }
  end,
  resource = function(args) return "AWS::StepFunctions::StateMachine", args.stateMachineArn end,
  settled = true,
})
