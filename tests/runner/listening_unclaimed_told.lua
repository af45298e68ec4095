-- args: -q
-- exit: 0
-- out: 3 records claimed by no listener: sqs queue r
-- out: 1 passed
local sqs <const> = require "slrun.sqs"

case "wants two of five" (function(t)
  local url = sqs.create_queue { QueueName = t.id }.QueueUrl
  local odd = sqs.listen { QueueUrl = url, match = function(m) return m.Body == "1" or m.Body == "5" end }
  for i = 1, 5 do sqs.send_message { QueueUrl = url, MessageBody = tostring(i) } end
  t:wait { poll = function() return #odd == 2 and #odd:others() == 3 end }
end)
