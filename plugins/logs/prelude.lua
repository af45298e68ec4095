-- SPDX-License-Identifier: Apache-2.0
-- What logs.so adds to its operations: pages, the listener for a log group, whose tags a group has.
-- README.md is its manual.
local logs <const>, slrun <const> = ...

local FIRST_PAUSE <const> = 100      -- ms between rounds of a listener; doubles while nothing comes
local LONGEST_PAUSE <const> = 2000
local LOOKBACK <const> = 60000       -- ms by which events may come late, or clocks differ

for _, name in ipairs { "list", "map" } do logs[name] = slrun[name] end

--- The tags of a group by its name, as list_tags_for_resource gives them; nil if there is no such
--- group.
function logs.group_tags(args)
  for page in logs.pages("describe_log_groups", { logGroupNamePrefix = args.logGroupName }) do
    for _, group in ipairs(page.logGroups) do
      if group.logGroupName == args.logGroupName then
        return logs.list_tags_for_resource { resourceArn = group.arn:gsub(":%*$", "") }
      end
    end
  end
  return nil
end

---------------------------------------------------------------------------------------------------
-- Listeners. CloudWatch Logs tells nobody what has come: the latest events are searched again and
-- again, and what was not there before is told. A round is one page; events that were seen are
-- known as long as they are searched.

-- A group that is not there has no events: that of a function comes with its first call.
local function search(args, state)
  local ok, page = pcall(logs.filter_log_events, {
    logGroupName = args.logGroupName,
    filterPattern = args.filterPattern ~= "" and args.filterPattern or nil,
    startTime = state.start,
    nextToken = state.token,
  })
  if ok then return page end
  if slrun.code_of(page) == "ResourceNotFoundException" then return { events = {} } end
  error(page, 0)
end

-- The events of one page that are new, and whether more pages follow.
local function round(args, state)
  local page, found = search(args, state), {}
  for _, event in ipairs(page.events) do
    state.seen[event.eventId] = true
    state.newest = math.max(state.newest, event.timestamp)
    if not state.known[event.eventId] then found[#found + 1] = event end
  end
  state.token = page.nextToken
  if state.token then return found, true end
  state.known, state.seen = state.seen, {}
  state.start = math.max(state.start, state.newest - LOOKBACK)
  return found, false
end

slrun.source("group", {
  params = { logGroupName = "string", filterPattern = "string" },
  describe = function(args) return "log group " .. args.logGroupName end,
  open = function(args)
    local state = { start = os.time() * 1000 - LOOKBACK, newest = 0, known = {}, seen = {}, quiet = 0 }
    local more = true
    while more do more = select(2, round(args, state)) end
    return state
  end,
  read = function(args, state)
    local found, more = round(args, state)
    state.quiet = #found > 0 and 0 or state.quiet + 1
    if more then return found end
    return found, math.min(FIRST_PAUSE << math.min(state.quiet, 10), LONGEST_PAUSE) .. "ms"
  end,
  id = function(event) return event.eventId end,
  show = function(event) return event.message end,
  settled = true,
})

--- Listens to what is logged from now on: listen = function(t) return logs.tail { logGroupName = name } end
function logs.tail(args)
  if type(args) ~= "table" or args.logGroupName == nil then
    slrun.error("logs.tail: expected a table with logGroupName, as in { logGroupName = name }", 2)
  end
  slrun.takes("logs.tail", args, { "logGroupName:string", "filterPattern:string", "match:function" })
  return slrun.listen("group", { logGroupName = args.logGroupName, filterPattern = args.filterPattern or "" },
    { match = args.match })
end

---------------------------------------------------------------------------------------------------
-- The autopsy of a log group: what it says of that time. That of a function is told by lambda.so.

-- What went wrong, where a line is one of Step Functions' or of an API's execution: as a person reads it.
local function wrong(message)
  local event = message:find '^{.*"execution_arn"' and slrun.from_json(message)
  if type(event) ~= "table" then return message:match "^%(%x[%x%-]+%) (Execution failed.*)" end
  local kind, details = tostring(event.type), type(event.details) == "table" and event.details or {}
  if not (kind:find "Failed$" or kind:find "TimedOut$" or kind:find "Aborted$") then return nil end
  local why = type(details.error) == "string" and ": " .. details.error or ""
  return kind .. why .. (type(details.cause) == "string" and ": " .. details.cause or "")
end

slrun.autopsy("AWS::Logs::LogGroup", function(resource, look)
  if resource.name:find "^/aws/lambda/" then return nil end
  local page, code = look:ask(logs.filter_log_events, { logGroupName = resource.name, startTime = look.from })
  if not page then return code and { says = code, level = "error" } end
  local entries, level = slrun.list {}, nil
  for i, event in ipairs(page.events) do
    local lines, problem = slrun.list {}, wrong(event.message)
    level = level or problem and "error"
    for line in (problem or event.message):gmatch "[^\r\n]+" do lines[#lines + 1] = line end
    entries[i] = { at = event.timestamp, lines = lines, level = problem and "error" or nil }
  end
  return { says = ("%d event%s"):format(#entries, #entries == 1 and "" or "s"), level = level, entries = entries }
end)
