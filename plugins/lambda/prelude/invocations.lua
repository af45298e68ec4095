-- SPDX-License-Identifier: Apache-2.0
-- The invocations that a function's log tells of. Developer Guide, "Working with Lambda function logs": START,
-- END and REPORT around an invocation, as text or as JSON, in a log stream for each execution environment.
local lambda <const>, slrun <const> = ...
local values <const> = slrun.part "values"
local is_table <const>, text_of <const> = values.is_table, values.text_of
local readable <const> = slrun.part("lines").readable

local LOG_PAGES <const> = 3          -- that are read
local ENTRY_LINES <const> = 60       -- of one invocation

-- A line of the platform: which, the request, and what a report says, as words of the text form.
local function platform(message)
  local word, id, rest = message:match "^(%u+) RequestId: (%S+)%s*(.*)$"
  if word == "START" or word == "END" or word == "REPORT" then return word, id, rest end
  if message:find "^INIT_START " then return "INIT" end
  local object = message:find '^{.*"platform%.' and slrun.from_json(message)
  if not is_table(object) or type(object.type) ~= "string" then return nil end
  local record = is_table(object.record) and object.record or {}
  local kind = object.type:match "^platform%.(%a+)"
  if kind == "start" then return "START", record.requestId, "" end
  if kind ~= "report" then return "INIT" end -- nothing of it is told
  local metrics, words = is_table(record.metrics) and record.metrics or {}, {}
  for _, field in ipairs { { "Duration", "durationMs", " ms" }, { "Memory Size", "memorySizeMB", " MB" },
    { "Max Memory Used", "maxMemoryUsedMB", " MB" }, { "Init Duration", "initDurationMs", " ms" } } do
    local value = metrics[field[2]]
    if value then words[#words + 1] = ("%s: %s%s"):format(field[1], text_of(value), field[3]) end
  end
  if record.status and record.status ~= "success" then words[#words + 1] = "Status: " .. record.status end
  local tracing = is_table(record.tracing) and text_of(record.tracing.value) or ""
  if tracing:find "Sampled=1" then
    words[#words + 1] = ("XRAY TraceId: %s\tSampled: true"):format(tracing:match "Root=([^;]+)" or "?")
  end
  return "REPORT", record.requestId, table.concat(words, "\t")
end

local function report(invocation, id, rest)
  local words = { "REPORT " .. text_of(id) }
  invocation.ended = true
  for field in rest:gmatch "[^\t\n]+" do
    if not field:find "^Billed" and not field:find "^Memory Size" and field:find "%S" then words[#words + 1] = field end
  end
  invocation.lines[#invocation.lines + 1] = table.concat(words, "  ")
  invocation.trace = rest:find "Sampled: true" and rest:match "XRAY TraceId: (%S+)" or nil
  invocation.init, invocation.took = tonumber(rest:match "Init Duration: ([%d.]+)"), tonumber(rest:match "^Duration: ([%d.]+)")
  local status = rest:match "Status: (%a+)"
  invocation.timed_out = invocation.timed_out or status == "timeout"
  if status and status ~= "success" then invocation.level = "error" end
end

-- The invocations that the events tell of. Within a stream one follows the other.
local function invocations(events)
  local all, open = {}, {}
  local function begin(stream, event, id)
    local invocation = { at = event.timestamp, id = id, lines = {} }
    all[#all + 1], open[stream] = invocation, invocation
    return invocation
  end
  for _, event in ipairs(events) do
    local stream = event.logStreamName or ""
    local word, id, rest = platform(event.message)
    if word == "START" then
      begin(stream, event, id)
    elseif word == "REPORT" then
      report(open[stream] or begin(stream, event, id), id, rest)
      open[stream] = nil
    elseif not word then
      local invocation = open[stream] or begin(stream, event)
      local lines, failed = readable(event.message)
      for _, line in ipairs(lines) do
        if #invocation.lines < ENTRY_LINES then invocation.lines[#invocation.lines + 1] = line end
      end
      if failed then invocation.level = "error" end
      invocation.timed_out = invocation.timed_out or event.message:find "Task timed out after" ~= nil
    end
  end
  return all
end

-- The events of the group since then: those of the first pages, and whether there are more.
local function log_events(look, group)
  local logs = require "slrun.logs"
  local events, token = slrun.list {}, nil
  for _ = 1, LOG_PAGES do
    local page, code = look:ask(logs.filter_log_events, { logGroupName = group, startTime = look.from, nextToken = token })
    if not page then return code == "ResourceNotFoundException" and events or nil, code end
    table.move(page.events, 1, #page.events, #events + 1, events)
    token = page.nextToken
    if not token then break end
  end
  return events, nil, token ~= nil
end

return { of = invocations, log_events = log_events }
