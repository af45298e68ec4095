-- SPDX-License-Identifier: Apache-2.0
-- Tails. A shard is `{ id, parents, from, iterator, last }`: it waits for its parents, is then read
-- from `from` on, and is over when it is closed and read to its end. So the records of a partition
-- key come in their order, also where its shard was split or merged.
local kinesis <const>, slrun <const> = ...
local data <const> = slrun.part "data"
local copy_of <const>, given <const> = data.copy_of, data.given

local FIRST_PAUSE <const> = 50        -- ms; doubles with every round
local LONGEST_PAUSE <const> = 2000
local ROUND <const> = 250             -- ms between rounds of a tail: AWS allows 5 reads of a shard a second
local ROUND_RECORDS <const> = 10000   -- that a round may bring

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

local WORDS <const> = { "StreamName:string", "StreamARN:string", "match:function", "from:string" }
local STARTS <const> = { LATEST = true, TRIM_HORIZON = true }

local function check_tail(args)
  if type(args) ~= "table" or (args.StreamName == nil) == (args.StreamARN == nil) then
    slrun.error("kinesis.tail: expected a table with StreamName or StreamARN, as in { StreamName = name }", 3)
  end
  slrun.takes("kinesis.tail", args, WORDS)
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
