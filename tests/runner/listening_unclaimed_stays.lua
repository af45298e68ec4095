-- args: -q
-- exit: 0
-- out: 1 passed
-- no: claimed by no listener
local kinesis <const> = require "slrun.kinesis"

-- A stream's records stay in it, whoever reads them: those that nobody wants are no news.
case "wants one of three" (function(t)
  kinesis.create_stream { StreamName = t.id, ShardCount = 1 }
  kinesis.wait_until_stream_exists(t.id)
  local heard = kinesis.tail { StreamName = t.id, match = function(r) return r.Data:bytes() == "2" end }
  for i = 1, 3 do kinesis.put_record { StreamName = t.id, PartitionKey = "p", Data = tostring(i) } end
  t:wait { poll = function() return #heard == 1 and #heard:others() == 2 end }
end)
