-- SPDX-License-Identifier: Apache-2.0
-- The stack of a pattern: how it is put up on the local cloud or looked up elsewhere, and what of it
-- a case sees as t.stack, t.resources and t.parameters.
local core = ...
local values = core.part "values"

local CAPABILITIES = { "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND" }
local FIRST <const>, MOST <const> = 5, 200 -- ms between looks at a stack in the making
local MOST_THERE <const> = 2000 -- of one that somebody else has in the making
local RESOURCES_MOST <const> = 2000 -- then nested stacks are left out
local NAME_MOST <const> = 100 -- of a stack's name, before a number

local function fail(...) error(string.format(...), 0) end

-- What is wrong with a template, at its line.
local function fail_at(asked, line, message)
  error(line and ("%s:%s: %s"):format(core.relative(asked.template), line, message) or message, 0)
end

-- Where a resource stands in a template, by its name as a key; or nil. What SAM makes is called by what it is made of and a
-- suffix: WorkerOrders, the mapping of the event Orders of the function Worker, stands where Worker does.
local function line_of(asked, id)
  local file, number, found, longest = io.open(asked.template, "r"), 0, nil, 0
  for text in file and file:lines() or function() end do
    number = number + 1
    local key = text:match "^%s+[\"']?([%w]+)[\"']?%s*:"
    if key and #key > longest and id:sub(1, #key) == key then found, longest = number, #key end
  end
  if file then file:close() end
  return found
end

-- Looking up ----------------------------------------------------------------------------------

local function describe(cfn, name)
  return cfn.describe_stacks({ StackName = name }).Stacks[1]
end

-- The first failures are the cause; what was cancelled because of them is left out. Their text, and the resource of
-- the first.
local function reasons(cfn, stack, ending)
  local lines, first = {}, nil
  for _, event in ipairs(cfn.last_events(stack)) do
    local reason = event.ResourceStatusReason
    if event.ResourceStatus:find(ending or "_FAILED$") and reason and not reason:find "cancelled" then
      table.insert(lines, 1, ("%s (%s): %s"):format(event.LogicalResourceId, event.ResourceType, reason))
      first = event.LogicalResourceId -- events come latest first
    end
  end
  if #lines == 0 and not ending then return reasons(cfn, stack, "ROLLBACK_IN_PROGRESS$") end -- of the stack itself
  return #lines > 0 and table.concat(lines, "\n  ") or "no event says why", first
end

-- Waits until nothing is under way with it.
local function settled(cfn, name, limit)
  local pause, since = FIRST, nil
  while true do
    local stack = describe(cfn, name)
    if not stack.StackStatus:find "_IN_PROGRESS$" then return stack end
    if core.now() >= limit then
      fail("stack %s is still %s\n  hint: --stack-timeout sets how long is waited", name, stack.StackStatus)
    end
    if limit < math.huge then
      since = core.part("ready").tell(since, "waiting for stack %s, which is %s", name, stack.StackStatus)
    end
    core.sleep_ms(pause)
    pause = math.min(pause * 1.5, limit < math.huge and MOST_THERE or MOST)
  end
end

-- Adds the resources of a stack to `all`, each { id, type, name }; those of a nested stack `Orders` as "Orders/Queue".
local function add_resources(cfn, name, all, prefix)
  local token = nil
  repeat
    local page = cfn.list_stack_resources { StackName = name, NextToken = token }
    for _, resource in ipairs(page.StackResourceSummaries) do
      local one = { id = prefix .. resource.LogicalResourceId, type = resource.ResourceType, name = resource.PhysicalResourceId }
      all[#all + 1] = one
      if one.type == "AWS::CloudFormation::Stack" and one.name and #all < RESOURCES_MOST then
        add_resources(cfn, one.name, all, one.id .. "/")
      end
    end
    token = page.NextToken
  until not token
  return all
end

-- Physical ids by the logical ids: those of the stack itself.
local function own_resources(all)
  local found = {}
  for _, one in ipairs(all) do
    if not one.id:find("/", 1, true) then found[one.id] = one.name end
  end
  return found
end

local function pairs_of(list, key, value)
  local map = {}
  for _, entry in ipairs(list or {}) do map[entry[key]] = entry[value] end
  return map
end

-- `unseen`: the permission without which its resources cannot be told.
local function data(cfn, stack, unseen)
  local all = unseen and {} or add_resources(cfn, stack.StackName, {}, "")
  return values.slrun.map {
    name = stack.StackName,
    outputs = values.slrun.map(pairs_of(stack.Outputs, "OutputKey", "OutputValue")),
    parameters = values.slrun.map(pairs_of(stack.Parameters, "ParameterKey", "ParameterValue")),
    resources = values.slrun.map(own_resources(all)),
    all = values.slrun.list(all), -- for the gates and the autopsy
    unseen = unseen,
  }
end

-- Putting up ----------------------------------------------------------------------------------

-- Named after its folder.
local function base_name(template)
  local folder = template:gsub("/%.aws%-sam/build/[^/]*$", ""):gsub("/template%.%a+$", ""):gsub("%.%a+$", "")
  local name = folder:match("[^/]*$"):gsub("[^%w]+", "-"):gsub("^[^%a]+", ""):gsub("%-+$", "")
  return name ~= "" and name:sub(1, NAME_MOST) or "stack"
end

local function create(cfn, asked, name)
  local parameters = values.slrun.list {}
  for key, value in pairs(asked.parameters) do
    parameters[#parameters + 1] = { ParameterKey = key, ParameterValue = value }
  end
  return cfn.create_stack {
    StackName = name, TemplateURL = "file://" .. asked.template, Parameters = parameters,
    Capabilities = CAPABILITIES,
  }
end

-- Values of parameters are shown by nobody where the template has one with NoEcho.
local function hide_parameters(asked)
  local file = io.open(asked.template, "rb")
  local text = file and file:read "a" or ""
  if file then file:close() end
  if not text:find("NoEcho", 1, true) then return end
  for _, value in pairs(asked.parameters) do core.secret(value) end
end

-- Several templates may stand in folders of one name, and one template have several parameters.
local function put_up(cfn, asked)
  local base, name = base_name(asked.template), nil
  hide_parameters(asked)
  for i = 1, math.huge do
    name = i == 1 and base or base .. "-" .. i
    local ok, problem = pcall(create, cfn, asked, name)
    if ok then break end
    if type(problem) ~= "table" or problem.code ~= "AlreadyExistsException" then
      local message = type(problem) == "table" and problem.message or problem
      local missing = message:match "^Parameters: %[([%w, ]+)%] must have values"
      if missing then message = ("%s\n  hint: pattern { parameters = { %s = ... } }"):format(message, missing:gsub(",", " = ...,")) end
      if message:find("; the local cloud does not have it", 1, true) then
        message = message .. '\n  hint: only_on = { "aws", "endpoint" } in the pattern leaves its cases to where it is'
      end
      fail_at(asked, message:match "line (%d+)[,)]", message)
    end
  end
  local stack = settled(cfn, name, math.huge)
  if stack.StackStatus ~= "CREATE_COMPLETE" then
    local why, first = reasons(cfn, name)
    fail_at(asked, first and line_of(asked, first), ("stack %s: %s: %s"):format(name, stack.StackStatus, why))
  end
  return stack
end

-- Its name may be misspelt, or the region another one.
local function not_there(cfn, name)
  local there = {}
  local ok, all = pcall(cfn.describe_stacks, {})
  for _, stack in ipairs(ok and all.Stacks or {}) do there[stack.StackName] = true end
  fail("there is no stack '%s' in %s%s", name, core.region(), next(there) and "; " .. core.nearest(name, there) or "")
end

-- The stack of that name, once nothing is under way with it.
local function find(cfn, name, limit)
  local ok, stack = pcall(settled, cfn, name, limit)
  if ok then return stack end
  if type(stack) == "table" and stack.code == "ValidationError" and stack.message:find "does not exist" then
    not_there(cfn, name)
  end
  error(stack, 0)
end

local GOOD <const> = { CREATE_COMPLETE = true, UPDATE_COMPLETE = true, IMPORT_COMPLETE = true }

-- A roll-back of an update leaves the stack as it was before; that of a creation leaves nothing to test.
local function check_status(cfn, stack)
  local name, status = stack.StackName, stack.StackStatus
  if GOOD[status] then return end
  if status:find "^%u+_ROLLBACK_COMPLETE$" then
    return core.notice(("stack %s is %s: its last change failed, and what is tested is the version before"):format(name, status))
  end
  local ok, why = pcall(reasons, cfn, name)
  fail("stack %s is %s\n  %s", name, status, ok and why or "its events cannot be read: " .. tostring(why))
end

-- A stack that is there already, when all of it is ready.
local function look_up(t, cfn, asked)
  local limit = core.now() + core.stack_timeout()
  local stack = find(cfn, asked.name, limit)
  check_status(cfn, stack)
  local ok, found = pcall(data, cfn, stack)
  local missing = not ok and core.part("look").missing(found)
  if missing then
    core.notice(("stack %s: no permission for %s: its resources are not known"):format(asked.name, missing))
    found = data(cfn, stack, missing)
  elseif not ok then
    error(found, 0)
  end
  core.part("ready").wait(t, found, limit)
  return found
end

-- The fixture: `asked` has template and parameters, and the name of a stack that is there already.
local function definition(asked)
  local function setup(t)
    local cfn = require "slrun.cloudformation"
    if asked.name then return look_up(t, cfn, asked) end
    return data(cfn, put_up(cfn, asked))
  end
  return { setup = setup }
end

-- What cases see --------------------------------------------------------------------------------

local KINDS = {
  stack = { "outputs", "output" },
  resources = { "resources", "resource" },
  parameters = { "parameters", "parameter" },
}

local views = setmetatable({}, { __mode = "k" }) -- by value of the fixture

-- What there is: the nearest to a name first, the others in order.
local function names_near(name, from)
  local near, names = core.nearest(name, from):match "^did you mean '(.*)'%?$", {}
  for word in pairs(from) do
    if word ~= near then names[#names + 1] = word end
  end
  table.sort(names)
  if near then table.insert(names, 1, near) end
  return (near and ("did you mean '%s'? "):format(near) or "") .. "there are: " .. table.concat(names, ", ")
end

-- What is not there is an error that says what is.
local function view(value, word)
  local from, kind = value[KINDS[word][1]], KINDS[word][2]
  return setmetatable(from, {
    __name = "slrun." .. word,
    __newindex = function(_, name) error(("t.%s.%s cannot be set"):format(word, tostring(name)), 2) end,
    __index = function(_, name)
      if type(name) ~= "string" then return nil end
      local there = next(from) and names_near(name, from) or "it has none"
      if kind == "resource" and value.unseen then there = "no permission for " .. value.unseen end
      error(("the stack %s has no %s '%s'; %s"):format(value.name, kind, name, there), 2)
    end,
  })
end

local function see(value, word)
  local seen = views[value]
  if not seen then
    seen = {}
    views[value] = seen
  end
  seen[word] = seen[word] or view(value, word)
  return seen[word]
end

return { definition = definition, see = see, words = KINDS }
