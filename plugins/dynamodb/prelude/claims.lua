-- SPDX-License-Identifier: Apache-2.0
-- Claims. A table that is not there any more holds nothing, so it counts as empty.
local dynamodb <const>, slrun <const> = ...
local describe <const> = slrun.part("tables").describe

local BATCH <const> = 25         -- requests that BatchWriteItem takes at most
local BATCH_TRIES <const> = 10   -- of what came back as UnprocessedItems
local FIRST_PAUSE <const> = 50   -- ms; doubles with every try
local LONGEST_PAUSE <const> = 2000

-- The n-th pause, n from 1, in ms.
local function pause(n)
  return math.min(FIRST_PAUSE << math.min(n - 1, 10), LONGEST_PAUSE)
end

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
