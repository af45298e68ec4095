-- SPDX-License-Identifier: Apache-2.0
-- The prelude over a service that this file plays (tests/harness/prelude.lua).
local parts <const>, run_prelude <const> = ...

---------------------------------------------------------------------------------------------------
-- A fake of what the core gives.

-- Kinds as the core makes them: metatables with a name, a tag, and the methods.
local function kind(tag, methods)
  local meta = {
    __name = "dynamodb." .. tag, __slrun_tag = tag, __index = methods,
    __eq = methods.__eq, __tostring = methods.__tostring, __len = methods.__len,
  }
  return function(value) return setmetatable(value, meta) end
end

local function scalar(tag)
  local new = kind(tag, {
    __eq = function(a, b) return a[1] == b[1] end,
    __tostring = function(self) return self[1] end,
  })
  return function(text) return new { text } end
end

local function new_slrun(world)
  local function container(tag)
    return function(value) return setmetatable(value, { __slrun_container = tag }) end
  end
  local function sleep(ms)
    assert(math.tointeger(ms), ms)
    world.slept = world.slept + ms
    if world.on_sleep then world.on_sleep() end
  end
  local waiter <const> = assert(loadfile(parts .. "/waiter.lua", "t")) {
    duration = function(text)
      local number, unit = text:match "^(%d+)(%a+)$"
      return number * assert(({ ms = 1, s = 1000 })[unit])
    end,
    sleep_ms = sleep,
  }
  return {
    duration = waiter.duration, code_of = waiter.code_of, wait = waiter.wait,
    kind = kind, binary = scalar "binary", number = scalar "number", null = {},
    list = container "list", map = container "map",
    error = function(message, level) error(message, level and level + 1) end,
    sleep = function(duration) sleep(tonumber(duration:match "^(%d+)ms$")) end,
    claim = function(name, definition)
      world.claims[name] = definition
      return function(args) return { claim = name, args = args } end
    end,
    source = function(name, definition) world.sources[name] = definition end,
    autopsy = function(name, look) world.autopsies[name] = look end,
    to_json = function(value) return ("%q"):format(value) end,
    ready = function() end,
    listen = function(name, args, options) return { source = name, args = args, match = options.match } end,
  }
end

-- A table "orders" with PK and SK, whose pages hold `page` items; operations take and give copies.
local function new_world(items, page)
  local world = { items = items or {}, page = page or 2, calls = {}, claims = {}, sources = {}, autopsies = {}, slept = 0,
                  status = "ACTIVE", unprocessed = 0 }
  local service = { paging = {
    query = { input = "ExclusiveStartKey", output = "LastEvaluatedKey", items = "Items",
              limit = "Limit" },
    list_tables = { input = "ExclusiveStartTableName", output = "LastEvaluatedTableName",
                    items = "TableNames", limit = "Limit" },
  } }
  local function op(name, fn)
    service[name] = function(args)
      world.calls[#world.calls + 1] = { name = name, args = args }
      return fn(args)
    end
  end
  op("describe_table", function(args)
    if args.TableName ~= "orders" then error({ code = world.code or "ResourceNotFoundException" }) end
    return { Table = { TableStatus = world.status, KeySchema = {
      { AttributeName = "PK", KeyType = "HASH" }, { AttributeName = "SK", KeyType = "RANGE" } },
      StreamSpecification = world.stream and { StreamEnabled = true },
      LatestStreamArn = world.stream and "arn" } }
  end)
  op("describe_time_to_live", function()
    return { TimeToLiveDescription = { TimeToLiveStatus = world.ttl and "ENABLED" or "DISABLED", AttributeName = world.ttl } }
  end)
  -- The stream has world.shards: lists of records with `id`, `parent`, `closed`, `hidden`.
  local function shard_of(id)
    for _, shard in ipairs(world.shards) do
      if shard.id == id then return shard end
    end
    error("no shard " .. tostring(id))
  end
  op("describe_stream", function(args) -- one shard on a page
    local shards, from = {}, 1
    for i, shard in ipairs(world.shards) do
      if not shard.hidden then shards[#shards + 1] = shard end
      if shard.id == args.ExclusiveStartShardId then from = #shards + 1 end
    end
    local shard = shards[from]
    return { StreamDescription = {
      StreamStatus = world.disabled and "DISABLED" or "ENABLED",
      LastEvaluatedShardId = shards[from + 1] and shard.id,
      Shards = shard and { { ShardId = shard.id, ParentShardId = shard.parent, SequenceNumberRange = {
        StartingSequenceNumber = "1", EndingSequenceNumber = shard.closed and "9" } } } or {},
    } }
  end)
  op("get_shard_iterator", function(args)
    local shard = shard_of(args.ShardId)
    local at = { LATEST = #shard, TRIM_HORIZON = 0, AFTER_SEQUENCE_NUMBER = tonumber(args.SequenceNumber) }
    return { ShardIterator = args.ShardId .. "/" .. at[args.ShardIteratorType] }
  end)
  op("get_records", function(args)
    local id, at = args.ShardIterator:match "^(.+)/(%d+)$"
    local shard, records = shard_of(id), {}
    if world.expired then
      local code = world.expired
      world.expired = nil
      error({ code = code })
    end
    for i = at + 1, #shard do
      records[#records + 1] = { eventID = id .. i, dynamodb = { SequenceNumber = tostring(i), Keys = shard[i] } }
    end
    return { Records = records, NextShardIterator = not shard.closed and id .. "/" .. #shard or nil }
  end)
  op("query", function(args)
    local result, wanted = { Count = 0 }, args.ExpressionAttributeValues[":k1"]
    local start = args.ExclusiveStartKey and args.ExclusiveStartKey.SK
    if args.Select ~= "COUNT" then result.Items = {} end
    for _, item in ipairs(world.items) do
      if item.PK == wanted and (not start or item.SK > start) then
        if result.Count == world.page then
          result.LastEvaluatedKey = world.last
          break
        end
        result.Count = result.Count + 1
        world.last = { PK = item.PK, SK = item.SK }
        if result.Items then result.Items[#result.Items + 1] = { PK = item.PK, SK = item.SK } end
      end
    end
    return result
  end)
  op("scan", function(args)
    return { Items = table.move(world.items, 1, math.min(args.Limit, #world.items), 1, {}), LastEvaluatedKey = world.items[args.Limit + 1] and {} }
  end)
  local function remove(key)
    for i, item in ipairs(world.items) do
      if item.PK == key.PK and item.SK == key.SK then return table.remove(world.items, i) end
    end
  end
  op("batch_write_item", function(args)
    local requests = args.RequestItems.orders
    assert(#requests >= 1 and #requests <= 25, "a batch has 1 to 25 requests")
    local back = {}
    for i, request in ipairs(requests) do
      if i <= world.unprocessed then
        back[#back + 1] = request
      else
        remove(request.DeleteRequest.Key)
      end
    end
    if world.heals then world.unprocessed = math.max(0, world.unprocessed - 1) end
    return { UnprocessedItems = #back > 0 and { orders = back } or {} }
  end)
  op("delete_item", function(args) remove(args.Key) return {} end)
  op("get_item", function(args)
    assert(args.ConsistentRead == true)
    for _, item in ipairs(world.items) do
      if item.PK == args.Key.PK and item.SK == args.Key.SK then return { Item = item } end
    end
    return {}
  end)
  op("list_tables", function(args)
    local pages = { { "a", "b" }, { "c" }, {} }
    local n = tonumber(args.ExclusiveStartTableName or "1")
    return { TableNames = pages[n], LastEvaluatedTableName = pages[n + 1] and tostring(n + 1) }
  end)
  local slrun = new_slrun(world)
  assert(loadfile(parts .. "/pages.lua", "t"))({ part = function() return { slrun = slrun } end })(service, "dynamodb")
  run_prelude(service, slrun)
  return service, world
end

local function some_items(n)
  local items = { { PK = "other", SK = 1 } }
  for i = 1, n do items[#items + 1] = { PK = "mine", SK = i } end
  return items
end

local function raises(fn, part)
  local ok, message = pcall(fn)
  assert(not ok, "no error was raised")
  if type(message) ~= "string" or not message:find(part, 1, true) then
    error("expected an error with: " .. part .. "\ngot: " .. tostring(message), 2)
  end
  return message
end

local function calls(world, name)
  local found = {}
  for _, call in ipairs(world.calls) do
    if call.name == name then found[#found + 1] = call.args end
  end
  return found
end

---------------------------------------------------------------------------------------------------
local tests = {}

function tests.kinds_of_the_core_are_exported()
  local dynamodb = new_world()
  for _, name in ipairs { "binary", "number", "null", "list", "map" } do
    assert(dynamodb[name] ~= nil, name)
  end
end

function tests.a_set_is_of_the_kind_of_its_members()
  local dynamodb = new_world()
  local function tag(members) return getmetatable(dynamodb.set(members)).__slrun_tag end
  assert(tag { "a", "b" } == "string_set")
  assert(tag { 1, 2.5 } == "number_set")
  assert(tag { dynamodb.number "1e-100" } == "number_set")
  assert(tag { dynamodb.binary "\0" } == "binary_set")
  assert(tag(dynamodb.list { "a" }) == "string_set")
end

function tests.a_set_of_both_kinds_of_numbers_is_a_set_of_numbers()
  local dynamodb = new_world()
  local set = dynamodb.set { dynamodb.number "1e-100", 1 }
  assert(getmetatable(set).__slrun_tag == "number_set" and #set == 2)
end

function tests.a_set_holds_its_members_and_not_the_table_it_was_made_of()
  local dynamodb = new_world()
  local members = { "b", "a" }
  local set = dynamodb.set(members)
  members[3] = "c"
  assert(#set == 2 and set[1] == "b" and getmetatable(members) == nil)
  assert(set:contains "a" and not set:contains "c")
  assert(tostring(set) == 'dynamodb.set{"a", "b"}')
end

function tests.sets_are_equal_whatever_the_order()
  local dynamodb = new_world()
  local set, number, binary = dynamodb.set, dynamodb.number, dynamodb.binary
  assert(set { "a", "b" } == set { "b", "a" })
  assert(set { 1, 2 } == set { 2.0, 1 })
  assert(set { "a", "b" } ~= set { "a", "c" })
  assert(set { "a" } ~= set { "a", "b" })
  assert(set { "1" } ~= set { 1 })
  assert(set { number "1.5", number "2" } == set { number "2", number "1.5" })
  assert(set { binary "x" } == set { binary "x" })
  assert(set { binary "x" } ~= set { binary "y" })
end

function tests.what_is_no_set_is_refused_where_it_was_written()
  local dynamodb = new_world()
  local message = raises(function() dynamodb.set {} end, "at least one member")
  assert(message:find("prelude_test.lua", 1, true), message)
  raises(function() dynamodb.set { "a", 1 } end, "member 2 is a number, the first is a string")
  raises(function() dynamodb.set { true } end, "not boolean")
  raises(function() dynamodb.set { {} } end, "not table")
  raises(function() dynamodb.set "a" end, "takes a list of members, got string")
end

function tests.pages_follow_the_token_and_leave_the_arguments_alone()
  local dynamodb, world = new_world()
  local args, pages = { Limit = 2 }, {}
  for page in dynamodb.pages("list_tables", args) do pages[#pages + 1] = #page.TableNames end
  assert(table.concat(pages, ",") == "2,1,0")
  assert(#world.calls == 3 and world.calls[3].args.Limit == 2)
  local walk = dynamodb.pages("list_tables", args)
  walk()
  walk()
  assert(next(args) == "Limit" and next(args, "Limit") == nil)
end

function tests.all_collects_the_items_of_all_pages()
  local dynamodb = new_world()
  local names = dynamodb.all("list_tables")
  assert(table.concat(names, ",") == "a,b,c")
  assert(getmetatable(names).__slrun_container == "list")
  assert(table.concat(dynamodb.all(dynamodb.list_tables), ",") == "a,b,c")
end

function tests.pages_may_be_left_and_yield()
  local dynamodb, world = new_world()
  for _ in dynamodb.pages("list_tables") do break end
  assert(#world.calls == 1)
  local original = dynamodb.list_tables
  dynamodb.list_tables = function(args) coroutine.yield() return original(args) end
  local seen = 0
  local co = coroutine.wrap(function()
    for _ in dynamodb.pages "list_tables" do seen = seen + 1 end
    return "done"
  end)
  while co() ~= "done" do end
  assert(seen == 3)
end

function tests.an_operation_without_pages_is_named()
  local dynamodb = new_world()
  raises(function() dynamodb.pages("get_item", {}) end, "get_item is no operation that has pages")
  raises(function() dynamodb.all("qery", {}) end, "qery is no operation that has pages")
  raises(function() dynamodb.all(nil, {}) end, "nil is no operation that has pages")
end

function tests.a_waiter_looks_until_the_table_is_active()
  local dynamodb, world = new_world()
  world.status = "CREATING"
  world.on_sleep = function() if world.slept > 500 then world.status = "ACTIVE" end end
  dynamodb.wait_until_exists("orders")
  assert(world.slept > 500 and world.slept < 2000, world.slept)
end

function tests.a_waiter_gives_up_when_its_time_is_over()
  local dynamodb, world = new_world()
  world.status = "CREATING"
  raises(function() dynamodb.wait_until_exists("orders", "3s") end,
    "table orders is not ACTIVE after 3s, but CREATING")
  assert(world.slept == 3000, world.slept)
  raises(function() dynamodb.wait_until_exists("none", "1ms") end, "but absent")
  raises(function() dynamodb.wait_until_not_exists("orders", "100ms") end,
    "table orders is still there after 100ms: CREATING")
  dynamodb.wait_until_not_exists("none")
end

function tests.a_waiter_raises_other_errors_at_once()
  local dynamodb, world = new_world()
  world.code = "AccessDeniedException"
  local ok, err = pcall(dynamodb.wait_until_exists, "none")
  assert(not ok and err.code == "AccessDeniedException" and world.slept == 0)
  raises(function() dynamodb.wait_until_exists({ TableName = "orders" }) end,
    "expected the name of a table, got table")
  raises(function() dynamodb.wait_until_exists("orders", 5) end, "expected a duration")
end

function tests.a_partition_is_emptied_page_by_page_and_batch_by_batch()
  local dynamodb, world = new_world(some_items(123), 60)
  local claim = world.claims.partition
  local args = dynamodb.partition({ TableName = "orders", Key = { PK = "mine" } }).args
  assert(claim.remaining(args) == 123)
  claim.empty(args)
  assert(claim.remaining(args) == 0 and #world.items == 1)
  assert(#calls(world, "batch_write_item") == 3 + 3 + 1)
  assert(#calls(world, "describe_table") == 1) -- the schema is kept
  for _, query in ipairs(calls(world, "query")) do assert(query.ConsistentRead == true) end
  claim.empty(args) -- once more is no error
  assert(claim.describe(args) == "dynamodb partition orders PK=mine")
end

function tests.what_the_service_did_not_process_is_sent_again()
  local dynamodb, world = new_world(some_items(20), 25)
  local args = dynamodb.partition({ TableName = "orders", Key = { PK = "mine" } }).args
  world.unprocessed, world.heals = 4, true
  world.claims.partition.empty(args)
  assert(#world.items == 1 and world.slept > 0)
  world.items, world.unprocessed, world.heals = some_items(3), 1, false
  raises(function() world.claims.partition.empty(args) end, "left unprocessed after 10 tries")
end

function tests.a_partition_of_a_table_that_is_gone_is_empty()
  local dynamodb, world = new_world()
  local args = dynamodb.partition({ TableName = "gone", Key = { PK = "mine" } }).args
  world.claims.partition.empty(args)
  assert(world.claims.partition.remaining(args) == 0)
end

function tests.a_partition_is_one_partition_key()
  local dynamodb, world = new_world()
  for _, key in ipairs { {}, { PK = "a", SK = 1 }, "PK" } do
    raises(function() dynamodb.partition { TableName = "orders", Key = key } end,
      "names the partition key and nothing else")
  end
  raises(function() dynamodb.partition() end, "names the partition key and nothing else")
  local args = dynamodb.partition({ TableName = "orders", Key = { SK = "a" } }).args
  raises(function() world.claims.partition.empty(args) end,
    "the partition key of table orders is PK, not SK")
end

function tests.single_items_are_claimed_too()
  local dynamodb, world = new_world(some_items(3))
  local keys = { { PK = "mine", SK = 1 }, { PK = "mine", SK = 3 }, { PK = "mine", SK = 9 } }
  local args = dynamodb.items({ TableName = "orders", Keys = keys }).args
  local claim = world.claims.items
  assert(claim.remaining(args) == 2)
  claim.empty(args)
  assert(claim.remaining(args) == 0 and #world.items == 2)
  assert(claim.describe(args):find("dynamodb items orders { PK=mine, SK=1 }", 1, true))
  local gone = { TableName = "gone", Keys = keys }
  claim.empty(gone)
  assert(claim.remaining(gone) == 0)
end

-- The ids of the records that one round brings.
local function round(world, state)
  local records, pause = world.sources.stream.read({ StreamArn = "arn" }, state)
  assert(pause == "200ms")
  local ids = {}
  for i, record in ipairs(records) do ids[i] = record.eventID end
  table.sort(ids)
  return table.concat(ids, " ")
end

local function new_stream(shards)
  local dynamodb, world = new_world()
  world.stream, world.shards = true, shards
  return dynamodb, world, world.sources.stream.open { StreamArn = "arn" }
end

function tests.a_tail_begins_with_what_comes_next_in_every_open_shard()
  local _, world, state = new_stream {
    { id = "old", closed = true, "x" }, { id = "a", parent = "old", "x" }, { id = "b" },
  }
  assert(round(world, state) == "")
  table.insert(world.shards[2], "y")
  table.insert(world.shards[3], "z")
  assert(round(world, state) == "a2 b1")
  assert(round(world, state) == "")
end

function tests.a_tail_follows_children_from_their_first_record()
  local _, world, state = new_stream { { id = "a" } }
  world.shards[1].closed = true
  table.insert(world.shards[1], "last")
  assert(round(world, state) == "a1")
  assert(round(world, state) == "") -- there is no child yet
  table.insert(world.shards, { id = "b", parent = "a", "first" })
  table.insert(world.shards, { id = "c", parent = "a" })
  assert(round(world, state) == "") -- found now, read in the next round
  assert(round(world, state) == "b1")
  table.insert(world.shards[3], "x")
  assert(round(world, state) == "c1")
  world.shards[2].closed = true
  table.insert(world.shards, { id = "d", parent = "b", "grandchild" })
  assert(round(world, state) == "")
  assert(round(world, state) == "d1")
end

function tests.a_tail_of_a_disabled_stream_stops_looking_for_children()
  local _, world, state = new_stream { { id = "a" } }
  world.shards[1].closed, world.disabled = true, true
  assert(round(world, state) == "")
  local calls = #world.calls
  assert(round(world, state) == "")
  assert(#world.calls == calls)
end

function tests.an_expired_iterator_is_taken_anew_behind_what_was_read()
  local _, world, state = new_stream { { id = "a" } }
  table.insert(world.shards[1], "x")
  assert(round(world, state) == "a1")
  table.insert(world.shards[1], "y")
  world.expired = "ExpiredIteratorException"
  assert(round(world, state) == "")
  assert(round(world, state) == "a2")
end

function tests.what_is_trimmed_is_passed_over()
  local _, world, state = new_stream { { id = "a" } }
  table.insert(world.shards[1], "x")
  world.expired = "TrimmedDataAccessException"
  assert(round(world, state) == "")
  assert(round(world, state) == "a1")
  world.expired = "InternalServerError"
  assert(not pcall(round, world, state))
end

function tests.a_tail_names_its_stream()
  local dynamodb, world = new_stream { { id = "a" } }
  local function match() end
  local listener = dynamodb.tail { TableName = "orders", match = match }
  assert(listener.source == "stream" and listener.args.StreamArn == "arn" and listener.match == match)
  assert(dynamodb.tail({ StreamArn = "other" }).args.StreamArn == "other")
  world.stream = false
  raises(function() dynamodb.tail { TableName = "orders" } end, "table orders has no stream; give it one")
  raises(function() dynamodb.tail { TableName = "orders", StreamArn = "arn" } end, "or StreamArn in its place")
  raises(function() dynamodb.tail { Table = "orders" } end, "no 'Table'")
  raises(function() dynamodb.tail { TableName = 1 } end, "'TableName' must be a string")
  raises(function() dynamodb.tail() end, "takes a table")
end

local looking <const> = { ask = function(_, op, args)
  local ok, found = pcall(op, args)
  return ok and found or nil, not ok and found.code or nil
end }

function tests.an_autopsy_tells_what_keeps_a_table_from_use()
  local _, world = new_world()
  local function look(name) return world.autopsies["AWS::DynamoDB::Table"]({ name = name }, looking) end
  looking.to = 1700000000000
  world.items = { { PK = "a", SK = "1", total = "2", state = "new" } }
  local found = look "orders"
  assert(found.says == "1 item" and not found.level)
  assert(found.entries[1].lines[1] == 'PK = "a", SK = "1", state = "new", total = "2"')
  for value, why in pairs {
    ["1700000060"] = "gone is a string: time to live takes numbers alone, so this item stays",
    [1700000060000] = "gone is over in 53816 years: time to live takes seconds since 1970, and these may be milliseconds",
    [1] = "gone was over more than five years ago: time to live leaves such items", [1700000060] = false,
  } do
    world.ttl, world.items[1].gone = "gone", value
    local lines = look("orders").entries[1].lines
    assert(lines[2] == (why or nil), lines[2])
    world.ttl = nil
    assert(#look("orders").entries[1].lines == 1)
  end
  world.items[1].gone = nil
  for i = 2, 201 do world.items[i] = { PK = "a", SK = tostring(i) } end
  assert(look("orders").says == "among its first 200 items")
  world.status = "DELETING"
  found = look "orders"
  assert(found.says == "DELETING" and found.level == "error")
  found = look "missing"
  assert(found.says == "ResourceNotFoundException" and found.level == "error")
end

---------------------------------------------------------------------------------------------------
local names, failed = {}, 0
for name in pairs(tests) do names[#names + 1] = name end
table.sort(names)
for _, name in ipairs(names) do
  local ok, message = xpcall(tests[name], debug.traceback)
  print((ok and "ok     " or "FAILED ") .. name .. (ok and "" or "\n" .. tostring(message)))
  failed = failed + (ok and 0 or 1)
end
print(string.format("%d passed, %d failed", #names - failed, failed))
os.exit(failed == 0)
