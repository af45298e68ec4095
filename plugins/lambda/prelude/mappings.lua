-- SPDX-License-Identifier: Apache-2.0
-- Event source mappings: their autopsy, and whether they are ready before the first case.
local lambda <const>, slrun <const> = ...
local values <const> = slrun.part "values"
local is_table <const>, text_of <const> = values.is_table, values.text_of

-- The name in an ARN: of a queue, of a function without its version, of a stream or table.
local function name_in(arn)
  if type(arn) ~= "string" then return "?" end
  return arn:match ":function:([^:]+)" or arn:match ":%a+/([^/]+)" or arn:match "[^:]+$"
end

local SETTLED <const> = { Enabled = true, Creating = true, Enabling = true, Updating = true }

-- Of a mapping that gathers for longer than the wait took, which keeps back what comes as a filter does.
local function gathering(found, look)
  local seconds = tonumber(found.MaximumBatchingWindowInSeconds) or 0
  if seconds * 1000 <= look.to - look.acted then return nil end
  return ("gathers what comes for up to %d s, or %s records"):format(seconds, text_of(found.BatchSize))
end

slrun.autopsy("AWS::Lambda::EventSourceMapping", function(resource, look)
  local found, code = look:ask(lambda.get_event_source_mapping, { UUID = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local passes = slrun.list {}
  for i, filter in ipairs(is_table(found.FilterCriteria) and found.FilterCriteria.Filters or {}) do passes[i] = filter.Pattern end
  local last = found.LastProcessingResult
  local bad = type(last) == "string" and last:find "PROBLEM"
  return {
    label = ("mapping %s -> %s"):format(name_in(found.EventSourceArn), name_in(found.FunctionArn)),
    says = text_of(found.State) .. (type(last) == "string" and ", last result: " .. last or ""),
    level = bad and "error" or not SETTLED[found.State] and "notice" or nil,
    passes = passes, holds = gathering(found, look),
    source = found.EventSourceArn, targets = slrun.list { found.FunctionArn },
  }
end)

slrun.ready("AWS::Lambda::EventSourceMapping", function(resource, look)
  local found, code = look:ask(lambda.get_event_source_mapping, { UUID = resource.name })
  if not found then return code and false, code end
  if found.State == "Disabled" then return nil, "is Disabled" end
  if found.State == "Deleting" then return false, found.State end
  if found.State ~= "Enabled" then return found.State end
end)
