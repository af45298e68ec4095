-- out: 1 passed in
-- err: lambda: durable-Orders-
-- err: DurableConfig has no effect here: the local cloud has no durable executions
-- What has no effect is said: the SDK of durable functions fails with an error that does not name the cause.
local lambda <const> = require "slrun.lambda"

pattern { name = "durable", stack = "stacks/durable" }

case "the function runs" (function(t)
  expect(lambda.invoke({ FunctionName = t.resources.Orders }).Payload):equals "ordered"
end)
