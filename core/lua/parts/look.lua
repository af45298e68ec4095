-- SPDX-License-Identifier: Apache-2.0
-- How resources are looked at, after a failure (autopsy.lua) and before the first case (ready.lua): by functions
-- that preludes declare for types of CloudFormation, and with operations whose failures are answers.
local core = ...
local values = core.part "values"

local module, look = {}, {}
local look_mt = { __index = look }

local tried = {} -- plugins that were required, by name

-- What is declared for AWS::SQS::Queue in `declared` (by type), by sqs.so, or by a plugin that says that its types
-- are called so; if there is one.
function module.of(declared, kind)
  local service = kind:match "^%w+::(%w+)::"
  if service and not tried[service] then
    tried[service] = true
    if not pcall(require, "slrun." .. service:lower()) then
      local plugin = core.cloudformation_plugin(service)
      if plugin then pcall(require, "slrun." .. plugin) end
    end
  end
  return declared[kind]
end

-- As the policy wants it. AWS's message knows best: some actions are not called like their operation.
local function action_of(problem)
  local action = core.iam_action(problem.service, problem.operation)
  local told = problem.message:match "perform: ([%w%-]+:%w+)"
  return told and told:lower() ~= (action or ""):lower() and told or action
end

-- The permission that an error says is missing; nil: it says nothing of the kind.
function module.missing(problem)
  if getmetatable(problem) ~= values.error_mt or problem.kind ~= "service" or not core.is_refused(problem.code) then return nil end
  return action_of(problem)
end

-- The result of an operation. Else nil, and the code of the service's error; where the permission is
-- missing nil alone, for that is told anyway.
function look:ask(operation, args)
  local ok, result = pcall(operation, args)
  if ok then return result end
  if getmetatable(result) ~= values.error_mt or result.kind ~= "service" then error(result, 0) end
  local missing = module.missing(result)
  if not missing then return nil, result.code end
  self.refused[#self.refused + 1] = missing
  return nil
end

-- Whether one of these texts names a case.
function module.mention(texts, id)
  for _, text in ipairs(texts) do
    if text:find(id, 1, true) then return true end
  end
  return false
end

-- What resources are called by: the end of an ARN, a URL, or what CloudFormation calls a rule of a bus (bus|rule).
function module.last_word(name) return name:match "[^/:|]+$" or name end

-- Permissions that were missing, each { action =, label = }, told by tell(action, labels), once for each action.
function module.each_refused(refused, tell)
  local by_action, actions = {}, {}
  for _, one in ipairs(refused) do
    if not by_action[one.action] then
      by_action[one.action] = {}
      actions[#actions + 1] = one.action
    end
    table.insert(by_action[one.action], one.label)
  end
  for _, action in ipairs(actions) do tell(action, by_action[action]) end
end

-- What such a function gets beside the resource; `refused` lists the permissions that were missing.
function module.new(fields)
  fields.refused = {}
  return setmetatable(fields, look_mt)
end

return module
