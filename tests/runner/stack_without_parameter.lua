-- exit: 1
-- out: E  Parameters: [Stage] must have values
-- out: E    hint: pattern { parameters = { Stage = ... } }
pattern { name = "unset", stack = "stacks/unset" }

case "needs it" (function() end)
