-- Sixty cases that share one queue with those of another file: each sends to itself, in between to
-- its twin in the other file, and must get neither more nor less.
local sqs <const> = require "slrun.sqs"

local CASES <const>, EACH <const> = 60, 5

local function numbers()
  local all = {}
  for i = 1, CASES do all[i] = i end
  return all
end

return function(name)
  case "each gets its own" {
    uses = { "queue" },
    each = { number = numbers() },
    listen = function(t)
      return sqs.listen {
        QueueUrl = t.queue,
        match = function(message) return message.Body:sub(1, #t.id + 1) == t.id .. " " end,
      }
    end,
    act = function(t)
      for i = 1, EACH do
        sqs.send_message { QueueUrl = t.queue, MessageBody = ("%s of %s, %d"):format(t.id, name, i) }
      end
    end,
    check = function(t, messages)
      local bodies, wanted = {}, {}
      for i, message in ipairs(messages) do bodies[i] = message.Body end
      for i = 1, EACH do wanted[i] = ("%s of %s, %d"):format(t.id, name, i) end
      table.sort(bodies)
      expect(bodies):equals(wanted)
    end,
    stays = "100ms", -- and no message comes twice
  }
end
