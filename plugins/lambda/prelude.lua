-- SPDX-License-Identifier: Apache-2.0
-- What lambda.so adds to its operations: waiters, bytes. README.md is its manual.
local lambda <const>, slrun <const> = ...

local WITHIN <const> = "300s"        -- of a waiter, unless told: boto3's function_active

for _, name in ipairs { "binary", "file", "list", "map", "null" } do lambda[name] = slrun[name] end

---------------------------------------------------------------------------------------------------
-- Waiters, under boto3's names: lambda.wait_until_function_active { FunctionName = name }

local function configuration(args) return lambda.get_function_configuration(args) end

-- The configuration, or nil while there is no such function.
local function found(args)
  local ok, result = pcall(configuration, args)
  if ok then return result end
  if slrun.code_of(result) == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

-- `look(args)`: whether it is reached, or why it never will be.
local function wait_for(fn, args, within, look)
  if type(args) ~= "table" or args.FunctionName == nil then
    slrun.error(fn .. ": expected a table with FunctionName, as in { FunctionName = name }", 3)
  elseif not slrun.duration(within) then
    slrun.error(('%s: expected a duration such as "30s", got %s'):format(fn, tostring(within)), 3)
  end
  local failed
  local done = slrun.wait(within, function()
    local reached
    reached, failed = look(args)
    return reached or failed
  end)
  if failed or not done then
    slrun.error(("%s: function %s: %s"):format(fn, args.FunctionName, failed or "not yet after " .. within), 3)
  end
end

local function reaches(member)
  local reason <const> = member .. "Reason"
  return function(args)
    local now = configuration(args)
    if now[member] == "Failed" then return false, tostring(now[reason] or "it failed") end
    return now[member] == "Active" or now[member] == "Successful"
  end
end

local state_reached <const> = reaches "State"
local update_reached <const> = reaches "LastUpdateStatus"

-- The level of errors is that of the caller: no tail call.
local function waiter(name, args, within, look)
  wait_for("lambda.wait_until_" .. name, args, within or WITHIN, look)
  return nil
end

--- Waits until the function is there.
-- `args`: FunctionName; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_function_exists(args, within)
  return waiter("function_exists", args, within, function(a) return found(a) ~= nil end)
end

--- Waits until the function's State is Active.
-- `args`: FunctionName, Qualifier; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_function_active(args, within) return waiter("function_active", args, within, state_reached) end

--- As wait_until_function_active.
function lambda.wait_until_function_active_v2(args, within) return waiter("function_active_v2", args, within, state_reached) end

--- Waits until the version's State is Active.
-- `args`: FunctionName, Qualifier; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_published_version_active(args, within)
  return waiter("published_version_active", args, within, state_reached)
end

--- Waits until the function's last update is through.
-- `args`: FunctionName, Qualifier; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_function_updated(args, within) return waiter("function_updated", args, within, update_reached) end

--- As wait_until_function_updated.
function lambda.wait_until_function_updated_v2(args, within) return waiter("function_updated_v2", args, within, update_reached) end

---------------------------------------------------------------------------------------------------
-- The autopsy of a function: what its log says of the invocations of that time. Developer Guide, "Working
-- with Lambda function logs": START, END and REPORT around an invocation, as text or as JSON, in a log
-- stream for each execution environment.

local LOG_PAGES <const> = 3          -- that are read
local ENTRIES <const> = 200          -- invocations that are told; those with errors before others
local ENTRY_LINES <const> = 60       -- of one invocation
local LINE <const> = 1000            -- bytes of one
local TRACES <const> = 5             -- that AWS X-Ray tells at once
local TRACE_LINES <const> = 6        -- of one trace

local function is_table(value) return type(value) == "table" and value ~= slrun.null end

local function text_of(value)
  if is_table(value) then return (slrun.to_json(value)) or "?" end
  return math.type(value) == "float" and ("%.14g"):format(value) or tostring(value)
end

local function add_lines(lines, text)
  text = tostring(text):gsub("\r\n?", "\n"):gsub("\u{A0}", " ")
  for line in text:gmatch "[^\n]+" do lines[#lines + 1] = #line > LINE and line:sub(1, utf8.offset(line, 0, LINE) - 1) or line end
end

-- What stands in each line of a structured log and tells nothing here.
local DULL <const> = { timestamp = true, time = true, level = true, message = true, msg = true, requestId = true,
  function_request_id = true, function_arn = true, function_name = true, function_memory_size = true, cold_start = true,
  service = true, location = true, AWSRequestId = true, awsRequestId = true, xray_trace_id = true, exception = true,
  stackTrace = true, stack_trace = true, stack = true, errorType = true, errorMessage = true, exception_name = true,
  logger = true, sampling_rate = true }

local function stack_lines(lines, stack)
  if is_table(stack) then
    for _, frame in ipairs(stack) do add_lines(lines, text_of(frame)) end
  elseif type(stack) == "string" then
    add_lines(lines, stack)
  end
end

-- A structured line as its level and message, the other fields behind it, and its stack below.
local function add_object(lines, object)
  local level, message = object.level, object.message or object.msg
  local problem = object.errorMessage and (object.errorType and object.errorType .. ": " or "") .. object.errorMessage
  local head, others = {}, {}
  if level then head[#head + 1] = ("[%s]"):format(text_of(level)) end
  if message then head[#head + 1] = text_of(message) end
  if problem and problem ~= message then head[#head + 1] = problem end
  for name, value in pairs(object) do
    if not DULL[name] then others[#others + 1] = ("%s=%s"):format(name, text_of(value)) end
  end
  table.sort(others)
  add_lines(lines, table.concat(table.move(others, 1, #others, #head + 1, head), " "))
  for _, name in ipairs { "stackTrace", "stack_trace", "exception", "stack" } do stack_lines(lines, object[name]) end
end

local function is_error(text)
  return text:find "^%[ERROR%]" or text:find "^%[FATAL%]" or text:find "^%[CRITICAL%]" or text:find "Task timed out after"
    or text:find("Traceback (most recent call last)", 1, true) or text:find "Runtime exited" or text:find "Process exited"
end

-- What Node.js itself warns of, such as its own age: nothing of the function has failed.
local function is_of_node(text)
  return text:find "%(node:%d+%) " and text:find "Warning: " and not text:find("UnhandledPromiseRejection", 1, true)
end

-- What a logger of the runtime puts before a message: its level is kept.
local function without_prefix(text)
  local level, rest = text:match "^%[(%u+)%]\t%d[%d%-]+T[%d:.]+Z\t[%x%-]*\t(.*)$" -- Python
  if not level then level, rest = select(2, text:match "^(%d[%d%-]+T[%d:.]+Z)\t%S+\t(%u+)\t(.*)$") end -- Node.js
  if level then return ("[%s] %s"):format(level, rest) end
  return (text:gsub("^%d[%d%-]+T[%d:.]+Z %x+%-[%x%-]+ ", "")) -- the platform
end

-- Frames of a stack that are none of the function's own code.
local LIBRARIES <const> = { "/site%-packages/", "/slrun/python/", "/slrun/node/", "/lib/python%d", "<frozen ", "/var/lang/", "/var/runtime/", "/opt/python",
  "/opt/nodejs", "/node_modules/", "node:internal/", "/slrun%-lambda%-", "%(<anonymous>%)" }

-- The bootstraps of the local cloud, which stand where AWS's runtimes do: of them nobody wants to know.
local BOOTSTRAPS <const> = { "/slrun/python/", "/slrun/node/", "/slrun%-lambda%-" }

-- Whether a line begins a frame (nil: it does not), and one of these files.
local function frame_of(line, files)
  local frame = line:match '^%s+File "[^"]*", line %d' or line:match "^%s+at .+"
  if not frame then return nil end
  for _, part in ipairs(files) do
    if frame:find(part) then return true end
  end
  return false
end

-- A stack without the frames of these files, which are counted if they have a name; and whether it has others.
local function without(lines, files, name)
  local out, skipped, own, indent = {}, 0, false, nil
  local function count()
    if skipped > 0 and name then out[#out + 1] = ("%s... %s"):format(indent, skipped == 1 and "a frame of a " .. name[1] or skipped .. " frames of " .. name[2]) end
    skipped = 0
  end
  for _, line in ipairs(lines) do
    local dropped = frame_of(line, files)
    local inner = dropped == nil and skipped > 0 and #line:match "^%s*" > #indent -- the source line below a frame
    if dropped then
      skipped, indent = skipped + 1, line:match "^%s*"
    elseif not inner then
      count()
      own = own or dropped == false
      out[#out + 1] = line
    end
  end
  count()
  return out, own
end

-- A stack with the frames of the function's own code, and a count of the others; where it has none, with those of libraries.
local function own_frames(lines)
  local out, own = without(lines, LIBRARIES, { "library", "libraries" })
  return own and out or (without(lines, BOOTSTRAPS))
end

-- The lines of an event of the log, and whether it tells an error.
local function readable(message)
  local lines, text = {}, without_prefix((message:gsub("%s+$", "")))
  if is_of_node(text) then return lines, false end
  if text:find "^INIT_REPORT " then text = text:gsub("\t", "  ") end
  local before, json = text:match "^([^{]-)%s*({.*})$"
  local object = json and (before == "" or before:find "^%[%u+%]") and slrun.from_json(json)
  if not is_table(object) then
    add_lines(lines, text)
    return own_frames(lines), is_error(text)
  end
  if before ~= "" then lines[1] = before end
  add_object(lines, object)
  if before ~= "" and lines[2] then lines[1] = before .. " " .. table.remove(lines, 2) end
  return own_frames(lines), lines[1] ~= nil and is_error(lines[1]) ~= nil
end

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

local function counted(n, word) return ("%d %s%s"):format(n, word, n == 1 and "" or "s") end

-- How long they took; not those that broke at their start.
local function durations(n, longest, outside)
  if not longest or outside > 0 and longest < 1 then return "" end
  return (n == 1 and " (%.0f ms)" or " (up to %.0f ms)"):format(longest)
end

-- What the invocations come to, in one line.
local function summary(all, more, acted)
  local n, failed, outside, timed_out, cold, init, open, longest = 0, 0, 0, 0, 0, 0, 0, nil
  for _, invocation in ipairs(all) do
    local counts = invocation.at >= acted and 1 or 0
    if invocation.id then n = n + counts end
    if invocation.level and not invocation.timed_out then
      if invocation.id then failed = failed + counts else outside = outside + counts end
    end
    if invocation.timed_out then timed_out = timed_out + counts end
    if invocation.id and not invocation.ended and not invocation.timed_out then open = open + counts end
    if invocation.took and counts == 1 then longest = math.max(longest or 0, invocation.took) end
    if invocation.init then cold, init = cold + counts, math.max(init, invocation.init * counts) end
  end
  if n + outside + timed_out == 0 then return "no invocation" end
  local words = { (n == 0 and "no invocation" or counted(n, "invocation") .. durations(n, longest, outside)) .. (more and " and more" or "") }
  if failed > 0 then words[#words + 1] = failed .. " with errors" end
  if timed_out > 0 then words[#words + 1] = timed_out .. " timed out" end
  if outside > 0 then words[#words + 1] = counted(outside, "error") .. " at its start" end
  if open > 0 and not more then words[#words + 1] = open .. " without an end so far" end
  if cold > 0 then words[#words + 1] = ("%s (%.0f ms)"):format(counted(cold, "cold start"), init) end
  return table.concat(words, ", "), failed + outside + timed_out > 0
end

-- Whether an invocation says more than that it was: how long it took stands in the summary.
local function has_words(invocation) return #invocation.lines > 1 or not (invocation.lines[1] or ""):find "^REPORT " end

-- Those that are told. An error without words is, where no other has any: mostly it was one of the start.
local function telling(all)
  local some, worded = {}, false
  for _, one in ipairs(all) do worded = worded or one.level and has_words(one) end
  for _, one in ipairs(all) do
    if has_words(one) or one.level and not worded then some[#some + 1] = one end
  end
  return some
end

-- Not more than are told: the last ones that went well are left out first.
local function trim(all)
  for i = #all, 1, -1 do
    if #all > ENTRIES and not all[i].level then table.remove(all, i) end
  end
  while #all > ENTRIES do table.remove(all) end
  local entries = slrun.list {}
  for i, one in ipairs(all) do entries[i] = { at = one.at, level = one.level, lines = slrun.list(one.lines) } end
  return entries
end

---------------------------------------------------------------------------------------------------
-- What AWS X-Ray says of invocations whose traces it has taken (Developer Guide, "Segment documents"): one
-- request, for those with errors first.

local function fault_of(segment)
  return segment.fault == true and "fault" or segment.throttle == true and "throttle" or segment.error == true and "error" or nil
end

local function trace_line(segment)
  local first, last = tonumber(segment.start_time), tonumber(segment.end_time)
  local cause = is_table(segment.cause) and is_table(segment.cause.exceptions) and segment.cause.exceptions[1]
  local words = { "trace: " .. text_of(segment.name), first and last and ("%.0f ms"):format((last - first) * 1000) or "not ended" }
  words[#words + 1] = fault_of(segment)
  if is_table(cause) then words[#words + 1] = ("%s: %s"):format(text_of(cause.type or "?"), text_of(cause.message or "")) end
  return table.concat(words, " ")
end

-- Lines for the parts of a segment that failed, or have not ended; what called them comes before.
local function add_segment(lines, segment, top)
  if not is_table(segment) or #lines >= TRACE_LINES then return end
  if top or fault_of(segment) or not segment.end_time then lines[#lines + 1] = trace_line(segment) end
  for _, inner in ipairs(is_table(segment.subsegments) and segment.subsegments or {}) do add_segment(lines, inner) end
end

local function traced(all)
  local ids, by_id = slrun.list {}, {}
  for _, failed in ipairs { true, false } do
    for i = #all, 1, -1 do
      local one = all[i]
      if one.trace and #ids < TRACES and (one.level ~= nil) == failed then
        ids[#ids + 1], by_id[one.trace] = one.trace, one
      end
    end
  end
  return ids, by_id
end

local function add_traces(all, look)
  local ids, by_id = traced(all)
  if #ids == 0 then return end
  local here, xray = pcall(require, "slrun.xray")
  if not here then return end
  local asked, found = pcall(look.ask, look, xray.batch_get_traces, { TraceIds = ids })
  for _, trace in ipairs(asked and is_table(found) and is_table(found.Traces) and found.Traces or {}) do
    local lines, one = {}, by_id[trace.Id]
    for _, segment in ipairs(trace.Segments or {}) do add_segment(lines, slrun.from_json(segment.Document or ""), true) end
    if one then table.move(lines, 1, #lines, #one.lines + 1, one.lines) end
  end
end

-- What its environment names, and where its failed events go to.
local function targets_of(found)
  local targets = slrun.list {}
  if not is_table(found) then return targets end
  local variables = is_table(found.Environment) and found.Environment.Variables
  for _, value in pairs(is_table(variables) and variables or {}) do targets[#targets + 1] = value end
  targets[#targets + 1] = is_table(found.DeadLetterConfig) and found.DeadLetterConfig.TargetArn or nil
  return targets
end

-- Of a function that nobody invoked: whether nobody can.
local function is_off(look, name)
  local found = look:ask(lambda.get_function_concurrency, { FunctionName = name })
  return found and found.ReservedConcurrentExecutions == 0
end

slrun.autopsy("AWS::Lambda::Function", function(resource, look)
  local found, code = look:ask(lambda.get_function_configuration, { FunctionName = resource.name })
  if code then return { says = code, level = "error" } end
  local group = found and is_table(found.LoggingConfig) and found.LoggingConfig.LogGroup
  local events, problem, more = log_events(look, group or "/aws/lambda/" .. resource.name)
  if not events then return problem and { says = "log group: " .. problem, level = "notice" } end
  local all = invocations(events)
  local says, failed = summary(all, more, look.acted)
  add_traces(all, look)
  if #all == 0 and is_off(look, resource.name) then
    says, failed = "no invocation: its ReservedConcurrentExecutions are 0, so each is throttled", true
  end
  if found and found.State and found.State ~= "Active" and found.State ~= "Inactive" then
    says, failed = ("%s: %s; %s"):format(found.State, text_of(found.StateReason or "no reason given"), says), true
  end
  return { says = says, level = failed and "error" or "notice", entries = trim(telling(all)), idle = #all == 0 or nil,
    targets = targets_of(found) }
end)

-- The name in an ARN: of a queue, of a function without its version, of a stream or table.
local function name_in(arn)
  if type(arn) ~= "string" then return "?" end
  return arn:match ":function:([^:]+)" or arn:match ":%a+/([^/]+)" or arn:match "[^:]+$"
end

local SETTLED <const> = { Enabled = true, Creating = true, Enabling = true, Updating = true }

-- Of a mapping that gathers for longer than the wait took, which keeps back what comes as a filter does.
local function gathering(found, look)
  local seconds = tonumber(found.MaximumBatchingWindowInSeconds) or 0
  if seconds * 1000 <= look.to - look.acted then return nil end
  return ("gathers what comes for up to %d s, or %s records"):format(seconds, text_of(found.BatchSize))
end

slrun.autopsy("AWS::Lambda::EventSourceMapping", function(resource, look)
  local found, code = look:ask(lambda.get_event_source_mapping, { UUID = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local passes = slrun.list {}
  for i, filter in ipairs(is_table(found.FilterCriteria) and found.FilterCriteria.Filters or {}) do passes[i] = filter.Pattern end
  local last = found.LastProcessingResult
  local bad = type(last) == "string" and last:find "PROBLEM"
  return {
    label = ("mapping %s -> %s"):format(name_in(found.EventSourceArn), name_in(found.FunctionArn)),
    says = text_of(found.State) .. (type(last) == "string" and ", last result: " .. last or ""),
    level = bad and "error" or not SETTLED[found.State] and "notice" or nil,
    passes = passes, holds = gathering(found, look),
    source = found.EventSourceArn, targets = slrun.list { found.FunctionArn },
  }
end)

---------------------------------------------------------------------------------------------------
-- Ready before the first case. A function that was idle for long is Inactive until it is invoked.

slrun.ready("AWS::Lambda::Function", function(resource, look)
  local found, code = look:ask(lambda.get_function_configuration, { FunctionName = resource.name })
  if not found then return code and false, code end
  for _, member in ipairs { "State", "LastUpdateStatus" } do
    local status = found[member]
    if status == "Failed" then return false, ("%s Failed: %s"):format(member, text_of(found[member .. "Reason"] or "no reason given")) end
    if status == "Pending" or status == "InProgress" then return status end
  end
end)

slrun.ready("AWS::Lambda::EventSourceMapping", function(resource, look)
  local found, code = look:ask(lambda.get_event_source_mapping, { UUID = resource.name })
  if not found then return code and false, code end
  if found.State == "Disabled" then return nil, "is Disabled" end
  if found.State == "Deleting" then return false, found.State end
  if found.State ~= "Enabled" then return found.State end
end)
