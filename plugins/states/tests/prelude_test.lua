-- SPDX-License-Identifier: Apache-2.0
-- The prelude of states.so beside a service that is played here: what listeners tell, in which order and by how many
-- requests; what the claim stops; what the autopsy says (tests/harness/prelude.lua).
local parts <const>, run_prelude <const> = ...
local cjson <const> = require "cjson"

local MACHINE <const> = "arn:aws:states:us-east-1:123456789012:stateMachine:m"
local EXECUTION <const> = "arn:aws:states:us-east-1:123456789012:execution:m:"

---------------------------------------------------------------------------------------------------
-- The service: executions, the latest first, and histories, the oldest event first.

local executions, histories, asked = {}, {}, {}

local function count(name) asked[name] = (asked[name] or 0) + 1 end

local function start(name, at, more)
  local execution = { executionArn = EXECUTION .. name, name = name, status = "RUNNING", startDate = at,
    stateMachineArn = MACHINE, input = "{}", nextToken = cjson.null }
  for key, value in pairs(more or {}) do execution[key] = value end
  table.insert(executions, 1, execution)
  return execution
end

local function copy(from, members)
  local to = {}
  for key, value in pairs(from) do to[key] = (not members or members[key]) and value or nil end
  return to
end

local LISTED <const> = { executionArn = true, name = true, status = true, startDate = true, stopDate = true }

local function page_of(list, args, change)
  local from = tonumber(args.nextToken) or 1
  local page, last = {}, math.min(from + args.maxResults - 1, #list)
  for i = from, last do page[#page + 1] = change(list[i]) end
  return page, last < #list and tostring(last + 1) or cjson.null
end

local states <const> = {
  describe_state_machine = function(args) return { definition = "of " .. args.stateMachineArn } end,
  list_executions = function(args)
    count "list"
    if executions.express then return nil, "StateMachineTypeNotSupported" end
    local of, page = {}, {}
    for _, execution in ipairs(executions) do
      local inside = execution.mapRunArn == args.mapRunArn
      if inside and (not args.statusFilter or execution.status == args.statusFilter) then of[#of + 1] = execution end
    end
    page.executions, page.nextToken = page_of(of, args, function(one) return copy(one, LISTED) end)
    return page
  end,
  describe_map_run = function() return { executionCounts = { failed = 2, total = 3 } } end,
  describe_execution = function(args)
    count "describe"
    for _, execution in ipairs(executions) do
      if execution.executionArn == args.executionArn then return copy(execution) end
    end
    error { code = "ExecutionDoesNotExist" }
  end,
  get_execution_history = function(args)
    count "history"
    assert(args.reverseOrder and args.includeExecutionData)
    local latest, events = {}, histories[args.executionArn] or {}
    for i = #events, 1, -1 do latest[#latest + 1] = events[i] end
    local page = {}
    page.events, page.nextToken = page_of(latest, args, function(one) return copy(one) end)
    return page
  end,
  stop_execution = function(args)
    for _, execution in ipairs(executions) do
      if execution.executionArn == args.executionArn then execution.status = "ABORTED" end
    end
  end,
  start_execution = function(args) return args end,
}
states.pages = function(name, args)
  args.maxResults = 2
  local over = false
  return function()
    if over then return nil end
    local page = states[name](args)
    args.nextToken, over = page.nextToken, page.nextToken == cjson.null
    return page
  end
end
for _, name in ipairs { "create_state_machine", "update_state_machine", "validate_state_machine_definition",
  "start_sync_execution", "send_task_success" } do states[name] = states.start_execution end

---------------------------------------------------------------------------------------------------
-- The prelude

local sources, looks, listened, claim = {}, {}, nil, nil
local slrun <const> = {
  code_of = assert(loadfile(parts .. "/waiter.lua", "t"))({}).code_of,
  null = cjson.null, list = function(value) return value end, map = function(value) return value end,
  to_json = cjson.encode, from_json = function(text) return (select(2, pcall(cjson.decode, text))) end,
  now = function() return 1 end,
  error = function(text) error(text, 0) end,
  source = function(name, definition) sources[name] = definition end,
  listen = function(name, args) listened = { name = name, args = args } end,
  claim = function(_, definition)
    claim = definition
    return function(args) return args end
  end,
  autopsy = function(kind, look) looks[kind] = look end,
  ready = function() end,
}
run_prelude(states, slrun)

local function equal(got, want)
  if got ~= want then error(("expected\n%s\ngot\n%s"):format(want, got), 2) end
end

local function told(records)
  local words = {}
  for i, record in ipairs(records) do
    words[i] = (record.name or record.id) .. (record.status and " " .. record.status or "")
  end
  return table.concat(words, ", ")
end

local function fails(wanted, f, ...)
  local ok, problem = pcall(f, ...)
  assert(not ok and problem:find(wanted, 1, true), tostring(problem))
end

-- Tables are sent as JSON.
equal(states.start_execution({ input = { a = 1 } }).input, '{"a":1}')
equal(states.start_execution({ input = "text" }).input, "text")

-- Which listener it is; what is no argument of it.
states.listen { stateMachineArn = MACHINE }
equal(listened.name, "executions")
states.listen { executionArn = EXECUTION .. "a" }
equal(listened.name, "history")
fails("executionArn or stateMachineArn", states.listen, {})
fails("executionArn or stateMachineArn", states.listen, { executionArn = "a", stateMachineArn = "b" })
fails("has no 'arn'", states.listen, { executionArn = "a", arn = "b" })
fails("'match' must be a function", states.listen, { executionArn = "a", match = "b" })

---------------------------------------------------------------------------------------------------
-- Executions: what was there before is not told; what comes is, and that it ends.

start("before", 10)
local args <const> = { stateMachineArn = MACHINE }
local source, state = sources.executions, sources.executions.open(args)
equal(told(source.read(args, state)), "")

local one = start("one", 10) -- at the same time as the one before
start("two", 11, { status = "SUCCEEDED" })
equal(told(source.read(args, state)), "one RUNNING, two SUCCEEDED")
asked = {}
local records, pause = source.read(args, state)
equal(told(records), "")
equal(asked.list, 1)
equal(asked.describe, nil)
equal(pause, "150ms")
one.status, one.output = "FAILED", "{}"
records, pause = source.read(args, state)
equal(told(records), "one FAILED")
equal(pause, "100ms")

-- More than a page at once; one that began before them ends when the page does not have it any more.
local early = start("early", 12)
source.read(args, state)
for i = 1, 250 do start("n" .. i, 13 + i, { status = "SUCCEEDED" }) end
equal(#source.read(args, state), 250)
early.status = "TIMED_OUT"
asked = {}
equal(told(source.read(args, state)), "early TIMED_OUT")
equal(asked.list, 1)
equal(told(source.read(args, state)), "")
equal(source.id(early), EXECUTION .. "early TIMED_OUT")

-- No more than 20 are asked about at once, and each has its turn.
for i = 1, 30 do start("r" .. i, 300 + i) end
source.read(args, state)
for i = 1, 100 do start("s" .. i, 400 + i, { status = "SUCCEEDED" }) end
source.read(args, state)
for i = 101, 130 do executions[i].status = "SUCCEEDED" end
asked = {}
equal(#source.read(args, state), 20)
equal(asked.describe, 20)
equal(#source.read(args, state), 10)
equal(#state.running, 0)

---------------------------------------------------------------------------------------------------
-- The events of one execution

local EVENTS <const> = {
  { id = 1, type = "ExecutionStarted", executionStartedEventDetails = { input = "{}" } },
  { id = 2, type = "TaskStateEntered", stateEnteredEventDetails = { name = "Pay" } },
}
local history <const> = { executionArn = EXECUTION .. "h" }
histories[history.executionArn] = EVENTS
source, state = sources.history, sources.history.open(history)
records = source.read(history, state)
equal(told(records), "1, 2")
equal(records[2].details.name, "Pay")
asked = {}
equal(told(source.read(history, state)), "")
equal(asked.history, 1)
EVENTS[3] = { id = 3, type = "TaskScheduled" }
equal(told(source.read(history, state)), "3")
for i = 4, 12003 do EVENTS[i] = { id = i, type = "Noise" } end
records, pause = source.read(history, state)
equal(#records, 10000)
equal(records[1].id, 4)
equal(pause, nil)
asked = {}
records = source.read(history, state)
equal(records[#records].id, 12003)
equal(#records, 2000)
equal(asked.history, nil)

---------------------------------------------------------------------------------------------------
-- The claim stops what runs and is the case's by its name or its input.

for i = #executions, 1, -1 do executions[i] = nil end
start("t-1-a", 1)
start("other", 2, { input = '{"id":"t-1"}' })
start("third", 3, { input = '{"id":"t-2"}' })
start("t-1-b", 4, { status = "SUCCEEDED" })
local mine <const> = { stateMachineArn = MACHINE, containing = "t-1" }
equal(claim.remaining(mine), 2)
claim.empty(mine)
equal(claim.remaining(mine), 0)
equal(executions[2].status, "RUNNING")
for i = 1, 501 do start("x" .. i, 10) end
fails("more than 500 executions run", claim.remaining, mine)

---------------------------------------------------------------------------------------------------
-- The autopsy

local function look_at()
  local look = { from = 100000, acted = 100000, to = 200000, ask = function(_, f, a) return f(a) end }
  return looks["AWS::StepFunctions::StateMachine"]({ id = "Orders", name = MACHINE }, look)
end

for i = #executions, 1, -1 do executions[i] = nil end
equal(look_at().says, "no execution")
equal(look_at().targets[1], "of " .. MACHINE)
start("old", 1, { status = "FAILED", stopDate = 2 })
equal(look_at().level, "notice")
start("fine", 101, { status = "SUCCEEDED", stopDate = 102, input = '{"id":"t-1"}' })
start("broken", 102, { status = "FAILED", stopDate = 103, error = "Payment.Refused", cause = "told by describe" })
start("waits", 99)
histories[EXECUTION .. "broken"] = {
  { id = 1, type = "ExecutionStarted" },
  { id = 2, type = "TaskStateEntered", stateEnteredEventDetails = { name = "Pay" } },
  { id = 3, type = "LambdaFunctionFailed", lambdaFunctionFailedEventDetails = { error = "KeyError",
    cause = '{"errorMessage": "\'price\'", "errorType": "KeyError", "stackTrace": []}' } },
  { id = 4, type = "ExecutionFailed", executionFailedEventDetails = { error = "KeyError",
    cause = '{"errorMessage": "\'price\'", "errorType": "KeyError", "stackTrace": []}' } },
}
histories[EXECUTION .. "waits"] = {
  { id = 1, type = "ExecutionStarted" },
  { id = 2, type = "WaitStateEntered", stateEnteredEventDetails = { name = "Hold" } },
}
local found = look_at()
equal(found.says, "executions: 1 SUCCEEDED, 1 RUNNING, 1 FAILED")
equal(found.level, "error")
equal(found.entries[2].at, 101000) -- when it began
equal(found.entries[3].at, 103000) -- when it failed
local text = {}
for i, entry in ipairs(found.entries) do text[i] = table.concat(entry.lines, "\n") .. (entry.level or "") end
equal(table.concat(text, "\n\n"), [[
execution waits: RUNNING in state "Hold"
input: {}

execution fine: SUCCEEDED
input: {"id":"t-1"}

execution broken: FAILED in state "Pay"
KeyError: 'price'
input: {}error]])

-- Of a Map Run, one of its executions that failed; what was wrong before a redrive is no matter.
for i = #executions, 1, -1 do executions[i] = nil end
start("item", 101, { status = "FAILED", error = "Full", cause = "no room", input = "7", mapRunArn = "run" })
start("many", 102, { status = "FAILED", stopDate = 103 })
start("again", 103)
histories[EXECUTION .. "many"] = {
  { id = 1, type = "MapStateEntered", stateEnteredEventDetails = { name = "Each" } },
  { id = 2, type = "MapRunStarted", mapRunStartedEventDetails = { mapRunArn = "run" } },
  { id = 3, type = "MapRunFailed", mapRunFailedEventDetails = { error = "States.ExceedToleratedFailureThreshold", cause = "too many" } },
}
histories[EXECUTION .. "again"] = {
  { id = 1, type = "TaskStateEntered", stateEnteredEventDetails = { name = "Pay" } },
  { id = 2, type = "ExecutionFailed", executionFailedEventDetails = { error = "Old" } },
  { id = 3, type = "ExecutionRedriven", executionRedrivenEventDetails = { redriveCount = 1 } },
}
for i, entry in ipairs(look_at().entries) do text[i] = table.concat(entry.lines, "\n") end
equal(text[1], [[
execution many: FAILED in state "Each"
States.ExceedToleratedFailureThreshold: too many
input: {}
2 of the 3 executions of its Map Run failed, one of them (item) with
  Full: no room
  input: 7]])
equal(text[2], [[
execution again: RUNNING in state "Pay"
input: {}]])

executions.express = true
assert(look_at().says:find "^an express state machine")
