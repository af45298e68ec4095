-- SPDX-License-Identifier: Apache-2.0
-- A tour of lambda.so: functions, invocations, versions, aliases, settings, wrong inputs.
local lambda <const> = require "slrun.lambda"
local logs   <const> = require "slrun.logs"

pattern {
  name = "lambda",
  about = "Functions, invocations, versions, aliases.",
  sla = "30s",
  timeout = "120s",
  only_on = { "local" }, -- a function elsewhere needs a role of its account
}

local ROLE <const> = "arn:aws:iam::000000000000:role/none"

-- An archive with one file, app.py: its handler adds up the items of its event, and can be told to fail.
local ARCHIVE <const> = lambda.binary(
  "PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\\~]J\xff\xda\x00\x00\x00\xda\x00\x00\x00\x06\x00\x00\x00"
  .. "app.pydef handler(event, context):\n    print(\"called with\", event)\n    if \"fail\" in event:\n"
  .. "        raise ValueError(event[\"fail\"])\n    return {\"sum\": sum(event[\"items\"]), \"event\":"
  .. " event, \"version\": context.function_version}\nPK\x01\x02\x14\x03\x14\x00\x00\x00\x00\x00\x00\x00"
  .. "!\\~]J\xff\xda\x00\x00\x00\xda\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xa4\x01"
  .. "\x00\x00\x00\x00app.pyPK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x004\x00\x00\x00\xfe\x00\x00\x00\x00"
  .. "\x00"
)

local function create(t, args)
  local all = { FunctionName = t.id, Runtime = "python3.12", Handler = "app.handler", Role = ROLE, Timeout = 20,
    Code = { ZipFile = ARCHIVE } }
  for key, value in pairs(args or {}) do all[key] = value end
  lambda.create_function(all)
  lambda.wait_until_function_active { FunctionName = t.id }
end

case "a table is the event, and what comes back is a value" {
  seed = create,
  act = function(t)
    return lambda.invoke { FunctionName = t.id, Payload = { items = { 1, 2, 3 }, nested = { text = "grüße" } }, LogType = "Tail" }
  end,
  check = function(_, answer)
    expect(answer.StatusCode):equals(200)
    expect(answer.FunctionError):is_absent()
    expect(answer):at("Payload.sum"):equals(6)
    expect(answer):at("Payload.event.nested.text"):equals("grüße")
    expect(answer.LogResult:find("called with", 1, true) ~= nil):equals(true)
  end,
}

case "a handler that fails is an answer" {
  seed = create,
  act = function(t) return lambda.invoke { FunctionName = t.id, Payload = '{"fail": "as told"}' } end,
  check = function(_, answer)
    expect(answer.FunctionError):equals("Unhandled")
    expect(answer.Payload):matches { errorType = "ValueError", errorMessage = "as told" }
  end,
}

case "an event is handled later" {
  seed = create,
  act = function(t)
    expect(lambda.invoke { FunctionName = t.id, InvocationType = "Event", Payload = { items = { 4 } } }.StatusCode):equals(202)
  end,
  poll = function(t)
    local ok, page = pcall(logs.filter_log_events, { logGroupName = "/aws/lambda/" .. t.id, filterPattern = "REPORT" })
    return ok and page.events or {}
  end,
  check = function(_, found) expect(found):has_length(1) end,
}

case "versions and aliases" {
  seed = create,
  act = function(t)
    local version = lambda.publish_version { FunctionName = t.id }.Version
    lambda.create_alias { FunctionName = t.id, Name = "live", FunctionVersion = version }
    return lambda.invoke { FunctionName = t.id, Qualifier = "live", Payload = { items = {} } }
  end,
  check = function(t, answer)
    expect(answer.ExecutedVersion):equals("1")
    expect(answer):at("Payload.version"):equals("1")
    expect(#lambda.all("list_versions_by_function", { FunctionName = t.id })):equals(2)
  end,
}

case "what is not there" {
  act = function(t)
    local ok, problem = pcall(lambda.invoke, { FunctionName = t.id })
    expect(ok):equals(false)
    expect(problem.code):equals("ResourceNotFoundException")
    return problem.message
  end,
  check = function(t, message) expect(message):equals("Function not found: arn:aws:lambda:us-east-1:000000000000:function:" .. t.id) end,
}
