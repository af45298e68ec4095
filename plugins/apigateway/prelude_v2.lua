-- SPDX-License-Identifier: Apache-2.0
-- What apigatewayv2.so adds to its operations: what a failed wait says of an HTTP API. README.md is its manual.
local apigatewayv2 <const>, slrun <const> = ...

---------------------------------------------------------------------------------------------------
-- The autopsy of an API: its routes. It answers itself what none of them is asked for, and no log tells it.

-- What its integrations call: a function's ARN, or parameters that name a queue, a stream, a bus or a state machine.
local function targets_of(resource, look)
  local found, targets = look:ask(apigatewayv2.get_integrations, { ApiId = resource.name }), slrun.list {}
  for _, one in ipairs(found and found.Items or {}) do
    targets[#targets + 1] = one.IntegrationUri
    for _, value in pairs(one.RequestParameters or {}) do targets[#targets + 1] = value end
  end
  return targets
end

local function listed(list) return table.concat(list or {}, ", ") end

-- From where browsers may call it: it leaves the headers out for all others, and answers them all the same.
local function cors(resource, look)
  local found = look:ask(apigatewayv2.get_api, { ApiId = resource.name })
  local allowed = found and type(found.CorsConfiguration) == "table" and found.CorsConfiguration
  return allowed and ("CORS from %s with %s"):format(listed(allowed.AllowOrigins), listed(allowed.AllowMethods)) or nil
end

slrun.autopsy("AWS::ApiGatewayV2::Api", function(resource, look)
  local found, code = look:ask(apigatewayv2.get_routes, { ApiId = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local routes = slrun.list {}
  for i, one in ipairs(found.Items or {}) do routes[i] = one.RouteKey end
  table.sort(routes)
  routes[#routes + 1] = cors(resource, look)
  return { passes = routes, http = true, hidden = true, targets = targets_of(resource, look) }
end)
