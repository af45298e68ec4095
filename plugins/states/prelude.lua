-- SPDX-License-Identifier: Apache-2.0
-- What states.so adds to its operations: tables as inputs and definitions, listeners for executions and for
-- the events of one, the claim for executions. README.md is its manual.
local states <const>, slrun <const> = ...

local SHORTEST_PAUSE <const> = 100   -- ms between rounds that bring nothing new; grows by half
local LONGEST_PAUSE <const> = 2000
local PAGE <const> = 100             -- executions of a page
local PAGES <const> = 10             -- of new executions that one round reads
local ASKED <const> = 20             -- executions that one round asks about one by one
local EVENTS <const> = 1000          -- of a page of a history
local ROUND <const> = 10000          -- events that one round brings
local CLAIM_ASKED <const> = 500      -- running executions whose inputs a claim reads

for _, name in ipairs { "list", "map" } do states[name] = slrun[name] end

local function given(value)
  if value == slrun.null then return nil end
  return value
end

---------------------------------------------------------------------------------------------------
-- Texts that are JSON: a table is sent as one.

local TEXTS <const> = {
  create_state_machine = "definition", update_state_machine = "definition", validate_state_machine_definition = "definition",
  start_execution = "input", start_sync_execution = "input", send_task_success = "output",
}

for operation, member in pairs(TEXTS) do
  local call <const> = states[operation]
  states[operation] = function(args, ...)
    if type(args) ~= "table" or type(args[member]) ~= "table" then return call(args, ...) end
    local text, why = slrun.to_json(args[member])
    if not text then slrun.error(("states.%s: %s: %s"):format(operation, member, why), 2) end
    local copy = {}
    for name, value in pairs(args) do copy[name] = value end
    copy[member] = text
    return call(copy, ...)
  end
end

---------------------------------------------------------------------------------------------------
-- What is new of a state machine's executions: those that were started since, and that they have ended.
-- AWS lists the latest first; times are the service's alone, so clocks may differ.

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

---------------------------------------------------------------------------------------------------
-- The events of one execution, from its first on.

-- What an event tells in a member that is called after its type, also as `details`.
local function with_details(event)
  for name, value in pairs(event) do
    if name:find "EventDetails$" then event.details = value end
  end
  return event
end

-- Not every server minds reverseOrder.
local function in_order(events, is_before)
  table.sort(events, function(a, b) return is_before(a.id, b.id) end)
  return events
end

local function less(a, b) return a < b end

-- The events behind the last one that was read, oldest first: the latest pages are asked for first, so that
-- a round costs one request where little happens.
local function events_behind(arn, last)
  local found, token = {}, nil
  repeat
    local page = states.get_execution_history {
      executionArn = arn, reverseOrder = true, includeExecutionData = true, maxResults = EVENTS, nextToken = token,
    }
    token = given(page.nextToken)
    for _, event in ipairs(page.events) do
      if event.id <= last then
        token = nil
      else
        table.insert(found, with_details(event))
      end
    end
  until not token
  return in_order(found, less)
end

slrun.source("history", {
  params = { executionArn = "string", Reader = "string" },
  describe = function(args) return "history of " .. args.executionArn:match "[^:]*$" end,
  open = function() return { last = 0, left = {}, pause = SHORTEST_PAUSE } end,
  read = function(args, state)
    if #state.left == 0 then
      state.left = events_behind(args.executionArn, state.last)
      if #state.left > 0 then state.last = state.left[#state.left].id end
    end
    local records = slrun.list(table.move(state.left, 1, ROUND, 1, {}))
    state.left = table.move(state.left, ROUND + 1, #state.left, 1, {})
    if #state.left > 0 then return records end
    state.pause = #records > 0 and SHORTEST_PAUSE or math.min(state.pause * 1.5, LONGEST_PAUSE)
    return records, math.floor(state.pause) .. "ms"
  end,
  id = function(event) return event.id end,
  show = function(event) return { id = event.id, type = event.type, details = event.details } end,
})

local words <const> = { executionArn = "string", stateMachineArn = "string", match = "function" }

local function check_listen(args)
  if type(args) ~= "table" or (args.executionArn == nil) == (args.stateMachineArn == nil) then
    slrun.error("states.listen: expected a table with executionArn or stateMachineArn, as in { stateMachineArn = arn }", 3)
  end
  for word, value in pairs(args) do
    if not words[word] then
      slrun.error(("states.listen has no '%s'; it has executionArn, stateMachineArn, match"):format(tostring(word)), 3)
    elseif type(value) ~= words[word] then
      slrun.error(("states.listen: '%s' must be a %s, got %s"):format(word, words[word], type(value)), 3)
    end
  end
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

---------------------------------------------------------------------------------------------------
-- The claim: executions that run, and whose name or input says that they are the case's.

local function running(args)
  local found, asked = {}, 0
  for page in states.pages("list_executions", { stateMachineArn = args.stateMachineArn, statusFilter = "RUNNING" }) do
    for _, execution in ipairs(page.executions) do
      local mine = execution.name:find(args.containing, 1, true)
      asked = asked + (mine and 0 or 1)
      if asked > CLAIM_ASKED then
        slrun.error(("states.executions: more than %d executions run whose names say nothing"):format(CLAIM_ASKED))
      end
      local input = not mine and given(described(execution.executionArn).input)
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

---------------------------------------------------------------------------------------------------
-- The autopsy of a state machine: its executions of that time; of those that failed, or still run, the state
-- and what went wrong. Reading takes nothing away.

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
