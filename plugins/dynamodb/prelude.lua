-- SPDX-License-Identifier: Apache-2.0
-- What dynamodb.so adds to its operations: sets, pages, waiters, claims, listeners. README.md is its manual.
local dynamodb <const>, slrun <const> = ...

local BATCH <const> = 25         -- requests that BatchWriteItem takes at most
local BATCH_TRIES <const> = 10   -- of what came back as UnprocessedItems
local FIRST_PAUSE <const> = 50   -- ms; doubles with every try
local LONGEST_PAUSE <const> = 2000
local WITHIN <const> = "60s"     -- of a waiter, unless told
local BETWEEN <const> = "200ms"  -- looks at a stream: each shard bears five readings a second

-- Kinds of the core, under this service's name too: dynamodb.number "3.14".
for _, name in ipairs { "binary", "number", "null", "list", "map" } do
  dynamodb[name] = slrun[name]
end

-- The tag of a value of some kind, else its Lua type.
local function kind_of(value)
  local meta = getmetatable(value)
  return type(meta) == "table" and rawget(meta, "__slrun_tag") or type(value)
end

---------------------------------------------------------------------------------------------------
-- Sets: lists with the kind of a set. The order of members means nothing.

local set = {}

function set:contains(wanted)
  for _, member in ipairs(self) do
    if member == wanted then return true end
  end
  return false
end

function set:__eq(other)
  if kind_of(self) ~= kind_of(other) or #self ~= #other then return false end
  local plain = {} -- strings and numbers are found by key, other kinds by their own ==
  for _, member in ipairs(other) do plain[member] = true end
  for _, member in ipairs(self) do
    if not plain[member] and not set.contains(other, member) then return false end
  end
  return true
end

function set:__tostring()
  local members = {}
  for i, member in ipairs(self) do
    members[i] = type(member) == "string" and string.format("%q", member) or tostring(member)
  end
  table.sort(members)
  return "dynamodb.set{" .. table.concat(members, ", ") .. "}"
end

local new_set = {} -- by the kind of a member
local set_of = { string = "string_set", number = "number_set", binary = "binary_set" }
for member, tag in pairs(set_of) do
  new_set[member] = slrun.kind(tag, {
    contains = set.contains, __eq = set.__eq, __tostring = set.__tostring,
  })
end

--- A set of strings, of numbers or of binary values: dynamodb.set { "a", "b" }.
function dynamodb.set(members)
  if kind_of(members) ~= "table" then
    slrun.error("dynamodb.set takes a list of members, got " .. kind_of(members), 2)
  end
  local copy, first = {}, kind_of(members[1])
  for i, member in ipairs(members) do
    if kind_of(member) ~= first then
      slrun.error(string.format("dynamodb.set: member %d is a %s, the first is a %s: "
        .. "the members of a set are of one kind", i, kind_of(member), first), 2)
    end
    copy[i] = member
  end
  if #copy == 0 then
    slrun.error("dynamodb.set: a set has at least one member", 2)
  end
  if not new_set[first] then
    slrun.error("dynamodb.set: members are strings, numbers or binary, not " .. first, 2)
  end
  return new_set[first](copy)
end

---------------------------------------------------------------------------------------------------
-- Waiters

-- The description of a table, or nil if there is no such table. Other errors are raised as they are.
local function describe(name)
  local ok, result = pcall(dynamodb.describe_table, { TableName = name })
  if ok then return result.Table end
  if slrun.code_of(result) == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

-- The n-th pause, n from 1, in ms.
local function pause(n)
  return math.min(FIRST_PAUSE << math.min(n - 1, 10), LONGEST_PAUSE)
end

-- Looks until reached(description) is true; false and the last status when `within` is over.
local function wait_for_table(name, within, reached)
  return slrun.wait(within, function()
    local table_now = describe(name)
    return reached(table_now), table_now and table_now.TableStatus or "absent"
  end)
end

local function check_waiter(fn, name, within)
  if type(name) ~= "string" then
    slrun.error("dynamodb." .. fn .. ": expected the name of a table, got " .. type(name), 3)
  end
  if not slrun.duration(within) then
    slrun.error("dynamodb." .. fn .. ': expected a duration such as "30s", got '
      .. tostring(within), 3)
  end
end

--- Waits until the table is ACTIVE (boto3: table_exists).
function dynamodb.wait_until_exists(name, within)
  within = within or WITHIN
  check_waiter("wait_until_exists", name, within)
  local ok, status = wait_for_table(name, within, function(description)
    return description ~= nil and description.TableStatus == "ACTIVE"
  end)
  if not ok then
    slrun.error(string.format("table %s is not ACTIVE after %s, but %s", name, within, status), 2)
  end
end

--- Waits until there is no such table (boto3: table_not_exists).
function dynamodb.wait_until_not_exists(name, within)
  within = within or WITHIN
  check_waiter("wait_until_not_exists", name, within)
  local ok, status = wait_for_table(name, within, function(description)
    return description == nil
  end)
  if not ok then
    slrun.error(string.format("table %s is still there after %s: %s", name, within, status), 2)
  end
end

---------------------------------------------------------------------------------------------------
-- Tags

local CREATING <const> = "500ms" -- between two looks at a table that is being made

--- The tags of a table by its name, { Tags = { { Key =, Value = }, ... } }, once it is made; nil where
--- the service has no tags (DynamoDB Local). slrun asks before it removes a table of another name.
function dynamodb.tags_of_table(args)
  local description
  repeat
    if description then slrun.sleep(CREATING) end
    description = dynamodb.describe_table({ TableName = args.TableName }).Table
  until description.TableStatus ~= "CREATING"
  local ok, tags = pcall(dynamodb.all, "list_tags_of_resource", { ResourceArn = description.TableArn })
  if ok then return { Tags = tags } end
  if slrun.code_of(tags) == "UnknownOperationException" then return nil end
  error(tags, 0)
end

---------------------------------------------------------------------------------------------------
-- Claims. A table that is not there any more holds nothing, so it counts as empty.

local schemas = setmetatable({}, { __mode = "k" }) -- key attributes by the arguments of a claim

local function key_names(args)
  if not schemas[args] then
    local description = describe(args.TableName)
    if not description then return nil end
    local names = {}
    for i, element in ipairs(description.KeySchema) do names[i] = element.AttributeName end
    schemas[args] = names
  end
  return schemas[args]
end

-- What a query of the partition needs, or nil if its table is gone.
local function partition_query(args, extra)
  local names = key_names(args)
  if not names then return nil end
  local attribute, value = next(args.Key)
  if attribute ~= names[1] then
    slrun.error(string.format("dynamodb.partition: the partition key of table %s is %s, not %s",
      args.TableName, names[1], attribute), 2)
  end
  local query = {
    TableName = args.TableName,
    ConsistentRead = true,
    KeyConditionExpression = "#k1 = :k1",
    ExpressionAttributeNames = { ["#k1"] = names[1] },
    ExpressionAttributeValues = { [":k1"] = value },
  }
  return extra(query, names)
end

local function keys_only(query, names)
  query.ProjectionExpression = "#k1"
  if names[2] then
    query.ProjectionExpression = "#k1, #k2"
    query.ExpressionAttributeNames["#k2"] = names[2]
  end
  return query
end

local function count_only(query)
  query.Select = "COUNT"
  return query
end

-- Sends the requests, and again what the service did not process.
local function write_batch(table_name, requests)
  local left = { [table_name] = requests }
  for n = 1, BATCH_TRIES do
    left = dynamodb.batch_write_item({ RequestItems = left }).UnprocessedItems
    if not left or next(left) == nil then return end
    if n < BATCH_TRIES then slrun.sleep(pause(n) .. "ms") end
  end
  slrun.error(string.format("batch_write_item on %s: requests left unprocessed after %d tries",
    table_name, BATCH_TRIES), 2)
end

local function delete_keys(table_name, keys)
  for first = 1, #keys, BATCH do
    local requests = {}
    for i = first, math.min(first + BATCH - 1, #keys) do
      requests[#requests + 1] = { DeleteRequest = { Key = keys[i] } }
    end
    write_batch(table_name, requests)
  end
end

local function shown_key(key)
  local parts = {}
  for name, value in pairs(key) do parts[#parts + 1] = name .. "=" .. tostring(value) end
  table.sort(parts)
  return table.concat(parts, ", ")
end

local function table_of(args) return "AWS::DynamoDB::Table", args.TableName end

local new_partition = slrun.claim("partition", {
  params = { TableName = "string", Key = "map" },
  resource = table_of,
  describe = function(args)
    return string.format("dynamodb partition %s %s", args.TableName, shown_key(args.Key))
  end,
  empty = function(args)
    local query = partition_query(args, keys_only)
    if not query then return end
    for page in dynamodb.pages("query", query) do
      delete_keys(args.TableName, page.Items)
    end
  end,
  remaining = function(args)
    local query, count = partition_query(args, count_only), 0
    if not query then return 0 end
    for page in dynamodb.pages("query", query) do count = count + page.Count end
    return count
  end,
})

--- Claims all items with one partition key:
--- t:own(dynamodb.partition { TableName = "orders", Key = { PK = t.id } })
function dynamodb.partition(args)
  local key = type(args) == "table" and args.Key
  if type(key) ~= "table" or next(key) == nil or next(key, (next(key))) ~= nil then
    slrun.error("dynamodb.partition: Key names the partition key and nothing else, "
      .. "as in { PK = t.id }", 2)
  end
  return new_partition(args)
end

-- Single items are few: one call each, which needs no rule for duplicate keys.
--- Claims single items: t:own(dynamodb.items { TableName = "orders", Keys = { { PK = t.id } } })
dynamodb.items = slrun.claim("items", {
  params = { TableName = "string", Keys = "list" },
  resource = table_of,
  describe = function(args)
    local shown = {}
    for i, key in ipairs(args.Keys) do shown[i] = "{ " .. shown_key(key) .. " }" end
    return string.format("dynamodb items %s %s", args.TableName, table.concat(shown, " "))
  end,
  empty = function(args)
    if not describe(args.TableName) then return end
    for _, key in ipairs(args.Keys) do
      dynamodb.delete_item { TableName = args.TableName, Key = key }
    end
  end,
  remaining = function(args)
    if not describe(args.TableName) then return 0 end
    local count = 0
    for _, key in ipairs(args.Keys) do
      local found = dynamodb.get_item {
        TableName = args.TableName, Key = key, ConsistentRead = true,
      }
      if found.Item then count = count + 1 end
    end
    return count
  end,
})

---------------------------------------------------------------------------------------------------
-- Listeners: all shards of a stream, and those that take over from them.

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

local TAIL <const> = { TableName = "string", StreamArn = "string", match = "function" }

local function check_tail(args)
  if type(args) ~= "table" then
    slrun.error("dynamodb.tail takes a table with TableName, got " .. type(args), 3)
  end
  for word, value in pairs(args) do
    if not TAIL[word] then
      slrun.error("dynamodb.tail has no '" .. tostring(word) .. "'; it has TableName, StreamArn, match", 3)
    elseif type(value) ~= TAIL[word] then
      slrun.error(("dynamodb.tail: '%s' must be a %s, got %s"):format(word, TAIL[word], type(value)), 3)
    end
  end
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

---------------------------------------------------------------------------------------------------
-- The autopsy of a table: whether it can be used at all, and its items, of which those are told that name the case:
-- one written under another key is what a spec that asks for the right one cannot see.

local LOOKED_AT <const> = 200 -- items

-- An item as JSON, its key in front.
local function item_line(item, schema)
  local words, keys = {}, {}
  for i, one in ipairs(schema) do
    keys[one.AttributeName] = true
    words[i] = ("%s = %s"):format(one.AttributeName, (slrun.to_json(item[one.AttributeName])) or "?")
  end
  local others = {}
  for name, value in pairs(item) do
    if not keys[name] then others[#others + 1] = ("%s = %s"):format(name, (slrun.to_json(value)) or "?") end
  end
  table.sort(others)
  table.move(others, 1, #others, #words + 1, words)
  return table.concat(words, ", ")
end

local LATEST_S <const> = 4102444800       -- of 2100: a number beyond that is none of seconds
local OLDEST_S <const> = 5 * 365 * 86400  -- what has been over for longer stays
local YEAR_S <const> = 365.25 * 86400

-- Why an item does not expire by the value of its attribute, where that is a mistake: AWS says nothing of it. Or nil.
local function never_expires(name, value, now_s)
  if type(value) == "string" then return name .. " is a string: time to live takes numbers alone, so this item stays" end
  if type(value) ~= "number" then return nil end
  if value > LATEST_S then
    return ("%s is over in %.0f years: time to live takes seconds since 1970, and these may be milliseconds"):format(name, (value - now_s) / YEAR_S)
  end
  if value < now_s - OLDEST_S then return name .. " was over more than five years ago: time to live leaves such items" end
end

-- The attribute by which items of a table expire, or nil.
local function expiry_of(name)
  local ok, found = pcall(dynamodb.describe_time_to_live, { TableName = name })
  local setting = ok and found.TimeToLiveDescription
  return setting and setting.TimeToLiveStatus:find "^ENABL" and setting.AttributeName or nil
end

slrun.autopsy("AWS::DynamoDB::Table", function(resource, look)
  local found, code = look:ask(dynamodb.describe_table, { TableName = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local status = found.Table.TableStatus
  if status ~= "ACTIVE" then return { says = status, level = "error" } end
  local page, problem = look:ask(dynamodb.scan, { TableName = resource.name, Limit = LOOKED_AT, ConsistentRead = true })
  if not page then return problem and { says = problem, level = "notice" } end
  local entries = slrun.list {}
  local expiry = #page.Items > 0 and expiry_of(resource.name)
  for i, item in ipairs(page.Items) do
    entries[i] = { lines = slrun.list { item_line(item, found.Table.KeySchema) } }
    local value = expiry and item[expiry]
    local why = value ~= nil and never_expires(expiry, value, look.to / 1000)
    if why then table.insert(entries[i].lines, why) end
  end
  return { says = ("%s%d item%s"):format(page.LastEvaluatedKey and "among its first " or "", #entries, #entries == 1 and "" or "s"),
    entries = entries }
end)

---------------------------------------------------------------------------------------------------
-- Ready before the first case.

slrun.ready("AWS::DynamoDB::Table", function(resource, look)
  local found, code = look:ask(dynamodb.describe_table, { TableName = resource.name })
  if not found then return code and false, code end
  local status = found.Table.TableStatus
  if status == "ACTIVE" or status == "UPDATING" then return nil end -- while it is updated, it serves
  if status == "CREATING" then return status end
  return false, status
end)
