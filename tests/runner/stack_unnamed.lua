-- args: --endpoint-url http://127.0.0.1:1
-- exit: 2
-- out: stack_unnamed.lua:5: pattern: on the target 'endpoint' the stack is there already, and must be named: slrun ... --stack NAME, or --stack palette=NAME where there are several

pattern { name = "palette", stack = "stacks/palette" }

case "x" (function() end)
