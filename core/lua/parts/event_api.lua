-- SPDX-License-Identifier: Apache-2.0
-- The events of API Gateway, builders of slrun.event (event.lua).
local core = ...
local values = core.part "values"
local help = core.part "event_help"
local ACCOUNT <const>, list <const>, map <const>, at <const> = help.ACCOUNT, help.list, help.map, help.at
local text <const>, copied <const>, wants <const> = help.text, help.copied, help.wants

local event = {}

-- Names to strings, and names to lists of them: a value may be a list.
local function single_and_multi(given)
  local single, multi = map {}, map {}
  for name, value in pairs(given or {}) do
    local all = type(value) == "table" and value or { value }
    multi[name] = list {}
    for i, one in ipairs(all) do multi[name][i] = tostring(one) end
    single[name] = multi[name][#multi[name]]
  end
  if next(single) == nil then return values.slrun.null, values.slrun.null end
  return single, multi
end

-- The names in braces of a resource, by the path that was asked for.
local function path_parameters(resource, path)
  local names, found = {}, map {}
  local pattern = resource:gsub("[%-%.%+%?%*%(%)%[%]%^%$%%]", "%%%0"):gsub("{([^}]+)}", function(name)
    names[#names + 1] = name:gsub("%%%+$", "")
    return name:find "%+$" and "(.+)" or "([^/]+)"
  end)
  local matches = { path:match("^" .. pattern .. "$") }
  for i, name in ipairs(names) do found[name] = matches[i] end
  return next(found) ~= nil and found or values.slrun.null
end

local function request_of(name, given)
  if type(given) ~= "table" then wants(name, "a table with method and path", given) end
  local body = given.body
  if body ~= nil and type(body) ~= "string" then body = text(body) end
  return {
    method = given.method or "GET", path = given.path or "/", resource = given.resource or given.path or "/",
    body = body == nil and values.slrun.null or body, stage = given.stage or "Prod",
  }
end

--- `event.apigw { method =, path =, resource =, query =, headers =, body =, stage = }` A request to a REST API, for
-- a proxy integration. `path_parameters` come from `resource` (`"/hello/{id}"`) if they are not given; a
-- table as body becomes JSON.
function event.apigw(given)
  local r = request_of("apigw", given)
  local headers, multi_headers = single_and_multi(given.headers)
  local query, multi_query = single_and_multi(given.query)
  return {
    resource = r.resource, path = r.path, httpMethod = r.method, headers = headers, multiValueHeaders = multi_headers,
    queryStringParameters = query, multiValueQueryStringParameters = multi_query,
    pathParameters = given.path_parameters or path_parameters(r.resource, r.path),
    stageVariables = given.stage_variables or values.slrun.null, body = r.body, isBase64Encoded = false,
    requestContext = {
      accountId = given.account or ACCOUNT, apiId = "api", httpMethod = r.method, path = "/" .. r.stage .. r.path,
      protocol = "HTTP/1.1", requestId = core.uuid(), requestTimeEpoch = at(given) * 1000,
      requestTime = os.date("!%d/%b/%Y:%H:%M:%S +0000", at(given)), resourceId = "resource", resourcePath = r.resource,
      stage = r.stage, identity = { sourceIp = "127.0.0.1", userAgent = "slrun" },
    },
  }
end

local function joined(given)
  local made = map {}
  for name, value in pairs(given or {}) do
    made[name:lower()] = type(value) == "table" and table.concat(value, ",") or tostring(value)
  end
  return made
end

--- `event.http_api { method =, path =, route =, query =, headers =, cookies =, body = }` A request to an HTTP API
-- (payload format 2.0). `route` is the path with names in braces.
function event.http_api(given)
  local r = request_of("http_api", given)
  local route = given.route or r.path
  local query = joined(given.query)
  local pairs_of_query = {}
  for name, value in pairs(query) do pairs_of_query[#pairs_of_query + 1] = name .. "=" .. value end
  table.sort(pairs_of_query)
  local parameters = path_parameters(route, r.path)
  local made = {
    version = "2.0", routeKey = r.method .. " " .. route, rawPath = r.path, rawQueryString = table.concat(pairs_of_query, "&"),
    headers = joined(given.headers), isBase64Encoded = false,
    requestContext = {
      accountId = given.account or ACCOUNT, apiId = "api", domainName = "api.execute-api.us-east-1.amazonaws.com",
      domainPrefix = "api", requestId = core.uuid(), routeKey = r.method .. " " .. route, stage = given.stage or "$default",
      time = os.date("!%d/%b/%Y:%H:%M:%S +0000", at(given)), timeEpoch = at(given) * 1000,
      http = { method = r.method, path = r.path, protocol = "HTTP/1.1", sourceIp = "127.0.0.1", userAgent = "slrun" },
    },
  }
  if r.body ~= values.slrun.null then made.body = r.body end
  if given.cookies then made.cookies = list(copied({}, given.cookies)) end
  if next(query) ~= nil then made.queryStringParameters = query end
  if parameters ~= values.slrun.null then made.pathParameters = parameters end
  return made
end

return event
