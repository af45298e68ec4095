-- args: -j 1
-- exit: 1
-- out: ::before the act[1]
-- out: no invocation
-- out: ::before the act[8]
-- out: no invocation
-- out: 8 failed in
-- no: REPORT
-- no: with errors
-- no: another region
-- What a function did until the act began is none of what a report tells, however close the two are.
local lambda <const> = require "slrun.lambda"

pattern { name = "wreck", stack = "stacks/wreck" }

case "before the act" {
  each = { n = { 1, 2, 3, 4, 5, 6, 7, 8 } },
  seed = function(t)
    for _, what in ipairs { "elsewhere", "raise" } do
      lambda.invoke { FunctionName = t.stack.Worker, Payload = { ["do"] = what, case = "nobody" } }
    end
    t:sleep "2ms" -- the log tells whole milliseconds
  end,
  act = function() expect(1):equals(2) end,
}
