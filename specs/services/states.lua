-- SPDX-License-Identifier: Apache-2.0
-- A tour of states.so: state machines, executions, listeners, the claim; on the local cloud, on AWS and on others' servers.
local states <const> = require "slrun.states"

pattern {
  name = "states",
  about = "State machines, executions, listeners, the claim.",
  sla = "20s",
}

local ROLE <const> = "arn:aws:iam::123456789012:role/states"

local function machine(t)
  t.definition = { StartAt = "Hold", States = { Hold = { Type = "Wait", Seconds = 600, End = true } } }
  t.machine = states.create_state_machine { name = t.id, definition = t.definition, roleArn = ROLE }.stateMachineArn
end

local function start(t, name, input)
  return states.start_execution { stateMachineArn = t.machine, name = name, input = input or { id = t.id } }.executionArn
end

case "a state machine comes and goes" {
  seed = machine,
  act = function(t)
    local found <const> = states.describe_state_machine { stateMachineArn = t.machine }
    expect(found):matches { name = t.id, roleArn = ROLE, type = "STANDARD" }
    expect(found.definition):json():equals(t.definition)
    states.update_state_machine { stateMachineArn = t.machine, definition = { StartAt = "Done", States = { Done = { Type = "Succeed" } } } }
    expect(states.describe_state_machine { stateMachineArn = t.machine }.definition):contains "Done"
    states.tag_resource { resourceArn = t.machine, tags = { { key = "team", value = "a" } } }
    expect(states.list_tags_for_resource { resourceArn = t.machine }.tags):contains { key = "team", value = "a" }
    states.untag_resource { resourceArn = t.machine, tagKeys = { "team" } }
    expect(states.list_tags_for_resource { resourceArn = t.machine }.tags):never():contains { key = "team", value = "a" }
    local names = {}
    for _, one in ipairs(states.all("list_state_machines", {})) do names[one.name] = true end
    expect(names[t.id]):is_true()
  end,
}

case "an execution is heard of" {
  seed = function(t)
    machine(t)
    start(t, t.id .. "-before")
    t:own(states.executions { stateMachineArn = t.machine, containing = t.id })
  end,
  listen = function(t)
    return states.listen { stateMachineArn = t.machine, match = function(e) return e.input:find(t.id, 1, true) end }
  end,
  act = function(t)
    t.execution = start(t, t.id .. "-1")
    expect(states.describe_execution { executionArn = t.execution }):matches { status = "RUNNING", name = t.id .. "-1" }
    t:after("300ms", function() states.stop_execution { executionArn = t.execution, error = "Enough", cause = "of it" } end)
  end,
  check = function(t, heard)
    expect(heard):has_length(2)
    expect(heard[1]):matches { executionArn = t.execution, status = "RUNNING" }
    expect(heard[2]):matches { executionArn = t.execution, status = "ABORTED" }
  end,
}

case "the events of an execution come in their order" {
  seed = machine,
  listen = function(t)
    t.execution = start(t, t.id)
    return states.listen { executionArn = t.execution }
  end,
  check = function(_, heard)
    expect(heard[1]):matches { id = 1, type = "ExecutionStarted" }
    expect(heard[2].type):contains "StateEntered"
    expect(heard[2].details.name):exists()
  end,
}

case "the claim stops what runs" {
  seed = function(t)
    machine(t)
    t.claim = { stateMachineArn = t.machine, containing = t.id }
    t:defer(function() expect(states.describe_execution { executionArn = t.mine }.status):equals "ABORTED" end)
    t:own(states.executions(t.claim))
  end,
  act = function(t)
    t.mine = states.start_execution { stateMachineArn = t.machine, input = { id = t.id } }.executionArn
  end,
}

case "an hour of waiting takes no time" {
  only_on = { "local" },
  sla = "2h",
  seed = function(t)
    local steps <const> = {
      Hold = { Type = "Wait", Seconds = 3600, Next = "Try" },
      Try = { Type = "Task", Resource = "arn:aws:lambda:us-east-1:000000000000:function:none", End = true,
        Retry = { { ErrorEquals = { "States.TaskFailed" }, IntervalSeconds = 600, MaxAttempts = 2 } },
        Catch = { { ErrorEquals = { "States.ALL" }, Next = "Given up" } } },
      ["Given up"] = { Type = "Pass", End = true },
    }
    t.machine = states.create_state_machine { name = t.id, definition = { StartAt = "Hold", States = steps }, roleArn = ROLE }.stateMachineArn
  end,
  act = function(t) t.execution = start(t, t.id) end,
  poll = function(t) return states.describe_execution { executionArn = t.execution } end,
  check = function(_, found)
    expect(found.status):equals "SUCCEEDED"
    expect(found.stopDate - found.startDate):is_at_least(3600 + 600 + 1200)
    expect(found.output):json():at("Error"):equals "Lambda.ResourceNotFoundException"
  end,
}

case "what is told of an execution" {
  seed = machine,
  act = function(t)
    t.execution = start(t, t.id)
    local found <const> = states.describe_state_machine_for_execution { executionArn = t.execution }
    expect(found):matches { name = t.id, stateMachineArn = t.machine }
    expect(states.list_executions { stateMachineArn = t.machine }.executions[1].executionArn):equals(t.execution)
    expect(states.get_execution_history { executionArn = t.execution, maxResults = 1 }.events[1].id):equals(1)
  end,
}

case "an execution without Map Runs" {
  xfail = { on = "moto", reason = "moto leaves the empty list out, and describes any Map Run" },
  seed = machine,
  act = function(t)
    t.execution = start(t, t.id)
    expect(states.list_map_runs { executionArn = t.execution }.mapRuns):equals(states.list {})
    local arn <const> = t.machine:gsub("stateMachine", "mapRun") .. "/m:u"
    expect(function() states.describe_map_run { mapRunArn = arn } end):raises()
    expect(function() states.update_map_run { mapRunArn = arn, maxConcurrency = 2 } end):raises()
  end,
}

case "a state machine is deleted" (function(t)
  machine(t)
  states.delete_state_machine { stateMachineArn = t.machine }
  expect(function() -- while its executions end it is told to be DELETING
    expect(states.describe_state_machine { stateMachineArn = t.machine }.status):equals "ACTIVE"
  end):raises()
end)

case "versions and aliases" {
  seed = machine,
  act = function(t)
    expect(states.list_state_machine_aliases { stateMachineArn = t.machine }.stateMachineAliases):equals(states.list {})
    local alias <const> = { stateMachineAliasArn = t.machine .. ":none" }
    expect(function() states.describe_state_machine_alias(alias) end):raises()
  end,
}

case "versions are listed" {
  xfail = { on = "moto", reason = "moto has no ListStateMachineVersions" },
  seed = machine,
  act = function(t)
    expect(states.list_state_machine_versions { stateMachineArn = t.machine }.stateMachineVersions):equals(states.list {})
  end,
}

case "a version has an alias" {
  xfail = { on = "moto", reason = "moto has no PublishStateMachineVersion" },
  seed = machine,
  act = function(t)
    local version <const> = states.publish_state_machine_version { stateMachineArn = t.machine }.stateMachineVersionArn
    local routes <const> = { { stateMachineVersionArn = version, weight = 100 } }
    local alias <const> = states.create_state_machine_alias { name = "live", routingConfiguration = routes }.stateMachineAliasArn
    expect(states.describe_state_machine_alias { stateMachineAliasArn = alias }.routingConfiguration):equals(routes)
    states.update_state_machine_alias { stateMachineAliasArn = alias, description = "what lives" }
    states.delete_state_machine_alias { stateMachineAliasArn = alias }
    states.delete_state_machine_version { stateMachineVersionArn = version }
  end,
}

case "a worker does what an activity waits for" {
  xfail = { on = "moto", reason = "moto hands out no tasks" },
  seed = function(t)
    t.activity = states.create_activity { name = t.id }.activityArn
    local work <const> = { StartAt = "Work", States = { Work = { Type = "Task", Resource = t.activity, End = true } } }
    t.machine = states.create_state_machine { name = t.id, definition = work, roleArn = ROLE }.stateMachineArn
  end,
  act = function(t)
    expect(states.describe_activity { activityArn = t.activity }.name):equals(t.id)
    local names = {}
    for _, one in ipairs(states.all("list_activities", {})) do names[one.name] = true end
    expect(names[t.id]):is_true()
    t.execution = start(t, t.id)
    local task <const> = states.get_activity_task { activityArn = t.activity, workerName = "w" }
    states.send_task_heartbeat { taskToken = task.taskToken }
    states.send_task_success { taskToken = task.taskToken, output = { done = true } }
  end,
  poll = function(t) return states.describe_execution { executionArn = t.execution } end,
  check = function(t, found)
    expect(found.status):equals "SUCCEEDED"
    expect(found.output):json():equals { done = true }
    states.delete_activity { activityArn = t.activity }
  end,
}

case "a token that nobody has" {
  xfail = { on = "moto", reason = "moto takes every token" },
  act = function()
    for _, send in ipairs { states.send_task_heartbeat, states.send_task_success, states.send_task_failure } do
      expect(function() send { taskToken = "nobody's token", output = send == states.send_task_success and "{}" or nil } end):raises()
    end
  end,
}

case "a definition is judged" {
  xfail = { on = "moto", reason = "moto has no ValidateStateMachineDefinition" },
  act = function()
    local found <const> = states.validate_state_machine_definition { definition = { StartAt = "Gone", States = {} } }
    expect(found):matches { result = "FAIL" }
  end,
}

case "a state is run alone" {
  only_on = { "endpoint", "aws" },
  xfail = { on = "moto", reason = "moto has no TestState" },
  act = function()
    local definition <const> = '{ "Type": "Pass", "Result": { "a": 1 }, "End": true }'
    expect(states.test_state { definition = definition, roleArn = ROLE, input = "{}" }.status):equals "SUCCEEDED"
  end,
}

case "what cannot be done" {
  seed = machine,
  act = function(t)
    t.execution = start(t, t.id)
    expect(function() states.redrive_execution { executionArn = t.execution } end):raises() -- it runs
    expect(function() states.start_sync_execution { stateMachineArn = t.machine } end):raises() -- it is not express
  end,
}

case "what is not there" (function(t)
  local arn <const> = "arn:aws:states:us-east-1:123456789012:execution:none:" .. t.id
  expect(function() states.describe_execution { executionArn = arn } end):raises "ExecutionDoesNotExist"
end)
