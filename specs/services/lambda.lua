-- SPDX-License-Identifier: Apache-2.0
-- A tour of lambda.so: functions, invocations, versions, aliases, settings, wrong inputs.
local lambda <const> = require "slrun.lambda"
local logs   <const> = require "slrun.logs"
local sqs    <const> = require "slrun.sqs"

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

case "a function and its versions" {
  seed = create,
  act = function(t)
    local name = { FunctionName = t.id }
    local code = lambda.update_function_code { FunctionName = t.id, ZipFile = ARCHIVE }
    lambda.wait_until_function_updated(name)
    expect(lambda.update_function_configuration { FunctionName = t.id, Timeout = 7 }.Timeout):equals(7)
    expect(lambda.get_function_configuration(name).Timeout):equals(7)
    expect(lambda.get_function(name).Configuration.CodeSha256):equals(code.CodeSha256)
    expect(lambda.get_runtime_management_config(name).UpdateRuntimeOn):equals("Auto")
    lambda.put_runtime_management_config { FunctionName = t.id, UpdateRuntimeOn = "FunctionUpdate" }
    expect(lambda.get_account_settings().AccountLimit.ConcurrentExecutions):equals(1000)
    lambda.publish_version(name)
    lambda.create_alias { FunctionName = t.id, Name = "live", FunctionVersion = "1" }
    lambda.update_alias { FunctionName = t.id, Name = "live", Description = "changed" }
    expect(lambda.get_alias { FunctionName = t.id, Name = "live" }.Description):equals("changed")
    expect(lambda.list_aliases(name).Aliases):has_length(1)
    lambda.delete_alias { FunctionName = t.id, Name = "live" }
    local listed = false
    for _, found in ipairs(lambda.all "list_functions") do listed = listed or found.FunctionName == t.id end
    expect(listed):equals(true)
    expect(lambda.list_functions { MaxItems = 1 }.Functions):has_length(1)
    lambda.delete_function(name)
    return select(2, pcall(lambda.get_function, name)).code
  end,
  check = function(_, code) expect(code):equals("ResourceNotFoundException") end,
}

case "permissions and tags" {
  seed = create,
  act = function(t)
    local name = { FunctionName = t.id }
    lambda.add_permission { FunctionName = t.id, StatementId = "s3", Action = "lambda:InvokeFunction", Principal = "s3.amazonaws.com" }
    expect(lambda.get_policy(name).Policy:find("s3.amazonaws.com", 1, true) ~= nil):equals(true)
    lambda.remove_permission { FunctionName = t.id, StatementId = "s3" }
    local arn = lambda.get_function(name).Configuration.FunctionArn
    lambda.tag_resource { Resource = arn, Tags = { a = "1", b = "2" } }
    lambda.untag_resource { Resource = arn, TagKeys = { "b" } }
    return lambda.list_tags { Resource = arn }.Tags
  end,
  check = function(_, tags)
    expect(tags.a):equals("1")
    expect(tags.b):is_absent()
  end,
}

case "what becomes of a function that invokes itself" {
  only_on = { "local", "aws" },
  seed = create,
  check = function(t)
    expect(lambda.get_function_recursion_config { FunctionName = t.id }.RecursiveLoop):equals "Terminate"
    lambda.put_function_recursion_config { FunctionName = t.id, RecursiveLoop = "Allow" }
    expect(lambda.get_function_recursion_config { FunctionName = t.id }.RecursiveLoop):equals "Allow"
  end,
}

case "settings" {
  seed = create,
  act = function(t)
    local name = { FunctionName = t.id }
    lambda.put_function_concurrency { FunctionName = t.id, ReservedConcurrentExecutions = 3 }
    expect(lambda.get_function_concurrency(name).ReservedConcurrentExecutions):equals(3)
    expect(lambda.get_function_code_signing_config(name).CodeSigningConfigArn):is_absent()
    lambda.delete_function_concurrency(name)
    lambda.put_function_event_invoke_config { FunctionName = t.id, MaximumRetryAttempts = 0 }
    lambda.update_function_event_invoke_config { FunctionName = t.id, MaximumEventAgeInSeconds = 60 }
    expect(lambda.get_function_event_invoke_config(name)):matches { MaximumRetryAttempts = 0, MaximumEventAgeInSeconds = 60 }
    expect(lambda.list_function_event_invoke_configs(name).FunctionEventInvokeConfigs):has_length(1)
    lambda.delete_function_event_invoke_config(name)
    local version = { FunctionName = t.id, Qualifier = lambda.publish_version(name).Version }
    lambda.put_provisioned_concurrency_config { FunctionName = t.id, Qualifier = version.Qualifier, ProvisionedConcurrentExecutions = 1 }
    expect(lambda.get_provisioned_concurrency_config(version).Status):equals("READY")
    expect(lambda.list_provisioned_concurrency_configs(name).ProvisionedConcurrencyConfigs):has_length(1)
    lambda.delete_provisioned_concurrency_config(version)
    local url = lambda.create_function_url_config { FunctionName = t.id, AuthType = "NONE" }.FunctionUrl
    lambda.update_function_url_config { FunctionName = t.id, AuthType = "AWS_IAM" }
    expect(lambda.get_function_url_config(name).AuthType):equals("AWS_IAM")
    expect(lambda.list_function_url_configs(name).FunctionUrlConfigs):has_length(1)
    lambda.delete_function_url_config(name)
    return url
  end,
  check = function(_, url) expect(url:find("^http") ~= nil):equals(true) end,
}

case "layers" {
  act = function(t)
    local made = lambda.publish_layer_version { LayerName = t.id, Content = { ZipFile = ARCHIVE } }
    local version = { LayerName = t.id, VersionNumber = made.Version }
    expect(lambda.get_layer_version(version).LayerVersionArn):equals(made.LayerVersionArn)
    expect(lambda.get_layer_version_by_arn { Arn = made.LayerVersionArn }.Version):equals(made.Version)
    expect(lambda.list_layer_versions { LayerName = t.id }.LayerVersions):has_length(1)
    expect(#lambda.list_layers().Layers > 0):equals(true)
    lambda.add_layer_version_permission { LayerName = t.id, VersionNumber = made.Version, StatementId = "all",
      Action = "lambda:GetLayerVersion", Principal = "*" }
    expect(lambda.get_layer_version_policy(version).Policy:find("GetLayerVersion", 1, true) ~= nil):equals(true)
    lambda.remove_layer_version_permission { LayerName = t.id, VersionNumber = made.Version, StatementId = "all" }
    lambda.delete_layer_version(version)
    return lambda.list_layer_versions { LayerName = t.id }.LayerVersions
  end,
  check = function(_, left) expect(left):has_length(0) end,
}

case "event source mappings" {
  seed = function(t)
    create(t)
    t.queue = sqs.create_queue { QueueName = t.id }.QueueUrl
  end,
  act = function(t)
    local source = sqs.get_queue_attributes { QueueUrl = t.queue, AttributeNames = { "QueueArn" } }.Attributes.QueueArn
    local made = lambda.create_event_source_mapping { FunctionName = t.id, EventSourceArn = source }
    local id = { UUID = made.UUID }
    lambda.update_event_source_mapping { UUID = made.UUID, BatchSize = 5 }
    local found = lambda.get_event_source_mapping(id)
    expect(#lambda.list_event_source_mappings { FunctionName = t.id }.EventSourceMappings):equals(1)
    lambda.delete_event_source_mapping(id)
    return found
  end,
  check = function(_, found) expect(found.BatchSize):equals(5) end,
}

case "what is not there" {
  act = function(t)
    local ok, problem = pcall(lambda.invoke, { FunctionName = t.id })
    expect(ok):equals(false)
    expect(problem.code):equals("ResourceNotFoundException")
    return problem.message
  end,
  check = function(t, message) expect(message):equals("Function not found: arn:aws:lambda:us-east-1:000000000000:function:" .. t.id .. ":$LATEST") end,
}
