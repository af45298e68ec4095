-- SPDX-License-Identifier: Apache-2.0
-- require "slrun.event": the events that AWS hands to functions, with the members that AWS gives them.
-- Each builder takes what matters to a test and fills in the rest. What an event carries may be
-- another event: a table becomes JSON where AWS has text there.
local core = ...
local values = core.part "values"
local repr = core.part("expect").repr

local REGION <const>, ACCOUNT <const> = "us-east-1", "000000000000"
local CUTS <const> = 1000000 -- of os.time() in the ids of sequences

local event = {}

-- Help ----------------------------------------------------------------------------------------

local function list(entries) return setmetatable(entries, getmetatable(values.slrun.list {})) end

local function map(entries) return values.slrun.map(entries or {}) end

-- Text, and what AWS would have as text there: an event in an event.
local function text(value)
  if type(value) == "string" then return value end
  local json, why = core.to_json(value)
  if not json then error("event: " .. why, 0) end
  return json
end

local function bytes(value)
  if getmetatable(value) == getmetatable(values.slrun.binary "") then return rawget(value, 1) end
  return text(value)
end

local function copied(into, from, but)
  for key, value in pairs(from) do
    if not (but and but[key]) and into[key] == nil then into[key] = value end
  end
  return into
end

local function wants(name, form, got)
  error(("event.%s takes %s, got %s"):format(name, form, repr(got)), 3)
end

-- The entries of a builder's argument, a list with options beside it; one entry alone is a list of it.
local function entries_of(arg, single)
  if type(arg) ~= "table" or single(arg) then return { arg } end
  local entries = {}
  for i, entry in ipairs(arg) do entries[i] = entry end
  return entries
end

local function at(options) -- seconds since 1970 as AWS writes them, and as milliseconds
  return options.time or os.time()
end

local function sequence(i) return ("4966%015d%035d"):format(os.time() % CUTS, i) end

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

local attribute

local function attributes(item)
  local made = map {}
  for name, value in pairs(item or {}) do made[name] = attribute(value) end
  return made
end

local SCALARS <const> = {
  string = function(v) return { S = v } end,
  number = function(v) return { N = text(v) } end, -- as short as it can be read back
  boolean = function(v) return { BOOL = v } end,
}

local function is_list(value)
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.__slrun_container then return meta.__slrun_container == "list" end
  return #value > 0
end

local SETS <const> = { string_set = "SS", number_set = "NS", binary_set = "BS" }

local function members(set)
  local made = list {}
  for i, member in ipairs(set) do
    local _, text_of_member = next(attribute(member))
    made[i] = text_of_member
  end
  return made
end

function attribute(value)
  if value == values.slrun.null then return { NULL = true } end
  if math.type(value) == "integer" then return { N = tostring(value) } end
  if SCALARS[type(value)] then return SCALARS[type(value)](value) end
  local meta = getmetatable(value)
  local tag = type(meta) == "table" and meta.__slrun_tag
  if tag == "binary" then return { B = core.base64(rawget(value, 1)) } end
  if tag == "number" then return { N = rawget(value, 1) } end
  if SETS[tag] then return { [SETS[tag]] = members(value) } end
  if not is_list(value) then return { M = attributes(value) } end
  local items = list {}
  for i, entry in ipairs(value) do items[i] = attribute(entry) end
  return { L = items }
end

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

-- API Gateway -----------------------------------------------------------------------------------

-- Names to strings, and names to lists of them: a value may be a list.
local function single_and_multi(given)
  local single, multi = map {}, map {}
  for name, value in pairs(given or {}) do
    local all = type(value) == "table" and value or { value }
    multi[name] = list {}
    for i, one in ipairs(all) do multi[name][i] = tostring(one) end
    single[name] = multi[name][#multi[name]]
  end
  if next(single) == nil then return values.slrun.null, values.slrun.null end
  return single, multi
end

-- The names in braces of a resource, by the path that was asked for.
local function path_parameters(resource, path)
  local names, found = {}, map {}
  local pattern = resource:gsub("[%-%.%+%?%*%(%)%[%]%^%$%%]", "%%%0"):gsub("{([^}]+)}", function(name)
    names[#names + 1] = name:gsub("%%%+$", "")
    return name:find "%+$" and "(.+)" or "([^/]+)"
  end)
  local matches = { path:match("^" .. pattern .. "$") }
  for i, name in ipairs(names) do found[name] = matches[i] end
  return next(found) ~= nil and found or values.slrun.null
end

local function request_of(name, given)
  if type(given) ~= "table" then wants(name, "a table with method and path", given) end
  local body = given.body
  if body ~= nil and type(body) ~= "string" then body = text(body) end
  return {
    method = given.method or "GET", path = given.path or "/", resource = given.resource or given.path or "/",
    body = body == nil and values.slrun.null or body, stage = given.stage or "Prod",
  }
end

--- `event.apigw { method =, path =, resource =, query =, headers =, body =, stage = }` A request to a REST API, for
-- a proxy integration. `path_parameters` come from `resource` (`"/hello/{id}"`) if they are not given; a
-- table as body becomes JSON.
function event.apigw(given)
  local r = request_of("apigw", given)
  local headers, multi_headers = single_and_multi(given.headers)
  local query, multi_query = single_and_multi(given.query)
  return {
    resource = r.resource, path = r.path, httpMethod = r.method, headers = headers, multiValueHeaders = multi_headers,
    queryStringParameters = query, multiValueQueryStringParameters = multi_query,
    pathParameters = given.path_parameters or path_parameters(r.resource, r.path),
    stageVariables = given.stage_variables or values.slrun.null, body = r.body, isBase64Encoded = false,
    requestContext = {
      accountId = given.account or ACCOUNT, apiId = "api", httpMethod = r.method, path = "/" .. r.stage .. r.path,
      protocol = "HTTP/1.1", requestId = core.uuid(), requestTimeEpoch = at(given) * 1000,
      requestTime = os.date("!%d/%b/%Y:%H:%M:%S +0000", at(given)), resourceId = "resource", resourcePath = r.resource,
      stage = r.stage, identity = { sourceIp = "127.0.0.1", userAgent = "slrun" },
    },
  }
end

local function joined(given)
  local made = map {}
  for name, value in pairs(given or {}) do
    made[name:lower()] = type(value) == "table" and table.concat(value, ",") or tostring(value)
  end
  return made
end

--- `event.http_api { method =, path =, route =, query =, headers =, cookies =, body = }` A request to an HTTP API
-- (payload format 2.0). `route` is the path with names in braces.
function event.http_api(given)
  local r = request_of("http_api", given)
  local route = given.route or r.path
  local query = joined(given.query)
  local pairs_of_query = {}
  for name, value in pairs(query) do pairs_of_query[#pairs_of_query + 1] = name .. "=" .. value end
  table.sort(pairs_of_query)
  local parameters = path_parameters(route, r.path)
  local made = {
    version = "2.0", routeKey = r.method .. " " .. route, rawPath = r.path, rawQueryString = table.concat(pairs_of_query, "&"),
    headers = joined(given.headers), isBase64Encoded = false,
    requestContext = {
      accountId = given.account or ACCOUNT, apiId = "api", domainName = "api.execute-api.us-east-1.amazonaws.com",
      domainPrefix = "api", requestId = core.uuid(), routeKey = r.method .. " " .. route, stage = given.stage or "$default",
      time = os.date("!%d/%b/%Y:%H:%M:%S +0000", at(given)), timeEpoch = at(given) * 1000,
      http = { method = r.method, path = r.path, protocol = "HTTP/1.1", sourceIp = "127.0.0.1", userAgent = "slrun" },
    },
  }
  if r.body ~= values.slrun.null then made.body = r.body end
  if given.cookies then made.cookies = list(copied({}, given.cookies)) end
  if next(query) ~= nil then made.queryStringParameters = query end
  if parameters ~= values.slrun.null then made.pathParameters = parameters end
  return made
end

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
