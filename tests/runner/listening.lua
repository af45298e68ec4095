-- args: -v
-- exit: 0
-- out: 10 passed
-- no: claimed by
local sqs <const> = require "slrun.sqs"

local function queue(t, name) return sqs.create_queue { QueueName = t.id .. (name or "") }.QueueUrl end

local function send(url, body) sqs.send_message { QueueUrl = url, MessageBody = body } end

local function bodies(messages)
  local all = {}
  for i, message in ipairs(messages) do all[i] = message.Body end
  return all
end

case "an arrival wakes a wait, whatever its cadence" {
  timeout = "20s", sla = "1h", every = "30m",
  seed = function(t) t.url, t.polls = queue(t), 0 end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function(t) t:after("300ms", function() send(t.url, "late") end) end,
  poll = function(t, listener)
    t.polls = t.polls + 1
    return #listener == 1
  end,
  teardown = function(t) expect(t.polls):equals(2) end,
}

-- One poll: it ends only when something has come, and says whether it knew so at its begin.
local function slow_poll(t, listener)
  local seen = #listener
  for _ = 1, 1000 do
    if #listener > 0 then break end
    t:sleep "10ms"
  end
  return seen == 1
end

case "what arrives while a poll runs is not slept through" {
  timeout = "20s", sla = "1h", every = "30m",
  seed = function(t) t.url = queue(t) end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function(t) t:after("100ms", function() send(t.url, "in the middle") end) end,
  poll = slow_poll,
}

case "nor in t:wait" {
  timeout = "20s", sla = "1h",
  seed = function(t) t.url = queue(t) end,
  act = function(t)
    local listener = sqs.listen { QueueUrl = t.url }
    t:after("100ms", function() send(t.url, "in the middle") end)
    t:wait { every = "30m", poll = function() return slow_poll(t, listener) end }
  end,
}

case "an arrival does not wake t:sleep, and wakes the wait of a helper" {
  timeout = "20s", sla = "1h",
  seed = function(t) t.url = queue(t) end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function(t)
    t:after("0ms", function()
      t:wait { every = "30m", poll = function() return t.ready end }
      t.helped = true
    end)
    t:sleep "50ms"
    t.ready = true
    send(t.url, "now")
    t:sleep "50ms"
  end,
  poll = function(t) return t.helped end,
  every = "10ms",
}

case "it is open before act, also for what is there already" {
  seed = function(t)
    t.url = queue(t)
    send(t.url, "before")
  end,
  listen = function(t) return sqs.listen { QueueUrl = t.url } end,
  act = function(t) send(t.url, "in act") end,
  check = function(_, messages)
    local all = bodies(messages)
    table.sort(all)
    expect(all):equals { "before", "in act" }
  end,
}

case "a table of listeners" {
  seed = function(t) t.a, t.b = queue(t, "-a"), queue(t, "-b") end,
  listen = function(t) return { a = sqs.listen { QueueUrl = t.a }, b = sqs.listen { QueueUrl = t.b } } end,
  act = function(t)
    send(t.a, "to a")
    send(t.b, "to b")
  end,
  check = function(_, found)
    expect(bodies(found.a)):equals { "to a" }
    expect(bodies(found.b)):equals { "to b" }
  end,
}

case "take, others, wait and close" (function(t)
  local url = queue(t)
  local function starts(word) return function(m) return m.Body:sub(1, #word) == word end end
  local a, b = sqs.listen { QueueUrl = url, match = starts "a" }, sqs.listen { QueueUrl = url, match = starts "b" }
  for _, body in ipairs { "a1", "b1", "a2", "b2", "a3" } do send(url, body) end
  a:wait(3)
  expect(bodies(a:take(2))):has_length(2)
  expect(a):has_length(1)
  expect(a:take(5)):has_length(1)
  expect(#a):equals(0)
  local others = bodies(a:others())
  table.sort(others)
  expect(others):equals { "b1", "b2" }
  expect(b:wait(2, "5s")):has_length(2)
  expect(function() b:wait(3, "50ms") end):raises "2 of 3 records"
  a:close()
  send(url, "b3")
  b:wait(3)
  expect(a:records()):equals {}
end)

case "what it keeps is the case's own" (function(t)
  local url = queue(t)
  local a, b = sqs.listen { QueueUrl = url }, sqs.listen { QueueUrl = url }
  send(url, "one")
  a:wait(1)
  a:records()[1].Body = "changed"
  expect(bodies(b:wait(1))):equals { "one" }
end)

case "a name and a URL are one queue" (function(t)
  local url = queue(t)
  local a, b = sqs.listen { QueueUrl = url }, sqs.listen { QueueUrl = t.id }
  for i = 1, 5 do send(url, tostring(i)) end
  expect(a:wait(5)):has_length(5)
  expect(b:wait(5)):has_length(5)
end)

case "what was kept is deleted before the queue is looked at again" (function(t)
  local url = queue(t)
  sqs.listen { QueueUrl = url } -- ends last, so the reader goes on
  t:defer(function()
    expect(sqs.get_queue_attributes { QueueUrl = url,
      AttributeNames = { "ApproximateNumberOfMessagesNotVisible" } }.Attributes)
      :equals { ApproximateNumberOfMessagesNotVisible = "0" }
  end)
  local listener = sqs.listen { QueueUrl = url } -- ends before the above
  send(url, "one")
  listener:wait(1)
end)
