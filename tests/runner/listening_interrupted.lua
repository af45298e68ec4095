-- signal: INT 0.7
-- args: --clock=real -v
-- exit: 2
-- out: interrupted: Ctrl-C
-- out: cleaned up
-- out: !!! interrupted: Ctrl-C !!!
-- no: claimed by
-- The run ends while readers are in their long polls, and while listeners wait.
local sqs <const> = require "slrun.sqs"

case "listens" {
  each = { number = { 1, 2, 3 } },
  seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  check = function(_, messages) expect(messages):has_length(1) end,
  teardown = function() print "cleaned up" end,
}
