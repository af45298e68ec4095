-- SPDX-License-Identifier: Apache-2.0
-- The autopsy of a state machine: its executions of that time; of those that failed, or still run, the state
-- and what went wrong. Reading takes nothing away.
local states <const>, slrun <const> = ...
local given <const>, history <const> = slrun.part("texts").given, slrun.part "history"
local with_details <const>, in_order <const>, less <const> = history.with_details, history.in_order, history.less

local LOOKED <const> = 50            -- executions
local TOLD <const> = 6               -- of which the history is read
local LAST_EVENTS <const> = 50       -- of a history
local TEXT <const> = 600             -- bytes of an input or a cause

local function clip(text)
  if #text <= TEXT then return text end
  return text:sub(1, utf8.offset(text, 0, TEXT) - 1) .. " ..."
end

-- What functions of Lambda say of an error is JSON.
local function readable(cause)
  local object = cause:find "^%s*{" and slrun.from_json(cause)
  if type(object) ~= "table" or type(object.errorMessage) ~= "string" then return clip(cause) end
  return clip((type(object.errorType) == "string" and object.errorType .. ": " or "") .. object.errorMessage)
end

-- The state in which an execution stands or fell, its error and cause, by its last events, the latest first.
local function last_state(events)
  local found, redriven = {}, false
  for _, event in ipairs(events) do
    local details = with_details(event).details or {}
    redriven = redriven or event.type == "ExecutionRedriven" -- what went wrong before is no matter any more
    if not found.error and not redriven and given(details.error) then found.error, found.cause = details.error, given(details.cause) end
    if event.type:find "StateEntered$" then
      found.state = details.name
      break
    end
  end
  return found
end

local TOLD_STATES <const> = 6        -- of an execution, the last ones

-- What each state got and gave, oldest first, by the same events. A task got what it was called with, where that is told.
local function states_of(events)
  local state_at, got, lines = {}, {}, slrun.list {} -- the state of an event, by its id; what a state got
  for i = #events, 1, -1 do
    local event <const> = events[i]
    local details <const> = with_details(event).details or {}
    local state = event.type:find "State%a+ed$" and details.name or state_at[event.previousEventId]
    state_at[event.id] = state
    if event.type:find "StateEntered$" then
      got[state] = given(details.input)
    elseif state and event.type:find "Scheduled$" then
      got[state] = given(details.parameters) or given(details.input) or got[state]
    elseif event.type:find "StateExited$" then
      local was, is = got[state] or "?", given(details.output) or "?"
      lines[#lines + 1] = was == is and state .. ": gave what it got" or ("%s: %s -> %s"):format(state, clip(was), clip(is))
    end
  end
  local more = #lines - TOLD_STATES
  if more <= 0 then return lines end
  return table.move(lines, more + 1, #lines, 2, slrun.list { ("... %d states before"):format(more) })
end

-- "ERROR: CAUSE"; a cause that begins with the error says it already.
local function said_of(problem, cause)
  cause = cause and readable(cause)
  if not problem or not cause then return problem or cause end
  return cause:find(problem, 1, true) == 1 and cause or problem .. ": " .. cause
end

-- Of the last Map Run in these events, what one of its executions failed with: that says more than that too many did.
local function add_map_run(look, events, lines)
  local arn
  for _, event in ipairs(events) do
    arn = arn or event.type:find "^MapRun" and given((with_details(event).details or {}).mapRunArn)
  end
  local run = arn and look:ask(states.describe_map_run, { mapRunArn = arn })
  local page = run and look:ask(states.list_executions, { mapRunArn = arn, statusFilter = "FAILED", maxResults = 1 })
  local one = page and page.executions[1]
  local whole = one and look:ask(states.describe_execution, { executionArn = one.executionArn })
  if not whole then return end
  lines[#lines + 1] = ("%d of the %d executions of its Map Run failed, one of them (%s) with"):format(
    run.executionCounts.failed, run.executionCounts.total, one.name)
  lines[#lines + 1] = "  " .. (said_of(given(whole.error), given(whole.cause)) or "no error")
  if given(whole.input) then lines[#lines + 1] = "  input: " .. clip(whole.input) end
end

local function entry_of(look, execution)
  local arn <const> = execution.executionArn
  local history = look:ask(states.get_execution_history, { executionArn = arn, reverseOrder = true,
    includeExecutionData = true, maxResults = LAST_EVENTS })
  local whole = look:ask(states.describe_execution, { executionArn = arn }) or {}
  local events = in_order(history and history.events or {}, function(a, b) return less(b, a) end)
  local last = last_state(events)
  local lines = slrun.list { ("execution %s: %s%s"):format(execution.name, execution.status,
    last.state and (" in state %q"):format(last.state) or "") }
  local problem, cause = last.error or given(whole.error), last.cause or given(whole.cause)
  if problem or cause then lines[2] = said_of(problem, cause) end
  if given(whole.input) then lines[#lines + 1] = "input: " .. clip(whole.input) end
  if execution.status ~= "SUCCEEDED" then add_map_run(look, events, lines) end
  table.move(states_of(events), 1, TOLD_STATES + 1, #lines + 1, lines)
  local failed = execution.status ~= "RUNNING" and execution.status ~= "SUCCEEDED"
  local at <const> = failed and given(execution.stopDate) or execution.startDate -- one that began before may fail since act
  return { at = math.floor(at * 1000 + 0.5), level = failed and "error" or nil, whole = true, lines = lines }
end

local STATUSES <const> = { "SUCCEEDED", "RUNNING", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE" }

-- Those that were started or ended since then, or run, and how many there are of each status.
local function of_that_time(page, look)
  local found, counts = {}, {}
  for _, execution in ipairs(page.executions) do
    local ended = given(execution.stopDate)
    if not ended or ended * 1000 >= look.from or execution.startDate * 1000 >= look.from then
      found[#found + 1] = execution
      counts[execution.status] = (counts[execution.status] or 0) + 1
    end
  end
  return found, counts
end

-- Failures first, then what runs, then what went well; each from the latest on.
local function most_telling(found)
  local rank <const> = { RUNNING = 2, SUCCEEDED = 3 }
  local place = {}
  for i, execution in ipairs(found) do place[execution] = (rank[execution.status] or 1) * LOOKED * 2 + i end
  table.sort(found, function(a, b) return place[a] < place[b] end)
  return table.move(found, 1, TOLD, 1, {})
end

-- Its definition has the ARNs and names of what its tasks call.
local function definition_of(resource, look)
  local found = look:ask(states.describe_state_machine, { stateMachineArn = resource.name })
  return slrun.list { found and found.definition }
end

slrun.autopsy("AWS::StepFunctions::StateMachine", function(resource, look)
  local page, code = look:ask(states.list_executions, { stateMachineArn = resource.name, maxResults = LOOKED })
  if code == "StateMachineTypeNotSupported" then -- express: its log group has them
    return { says = "an express state machine: its executions are in its log group alone", targets = definition_of(resource, look) }
  end
  if not page then return code and { says = code, level = "error" } end
  local found, counts = of_that_time(page, look)
  local words, entries = {}, slrun.list {}
  for _, status in ipairs(STATUSES) do
    if counts[status] then words[#words + 1] = ("%d %s"):format(counts[status], status) end
  end
  for i, execution in ipairs(most_telling(found)) do entries[i] = entry_of(look, execution) end
  table.sort(entries, function(a, b) return a.at < b.at end)
  local failed = counts.FAILED or counts.TIMED_OUT or counts.ABORTED
  return {
    says = #words > 0 and "executions: " .. table.concat(words, ", ") or "no execution",
    level = failed and "error" or "notice", counted = true, entries = entries, targets = definition_of(resource, look),
  }
end)
