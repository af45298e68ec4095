-- SPDX-License-Identifier: Apache-2.0
-- What events.so adds to its operations: details, patterns and inputs that are tables; rules that
-- go with their targets. README.md is its manual.
local events <const>, slrun <const> = ...

for _, name in ipairs { "list", "map" } do events[name] = slrun[name] end

-- A copy in which those members that are tables are JSON texts.
local function with_texts(args, ...)
  local copy = {}
  for key, value in pairs(args) do copy[key] = value end
  for _, name in ipairs { ... } do
    if type(copy[name]) == "table" then copy[name] = slrun.to_json(copy[name]) end
  end
  return copy
end

local function each(args, name, change)
  if type(args) ~= "table" or type(args[name]) ~= "table" then return args end
  local copy, list = with_texts(args), {}
  for i, item in ipairs(args[name]) do list[i] = change(item) end
  copy[name] = slrun.list(list)
  return copy
end

local wrapped <const> = {}
for _, name in ipairs { "put_events", "put_rule", "put_targets", "test_event_pattern", "delete_rule" } do
  wrapped[name] = events[name]
end

--- Puts events; a Detail that is a table is sent as JSON.
function events.put_events(args)
  return wrapped.put_events(each(args, "Entries", function(entry) return with_texts(entry, "Detail") end))
end

--- Creates or changes a rule; an EventPattern that is a table is sent as JSON.
function events.put_rule(args)
  return wrapped.put_rule(type(args) == "table" and with_texts(args, "EventPattern") or args)
end

--- Adds targets; an Input that is a table is sent as JSON.
function events.put_targets(args)
  return wrapped.put_targets(each(args, "Targets", function(target) return with_texts(target, "Input") end))
end

--- Tries a pattern on an event; both may be tables.
function events.test_event_pattern(args)
  return wrapped.test_event_pattern(type(args) == "table" and with_texts(args, "EventPattern", "Event") or args)
end

--- Deletes a rule with its targets, as the end of a case does it.
function events.delete_rule(args)
  local of = { Rule = args.Name, EventBusName = args.EventBusName }
  local ok, found = pcall(events.list_targets_by_rule, of)
  if not ok and slrun.code_of(found) ~= "ResourceNotFoundException" then error(found, 0) end
  local ids = {}
  for i, target in ipairs(ok and found.Targets or {}) do ids[i] = target.Id end
  if #ids > 0 then
    events.remove_targets { Rule = of.Rule, EventBusName = of.EventBusName, Ids = ids }
  end
  return wrapped.delete_rule(args)
end

---------------------------------------------------------------------------------------------------
-- Of a bus there is nothing to look at; what went no further there is told by its logical id.
slrun.autopsy("AWS::Events::EventBus", function() return { hidden = true } end)

-- The autopsy of a rule: whether it is on, what it lets through, and to whom.

local function targets_of(rule, look)
  local page = look:ask(events.list_targets_by_rule, { Rule = rule.Name, EventBusName = rule.EventBusName })
  local targets = slrun.list {}
  for i, target in ipairs(page and page.Targets or {}) do targets[i] = target.Arn end
  return targets
end

slrun.autopsy("AWS::Events::Rule", function(resource, look)
  local bus, name = resource.name:match "^(.*)|([^|]*)$"
  local found, code = look:ask(events.describe_rule, { Name = name or resource.name:match "[^/]*$", EventBusName = bus })
  if not found then return code and { says = code, level = "error" } end
  return { says = found.State, level = found.State ~= "ENABLED" and "notice" or nil,
    passes = found.EventPattern and slrun.list { found.EventPattern } or nil,
    source = found.EventBusName, targets = targets_of(found, look) }
end)
