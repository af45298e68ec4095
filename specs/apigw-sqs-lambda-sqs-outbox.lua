-- SPDX-License-Identifier: Apache-2.0
-- The stack of apigw-sqs-lambda-sqs.lua as it is without test resources: nobody but GET /outbox takes messages from the
-- outbox, and what could not be delivered stays with the dead letters.
local cjson  <const> = require "cjson"
local http   <const> = require "slrun.http"
local sqs    <const> = require "slrun.sqs"

pattern {
  name  = "apigw-sqs-lambda-sqs-outbox",
  about = "An API hands out what came of the messages that it took.",
  stack = "stacks/apigw-sqs-lambda-sqs",
  sla   = "15s",
  tags  = { "apigateway", "sqs", "lambda" },
}

local function post(t, body)
  return http.post(t.stack.ApiUrl .. "/inbox", { body = body, headers = { ["Content-Type"] = "application/json" } })
end

-- The outbox is one for all, and whoever asks takes the next message: one case at a time.

case "an empty outbox has nothing" {
  serial = "outbox",
  seed = function(t) t:own(sqs.messages { QueueUrl = t.stack.OutboxQueueUrl }) end,
  act = function(t) return http.get(t.stack.ApiUrl .. "/outbox") end,

  check = function(_, answer)
    expect(answer.status):equals(204)
    expect(answer.body):equals ""
  end,
}

case "a message that stands in the outbox is handed out as it is" {
  serial = "outbox",
  seed = function(t)
    t:own(sqs.messages { QueueUrl = t.stack.OutboxQueueUrl })
    sqs.send_message { QueueUrl = t.stack.OutboxQueueUrl, MessageBody = { data = { id = t.id } } }
  end,

  poll = function(t) -- a queue has what was sent a moment later
    local answer = http.get(t.stack.ApiUrl .. "/outbox")
    return answer.status == 200 and answer or nil
  end,

  check = function(t, answer)
    expect(answer):exists()
    expect(answer.headers["content-type"]):equals "application/json"
    expect(answer.json):equals { data = { id = t.id } }
  end,
}

case "the outbox hands out a message, once" {
  serial = "outbox",
  stays = "3s", -- longer than a message that is not deleted stays hidden: it would come again
  seed = function(t)
    t.taken = {}
    t:own(sqs.messages { QueueUrl = t.stack.OutboxQueueUrl })
  end,

  act = function(t)
    local body = cjson.encode { data = { type = "ORDER", id = t.id, text = "one two three" } }
    expect(post(t, body).status):equals(202)
  end,

  poll = function(t)
    local answer = http.get(t.stack.ApiUrl .. "/outbox")
    if answer.status == 200 then table.insert(t.taken, answer.json) end
    return t.taken
  end,

  check = function(t, taken)
    expect(taken):equals { { data = { type = "ORDER", id = t.id, text = "one two three", words = 3 } } }
  end,
}

case "what is no message stays with the dead letters as it came" {
  rows = {
    { name = "no JSON", body = function(t) return "hello from " .. t.id end },
    { name = "no text", body = function(t) return cjson.encode { data = { id = t.id } } end },
    { name = "signs of forms", body = function(t) return "a=b&c=%20+ü " .. t.id end },
  },

  listen = function(t)
    return sqs.listen {
      QueueUrl = t.stack.InboxDeadQueueUrl,
      match = function(message) return message.Body:find(t.id, 1, true) end,
    }
  end,

  act = function(t) expect(post(t, t.body(t)).status):equals(202) end,

  check = function(t, dead)
    expect(dead):has_length(1)
    expect(dead[1].Body):equals(t.body(t))
  end,
}
