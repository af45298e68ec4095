-- SPDX-License-Identifier: Apache-2.0
-- What the autopsy of a function makes of its log, as AWS's runtimes write it (tests/harness/prelude.lua).
local _, run_prelude <const> = ...
local cjson <const> = require "cjson"

local looks, group, events = {}, nil, nil
local slrun <const> = {
  null = cjson.null, list = function(value) return value end,
  from_json = function(text)
    local ok, value = pcall(cjson.decode, text)
    return ok and value or nil
  end,
  to_json = cjson.encode,
  autopsy = function(kind, look) looks[kind] = look end,
  ready = function() end,
}
local configuration = {}
local concurrency = {}
local lambda <const> = {
  get_function_concurrency = function() return concurrency end,
  get_function_configuration = function() return configuration end,
  get_event_source_mapping = function() return configuration end,
}
package.loaded["slrun.logs"] = {
  filter_log_events = function(args)
    group = args.logGroupName
    return { events = events }
  end,
}
run_prelude(lambda, slrun)

local function look_at(kind)
  local look = { from = 0, acted = 1000, to = 9000, ask = function(_, f, args) return f(args) end }
  return looks[kind]({ id = "F", name = "f" }, look)
end

-- Lines of one stream from 2000 on, or { stream, line }.
local function log(...)
  events = {}
  for i, line in ipairs { ... } do
    local stream, message = "s", line
    if type(line) == "table" then stream, message = line[1], line[2] end
    events[i] = { timestamp = 2000 + i, logStreamName = stream, message = message .. "\n" }
  end
  return look_at "AWS::Lambda::Function"
end

local function equal(got, want)
  if got ~= want then error(("expected\n%s\ngot\n%s"):format(want, got), 2) end
end

local function lines(found, i) return table.concat(found.entries[i].lines, "\n") end

local ID <const> = "8f3c0000-0000-4000-8000-000000000001"
local START <const> = "START RequestId: " .. ID .. " Version: $LATEST"
local END <const> = "END RequestId: " .. ID
local REPORT <const> = "REPORT RequestId: " .. ID
  .. "\tDuration: 3.10 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 45 MB\t"

-- Python: one event with carriage returns and hard spaces.
local found = log("INIT_START Runtime Version: python:3.12.v1\tRuntime Version ARN: arn", START,
  "[INFO]\t2026-01-01T00:00:00.123Z\t" .. ID .. "\tworking",
  "[ERROR] KeyError: 'id'\rTraceback (most recent call last):\r\u{A0}\u{A0}File \"/var/task/app.py\", line 12, in handler",
  END, REPORT .. "Init Duration: 212.40 ms\t")
equal(found.says, "1 invocation (3 ms), 1 with errors, 1 cold start (212 ms)")
equal(found.level, "error")
equal(#found.entries, 1)
equal(lines(found, 1), "[INFO] working\n[ERROR] KeyError: 'id'\nTraceback (most recent call last):\n"
  .. "  File \"/var/task/app.py\", line 12, in handler\nREPORT " .. ID
  .. "  Duration: 3.10 ms  Max Memory Used: 45 MB  Init Duration: 212.40 ms")

-- Node.js: its prefix, and an error as JSON behind it.
found = log(START, "2026-01-01T00:00:00.123Z\t" .. ID .. "\tINFO\thello",
  "2026-01-01T00:00:00.123Z\t" .. ID .. "\tERROR\tInvoke Error \t"
  .. '{"errorType":"TypeError","errorMessage":"x is not a function","stack":["TypeError: x is not a function","    at handler (/var/task/i.js:3:9)"]}',
  END, REPORT)
equal(found.says, "1 invocation (3 ms), 1 with errors")
equal(lines(found, 1), "[INFO] hello\n[ERROR] Invoke Error TypeError: x is not a function\n"
  .. "TypeError: x is not a function\n    at handler (/var/task/i.js:3:9)\nREPORT " .. ID
  .. "  Duration: 3.10 ms  Max Memory Used: 45 MB")

-- JSON, of the platform and of the function.
found = log('{"time":"t","type":"platform.initStart","record":{}}',
  '{"time":"t","type":"platform.start","record":{"requestId":"' .. ID .. '","version":"$LATEST"}}',
  '{"timestamp":"t","level":"ERROR","message":"cannot book","errorType":"KeyError","errorMessage":"id","stackTrace":["  File a","  File b"],"requestId":"' .. ID .. '","order":7}',
  '{"time":"t","type":"platform.report","record":{"requestId":"' .. ID
  .. '","metrics":{"durationMs":3.1,"maxMemoryUsedMB":45,"memorySizeMB":128},"status":"error"}}')
equal(found.says, "1 invocation (3 ms), 1 with errors")
equal(lines(found, 1), "[ERROR] cannot book KeyError: id order=7\n  File a\n  File b\nREPORT " .. ID
  .. "  Duration: 3.1 ms  Max Memory Used: 45 MB  Status: error")

-- A timeout; two streams at once; a line that belongs to no request; JSON that is none.
found = log({ "a", START }, { "b", "START RequestId: other Version: 1" }, { "a", "of a" }, { "b", "{of b}" },
  { "a", "2026-01-01T00:00:03.000Z " .. ID .. " Task timed out after 3.00 seconds" }, { "b", "END RequestId: other" },
  { "b", "REPORT RequestId: other\tDuration: 1 ms\t" }, { "b", "between" }, { "a", REPORT .. "Status: timeout" })
equal(found.says, "2 invocations (up to 3 ms), 1 timed out")
equal(lines(found, 1), "of a\nTask timed out after 3.00 seconds\nREPORT " .. ID
  .. "  Duration: 3.10 ms  Max Memory Used: 45 MB  Status: timeout")
equal(lines(found, 2), "{of b}\nREPORT other  Duration: 1 ms")
equal(lines(found, 3), "between")

-- What came before the act is not counted; nothing at all is said.
events = { { timestamp = 500, logStreamName = "s", message = START }, { timestamp = 501, logStreamName = "s", message = "early" } }
equal(look_at("AWS::Lambda::Function").says, "no invocation")
equal(log().says, "no invocation")
equal(group, "/aws/lambda/f")

-- Nobody can invoke it.
concurrency = { ReservedConcurrentExecutions = 0 }
equal(log().says, "no invocation: its ReservedConcurrentExecutions are 0, so each is throttled")
equal(log().level, "error")
concurrency = { ReservedConcurrentExecutions = 1 }
equal(log().says, "no invocation")

-- A group of its own, and a function that cannot run.
configuration = { State = "Failed", StateReason = "no image", LoggingConfig = { LogGroup = "mine" } }
equal(log().says, "Failed: no image; no invocation")
equal(group, "mine")

-- What says no more than that it was is not told; an error without words is, where no other has any.
configuration = {}
found = log(START, REPORT, START, "[ERROR] no price", REPORT, START, REPORT .. "Status: error")
equal(#found.entries, 1)
equal(lines(found, 1):match "^[^\n]*", "[ERROR] no price")
equal(found.says, "3 invocations (up to 3 ms), 2 with errors")
found = log(START, REPORT, START, REPORT .. "Status: error")
equal(#found.entries, 1)
assert(lines(found, 1):find "Status: error$", lines(found, 1))

-- What Node.js warns of is no error of the function; frames of the bootstrap say nothing.
found = log(START, "2026-01-01T00:00:00.123Z\tundefined\tERROR\t(node:7) Warning: NodeVersionSupportWarning: too old\nupgrade", REPORT)
equal(found.says .. #found.entries, "1 invocation (3 ms)0")
found = log(START, "2026-01-01T00:00:00.123Z\tundefined\tERROR\t(node:7) UnhandledPromiseRejectionWarning: Error: no", REPORT)
equal(found.says, "1 invocation (3 ms), 1 with errors")
found = log(START, "[ERROR] Runtime.HandlerNotFound: no\n    at load (file:///tmp/slrun-lambda-1/bootstrap.mjs:9:1)\n    at x (/app/node_modules/y.js:1:2)")
equal(lines(found, 1), "[ERROR] Runtime.HandlerNotFound: no\n    at x (/app/node_modules/y.js:1:2)")

-- Not more than are told: errors stay.
local many = {}
for i = 1, 300 do
  many[#many + 1] = ("START RequestId: r%d Version: 1"):format(i)
  if i % 100 == 0 then many[#many + 1] = "[ERROR] number " .. i end
  many[#many + 1] = ("REPORT RequestId: r%d\tDuration: 1 ms\t"):format(i)
end
found = log(table.unpack(many))
equal(found.says, "300 invocations (up to 1 ms), 3 with errors")
equal(#found.entries, 3)
local errors = 0
for _, entry in ipairs(found.entries) do errors = errors + (entry.level and 1 or 0) end
equal(errors, 3)

-- Mappings.
local function mapping(state, last, source)
  configuration = { State = state, LastProcessingResult = last, FunctionArn = "arn:aws:lambda:r:1:function:f:live",
    EventSourceArn = source or "arn:aws:sqs:r:1:q" }
  local told = look_at "AWS::Lambda::EventSourceMapping"
  return ("%s; %s; %s"):format(told.label, told.says, told.level)
end
equal(mapping("Enabled", "OK"), "mapping q -> f; Enabled, last result: OK; nil")
equal(mapping("Disabled"), "mapping q -> f; Disabled; notice")
equal(mapping("Enabled", "PROBLEM: Function call failed"),
  "mapping q -> f; Enabled, last result: PROBLEM: Function call failed; error")
equal(mapping("Enabled", nil, "arn:aws:kinesis:r:1:stream/s"), "mapping s -> f; Enabled; nil")
equal(mapping("Enabled", nil, "arn:aws:dynamodb:r:1:table/t/stream/2026"), "mapping t -> f; Enabled; nil")

-- Traces that AWS X-Ray has taken: at most five, failures first; of other invocations nothing is asked.
local asked
package.loaded["slrun.xray"] = {
  batch_get_traces = function(args)
    asked = args.TraceIds
    return { Traces = { { Id = "1-2", Segments = {
      { Document = '{"name":"f","start_time":1.0,"end_time":1.5,"subsegments":[{"name":"Invocation","start_time":1,"end_time":1.4,"fault":true,'
        .. '"subsegments":[{"name":"DynamoDB","start_time":1.1,"end_time":1.2,"throttle":true,"cause":{"exceptions":[{"type":"Slow","message":"down"}]}},'
        .. '{"name":"SQS","start_time":1.2,"end_time":1.3}]}]}' }, { Document = "{" } } }, { Id = "none" } } }
  end,
}
configuration = {}
local XRAY <const> = "\nXRAY TraceId: 1-%d\tSegmentId: 0a\tSampled: %s\t\n"
log(START, END, REPORT .. XRAY:format(1, "false"))
equal(asked, nil)
found = log(START, "[ERROR] no", REPORT .. XRAY:format(2, "true"), START, REPORT .. XRAY:format(3, "true"), START,
  '{"time":"t","type":"platform.report","record":{"requestId":"r","metrics":{"durationMs":1},"tracing":{"type":"X-Amzn-Trace-Id","value":"Root=1-4;Parent=b;Sampled=1"}}}')
equal(table.concat(asked, " "), "1-2 1-4 1-3")
assert(lines(found, 1):find("trace: f 500 ms\ntrace: Invocation 400 ms fault\ntrace: DynamoDB 100 ms throttle Slow: down", 1, true), lines(found, 1))
assert(not lines(found, 1):find "SQS")
for i = 1, 7 do events[i] = { timestamp = 2000 + i, logStreamName = "s", message = "REPORT RequestId: r\tDuration: 1 ms\t" .. XRAY:format(i, "true") } end
look_at "AWS::Lambda::Function"
equal(#asked, 5)
package.loaded["slrun.xray"].batch_get_traces = function() error "not JSON" end
equal(look_at("AWS::Lambda::Function").level, "notice")

-- A wait that was too short for it: what has begun has not ended.
found = log(START, "[INFO]\t2026-01-01T00:00:00.123Z\t" .. ID .. "\tworking")
equal(found.says, "1 invocation, 1 without an end so far")
equal(found.level, "notice")

print "ok"
