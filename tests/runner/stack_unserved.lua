-- exit: 1
-- out: stacks/unserved/template.yaml:3
-- out: >    3 |     Type: AWS::AppSync::ApiKey
-- out: |     ^^^^
-- out: Unrecognized resource types: [AWS::AppSync::ApiKey]; the local cloud does not have it
-- out: E    hint: only_on = { "aws", "endpoint" } in the pattern leaves its cases to where it is
pattern { name = "unserved", stack = "stacks/unserved" }

case "needs it" (function() end)
