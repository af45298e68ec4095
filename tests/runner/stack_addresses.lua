-- out: 2 passed in
-- What a template makes of the address of its own API leads to the local cloud, wherever it says it.
local http   <const> = require "slrun.http"
local lambda <const> = require "slrun.lambda"
local ssm    <const> = require "slrun.ssm"

pattern { name = "addresses", stack = "stacks/addresses" }

case "a function finds the API of its stack by a variable" (function(t)
  expect(lambda.invoke({ FunctionName = t.stack.Caller }).Payload):equals "hello"
end)

case "a parameter has an address that leads there" (function(t)
  local url = ssm.get_parameter({ Name = t.stack.Address }).Parameter.Value
  expect(http.get(url .. "/hello").body):equals "hello"
end)
