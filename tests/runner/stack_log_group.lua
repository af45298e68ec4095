-- args: -v
-- exit: 1
-- err: cannot begin: KeyError: 'TABLE'
-- out: is the stack's PASSED
-- out: what the rule lets through FAILED
-- out: what lets through only what matches:
-- out: rule Rule: {"source":["orders"]}
local lambda <const> = require "slrun.lambda"
local logs   <const> = require "slrun.logs"

pattern { name = "log-group", stack = "stacks/log-group", sla = "2s" }

-- A process that is started before anybody has invoked the function makes no log group, as in AWS.
case "the log group of a function that cannot begin is the stack's" {
  serial = true,
  act = function(t)
    local found = logs.describe_log_groups { logGroupNamePrefix = t.stack.LogGroup }.logGroups
    expect(found):matches { { retentionInDays = 7 } }
    lambda.invoke { FunctionName = t.stack.FunctionName, Payload = {} }
  end,
  poll = function(t) return logs.filter_log_events { logGroupName = t.stack.LogGroup, filterPattern = "KeyError" } end,
  check = function(_, found) expect(#found.events):is_above(0) end,
}

case "what the rule lets through" {
  serial = true,
  seed = function(t) t:sleep "2ms" end, -- the log of the case before tells whole milliseconds
  act = function() require("slrun.events").put_events { Entries = { { Source = "order", DetailType = "x", Detail = {} } } } end,
  poll = function(t) return logs.describe_log_streams { logGroupName = t.stack.LogGroup } end,
  check = function(_, found) expect(found.logStreams):has_length(100) end,
}
