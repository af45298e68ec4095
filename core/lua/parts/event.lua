-- SPDX-License-Identifier: Apache-2.0
-- require "slrun.event": the events that AWS hands to functions, with the members that AWS gives them.
-- Each builder takes what matters to a test and fills in the rest. What an event carries may be
-- another event: a table becomes JSON where AWS has text there.
local core = ...
local values = core.part "values"
local help, attributes = core.part "event_help", core.part("event_attribute").attributes
local REGION <const>, ACCOUNT <const> = help.REGION, help.ACCOUNT
local list <const>, map <const>, text <const>, bytes <const> = help.list, help.map, help.text, help.bytes
local copied <const>, wants <const>, entries_of <const>, at <const> = help.copied, help.wants, help.entries_of, help.at

local event = {}

-- SQS -----------------------------------------------------------------------------------------

local function message_attributes(given)
  local attributes = map {}
  for name, value in pairs(given or {}) do
    local typed = type(value) == "table" and value or { dataType = type(value) == "number" and "Number" or "String",
      stringValue = tostring(value) }
    attributes[name] = copied({}, typed)
    attributes[name].stringListValues = typed.stringListValues or list {}
    attributes[name].binaryListValues = typed.binaryListValues or list {}
  end
  return attributes
end

local SQS <const> = { body = true, attributes = true, messageAttributes = true }

local function sqs_record(entry, options)
  local full = type(entry) == "table" and entry.body ~= nil
  local body = text(full and entry.body or entry)
  local sent = ("%d"):format(at(options) * 1000)
  local record = {
    messageId = core.uuid(), receiptHandle = core.base64(core.uuid() .. core.uuid()), body = body,
    attributes = copied(map(full and entry.attributes and copied({}, entry.attributes)), {
      ApproximateReceiveCount = "1", SentTimestamp = sent, SenderId = ACCOUNT, ApproximateFirstReceiveTimestamp = sent,
    }),
    messageAttributes = message_attributes(full and entry.messageAttributes), md5OfBody = core.md5(body),
    eventSource = "aws:sqs", awsRegion = options.region or REGION,
    eventSourceARN = ("arn:aws:sqs:%s:%s:%s"):format(options.region or REGION, options.account or ACCOUNT,
      options.queue or "queue"),
  }
  if full then
    for key, value in pairs(entry) do
      if not SQS[key] then record[key] = value end
    end
  end
  return record
end

--- `event.sqs { ... }` Messages of a queue. An entry is a body (a table becomes JSON, so that events
-- nest), or a table with `body` and further members, such as `messageAttributes` (names to strings and
-- numbers) and `attributes`. Options beside the entries: `queue`, `region`, `account`, `time`.
function event.sqs(messages)
  if type(messages) ~= "table" and type(messages) ~= "string" then wants("sqs", "messages", messages) end
  local options, records = type(messages) == "table" and messages or {}, list {}
  for i, entry in ipairs(entries_of(messages, function(m) return m.body ~= nil or m.Records ~= nil end)) do
    records[i] = sqs_record(entry, options)
  end
  return { Records = records }
end

-- Kinesis -------------------------------------------------------------------------------------

local CUTS <const> = 1000000 -- of os.time() in the ids of sequences

local function sequence(i) return ("4966%015d%035d"):format(os.time() % CUTS, i) end

local function kinesis_record(entry, options, i)
  local full = type(entry) == "table" and entry.data ~= nil
  local number = full and entry.sequenceNumber or sequence(i)
  local region, account = options.region or REGION, options.account or ACCOUNT
  return {
    kinesis = {
      kinesisSchemaVersion = "1.0", partitionKey = full and entry.partitionKey or options.partitionKey or "1",
      sequenceNumber = number, data = core.base64(bytes(full and entry.data or entry)),
      approximateArrivalTimestamp = full and entry.approximateArrivalTimestamp or at(options),
    },
    eventSource = "aws:kinesis", eventVersion = "1.0",
    eventID = (options.shard or "shardId-000000000000") .. ":" .. number, eventName = "aws:kinesis:record",
    invokeIdentityArn = ("arn:aws:iam::%s:role/lambda"):format(account), awsRegion = region,
    eventSourceARN = ("arn:aws:kinesis:%s:%s:stream/%s"):format(region, account, options.stream or "stream"),
  }
end

--- `event.kinesis { ... }` Records of a stream. An entry is the data (a table becomes JSON), or a table
-- with `data`, `partitionKey`, `sequenceNumber`, `approximateArrivalTimestamp`. Options beside the
-- entries: `stream`, `shard`, `partitionKey`, `region`, `account`, `time`.
function event.kinesis(records)
  if type(records) ~= "table" and type(records) ~= "string" then wants("kinesis", "records", records) end
  local options, made = type(records) == "table" and records or {}, list {}
  for i, entry in ipairs(entries_of(records, function(r) return r.data ~= nil or r.Records ~= nil end)) do
    made[i] = kinesis_record(entry, options, i)
  end
  return { Records = made }
end

-- S3 ------------------------------------------------------------------------------------------

local function encoded(key)
  return (key:gsub("[^%w%-%._~/ ]", function(c) return ("%%%02X"):format(c:byte()) end):gsub(" ", "+"))
end

local function s3_record(entry)
  local bucket = entry.bucket or "bucket"
  local created = (entry.event or "ObjectCreated:Put"):find "^ObjectCreated"
  local object = { key = encoded(entry.key), sequencer = ("%016X"):format(at(entry) * 1000), versionId = entry.version }
  if created then object.size, object.eTag = entry.size or 0, entry.etag or core.md5(entry.key) end
  return {
    eventVersion = "2.1", eventSource = "aws:s3", awsRegion = entry.region or REGION,
    eventTime = os.date("!%Y-%m-%dT%H:%M:%S.000Z", at(entry)), eventName = entry.event or "ObjectCreated:Put",
    userIdentity = { principalId = "AWS:" .. (entry.account or ACCOUNT) },
    requestParameters = { sourceIPAddress = "127.0.0.1" },
    responseElements = { ["x-amz-request-id"] = core.uuid(), ["x-amz-id-2"] = core.base64(core.uuid()) },
    s3 = {
      s3SchemaVersion = "1.0", configurationId = entry.configuration or "notification",
      bucket = { name = bucket, ownerIdentity = { principalId = entry.account or ACCOUNT }, arn = "arn:aws:s3:::" .. bucket },
      object = object,
    },
  }
end

local function s3(name, objects)
  local made = list {}
  if type(objects) ~= "table" then wants(name, "a table with bucket and key", objects) end
  for i, entry in ipairs(entries_of(objects, function(o) return o.key ~= nil end)) do
    if type(entry) ~= "table" or type(entry.key) ~= "string" then wants(name, "a table with bucket and key", entry) end
    made[i] = s3_record(entry)
  end
  if #made == 0 then wants(name, "a table with bucket and key", objects) end
  return { Records = made }
end

--- `event.s3_put { bucket =, key =, size =, etag =, version = }` An object was put; a list of such tables:
-- several. `event` names another kind, such as `"ObjectCreated:Copy"`. The key is encoded as S3 does.
function event.s3_put(objects) return s3("s3_put", objects) end

--- `event.s3_delete { bucket =, key =, version = }` An object was removed.
function event.s3_delete(objects)
  if type(objects) ~= "table" then wants("s3_delete", "a table with bucket and key", objects) end
  local removed = {}
  for i, entry in ipairs(entries_of(objects, function(o) return o.key ~= nil end)) do
    removed[i] = copied({}, entry)
    removed[i].event = entry.event or "ObjectRemoved:Delete"
  end
  return s3("s3_delete", removed)
end

-- SNS -----------------------------------------------------------------------------------------

local function sns_record(entry, options)
  local full = type(entry) == "table" and entry.message ~= nil
  local topic = ("arn:aws:sns:%s:%s:%s"):format(options.region or REGION, options.account or ACCOUNT, options.topic or "topic")
  local attributes = map {}
  for name, value in pairs(full and entry.attributes or {}) do
    attributes[name] = { Type = type(value) == "number" and "Number" or "String", Value = tostring(value) }
  end
  return {
    EventVersion = "1.0", EventSource = "aws:sns", EventSubscriptionArn = topic .. ":" .. core.uuid(),
    Sns = {
      Type = "Notification", MessageId = core.uuid(), TopicArn = topic, Subject = full and entry.subject or values.slrun.null,
      Message = text(full and entry.message or entry), Timestamp = os.date("!%Y-%m-%dT%H:%M:%S.000Z", at(options)),
      SignatureVersion = "1", Signature = core.base64(core.uuid()), SigningCertUrl = "https://sns.amazonaws.com/cert.pem",
      UnsubscribeUrl = "https://sns.amazonaws.com/?Action=Unsubscribe", MessageAttributes = attributes,
    },
  }
end

--- `event.sns { ... }` Messages of a topic. An entry is the message (a table becomes JSON), or a table with
-- `message`, `subject`, `attributes`. Options beside the entries: `topic`, `region`, `account`, `time`.
function event.sns(messages)
  if type(messages) ~= "table" and type(messages) ~= "string" then wants("sns", "messages", messages) end
  local options, records = type(messages) == "table" and messages or {}, list {}
  for i, entry in ipairs(entries_of(messages, function(m) return m.message ~= nil or m.Records ~= nil end)) do
    records[i] = sns_record(entry, options)
  end
  return { Records = records }
end

-- DynamoDB streams ------------------------------------------------------------------------------

local function change(entry, options, i)
  local kind = entry.event or (not entry.old and "INSERT" or not entry.new and "REMOVE" or "MODIFY")
  local region = options.region or REGION
  local record = {
    ApproximateCreationDateTime = at(options), Keys = attributes(entry.keys), SequenceNumber = ("%021d"):format(i),
    SizeBytes = 26, StreamViewType = options.view or "NEW_AND_OLD_IMAGES",
  }
  if entry.new then record.NewImage = attributes(entry.new) end
  if entry.old then record.OldImage = attributes(entry.old) end
  return {
    eventID = core.md5(core.uuid()), eventName = kind, eventVersion = "1.1", eventSource = "aws:dynamodb",
    awsRegion = region, dynamodb = copied(copied({}, entry.raw or {}), record),
    eventSourceARN = ("arn:aws:dynamodb:%s:%s:table/%s/stream/2024-01-01T00:00:00.000"):format(region,
      options.account or ACCOUNT, options.table or "table"),
  }
end

--- `event.dynamodb_stream { { keys =, new =, old = }, ... }` Changes of a table, whose items are plain tables.
-- Which of `new` and `old` is there says what happened, or `event`; `raw` adds members of the record as
-- they are. Options beside the entries: `table`, `view`, `region`, `account`, `time`.
function event.dynamodb_stream(changes)
  if type(changes) ~= "table" then wants("dynamodb_stream", "changes", changes) end
  local made = list {}
  for i, entry in ipairs(entries_of(changes, function(c) return c.keys ~= nil end)) do
    if type(entry) ~= "table" or type(entry.keys) ~= "table" then
      wants("dynamodb_stream", "changes with keys, new and old", entry)
    end
    made[i] = change(entry, changes, i)
  end
  return { Records = made }
end

-- EventBridge -----------------------------------------------------------------------------------

--- `event.eventbridge { source =, detail_type =, detail =, resources = }` An event of a bus, or of a schedule.
function event.eventbridge(given)
  if type(given) ~= "table" then wants("eventbridge", "a table with source, detail_type and detail", given) end
  return {
    version = "0", id = core.uuid(), ["detail-type"] = given.detail_type or "Scheduled Event",
    source = given.source or "aws.events", account = given.account or ACCOUNT,
    time = os.date("!%Y-%m-%dT%H:%M:%SZ", at(given)), region = given.region or REGION,
    resources = list(copied({}, given.resources or {})), detail = given.detail or map {},
  }
end

for name, build in pairs(core.part "event_api") do event[name] = build end

-- With a colon the first argument is this table.
for name, build in pairs(event) do
  event[name] = function(given, ...)
    if given == event then core.part("caller").misuse("write event.%s { ... }, with a dot", name) end
    return build(given, ...)
  end
end

return setmetatable(event, {
  __index = function(_, name)
    error(("slrun.event has no '%s'; %s"):format(tostring(name), core.nearest(tostring(name), event)), 2)
  end,
})
