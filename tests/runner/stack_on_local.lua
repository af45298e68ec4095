-- args: --stack there
-- exit: 4
-- err: --stack there: the local cloud puts stacks up itself
-- err: for the stack on AWS: slrun --target aws --stack there

pattern { name = "palette", stack = "stacks/palette" }

case "x" (function() end)
