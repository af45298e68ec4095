-- SPDX-License-Identifier: Apache-2.0
-- The prelude over a service that this file plays, for what servers seldom do: iterators that expire,
-- records that are not taken, shards that tell no children (tests/harness/prelude.lua).
local parts <const>, run_prelude <const> = ...

---------------------------------------------------------------------------------------------------
-- A fake of what the core gives, and of a stream.

local binary_mt = { __len = function(self) return #self[1] end,
  __index = { bytes = function(self) return self[1] end } }
local null = setmetatable({}, { __name = "null" })

local function fail(code) error({ code = code, message = code }, 0) end

-- `world`: shards by id, { records = { data... }, closed =, parents = { ids }, children = { ids } },
-- and what was asked. An iterator is "SHARD/POSITION/GENERATION".
local function new_world(shards)
  local world = { shards = shards or {}, ids = {}, calls = {}, slept = 0, generation = 0, sources = {}, autopsies = {} }
  for id in pairs(world.shards) do world.ids[#world.ids + 1] = id end
  table.sort(world.ids)
  local waiter <const> = assert(loadfile(parts .. "/waiter.lua", "t")) {
    duration = function(text) return 1000 * tonumber(text:match "^(%d+)s$") end,
    sleep_ms = function(ms) world.slept = world.slept + ms end,
  }
  local slrun = {
    duration = waiter.duration, code_of = waiter.code_of, wait = waiter.wait,
    null = null, list = function(value) return value end, map = function(value) return value end,
    binary = function(bytes) return setmetatable({ bytes }, binary_mt) end,
    error = function(message, level) error(message, level and level + 1) end,
    now = function() return 1 end,
    sleep = function(duration) world.slept = world.slept + tonumber(duration:match "^(%d+)ms$") end,
    to_json = function() return '{"json":1}' end,
    from_json = function(text) return { text = text } end,
    source = function(name, definition) world.sources[name] = definition end,
    autopsy = function(name, look) world.autopsies[name] = look end,
    ready = function() end,
    listen = function(name, args, options) return { name = name, args = args, options = options } end,
  }
  local kinesis = {}
  local function op(name, fn)
    kinesis[name] = function(args)
      world.calls[#world.calls + 1] = { name = name, args = args }
      return fn(args)
    end
  end
  op("list_shards", function()
    local list = {}
    for i, id in ipairs(world.ids) do
      local shard = world.shards[id]
      local parents = shard.parents or {}
      list[i] = { ShardId = id, ParentShardId = parents[1] or null, AdjacentParentShardId = parents[2],
        SequenceNumberRange = { EndingSequenceNumber = shard.closed and "9" or nil } }
    end
    return { Shards = list }
  end)
  op("get_shard_iterator", function(args)
    local shard, at = world.shards[args.ShardId], nil
    if args.ShardIteratorType == "AFTER_SEQUENCE_NUMBER" then
      at = tonumber(args.StartingSequenceNumber) + 1
    else
      at = args.ShardIteratorType == "TRIM_HORIZON" and 1 or args.Timestamp and 1 or #shard.records + 1
    end
    return { ShardIterator = ("%s/%d/%d"):format(args.ShardId, at, world.generation) }
  end)
  op("get_records", function(args)
    local id, at, generation = args.ShardIterator:match "^(.*)/(%d+)/(%d+)$"
    local shard = world.shards[id]
    if shard.busy then fail "ProvisionedThroughputExceededException" end
    if tonumber(generation) ~= world.generation then fail "ExpiredIteratorException" end
    local records, stop = {}, math.min(tonumber(at) + args.Limit, #shard.records + 1)
    for i = tonumber(at), stop - 1 do
      records[#records + 1] = { SequenceNumber = tostring(i), Data = slrun.binary(shard.records[i]) }
    end
    local over = shard.closed and #records == 0
    local children = {}
    for i, child in ipairs(over and shard.children or {}) do
      children[i] = { ShardId = child, ParentShards = world.shards[child].parents }
    end
    return { Records = records, MillisBehindLatest = stop <= #shard.records and 1 or 0,
      NextShardIterator = over and null or ("%s/%d/%d"):format(id, stop, generation),
      ChildShards = over and children or nil }
  end)
  op("put_record", function() return {} end)
  op("put_records", function(args) return world.put(args.Records) end)
  op("describe_stream", function()
    return { StreamDescription = { HasMoreShards = true, Shards = { { ShardId = "s1" } } } }
  end)
  for _, name in ipairs { "list_streams", "list_tags_for_stream", "list_stream_consumers", "describe_stream_summary" } do
    op(name, function() error "not played" end)
  end
  kinesis.paging = { list_streams = {}, list_shards = { items = "Shards" }, list_stream_consumers = {} }
  assert(loadfile(parts .. "/pages.lua", "t"))({ part = function() return { slrun = slrun } end })(kinesis, "kinesis")
  run_prelude(kinesis, slrun)
  world.kinesis = kinesis
  return world
end

local function tail(world, from)
  local source = world.sources.stream
  local args = { Stream = "s", From = from or "LATEST", Reader = "" }
  local reader = { state = source.open(args) }
  function reader.round()
    local records, wait = source.read(args, reader.state)
    local data = {}
    for i, record in ipairs(records) do data[i] = record.Data:bytes() end
    return table.concat(data, " "), wait
  end
  return reader
end

local function equal(got, want, what)
  if got ~= want then error(("%s: expected %s, got %s"):format(what, want, got), 2) end
end

local function count(world, name)
  local n = 0
  for _, call in ipairs(world.calls) do n = n + (call.name == name and 1 or 0) end
  return n
end

local tests = {}

---------------------------------------------------------------------------------------------------
-- Tails

function tests.an_expired_iterator_is_taken_again_behind_the_last_record()
  local world = new_world { s1 = { records = { "a" } } }
  local reader = tail(world, "TRIM_HORIZON")
  equal(reader.round(), "a", "first")
  world.generation = 1
  table.insert(world.shards.s1.records, "b")
  equal(reader.round(), "", "the round in which it has expired")
  equal(reader.round(), "b", "behind the last")
end

function tests.an_expired_latest_misses_nothing()
  local world = new_world { s1 = { records = {} } }
  local reader = tail(world)
  equal(reader.round(), "", "first")
  world.generation = 1
  table.insert(world.shards.s1.records, "a")
  reader.round()
  equal(reader.round(), "a", "since it was opened")
  local asked = world.calls[#world.calls - 1].args
  equal(asked.ShardIteratorType, "AT_TIMESTAMP", "type")
  equal(math.type(asked.Timestamp), "integer", "timestamp")
end

function tests.latest_leaves_out_what_was_there()
  local world = new_world { s1 = { records = { "a" } }, s0 = { records = { "x" }, closed = true } }
  local reader = tail(world)
  equal(count(world, "get_shard_iterator"), 1, "iterators, before the first round")
  table.insert(world.shards.s1.records, "b")
  equal(reader.round(), "b", "what came since")
end

function tests.children_wait_for_both_parents()
  for _, told in ipairs { true, false } do -- by ChildShards, or by list_shards only
    local world = new_world {
      s1 = { records = { "a1" }, closed = true, children = told and { "s3" } or nil },
      s2 = { records = { "b1" }, children = told and { "s3" } or nil },
      s3 = { records = { "c1" }, parents = { "s1", "s2" } },
    }
    local reader = tail(world, "TRIM_HORIZON")
    equal(reader.round(), "a1 b1", "parents")
    equal(reader.round(), "", "one parent is over")
    table.insert(world.shards.s2.records, "b2")
    world.shards.s2.closed = true
    equal(reader.round(), "b2", "the other goes on")
    local _, wait = reader.round()
    equal(wait, nil, "no pause before the child")
    equal(reader.round(), "c1", "the child, once")
    equal(reader.round(), "", "and no more")
  end
end

function tests.a_shard_that_is_busy_slows_the_rounds_down()
  local world = new_world { s1 = { records = { "a" } }, s2 = { records = { "b" } } }
  local reader = tail(world, "TRIM_HORIZON")
  world.shards.s1.busy = true
  local waits, first = {}, nil
  for i = 1, 5 do
    local data, wait = reader.round()
    first = first or data
    waits[i] = wait
  end
  equal(first, "b", "the other shard is read")
  equal(table.concat(waits, " "), "500ms 1000ms 2000ms 2000ms 2000ms", "pauses")
  world.shards.s1.busy = false
  local data, wait = reader.round()
  equal(data, "a", "nothing is lost")
  equal(wait, "250ms", "the pause afterwards")
end

function tests.a_long_shard_is_read_without_pauses()
  local world = new_world { s1 = { records = {} } }
  for i = 1, 25000 do world.shards.s1.records[i] = "x" end
  local reader = tail(world, "TRIM_HORIZON")
  for i = 1, 3 do
    local data, wait = reader.round()
    equal((#data + 1) // 2, i < 3 and 10000 or 5000, "records of round " .. i)
    equal(wait, i == 3 and "50ms" or nil, "pause")
  end
end

function tests.other_errors_end_a_tail()
  local world = new_world { s1 = { records = {} } }
  local reader = tail(world)
  world.kinesis.get_records = function() fail "ResourceNotFoundException" end
  local ok, problem = pcall(reader.round)
  equal(ok, false, "it goes on")
  equal(problem.code, "ResourceNotFoundException", "code")
end

function tests.tails_from_the_horizon_have_readers_of_their_own()
  local kinesis = new_world().kinesis
  local function reader_of(from) return kinesis.tail({ StreamName = "s", from = from }).args.Reader end
  equal(reader_of "LATEST" == reader_of "LATEST", true, "LATEST is shared")
  equal(reader_of "TRIM_HORIZON" == reader_of "TRIM_HORIZON", false, "TRIM_HORIZON is shared")
end

---------------------------------------------------------------------------------------------------
-- Batches

local function entries(n, data)
  local list = {}
  for i = 1, n do list[i] = { Data = data or tostring(i), PartitionKey = "k" } end
  return list
end

local function sizes(world)
  local found = {}
  for _, call in ipairs(world.calls) do found[#found + 1] = #call.args.Records end
  return table.concat(found, " ")
end

local function taken(entry) return { SequenceNumber = entry.Data, ShardId = "s" } end

-- A put that refuses what refuse(entry) gives a code for.
local function put_but(refuse)
  return function(batch)
    local result = {}
    for i, entry in ipairs(batch) do
      local code = refuse(entry)
      result[i] = code and { ErrorCode = code, ErrorMessage = "no" } or taken(entry)
    end
    return { Records = result, EncryptionType = "NONE" }
  end
end

function tests.batches_are_split_by_number_and_by_size()
  local world = new_world()
  world.put = put_but(function() end)
  local answer = world.kinesis.put_records { StreamName = "s", Records = entries(1001) }
  equal(sizes(world), "500 500 1", "by number")
  equal(#answer.Records, 1001, "answers")
  equal(answer.Records[777].SequenceNumber, "777", "order")
  equal(answer.EncryptionType, "NONE", "encryption")
  world.calls = {}
  world.kinesis.put_records { StreamName = "s", Records = entries(11, ("x"):rep(1024 * 1024 - 1)) }
  equal(sizes(world), "5 5 1", "by size: a MiB each, with the key")
  world.calls = {}
  world.kinesis.put_records { StreamName = "s", Records = entries(2, ("x"):rep(6 << 20)) }
  equal(sizes(world), "1 1", "larger than a batch")
end

function tests.what_is_refused_is_sent_again_in_its_place()
  local world, tries = new_world(), {}
  world.put = put_but(function(entry)
    tries[entry.Data] = (tries[entry.Data] or 0) + 1
    if entry.Data == "2" and tries["2"] < 3 then return "ProvisionedThroughputExceededException" end
    if entry.Data == "5" and tries["5"] < 2 then return "InternalFailure" end
  end)
  local answer = world.kinesis.put_records { StreamName = "s", Records = entries(6) }
  equal(sizes(world), "6 2 1", "requests")
  equal(world.slept, 150, "ms between them")
  equal(answer.FailedRecordCount, 0, "failed")
  for i = 1, 6 do equal(answer.Records[i].SequenceNumber, tostring(i), "place " .. i) end
end

function tests.what_is_never_taken_is_an_error_that_names_the_first()
  local world = new_world()
  world.put = put_but(function(entry) return (entry.Data == "2" or entry.Data == "3") and "InternalFailure" end)
  local ok, problem = pcall(world.kinesis.put_records, { StreamName = "s", Records = entries(4) })
  equal(ok, false, "it is no error")
  equal(problem:match "kinesis.*", "kinesis.put_records: 2 of 4 records were not put; the first is Records[2]: "
    .. "InternalFailure: no", "message")
  equal(count(world, "put_records"), 10, "tries")
  world.calls = {}
  world.put = put_but(function(entry) return entry.Data == "1" and "AccessDenied" end)
  ok = pcall(world.kinesis.put_records, { StreamName = "s", Records = entries(2) })
  equal(ok, false, "another error is none")
  equal(count(world, "put_records"), 1, "tries of another error")
end

function tests.tables_are_sent_as_json_and_bytes_as_they_are()
  local world = new_world()
  local record = { StreamName = "s", Data = { 1 }, PartitionKey = "k" }
  world.kinesis.put_record(record)
  equal(world.calls[1].args.Data, '{"json":1}', "a table")
  equal(type(record.Data), "table", "the caller's own")
  record.Data = world.kinesis.binary "x"
  world.kinesis.put_record(record)
  equal(world.calls[2].args.Data, record.Data, "binary")
end

---------------------------------------------------------------------------------------------------
-- Pages

function tests.pages_that_begin_anew_are_an_error()
  local world = new_world()
  local ok, problem = pcall(world.kinesis.all, "describe_stream", { StreamName = "s" })
  equal(ok, false, "it goes on")
  equal(problem:match "kinesis.*",
    'kinesis.describe_stream: the page after ExclusiveStartShardId "s1" ends with it again', "message")
  equal(count(world, "describe_stream"), 2, "requests")
end

---------------------------------------------------------------------------------------------------

local names, failed = {}, 0
for name in pairs(tests) do names[#names + 1] = name end
table.sort(names)
for _, name in ipairs(names) do
  local ok, problem = xpcall(tests[name], debug.traceback)
  print((ok and "ok    " or "FAIL  ") .. name .. (ok and "" or ": " .. tostring(problem)))
  failed = failed + (ok and 0 or 1)
end
os.exit(failed == 0)
