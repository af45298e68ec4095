-- SPDX-License-Identifier: Apache-2.0
-- Records are put on a stream of two shards, a function takes them in batches and stores the newest of each batch
-- and id. In test deployments a listener on the table's stream notes when items of type TEST came.
local dynamodb <const> = require "slrun.dynamodb"
local event    <const> = require "slrun.event"
local kinesis  <const> = require "slrun.kinesis"
local lambda   <const> = require "slrun.lambda"
local sqs      <const> = require "slrun.sqs"

pattern {
  name       = "kinesis-lambda-dynamodb",
  about      = "Records of a stream are stored in a table by a function that takes them in batches.",
  stack      = "stacks/kinesis-lambda-dynamodb",
  parameters = { DeployTestResources = "True" },
  sla        = "15s",
  tags       = { "kinesis", "lambda", "dynamodb" },
}

local MAXIMUM <const> = 100 -- records that the function takes at once: BatchSize in the template

local function reading(t, number, value)
  return { batch = t.id, id = ("r%03d"):format(number), value = value or number }
end

local function readings(t)
  local all = {}
  for i = 1, t.size do all[i] = reading(t, i) end
  return all
end

-- All that stands under the case's id in a table.
local function items_of(t, table)
  return dynamodb.all("query", {
    TableName = table, KeyConditionExpression = "PK = :batch", ExpressionAttributeValues = { [":batch"] = t.id },
  })
end

local function stored(t) return items_of(t, t.stack.TableName) end

local function owns_its_batch(t)
  t:own(dynamodb.partition { TableName = t.stack.TableName, Key = { PK = t.id } })
end

---------------------------------------------------------------------------------------------------
-- The function alone: an event goes straight to its handler.

case "the function stores each record of an event" {
  each = { size = { 1, 20, MAXIMUM } },
  seed = owns_its_batch,

  act = function(t)
    return lambda.invoke { FunctionName = t.stack.FunctionName, Payload = event.kinesis(readings(t)) }
  end,

  check = function(t, answer)
    expect(answer.Payload):equals { stored = t.size }
    local found = stored(t)
    expect(found):has_length(t.size)
    expect(found[1]):matches { PK = t.id, SK = "r001", value = 1 }
  end,
}

case "the function refuses an event with a record that it cannot read, and stores nothing of it" {
  rows = {
    { name = "text", record = "21 degrees", error = "JSONDecodeError" },
    { name = "without an id", record = { batch = "b", value = 21 }, error = "KeyError" },
    { name = "a list", record = '["b","r001",21]', error = "TypeError" },
  },
  seed = owns_its_batch,

  act = function(t)
    return lambda.invoke {
      FunctionName = t.stack.FunctionName, Payload = event.kinesis { reading(t, 1), t.record, reading(t, 3) },
    }
  end,

  check = function(t, answer)
    expect(answer.FunctionError):equals "Unhandled" -- the mapping splits the batch, and tries both halves again
    expect(answer.Payload.errorType):equals(t.error)
    expect(stored(t)):has_length(0)
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: records go onto the stream.

case "every record of a batch is stored" {
  each = { size = { 1, 20, MAXIMUM, MAXIMUM + 1 } },
  seed = owns_its_batch,

  act = function(t)
    local records = {}
    for i, data in ipairs(readings(t)) do
      records[i] = { Data = data, PartitionKey = data.id } -- they go to both shards
    end
    kinesis.put_records { StreamName = t.stack.StreamName, Records = records }
  end,

  poll = stored,

  check = function(t, found)
    expect(found):has_length(t.size)
    for i, item in ipairs(found) do expect(item):matches { SK = ("r%03d"):format(i), value = i } end
  end,
}

case "records of a shard are taken in their order: the newest value stays" {
  seed = owns_its_batch,
  stays = "1s",

  act = function(t)
    local before
    for value = 1, 20 do
      before = kinesis.put_record {
        StreamName = t.stack.StreamName, PartitionKey = t.id, Data = reading(t, 1, value), SequenceNumberForOrdering = before,
      }.SequenceNumber
    end
  end,

  poll = stored,

  check = function(_, found)
    expect(found):matches { { SK = "r001", value = 20 } }
  end,
}

case "a large record is stored whole" {
  seed = owns_its_batch,

  act = function(t)
    kinesis.put_record {
      StreamName = t.stack.StreamName, PartitionKey = t.id, Data = reading(t, 1, ("x"):rep(300 * 1024)),
    }
  end,

  poll = stored,

  check = function(_, found)
    expect(found):has_length(1)
    expect(found[1].value):has_length(300 * 1024)
  end,
}

case "a record that cannot be stored is put aside alone: those around it are stored" {
  serial = true, -- what is retried with it would be written again, also for a case that has ended
  rows = {
    { name = "no JSON", poison = "21 degrees" },
    { name = "larger than an item", poison = { batch = "big", id = "r002", value = ("x"):rep(500 * 1024) } },
  },
  seed = owns_its_batch,

  listen = function(t)
    return sqs.listen { QueueUrl = t.stack.LostQueueUrl } -- what is lost is told by its sequence number
  end,

  act = function(t)
    local records = {}
    for i, data in ipairs { reading(t, 1), t.poison, reading(t, 3) } do
      records[i] = { Data = data, PartitionKey = t.id } -- they make one batch
    end
    local put = kinesis.put_records { StreamName = t.stack.StreamName, Records = records }
    return put.Records[2].SequenceNumber
  end,

  check = function(t, lost)
    expect(stored(t)):matches { { SK = "r001" }, { SK = "r003" } }
    expect(lost):contains { Body = function(body)
      return expect(body):json():matches {
        requestContext = { condition = "RetryAttemptsExhausted" },
        KinesisBatchInfo = { startSequenceNumber = t.acted, endSequenceNumber = t.acted, batchSize = 1 },
      }
    end }
  end,
}

case "a record comes into the table within the time that is promised" {
  sla = "10s",
  each = { size = { 1, 20 } },

  seed = function(t)
    owns_its_batch(t)
    t:own(dynamodb.partition { TableName = t.stack.ArrivalsTableName, Key = { PK = t.id } })
  end,

  act = function(t)
    for _, data in ipairs(readings(t)) do
      data.type = "TEST" -- for the listener
      kinesis.put_record { StreamName = t.stack.StreamName, PartitionKey = data.id, Data = data }
    end
  end,

  poll = function(t) return items_of(t, t.stack.ArrivalsTableName) end, -- what the listener has noted

  check = function(t, arrivals)
    expect(arrivals):has_length(t.size)
    for _, arrival in ipairs(arrivals) do
      expect(arrival.arrived - arrival.sent):because("seconds from stream to table"):is_at_most(10)
    end
  end,
}
