-- SPDX-License-Identifier: Apache-2.0
-- Listeners: all shards of a stream, and those that take over from them.
local dynamodb <const>, slrun <const> = ...

local BETWEEN <const> = "200ms"  -- looks at a stream: each shard bears five readings a second

-- The shards that are there, and whether the stream is still written to.
local function shards_of(arn)
  local all, more, description = {}, nil, nil
  repeat
    description = dynamodb.describe_stream({ StreamArn = arn, ExclusiveStartShardId = more })
      .StreamDescription
    for _, shard in ipairs(description.Shards or {}) do all[#all + 1] = shard end
    more = description.LastEvaluatedShardId
  until not more
  return all, description.StreamStatus ~= "DISABLED"
end

local function iterator(arn, shard, kind, number)
  return dynamodb.get_shard_iterator({
    StreamArn = arn, ShardId = shard, ShardIteratorType = kind, SequenceNumber = number,
  }).ShardIterator
end

-- Another iterator for one that cannot be used any more: nobody looked for 15 minutes, or what it
-- points to is gone (DynamoDB Local says so of LATEST in a shard that had no record yet).
local function renew(arn, id, shard, problem)
  local code = slrun.code_of(problem)
  if code == "TrimmedDataAccessException" then
    shard.iterator = iterator(arn, id, "TRIM_HORIZON")
  elseif code == "ExpiredIteratorException" then
    shard.iterator = iterator(arn, id, shard.last and "AFTER_SEQUENCE_NUMBER" or shard.kind, shard.last)
  else
    error(problem, 0)
  end
end

-- Reads on in one shard.
local function read_shard(arn, id, shard, records)
  local ok, page = pcall(dynamodb.get_records, { ShardIterator = shard.iterator })
  if not ok then return renew(arn, id, shard, page) end
  for _, record in ipairs(page.Records or {}) do
    records[#records + 1] = record
    shard.last = record.dynamodb.SequenceNumber
  end
  shard.iterator = page.NextShardIterator
end

-- Begins with the children of shards that are read to their end, at their first record. A child may
-- be told later than its parent ends, so one that has none yet is looked at again.
local function take_over(arn, state)
  local shards, written = shards_of(arn)
  local without_child = 0
  for _, shard in pairs(state.ended) do shard.has_child = false end
  for _, shard in ipairs(shards) do
    local parent = shard.ParentShardId
    if parent and state.ended[parent] then
      state.ended[parent].has_child = true
      if not state.reading[shard.ShardId] and not state.ended[shard.ShardId] then
        state.reading[shard.ShardId] = {
          kind = "TRIM_HORIZON", iterator = iterator(arn, shard.ShardId, "TRIM_HORIZON"),
        }
      end
    end
  end
  for _, shard in pairs(state.ended) do
    if not shard.has_child then without_child = without_child + 1 end
  end
  state.look = written and without_child > 0
end

slrun.source("stream", {
  params = { StreamArn = "string" },
  describe = function(args) return "dynamodb stream " .. args.StreamArn end,
  open = function(args)
    local state = { reading = {}, ended = {}, look = false }
    for _, shard in ipairs(shards_of(args.StreamArn)) do
      if not shard.SequenceNumberRange.EndingSequenceNumber then
        state.reading[shard.ShardId] = {
          kind = "LATEST", iterator = iterator(args.StreamArn, shard.ShardId, "LATEST"),
        }
      end
    end
    return state
  end,
  read = function(args, state)
    local records = {}
    for id, shard in pairs(state.reading) do
      read_shard(args.StreamArn, id, shard, records)
      if not shard.iterator then
        state.ended[id], state.look = {}, true
      end
    end
    for id in pairs(state.ended) do state.reading[id] = nil end
    if state.look then take_over(args.StreamArn, state) end
    return records, BETWEEN
  end,
  id = function(record) return record.eventID end,
  show = function(record)
    local change = record.dynamodb
    return { eventName = record.eventName, Keys = change.Keys, NewImage = change.NewImage }
  end,
  settled = true,
})

local WORDS <const> = { "TableName:string", "StreamArn:string", "match:function" }

local function check_tail(args)
  if type(args) ~= "table" then
    slrun.error("dynamodb.tail takes a table with TableName, got " .. type(args), 3)
  end
  slrun.takes("dynamodb.tail", args, WORDS)
  if (args.TableName == nil) == (args.StreamArn == nil) then
    slrun.error("dynamodb.tail: expected TableName, or StreamArn in its place", 3)
  end
end

--- Listens to the changes of a table's items from now on, which needs a stream:
--- listen = function(t) return dynamodb.tail { TableName = name } end
function dynamodb.tail(args)
  check_tail(args)
  local arn = args.StreamArn
  if not arn then
    local description = dynamodb.describe_table({ TableName = args.TableName }).Table
    arn = (description.StreamSpecification or {}).StreamEnabled and description.LatestStreamArn
    if not arn then
      slrun.error(("dynamodb.tail: table %s has no stream; give it one with "):format(args.TableName)
        .. 'StreamSpecification = { StreamEnabled = true, StreamViewType = "NEW_AND_OLD_IMAGES" }', 2)
    end
  end
  return slrun.listen("stream", { StreamArn = arn }, { match = args.match })
end
