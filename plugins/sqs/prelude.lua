-- SPDX-License-Identifier: Apache-2.0
-- What sqs.so adds to its operations: pages, listeners, peek, the claim for a queue's messages.
-- README.md is its manual.
local sqs <const>, slrun <const> = ...

local MOST <const> = 10              -- messages that one call takes
local LONGEST_POLL <const> = 20      -- seconds; slrun clamps it to the time that is left
local HIDDEN <const> = 10            -- seconds that a listener hides what it looks at
local PAUSE <const> = 200            -- ms after a round that brought what nobody wants, up to a tenth more
local DRAINED <const> = 2            -- empty answers in a row that mean an empty queue
local SETTLED <const> = 20           -- looks at the counters of a queue until they must say 0

for _, name in ipairs { "binary", "list", "map" } do sqs[name] = slrun[name] end

-- Calls f; its result, or nil and true if the queue is not there. Other errors go on.
local function unless_gone(f, args)
  local ok, result = pcall(f, args)
  if ok then return result, false end
  if slrun.code_of(result) == "QueueDoesNotExist" then return nil, true end
  error(result, 0)
end

local function need_url(fn, args, level)
  if type(args) ~= "table" or type(args.QueueUrl) ~= "string" then
    slrun.error(fn .. ': expected a table with QueueUrl, as in { QueueUrl = url }', level + 1)
  end
end

-- SQS makes pages only where a limit is given.
for _, paging in pairs(sqs.paging) do paging.first = { [paging.limit] = 1000 } end

---------------------------------------------------------------------------------------------------
-- Bodies: a table is sent as JSON. Binary is a table, too, and no text.

local send_message <const>, send_message_batch <const> = sqs.send_message, sqs.send_message_batch

-- The message with text as its body. `where` names it in an error.
local function with_text(message, where)
  local body = type(message) == "table" and message.MessageBody
  if type(body) ~= "table" or getmetatable(body) == getmetatable(slrun.binary "") then return message end
  local text, why = slrun.to_json(body)
  if not text then slrun.error(("%s: %s"):format(where, why), 3) end
  local copy = {}
  for name, value in pairs(message) do copy[name] = value end
  copy.MessageBody = text
  return copy
end

--- Sends a message; a table as MessageBody is sent as JSON.
function sqs.send_message(args, ...)
  return send_message(with_text(args, "sqs.send_message: MessageBody"), ...)
end

--- Sends up to ten messages; a table as MessageBody is sent as JSON.
function sqs.send_message_batch(args, ...)
  if type(args) ~= "table" or type(args.Entries) ~= "table" then return send_message_batch(args, ...) end
  local copy, entries = {}, {}
  for name, value in pairs(args) do copy[name] = value end
  for i, entry in pairs(args.Entries) do
    entries[i] = with_text(entry, ("sqs.send_message_batch: Entries[%s].MessageBody"):format(i))
  end
  copy.Entries = entries
  return send_message_batch(copy, ...)
end

---------------------------------------------------------------------------------------------------
-- Batches by ten

local function in_tens(messages, send)
  for first = 1, #messages, MOST do
    local entries = {}
    for i = first, math.min(first + MOST - 1, #messages) do
      entries[#entries + 1] = { Id = tostring(i), ReceiptHandle = messages[i].ReceiptHandle }
    end
    send(entries)
  end
end

local function delete_all(url, messages)
  in_tens(messages, function(entries)
    sqs.delete_message_batch { QueueUrl = url, Entries = entries }
  end)
end

-- Gives messages back. One that is gone meanwhile is nobody's any more.
local function release_all(url, messages)
  in_tens(messages, function(entries)
    for _, entry in ipairs(entries) do entry.VisibilityTimeout = 0 end
    sqs.change_message_visibility_batch { QueueUrl = url, Entries = entries }
  end)
end

local function receive(url, wait, hidden)
  return sqs.receive_message {
    QueueUrl = url, MaxNumberOfMessages = MOST, WaitTimeSeconds = wait, VisibilityTimeout = hidden,
    AttributeNames = { "All" }, MessageAttributeNames = { "All" },
  }.Messages or {}
end

---------------------------------------------------------------------------------------------------
-- Listeners. The messages that somebody wants are deleted, the others given back. Those may be of another run, which
-- must have its turn before they are asked for again: each receive counts, and a queue may have a bound for that
-- (maxReceiveCount). Pauses that are nearly the same for all let readers take turns.

slrun.source("queue", {
  params = { QueueUrl = "string" },
  describe = function(args) return "sqs queue " .. args.QueueUrl:match "[^/]*$" end,
  read = function(args) return receive(args.QueueUrl, LONGEST_POLL, HIDDEN) end,
  settle = function(args, _, claimed, others)
    unless_gone(function()
      delete_all(args.QueueUrl, claimed)
      release_all(args.QueueUrl, others)
    end)
    return #others > 0 and ("%dms"):format(PAUSE + math.random(PAUSE // 10)) or nil
  end,
  id = function(message) return message.MessageId end,
  show = function(message) return message.Body end,
  resource = function(args) return "AWS::SQS::Queue", args.QueueUrl end,
})

--- Listens to a queue from now on: listen = function(t) return sqs.listen { QueueUrl = url } end
function sqs.listen(args)
  need_url("sqs.listen", args, 2)
  slrun.takes("sqs.listen", args, { "QueueUrl:string", "match:function" })
  local url = args.QueueUrl
  if not url:find("://", 1, true) then -- a name and a URL of one queue have one reader
    url = sqs.get_queue_url { QueueName = url }.QueueUrl
  end
  return slrun.listen("queue", { QueueUrl = url }, { match = args.match })
end

---------------------------------------------------------------------------------------------------
-- Peek

--- Looks at messages without hiding them: up to MaxNumberOfMessages (10 unless told), each once.
--- Their receive counts grow all the same.
function sqs.peek(args)
  need_url("sqs.peek", args, 2)
  local most, found, seen = args.MaxNumberOfMessages or MOST, {}, {}
  local fresh = true
  while fresh and #found < most do
    fresh = false
    for _, message in ipairs(receive(args.QueueUrl, 0, 0)) do
      if not seen[message.MessageId] and #found < most then
        seen[message.MessageId], fresh = true, true
        found[#found + 1] = message
      end
    end
  end
  return slrun.list(found)
end

---------------------------------------------------------------------------------------------------
-- The claim. A queue that is not there any more holds nothing, so it counts as empty.

local COUNTERS <const> = {
  "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible",
  "ApproximateNumberOfMessagesDelayed",
}

local function count(url)
  local result, gone = unless_gone(sqs.get_queue_attributes, { QueueUrl = url, AttributeNames = COUNTERS })
  local sum = 0
  for _, name in ipairs(COUNTERS) do
    sum = sum + (gone and 0 or math.tointeger(tonumber(result.Attributes[name])))
  end
  return sum
end

-- Receives and deletes until nothing comes.
local function drain(url)
  local empty = 0
  while empty < DRAINED do
    local messages = receive(url, 0, HIDDEN)
    empty = #messages == 0 and empty + 1 or 0
    delete_all(url, messages)
  end
end

local purge_queue <const> = sqs.purge_queue

slrun.empties("purge_queue", function(args) return "AWS::SQS::Queue", args.QueueUrl end)

-- Hidden and delayed messages cannot be received; a purge takes them too, but only once in 60 s.
local function purge(url)
  local ok, problem = pcall(purge_queue, { QueueUrl = url })
  if not ok and slrun.code_of(problem) ~= "PurgeQueueInProgress" then error(problem, 0) end
end

local function empty(args)
  local url = args.QueueUrl
  local _, gone = unless_gone(drain, url)
  if gone or count(url) == 0 then return end
  purge(url)
  for _ = 1, SETTLED do -- a purge may take its time
    if count(url) == 0 then return end
    slrun.sleep("500ms")
    drain(url)
  end
end

--- Claims all messages of a queue: t:own(sqs.messages { QueueUrl = url })
sqs.messages = slrun.claim("messages", {
  params = { QueueUrl = "string" },
  describe = function(args) return "sqs messages " .. args.QueueUrl end,
  empty = empty,
  remaining = function(args) return count(args.QueueUrl) end,
  resource = function(args) return "AWS::SQS::Queue", args.QueueUrl end,
  whole = function(args) return "AWS::SQS::Queue", args.QueueUrl end,
})

---------------------------------------------------------------------------------------------------
-- The autopsy of a queue: its depth. Of a dead-letter queue a few messages, too: they are received once and
-- without hiding them, so each receive counts one more. That may move messages on where a queue has a
-- dead-letter queue itself, and hold groups up in a FIFO queue: both are left alone.

local function is_dead_letter_queue(resource, attributes, look)
  if attributes.RedrivePolicy then return false end
  local names = (resource.id .. " " .. resource.name):lower()
  if names:find "dlq" or names:find "dead.?letter" then return true end
  local sources = look:ask(sqs.list_dead_letter_source_queues, { QueueUrl = resource.name, MaxResults = 1 })
  return sources ~= nil and #sources.queueUrls > 0
end

local function entry_of(message)
  local attributes = message.Attributes or {}
  local times = (tonumber(attributes.ApproximateReceiveCount) or 1) - 1 -- without this one
  return { at = math.tointeger(tonumber(attributes.SentTimestamp)), level = "error", lines = slrun.list { message.Body,
    ("(message %s, received %d time%s)"):format(message.MessageId, times, times == 1 and "" or "s") } }
end

local function peeked(resource, look)
  local found = look:ask(sqs.receive_message, {
    QueueUrl = resource.name, MaxNumberOfMessages = MOST, WaitTimeSeconds = 0, VisibilityTimeout = 0,
    AttributeNames = { "ApproximateReceiveCount", "SentTimestamp" },
  })
  local entries = slrun.list {}
  for i, message in ipairs(found and found.Messages or {}) do entries[i] = entry_of(message) end
  table.sort(entries, function(a, b) return (a.at or 0) < (b.at or 0) end)
  return entries
end

slrun.autopsy("AWS::SQS::Queue", function(resource, look)
  local found, code = look:ask(sqs.get_queue_attributes, { QueueUrl = resource.name, AttributeNames = { "All" } })
  if not found then return code and { says = code, level = "error" } end
  local attributes, counts, sum = found.Attributes, {}, 0
  for i, name in ipairs(COUNTERS) do
    counts[i] = math.tointeger(tonumber(attributes[name])) or 0
    sum = sum + counts[i]
  end
  -- What has failed once is tried again only then: mostly later than a wait is long. A listener gives back at once.
  local failing = counts[2] > 0 and not resource.listened
  local hidden = failing and attributes.VisibilityTimeout and (" for up to %s s"):format(attributes.VisibilityTimeout) or ""
  local finding = { says = ("%d visible, %d in flight%s, %d delayed"):format(counts[1], counts[2], hidden, counts[3]),
    level = sum > 0 and "notice" or nil, targets = slrun.list { attributes.RedrivePolicy }, lies = counts[1] > 0 or nil }
  local dead = counts[1] + counts[2] > 0 and is_dead_letter_queue(resource, attributes, look)
  if failing and not dead and not attributes.RedrivePolicy then finding.says = finding.says .. "; it has no dead-letter queue" end
  if counts[1] == 0 or not dead then return finding end
  finding.level, finding.says, finding.lies = "error", "dead letters: " .. finding.says, nil
  if attributes.FifoQueue ~= "true" then finding.entries = peeked(resource, look) end
  local oldest = finding.entries and finding.entries[1]
  if oldest and oldest.at then
    finding.says = ("%s, oldest %.0f s"):format(finding.says, math.max(0, look.to - oldest.at) / 1000)
  end
  return finding
end)
