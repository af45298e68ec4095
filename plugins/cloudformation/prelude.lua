-- SPDX-License-Identifier: Apache-2.0
-- What cloudformation.so adds to its operations: waiters that say why, outputs as a table.
-- README.md is its manual.
local cloudformation <const>, slrun <const> = ...

local WITHIN <const> = "10m"          -- of a waiter, unless told
local REASONS <const> = 5             -- that a failed wait shows

for _, name in ipairs { "list", "map" } do cloudformation[name] = slrun[name] end

---------------------------------------------------------------------------------------------------
-- Stacks

-- The stack of that name or id, or nil if there is none. Other errors are raised as they are.
local function find(name)
  local ok, result = pcall(cloudformation.describe_stacks, { StackName = name })
  if ok then return result.Stacks[1] end
  if slrun.code_of(result) == "ValidationError" then return nil end
  error(result, 0)
end

--- The outputs of a stack by name: cloudformation.outputs("orders").QueueUrl; nil if there is no such
--- stack.
function cloudformation.outputs(name)
  local stack, outputs = find(name), {}
  if not stack then return nil end
  for _, output in ipairs(stack.Outputs or {}) do outputs[output.OutputKey] = output.OutputValue end
  return outputs
end

--- The tags of a stack, as describe_stacks gives them; nil if there is no such stack.
function cloudformation.stack_tags(args)
  local stack = find(args.StackName)
  return stack and { Tags = stack.Tags or slrun.list {} }
end

--- What happened in the last operation on a stack, the latest first: the events of describe_stack_events
--- back to the one with which it began.
function cloudformation.last_events(name)
  local found, token = {}, nil
  repeat
    local page = cloudformation.describe_stack_events { StackName = name, NextToken = token }
    for _, event in ipairs(page.StackEvents) do
      table.insert(found, event)
      if event.ResourceStatusReason == "User Initiated" then return slrun.list(found) end
    end
    token = page.NextToken
  until not token
  return slrun.list(found)
end

--- What went wrong in the last operation on a stack, the first thing first: "Queue: CREATE_FAILED:
--- why".
function cloudformation.failures(name)
  local found = {}
  for _, event in ipairs(cloudformation.last_events(name)) do
    if event.ResourceStatus:find "FAILED$" then
      table.insert(found, 1, ("%s: %s: %s"):format(event.LogicalResourceId, event.ResourceStatus,
        event.ResourceStatusReason or "no reason given"))
    end
  end
  return slrun.list(found)
end

---------------------------------------------------------------------------------------------------
-- Waiters

local function check(fn, name, within, level)
  if type(name) ~= "string" then
    slrun.error(("%s: expected the name of a stack, got %s"):format(fn, type(name)), level or 4)
  elseif not slrun.duration(within) then
    slrun.error(("%s: expected a duration such as \"30s\", got %s"):format(fn, tostring(within)), level or 4)
  end
end

-- Waits until look() gives true; it gives the status that there is instead.
local function wait(within, what, look)
  local done, status = slrun.wait(within, look)
  if not done then slrun.error(("%s after %s, but %s"):format(what, within, status or "absent"), 4) end
end

local NOT_EMPTY <const> = "\nhint: what lies in it must go first: t:own(s3.prefix { Bucket = ..., Prefix = \"\" }) removes it"

-- Reasons of resources say all that the stack's own says of them.
local function reasons_of(name, word)
  local ok, reasons = pcall(cloudformation.failures, name)
  local told = {}
  for _, reason in ipairs(ok and reasons or {}) do
    if reason:find(word .. ":", 1, true) ~= 1 and #told < REASONS then told[#told + 1] = reason end
  end
  return #told == 0 and ok and reasons[1] and { reasons[1] } or told
end

-- A stack is named by its id, too; whoever reads knows it by its name.
local function explain(name, status)
  local word = name:match ":stack/([^/]+)" or name
  local reasons = reasons_of(name, word)
  local shown = table.concat(reasons, "\n  ")
  return ("stack %s is %s%s%s"):format(word, status, #reasons > 1 and ":\n  " or #reasons > 0 and ": " or "",
    shown .. (shown:find "bucket you tried to delete is not empty" and NOT_EMPTY or ""))
end

-- Waits for one of the statuses in `wanted`; any other that does not change by itself is an error.
local function wait_for(fn, name, within, wanted)
  check(fn, name, within)
  wait(within, ("stack %s is not %s"):format(name, wanted[1]), function()
    local stack = find(name)
    local status = stack and stack.StackStatus
    for _, word in ipairs(wanted) do
      if status == word then return true end
    end
    if not status then slrun.error(("stack %s does not exist"):format(name), 6) end
    if not status:find "_IN_PROGRESS$" then slrun.error(explain(name, status), 6) end
    return false, status
  end)
end

--- Waits until the stack is CREATE_COMPLETE (boto3: stack_create_complete). One whose creation fails
--- is an error that says why.
function cloudformation.wait_until_created(name, within)
  wait_for("cloudformation.wait_until_created", name, within or WITHIN,
    { "CREATE_COMPLETE", "UPDATE_COMPLETE" })
end

--- Waits until the stack is UPDATE_COMPLETE (boto3: stack_update_complete); a roll-back is an error that
--- says why.
function cloudformation.wait_until_updated(name, within)
  wait_for("cloudformation.wait_until_updated", name, within or WITHIN, { "UPDATE_COMPLETE" })
end

-- Whether the stack is gone; that it will not go is an error of the caller at that level.
local function gone(name, level)
  return function()
    local stack = find(name)
    local status = stack and stack.StackStatus
    if not status or status == "DELETE_COMPLETE" then return true end
    if status == "DELETE_FAILED" then slrun.error(explain(name, status), level) end
    return false, status
  end
end

--- Waits until the stack is gone (boto3: stack_delete_complete); one that cannot be deleted is an
--- error that says why.
function cloudformation.wait_until_deleted(name, within)
  local fn <const> = "cloudformation.wait_until_deleted"
  check(fn, name, within or WITHIN)
  wait(within or WITHIN, ("stack %s is not gone"):format(name), gone(name, 5))
end

-- What the template has had stay: "Queue (AWS::SQS::Queue NAME), ..."; nil: nothing. AWS tells it of
-- a stack that is named by its id.
local function retained(id)
  local ok, result = pcall(cloudformation.list_stack_resources, { StackName = id })
  local left = {}
  for _, one in ipairs(ok and result.StackResourceSummaries or {}) do
    if one.ResourceStatus == "DELETE_SKIPPED" then
      left[#left + 1] = ("%s (%s %s)"):format(one.LogicalResourceId, one.ResourceType, one.PhysicalResourceId or "")
    end
  end
  return #left > 0 and "its template retains " .. table.concat(left, ", ") or nil
end

--- What the clean-up of a stack asks behind delete_stack, which is answered before anything is gone.
function cloudformation.stack_gone(args, within)
  check("cloudformation.stack_gone", type(args) == "table" and args.StackName or nil, within, 3)
  local done, status = slrun.wait(within, gone(args.StackName, 4))
  if not done then return false, ("still %s after %s"):format(status, within) end
  return true, retained(args.StackName)
end

--- Waits until a change set can be executed (boto3: change_set_create_complete); takes the arguments of
--- describe_change_set.
function cloudformation.wait_until_change_set_created(args, within)
  local fn <const> = "cloudformation.wait_until_change_set_created"
  if type(args) ~= "table" or type(args.ChangeSetName) ~= "string" then
    slrun.error(fn .. ": expected a table with StackName and ChangeSetName, as describe_change_set takes it", 2)
  end
  check(fn, args.ChangeSetName, within or WITHIN, 3)
  wait(within or WITHIN, ("change set %s is not CREATE_COMPLETE"):format(args.ChangeSetName), function()
    local set = cloudformation.describe_change_set(args)
    if set.Status == "CREATE_COMPLETE" then return true end
    if set.Status == "FAILED" then
      slrun.error(("change set %s is FAILED: %s"):format(args.ChangeSetName, set.StatusReason or ""), 5)
    end
    return false, set.Status
  end)
end
