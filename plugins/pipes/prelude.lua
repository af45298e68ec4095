-- SPDX-License-Identifier: Apache-2.0
-- What pipes.so adds to its operations. README.md is its manual.
local pipes <const>, slrun <const> = ...

for _, name in ipairs { "list", "map" } do pipes[name] = slrun[name] end

-- The name in an ARN: of a queue, function or machine, of a stream, table or bus.
local function name_in(arn)
  if type(arn) ~= "string" then return "?" end
  return arn:match ":log%-group:(.-):?%*?$" or arn:match ":table/([^/]+)" or arn:match "/([^/]+)$" or arn:match "[^:]+$"
end

---------------------------------------------------------------------------------------------------
-- The autopsy of a pipe: whether it runs, why its last batch failed, and what it lets through.

slrun.autopsy("AWS::Pipes::Pipe", function(resource, look)
  local found, code = look:ask(pipes.describe_pipe, { Name = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local parameters, passes = found.SourceParameters, slrun.list {}
  local filters = type(parameters) == "table" and type(parameters.FilterCriteria) == "table" and parameters.FilterCriteria.Filters
  for i, filter in ipairs(filters or {}) do passes[i] = filter.Pattern end
  local reason = type(found.StateReason) == "string" and found.StateReason or nil
  return {
    label = ("pipe %s -> %s"):format(name_in(found.Source), name_in(found.Target)),
    says = found.CurrentState .. (reason and ": " .. reason or ""),
    level = reason and not reason:find("filters", 1, true) and "error" or (reason or found.CurrentState ~= "RUNNING") and "notice" or nil,
    passes = passes,
    source = found.Source, targets = slrun.list { found.Enrichment or found.Target, found.Enrichment and found.Target },
  }
end)

-- Ready before the first case: it reads.
slrun.ready("AWS::Pipes::Pipe", function(resource, look)
  local found, code = look:ask(pipes.describe_pipe, { Name = resource.name })
  if not found then return code and false, code end
  local state = found.CurrentState
  if state == "STOPPED" then return nil, "is STOPPED" end
  if state:find "FAILED" or state == "DELETING" then return false, state end
  if state ~= "RUNNING" then return state end
end)
