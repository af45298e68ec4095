-- args: -j 1
-- exit: 1
-- out: stacks/sam/template.yaml:8
-- out: >    8 |   Worker:
-- out: WorkerOrders (AWS::Lambda::EventSourceMapping)
-- out: Queue visibility timeout: 5 seconds is less than Function timeout: 10 seconds
-- What SAM makes of a function stands in no line of the template; the function does.

pattern { name = "sam", stack = "stacks/sam" }

case "needs it" (function() end)
