-- A function greets whoever it is told of; its greeting arrives on a queue some time later.
local lambda <const> = require "slrun.lambda"
local sqs    <const> = require "slrun.sqs"

pattern {
  name  = "hello",
  about = "A function is called asynchronously, and its result goes on to a queue.",
  stack = "../stacks/hello", -- deployed on the local cloud; looked up by name on AWS
  sla   = "10s",             -- how long a poll may take
  tags  = { "hello" },
}

case "a greeting arrives" {
  each = { name = { "Ada", "Zoë" } }, -- two cases, each with its t.name

  -- What the function sends is heard from before act on; other cases have other t.ids.
  listen = function(t)
    return sqs.listen {
      QueueUrl = t.stack.GreetingsUrl,
      match = function(message) return message.Body:find(t.id, 1, true) end,
    }
  end,

  act = function(t)
    lambda.invoke {
      FunctionName = t.stack.FunctionName,
      InvocationType = "Event",
      Payload = { id = t.id, name = t.name },
    }
  end,

  -- Without a poll of its own a case waits for its listener. A failed expectation means: not yet.
  check = function(t, messages)
    expect(messages):has_length(1)
    expect(messages[1].Body):json():at("responsePayload"):equals { id = t.id, greeting = "Hello, " .. t.name .. "!" }
  end,
}

-- The function alone: an event goes straight to its handler.
case "nobody is greeted as the world" {
  act = function(t)
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = { id = t.id } }
  end,

  check = function(t, answer)
    expect(answer.Payload):equals { id = t.id, greeting = "Hello, world!" }
  end,
}
