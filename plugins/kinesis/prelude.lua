-- SPDX-License-Identifier: Apache-2.0
-- What kinesis.so adds to its operations: tables as Data, batches of any size, pages, waiters, tails.
-- README.md is its manual.
local kinesis <const>, slrun <const> = ...

local BATCH <const> = 500             -- records that PutRecords takes
local BATCH_BYTES <const> = 5 << 20   -- and their bytes, with partition keys
local TRIES <const> = 10              -- of a record that was not put
local FIRST_PAUSE <const> = 50        -- ms; doubles with every try, look or round
local LONGEST_PAUSE <const> = 2000
local WITHIN <const> = "180s"         -- of a waiter, unless told
local ROUND <const> = 250             -- ms between rounds of a tail: AWS allows 5 reads of a shard a second
local ROUND_RECORDS <const> = 10000   -- that a round may bring

for _, name in ipairs { "binary", "null", "list", "map" } do kinesis[name] = slrun[name] end

local function copy_of(args, more)
  local copy = {}
  for key, value in pairs(args or {}) do copy[key] = value end
  for key, value in pairs(more or {}) do copy[key] = value end
  return copy
end

-- Some servers send null for what is absent.
local function given(value)
  if value == slrun.null then return nil end
  return value
end

-- The n-th pause, n from 1, in ms.
local function pause(n)
  return math.min(FIRST_PAUSE << math.min(n - 1, 10), LONGEST_PAUSE)
end

---------------------------------------------------------------------------------------------------
-- Data: a table is sent as JSON. Binary is a table, too, of a kind of its own.

local put_record <const>, put_records <const> = kinesis.put_record, kinesis.put_records

local function is_binary(value)
  return type(value) == "table" and getmetatable(value) == getmetatable(slrun.binary "")
end

-- The arguments of a record with bytes as Data. `where` names it in an error.
local function with_bytes(entry, where)
  if type(entry) ~= "table" or type(entry.Data) ~= "table" or is_binary(entry.Data) then return entry end
  local text, why = slrun.to_json(entry.Data)
  if not text then slrun.error(("%s: %s"):format(where, why), 3) end
  return copy_of(entry, { Data = text })
end

--- Puts a record; a table as Data is sent as JSON.
function kinesis.put_record(args, ...)
  return put_record(with_bytes(args, "kinesis.put_record: Data"), ...)
end

--- What JSON says: kinesis.json(record.Data); nil if Data is no JSON.
function kinesis.json(data)
  if is_binary(data) then data = data:bytes() end
  if type(data) ~= "string" then
    slrun.error("kinesis.json takes the Data of a record, got " .. type(data), 2)
  end
  return (slrun.from_json(data))
end

---------------------------------------------------------------------------------------------------
-- Batches of any size. What was not put is sent again.

local AGAIN <const> = { ProvisionedThroughputExceededException = true, InternalFailure = true }

-- Whether `args` has records that can be counted. What has none goes on as it is, to be refused.
local function is_batch(args)
  if type(args) ~= "table" or type(args.Records) ~= "table" then return false end
  local n = 0
  for _, entry in pairs(args.Records) do
    n = n + 1
    if type(entry) ~= "table" then return false end
  end
  return n == #args.Records
end

local function size_of(value)
  return (type(value) == "string" or is_binary(value)) and #value or 0
end

-- Calls send with lists of places in `records`, as many as one request takes.
local function in_batches(records, places, send)
  local batch, bytes = {}, 0
  for _, place in ipairs(places) do
    local size = size_of(records[place].Data) + size_of(records[place].PartitionKey)
    if #batch == BATCH or (#batch > 0 and bytes + size > BATCH_BYTES) then
      send(batch)
      batch, bytes = {}, 0
    end
    batch[#batch + 1], bytes = place, bytes + size
  end
  if #batch > 0 then send(batch) end
end

-- Sends the records of these places and notes in `all` what became of them; the places of those to
-- be sent again.
local function put_places(args, records, places, all)
  local left = {}
  in_batches(records, places, function(batch)
    local entries = {}
    for i, place in ipairs(batch) do entries[i] = records[place] end
    local page = put_records(copy_of(args, { Records = entries }))
    all.EncryptionType = given(page.EncryptionType)
    for i, place in ipairs(batch) do
      local entry = page.Records[i]
      all.Records[place] = entry
      if AGAIN[entry.ErrorCode] then left[#left + 1] = place end
    end
  end)
  return left
end

local function check_all(all, n)
  local failed, first = 0, nil
  for place = 1, n do
    if given(all.Records[place].ErrorCode) then
      failed, first = failed + 1, first or place
    end
  end
  if failed > 0 then
    local entry = all.Records[first]
    slrun.error(("kinesis.put_records: %d of %d records were not put; the first is Records[%d]: %s: %s"):format(
      failed, n, first, entry.ErrorCode, given(entry.ErrorMessage) or ""), 3)
  end
end

--- Puts records, in as many requests as they need; a table as Data is sent as JSON. Records that are
--- not taken are sent again for a while; one that still is not is an error.
function kinesis.put_records(args, ...)
  if not is_batch(args) or #args.Records == 0 then return put_records(args, ...) end
  local records, places = {}, {}
  for i, entry in ipairs(args.Records) do
    records[i], places[i] = with_bytes(entry, ("kinesis.put_records: Records[%d].Data"):format(i)), i
  end
  local all = { FailedRecordCount = 0, Records = slrun.list {} }
  for try = 1, TRIES do
    places = put_places(args, records, places, all)
    if #places == 0 then break end
    if try < TRIES then slrun.sleep(pause(try) .. "ms") end
  end
  check_all(all, #records)
  return all
end

---------------------------------------------------------------------------------------------------
-- Pages. Each operation goes on in its own way; not every server has the newer one.

-- The marker after the last of the items; nil where there are no more.
local function behind(args, more, items, marker, member)
  local last = more and items[#items]
  return last and copy_of(args, { [marker] = member and last[member] or last })
end

kinesis.paging.list_streams.next = function(page, args)
  return behind({ Limit = args.Limit }, page.HasMoreStreams, page.StreamNames, "ExclusiveStartStreamName")
end

kinesis.paging.describe_stream = {
  items = function(page) return page.StreamDescription.Shards end,
  next = function(page, args)
    local stream = page.StreamDescription
    return behind(args, stream.HasMoreShards, stream.Shards, "ExclusiveStartShardId", "ShardId")
  end,
}

kinesis.paging.list_tags_for_stream = {
  items = "Tags",
  next = function(page, args)
    return behind(args, page.HasMoreTags, page.Tags, "ExclusiveStartTagKey", "Key")
  end,
}

kinesis.paging.list_shards.next = function(page, args) -- a token stands for the stream
  local token = given(page.NextToken)
  return token and { NextToken = token, MaxResults = args.MaxResults }
end

kinesis.paging.list_stream_consumers.next = function(page, args)
  local token = given(page.NextToken)
  local following = copy_of(args, { NextToken = token })
  following.StreamCreationTimestamp = nil
  return token and following
end

---------------------------------------------------------------------------------------------------
-- Waiters

-- The status of a stream, or nil if there is no such stream. Other errors are raised as they are.
local function status_of(name)
  local ok, result = pcall(kinesis.describe_stream_summary, { StreamName = name })
  if ok then return result.StreamDescriptionSummary.StreamStatus end
  if slrun.code_of(result) == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

local function wait_for(fn, name, within, wanted)
  if type(name) ~= "string" then
    slrun.error(("%s: expected the name of a stream, got %s"):format(fn, type(name)), 3)
  elseif not slrun.duration(within) then
    slrun.error(("%s: expected a duration such as \"30s\", got %s"):format(fn, tostring(within)), 3)
  end
  local done, status = slrun.wait(within, function()
    local now = status_of(name)
    return now == wanted, now
  end)
  if not done then
    slrun.error(("stream %s is not %s after %s, but %s"):format(name, wanted or "gone", within,
      status or "absent"), 3)
  end
end

--- Waits until the stream is ACTIVE (boto3: stream_exists).
function kinesis.wait_until_stream_exists(name, within)
  wait_for("kinesis.wait_until_stream_exists", name, within or WITHIN, "ACTIVE")
end

--- Waits until there is no such stream (boto3: stream_not_exists).
function kinesis.wait_until_stream_not_exists(name, within)
  wait_for("kinesis.wait_until_stream_not_exists", name, within or WITHIN, nil)
end

---------------------------------------------------------------------------------------------------
-- Tails. A shard is `{ id, parents, from, iterator, last }`: it waits for its parents, is then read
-- from `from` on, and is over when it is closed and read to its end. So the records of a partition
-- key come in their order, also where its shard was split or merged.

-- Takes an iterator: behind the last record that was read, else where the tail began. LATEST would
-- now leave out what came since.
local function take(state, shard)
  local args = copy_of(state.stream, { ShardId = shard.id, ShardIteratorType = shard.from })
  if shard.last then
    args.ShardIteratorType, args.StartingSequenceNumber = "AFTER_SEQUENCE_NUMBER", shard.last
  elseif shard.iterator and shard.from == "LATEST" then
    args.ShardIteratorType, args.Timestamp = "AT_TIMESTAMP", state.opened
  end
  shard.iterator = kinesis.get_shard_iterator(args).ShardIterator
end

local function add(state, id, parents, from)
  if state.unread[id] ~= nil then return end -- the other parent has brought it
  state.unread[id] = true
  table.insert(state.waiting, { id = id, parents = parents, from = from })
end

local function parents_of(shard)
  return { given(shard.ParentShardId), given(shard.AdjacentParentShardId) }
end

local function is_due(state, shard)
  for _, parent in ipairs(shard.parents) do
    if state.unread[parent] then return false end
  end
  return true
end

-- Begins with the shards whose parents are read to their end; whether there are any.
local function begin(state)
  local waiting, begun = {}, false
  for _, shard in ipairs(state.waiting) do
    if is_due(state, shard) then
      take(state, shard)
      table.insert(state.reading, shard)
      begun = true
    else
      waiting[#waiting + 1] = shard
    end
  end
  state.waiting = waiting
  return begun
end

local function open(args)
  local by = args.Stream:find("^arn:") and "StreamARN" or "StreamName"
  local state = {
    stream = { [by] = args.Stream },
    source = by == "StreamARN" and { StreamARN = args.Stream } or {}, -- of reads
    unread = {}, -- by the id of a shard: true until it is over, then false
    waiting = {}, reading = {},
    opened = os.time(), pause = FIRST_PAUSE // 2,
  }
  for _, shard in ipairs(kinesis.all("list_shards", state.stream)) do
    local closed = given(shard.SequenceNumberRange.EndingSequenceNumber)
    if args.From ~= "LATEST" or not closed then
      add(state, shard.ShardId, parents_of(shard), args.From)
    end
  end
  begin(state)
  return state
end

-- A closed shard is read to its end: those that came out of it follow. Not every server tells them.
local function follow(state, shard, children)
  state.unread[shard.id] = false
  if children and #children > 0 then
    for _, child in ipairs(children) do add(state, child.ShardId, child.ParentShards, "TRIM_HORIZON") end
    return
  end
  for _, other in ipairs(kinesis.all("list_shards", state.stream)) do
    local parents = parents_of(other)
    for _, parent in ipairs(parents) do
      if parent == shard.id then add(state, other.ShardId, parents, "TRIM_HORIZON") end
    end
  end
end

local function keep(records, shard, page)
  for _, record in ipairs(page.Records) do
    record.ShardId = shard.id
    if record.Data:bytes():find("^%s*[{%[]") then record.Json = kinesis.json(record.Data) end
    shard.last = record.SequenceNumber
    records[#records + 1] = record
  end
end

-- Reads a shard once. Answers the page, or nil and whether reads are too many for the shard.
local function read_shard(state, shard, limit)
  local ok, page = pcall(kinesis.get_records, copy_of(state.source, {
    ShardIterator = shard.iterator, Limit = limit,
  }))
  if ok then return page end
  local code = slrun.code_of(page)
  if code == "ExpiredIteratorException" then
    take(state, shard)
    return nil, false
  end
  if code == "ProvisionedThroughputExceededException" then return nil, true end
  error(page, 0)
end

-- Reads every shard once: the records, whether there is more to read at once, and whether it was too
-- much for a shard.
local function read_all(state)
  local records, reading, more, too_much = {}, {}, false, false
  local limit = math.max(1, ROUND_RECORDS // math.max(1, #state.reading))
  for _, shard in ipairs(state.reading) do
    local page, busy = read_shard(state, shard, limit)
    too_much = too_much or busy
    local iterator = page and given(page.NextShardIterator)
    if page then
      keep(records, shard, page)
      more = more or (#page.Records > 0 and (given(page.MillisBehindLatest) or 0) > 0)
    end
    if page and not iterator then
      follow(state, shard, given(page.ChildShards))
    else
      shard.iterator = iterator or shard.iterator
      reading[#reading + 1] = shard
    end
  end
  state.reading = reading
  return records, more, too_much
end

slrun.source("stream", {
  params = { Stream = "string", From = "string", Reader = "string" },
  describe = function(args) return "kinesis stream " .. args.Stream end,
  open = open,
  read = function(_, state)
    local records, more, too_much = read_all(state)
    local begun = begin(state)
    if not too_much and (begun or more) then return records end
    state.pause = too_much and math.min(math.max(state.pause, ROUND) * 2, LONGEST_PAUSE)
      or math.min(state.pause * 2, ROUND)
    return records, state.pause .. "ms"
  end,
  id = function(record) return record.ShardId .. ":" .. record.SequenceNumber end,
  show = function(record)
    return { PartitionKey = record.PartitionKey, Data = record.Json or record.Data }
  end,
  settled = true,
})

local words <const> = { StreamName = "string", StreamARN = "string", match = "function", from = "string" }
local STARTS <const> = { LATEST = true, TRIM_HORIZON = true }

local function check_tail(args)
  if type(args) ~= "table" or (args.StreamName == nil) == (args.StreamARN == nil) then
    slrun.error("kinesis.tail: expected a table with StreamName or StreamARN, as in { StreamName = name }", 3)
  end
  for word, value in pairs(args) do
    if not words[word] then
      slrun.error(("kinesis.tail has no '%s'; it has StreamName, StreamARN, match, from"):format(tostring(word)), 3)
    elseif type(value) ~= words[word] then
      slrun.error(("kinesis.tail: '%s' must be a %s, got %s"):format(word, words[word], type(value)), 3)
    end
  end
  if args.from and not STARTS[args.from] then
    slrun.error(("kinesis.tail: from is \"LATEST\" or \"TRIM_HORIZON\", not %q"):format(args.from), 3)
  end
end

local readers = 0

--- Reads all shards of a stream from now on, or from its oldest record on:
--- listen = function(t) return kinesis.tail { StreamName = name, from = "TRIM_HORIZON" } end
function kinesis.tail(args)
  check_tail(args)
  local from, reader = args.from or "LATEST", ""
  if from ~= "LATEST" then -- who joins a reader later would miss what it has read
    readers = readers + 1
    reader = ("%.6f-%d"):format(slrun.now(), readers)
  end
  return slrun.listen("stream", {
    Stream = args.StreamARN or args.StreamName, From = from, Reader = reader,
  }, { match = args.match })
end

---------------------------------------------------------------------------------------------------
-- The autopsy of a stream: the records of that time, by one read of each of a few shards. A read takes
-- nothing away; it counts among the five a second that a shard allows.

local LOOKED_SHARDS <const> = 4
local LOOKED_RECORDS <const> = 100 -- of a shard

local function look_at_shard(resource, look, shard, entries)
  local at = look:ask(kinesis.get_shard_iterator, { StreamName = resource.name, ShardId = shard.ShardId,
    ShardIteratorType = "AT_TIMESTAMP", Timestamp = look.acted / 1000 })
  local page = at and look:ask(kinesis.get_records, { ShardIterator = at.ShardIterator, Limit = LOOKED_RECORDS })
  for _, record in ipairs(page and page.Records or {}) do
    local text = record.Data:bytes()
    entries[#entries + 1] = { at = math.floor(record.ApproximateArrivalTimestamp * 1000 + 0.5), lines = slrun.list {
      ("%s: %s"):format(record.PartitionKey, utf8.len(text) and text or #text .. " bytes") } }
  end
  return page ~= nil
end

slrun.autopsy("AWS::Kinesis::Stream", function(resource, look)
  local page, code = look:ask(kinesis.list_shards, { StreamName = resource.name, MaxResults = 100 })
  if not page then return code and { says = code, level = "error" } end
  local entries, looked = slrun.list {}, 0
  for _, shard in ipairs(page.Shards) do
    local is_open = not given(shard.SequenceNumberRange.EndingSequenceNumber)
    if is_open and looked < LOOKED_SHARDS and look_at_shard(resource, look, shard, entries) then looked = looked + 1 end
  end
  if looked == 0 then return nil end
  table.sort(entries, function(a, b) return a.at < b.at end)
  local oldest = entries[1] and (", oldest %.0f s"):format(math.max(0, look.to - entries[1].at) / 1000) or ""
  return { says = ("%d record%s in %d of %d shard%s%s"):format(#entries, #entries == 1 and "" or "s", looked, #page.Shards,
    #page.Shards == 1 and "" or "s", oldest), level = #entries > 0 and "notice" or nil, entries = entries }
end)

---------------------------------------------------------------------------------------------------
-- Ready before the first case.

slrun.ready("AWS::Kinesis::Stream", function(resource, look)
  local found, code = look:ask(kinesis.describe_stream_summary, { StreamName = resource.name })
  if not found then return code and false, code end
  local status = found.StreamDescriptionSummary.StreamStatus
  if status == "DELETING" then return false, status end
  if status ~= "ACTIVE" then return status end
end)
