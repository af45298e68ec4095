-- args: -v -j 1
-- exit: 1
-- out: stack_broken.lua::needs it ERROR
-- out: stack_broken.lua::needs it too ERROR
-- out: stacks/broken/template.yaml:6
-- out: >    6 |   BrushArn: {Value: !GetAtt Brusch.Arn}
-- out: ^^^
-- out: E  Template
-- out: Brusch
-- out: told in full with stack_broken.lua::needs it

pattern { name = "broken", stack = "stacks/broken" }

case "needs it" (function() end)
case "needs it too" (function() end)
