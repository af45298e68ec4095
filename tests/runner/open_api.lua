-- out: 3 passed
-- What stands in Authorization is the API's own affair, unless it is a signature.
local apigateway <const> = require "slrun.apigateway"
local http       <const> = require "slrun.http"

fixture "api" {
  scope = "file",
  setup = function(t)
    local api = apigateway.create_rest_api { name = t.id }
    local place = { restApiId = api.id, resourceId = api.rootResourceId, httpMethod = "GET" }
    local function with(members)
      for name, value in pairs(place) do members[name] = value end
      return members
    end
    apigateway.put_method(with { authorizationType = "NONE" })
    apigateway.put_integration(with { type = "MOCK", requestTemplates = { ["application/json"] = '{"statusCode":200}' } })
    apigateway.put_method_response(with { statusCode = "200" })
    apigateway.put_integration_response(with { statusCode = "200" })
    apigateway.create_deployment { restApiId = api.id, stageName = "v1" }
    return ("https://%s.execute-api.us-east-1.amazonaws.com/v1/"):format(api.id)
  end,
}

case "a token is no signature" {
  uses = { "api" },
  each = { header = { "Bearer e30.e30.e30", "let-me-in" } },
  act = function(t) return http.get(t.api, { headers = { Authorization = t.header } }) end,
  check = function(_, answer) expect(answer.status):equals(200) end,
}

case "half a signature is a wrong one" {
  uses = { "api" },
  act = function(t) return http.get(t.api, { headers = { Authorization = "AWS4-HMAC-SHA256 Credential=a" } }) end,
  check = function(_, answer) expect(answer.status):never():equals(200) end,
}
