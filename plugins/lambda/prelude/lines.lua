-- SPDX-License-Identifier: Apache-2.0
-- The lines of a function's log, as they are told: plain ones, and those that are JSON.
local lambda <const>, slrun <const> = ...
local values <const> = slrun.part "values"
local is_table <const>, text_of <const> = values.is_table, values.text_of
local own_frames <const> = slrun.part("frames").own

local LINE <const> = 1000            -- bytes of one

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

return { readable = readable }
