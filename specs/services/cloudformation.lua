-- SPDX-License-Identifier: Apache-2.0
-- A tour of cloudformation.so: stacks that come, change and go, change sets, exports, what is wrong
-- with a template. The resources are queues, which every server has.
local cloudformation <const> = require "slrun.cloudformation"
local sqs <const> = require "slrun.sqs"

pattern {
  name = "cloudformation",
  about = "Stacks, change sets, exports, errors in templates.",
  sla = "30s",
  timeout = "300s",
}

local QUEUE <const> = [[
Parameters:
  Timeout: {Type: Number, Default: 30}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {VisibilityTimeout: !Ref Timeout}
Outputs:
  Url: {Value: !Ref Queue}
  Name: {Value: !GetAtt Queue.QueueName, Export: {Name: !Sub '${AWS::StackName}-queue'}}
]]

local function create(t, body, more)
  local args = { StackName = t.id, TemplateBody = body or QUEUE }
  for key, value in pairs(more or {}) do args[key] = value end
  local made = cloudformation.create_stack(args)
  cloudformation.wait_until_created(args.StackName)
  return made.StackId
end

local function timeout_of(t)
  local url = cloudformation.outputs(t.id).Url
  return sqs.get_queue_attributes { QueueUrl = url, AttributeNames = { "VisibilityTimeout" } }.Attributes.VisibilityTimeout
end

local function parameter(key, value)
  return { ParameterKey = key, ParameterValue = value }
end

case "a stack comes, changes and goes" (function(t)
  local id = create(t, QUEUE, { Parameters = { parameter("Timeout", "7") } })
  expect(timeout_of(t)):equals("7")
  expect(function()
    cloudformation.update_stack { StackName = t.id, UsePreviousTemplate = true,
      Parameters = { { ParameterKey = "Timeout", UsePreviousValue = true } } }
  end):raises "No updates are to be performed"
  cloudformation.update_stack { StackName = t.id, UsePreviousTemplate = true, Parameters = { parameter("Timeout", "8") } }
  cloudformation.wait_until_updated(t.id)
  expect(timeout_of(t)):equals("8")
  cloudformation.delete_stack { StackName = t.id }
  cloudformation.wait_until_deleted(id)
  expect(cloudformation.outputs(t.id)):is_absent()
  expect(cloudformation.describe_stacks { StackName = id }.Stacks[1].StackStatus):equals("DELETE_COMPLETE")
end)

case "what happened is told" (function(t)
  local id = create(t)
  expect(cloudformation.describe_stack_resource { StackName = t.id, LogicalResourceId = "Queue" }
    .StackResourceDetail.ResourceType):equals("AWS::SQS::Queue")
  expect(cloudformation.describe_stack_resources { StackName = t.id }.StackResources):has_length(1)
  expect(cloudformation.all("list_stack_resources", { StackName = t.id })[1].ResourceStatus):equals("CREATE_COMPLETE")
  local events = cloudformation.all("describe_stack_events", { StackName = t.id })
  expect(events[1].ResourceStatus):equals("CREATE_COMPLETE")
  expect(events[#events].ResourceStatusReason):equals("User Initiated")
  expect(cloudformation.get_template { StackName = t.id }.TemplateBody):contains("AWS::SQS::Queue")
  local found = false
  for _, stack in ipairs(cloudformation.all("list_stacks", { StackStatusFilter = { "CREATE_COMPLETE" } })) do
    found = found or stack.StackId == id
  end
  expect(found):equals(true)
  cloudformation.update_termination_protection { StackName = t.id, EnableTerminationProtection = true }
  expect(function() cloudformation.delete_stack { StackName = t.id } end):raises "TerminationProtection is enabled"
  cloudformation.update_termination_protection { StackName = t.id, EnableTerminationProtection = false }
end)

case "a stack's policy keeps an update from a resource" (function(t)
  create(t)
  expect(cloudformation.get_stack_policy { StackName = t.id }.StackPolicyBody):is_absent()
  local deny = [[{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "Update:*", "Resource": "LogicalResourceId/Queue"}}]]
  cloudformation.set_stack_policy { StackName = t.id, StackPolicyBody = deny }
  expect(cloudformation.get_stack_policy { StackName = t.id }.StackPolicyBody):equals(deny)
  cloudformation.update_stack { StackName = t.id, TemplateBody = QUEUE:gsub("!Ref Timeout", "17"), Capabilities = {} }
  local ok, problem = pcall(cloudformation.wait_until_updated, t.id)
  expect(ok):equals(false)
  expect(tostring(problem)):contains("Action denied by stack policy: Statement [#1] does not allow [Update:Modify]")
end)

case "a creation that fails is rolled back and says why" (function(t)
  local body = QUEUE:gsub("!Ref Timeout", "99999999")
  local ok, problem = pcall(create, t, body)
  expect(ok):equals(false)
  expect(tostring(problem)):contains("is ROLLBACK_")
  expect(tostring(problem)):contains("Queue: CREATE_FAILED: ")
  expect(cloudformation.failures(t.id)[1]):contains("VisibilityTimeout")
end)

case "what failed and was left is rolled back later" (function(t)
  create(t)
  local wrong = QUEUE:gsub("!Ref Timeout", "99999999")
  cloudformation.update_stack { StackName = t.id, TemplateBody = wrong, DisableRollback = true }
  local ok = pcall(cloudformation.wait_until_updated, t.id)
  expect(ok):equals(false)
  expect(function() cloudformation.cancel_update_stack { StackName = t.id } end):raises "cannot be called from current stack status"
  expect(function() cloudformation.continue_update_rollback { StackName = t.id } end):raises "is in UPDATE_FAILED state"
  cloudformation.rollback_stack { StackName = t.id }
  t:wait {
    poll = function() return cloudformation.describe_stacks { StackName = t.id } end,
    check = function(_, found) expect(found.Stacks[1].StackStatus):equals("UPDATE_ROLLBACK_COMPLETE") end,
  }
end)

case "a change set is made and executed" (function(t)
  local set = { StackName = t.id, ChangeSetName = "first" }
  cloudformation.create_change_set { StackName = t.id, ChangeSetName = "first", ChangeSetType = "CREATE", TemplateBody = QUEUE }
  cloudformation.wait_until_change_set_created(set)
  expect(cloudformation.describe_change_set(set).Changes[1].ResourceChange.Action):equals("Add")
  expect(cloudformation.all("list_change_sets", { StackName = t.id })):has_length(1)
  cloudformation.execute_change_set(set)
  cloudformation.wait_until_created(t.id)
  expect(timeout_of(t)):equals("30")
  local same = { StackName = t.id, ChangeSetName = "same" }
  cloudformation.create_change_set { StackName = t.id, ChangeSetName = "same", TemplateBody = QUEUE }
  expect(function() cloudformation.wait_until_change_set_created(same) end):raises "didn't contain changes"
  cloudformation.delete_change_set(same)
end)

case "exports are imported" (function(t)
  create(t)
  local other <const> = t.id .. "-b"
  create(t, ("Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      Tags: [{Key: of, Value: !ImportValue '%s-queue'}]\n")
    :format(t.id), { StackName = other })
  expect(cloudformation.all("list_imports", { ExportName = t.id .. "-queue" })):equals { other }
  local names = {}
  for _, export in ipairs(cloudformation.all("list_exports")) do names[export.Name] = export.Value end
  expect(names[t.id .. "-queue"]):contains(t.id)
  cloudformation.delete_stack { StackName = other }
  cloudformation.wait_until_deleted(other)
end)

case "templates are judged" (function()
  local summary = cloudformation.get_template_summary { TemplateBody = QUEUE }
  expect(summary.ResourceTypes):equals { "AWS::SQS::Queue" }
  expect(cloudformation.validate_template { TemplateBody = QUEUE }.Parameters[1].DefaultValue):equals("30")
  expect(function()
    cloudformation.validate_template { TemplateBody = QUEUE .. "  Other: {Value: !Ref Quue}\n" }
  end):raises "Unresolved resource dependencies %[Quue%]"
  expect(function() cloudformation.validate_template { TemplateBody = "a: [" } end):raises "not well%-formed"
  expect(function() cloudformation.describe_stacks { StackName = "nobody-has-this" } end):raises "does not exist"
end)
