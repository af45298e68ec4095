-- SPDX-License-Identifier: Apache-2.0
-- Functions: their autopsy, by what their log says of the invocations of that time, and whether they are ready
-- before the first case. One that was idle for long is Inactive until it is invoked.
local lambda <const>, slrun <const> = ...
local values <const> = slrun.part "values"
local is_table <const>, text_of <const> = values.is_table, values.text_of
local invocations <const>, summary <const> = slrun.part "invocations", slrun.part "summary"
local add_traces <const> = slrun.part("traces").add

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
  local events, problem, more = invocations.log_events(look, group or "/aws/lambda/" .. resource.name)
  if not events then return problem and { says = "log group: " .. problem, level = "notice" } end
  local all = invocations.of(events)
  local says, failed = summary.of(all, more, look.acted)
  add_traces(all, look)
  if #all == 0 and is_off(look, resource.name) then
    says, failed = "no invocation: its ReservedConcurrentExecutions are 0, so each is throttled", true
  end
  if found and found.State and found.State ~= "Active" and found.State ~= "Inactive" then
    says, failed = ("%s: %s; %s"):format(found.State, text_of(found.StateReason or "no reason given"), says), true
  end
  return { says = says, level = failed and "error" or "notice", entries = summary.trim(summary.telling(all)), idle = #all == 0 or nil,
    targets = targets_of(found) }
end)

slrun.ready("AWS::Lambda::Function", function(resource, look)
  local found, code = look:ask(lambda.get_function_configuration, { FunctionName = resource.name })
  if not found then return code and false, code end
  for _, member in ipairs { "State", "LastUpdateStatus" } do
    local status = found[member]
    if status == "Failed" then return false, ("%s Failed: %s"):format(member, text_of(found[member .. "Reason"] or "no reason given")) end
    if status == "Pending" or status == "InProgress" then return status end
  end
end)
