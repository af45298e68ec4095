-- SPDX-License-Identifier: Apache-2.0
-- What apigateway.so adds to its operations: what a failed wait says of a REST API. README.md is its manual.
local apigateway <const>, slrun <const> = ...

local LISTED <const> = 100 -- resources of an API that are looked at

-- The methods of a path: "GET, POST (with an API key) /hello/{id}"; nil where it has none.
local function route(resource)
  local methods = {}
  for name, method in pairs(resource.resourceMethods or {}) do
    methods[#methods + 1] = method.apiKeyRequired and name .. " (with an API key)" or name
  end
  if #methods == 0 then return nil end
  table.sort(methods)
  return table.concat(methods, ", ") .. " " .. resource.path
end

-- What a path's methods call: the URI names a function or a queue, the body a table, stream, topic or state machine.
local function add_targets(resource, targets)
  for _, method in pairs(resource.resourceMethods or {}) do
    local integration = method.methodIntegration or {}
    targets[#targets + 1] = integration.uri
    for _, text in pairs(integration.requestTemplates or {}) do targets[#targets + 1] = text end
  end
end

---------------------------------------------------------------------------------------------------
-- The autopsy of an API: its stages and routes. It answers itself what none of them is asked for, and no log tells it.

slrun.autopsy("AWS::ApiGateway::RestApi", function(resource, look)
  local found, code = look:ask(apigateway.get_resources, { restApiId = resource.name, limit = LISTED, embed = { "methods" } })
  if not found then return code and { says = code, level = "error" } end
  local routes, stages = slrun.list {}, {}
  local targets = slrun.list {}
  for _, one in ipairs(found.items or {}) do
    routes[#routes + 1] = route(one)
    add_targets(one, targets)
  end
  table.sort(routes)
  local staged = look:ask(apigateway.get_stages, { restApiId = resource.name })
  for i, stage in ipairs(staged and staged.item or {}) do stages[i] = stage.stageName end
  table.sort(stages)
  for i, text in ipairs(routes) do routes[i] = ("%s (stages: %s)"):format(text, table.concat(stages, ", ")) end
  return { passes = routes, http = true, hidden = true, targets = targets }
end)
