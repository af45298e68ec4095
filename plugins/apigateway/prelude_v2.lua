-- SPDX-License-Identifier: Apache-2.0
-- What apigatewayv2.so adds to its operations: what a failed wait says of an HTTP API. README.md is its manual.
local apigatewayv2 <const>, slrun <const> = ...

---------------------------------------------------------------------------------------------------
-- The autopsy of an API: its routes. It answers itself what none of them is asked for, and no log tells it.

slrun.autopsy("AWS::ApiGatewayV2::Api", function(resource, look)
  local found, code = look:ask(apigatewayv2.get_routes, { ApiId = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local routes = slrun.list {}
  for i, one in ipairs(found.Items or {}) do routes[i] = one.RouteKey end
  table.sort(routes)
  return { passes = routes, hidden = true }
end)
