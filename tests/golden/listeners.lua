-- lines: ERRORS
-- args: -j 1 --clock=real
-- What failed waits tell of listeners.
local sqs <const> = require "slrun.sqs"

local function listens(match, bodies, check)
  return {
    sla = "400ms", every = "100ms",
    seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
    listen = function(t)
      t.listener = sqs.listen { QueueUrl = t.url, match = match }
      return t.listener
    end,
    act = function(t)
      for i, body in ipairs(bodies) do
        sqs.send_message { QueueUrl = t.url, MessageBody = body }
        t:wait { poll = function() return #t.listener + #t.listener:others() >= i end }
      end
    end,
    check = check,
  }
end

case "nothing arrives" (listens(nil, {}, function(_, messages) expect(messages):has_length(1) end))

case "some match" (listens(function(message) return message.Body:sub(1, 5) == "order" end,
  { "order 1", "bill 1", "order 2", "order 3 " .. ("long "):rep(100), "order 4", "bill 2" },
  function(_, messages) expect(#messages):equals(5) end))

case "secrets are masked" (listens(nil, { '{ "token": "open-sesame-1234", "id": 7 }' },
  function(_, messages) expect(#messages):equals(2) end))

case "none matches" {
  sla = "400ms", every = "100ms",
  seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
  listen = function(t) return sqs.listen { QueueUrl = t.url, match = function() return false end } end,
  act = function(t) sqs.send_message { QueueUrl = t.url, MessageBody = "an answer to somebody else" } end,
  poll = function(_, listener) return listener:messages() end,
  check = function(_, messages) expect(messages):at("[1].Body"):matches "answer to us" end,
}

case "a t.id taken for a pattern" {
  sla = "400ms", every = "100ms",
  seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
  listen = function(t) return sqs.listen { QueueUrl = t.url, match = function(m) return m.Body:find(t.id) end } end,
  act = function(t) sqs.send_message { QueueUrl = t.url, MessageBody = "order " .. t.id } end,
  check = function(_, messages) expect(messages):has_length(1) end,
}

case "wait of a listener" {
  seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
  act = function(t)
    local listener = sqs.listen { QueueUrl = t.url }
    sqs.send_message { QueueUrl = t.url, MessageBody = "one" }
    listener:wait()
    listener:wait(2, "300ms")
  end,
}

case "an error in match" (listens(function(message)
  return message.Body.nothing.there
end, { "one" }, function(_, messages) expect(messages):has_length(1) end))

case "the queue is deleted" {
  seed = function(t) t.url = sqs.create_queue { QueueName = t.id }.QueueUrl end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function(t) sqs.delete_queue { QueueUrl = t.url } end,
  check = function(_, messages) expect(messages):has_length(1) end,
}

case "a wrong word" {
  listen = function() return sqs.listen { QueueUrl = "http://127.0.0.1/queue", macth = print } end,
}
