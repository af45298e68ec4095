-- SPDX-License-Identifier: Apache-2.0
-- Made by script/docs from the comments of the sources; `slrun stubs` writes it for editors.
---@meta slrun.event

---@class slrun.event
local event = {}

---`event.sqs { ... }`
---
---Messages of a queue. An entry is a body (a table becomes JSON, so that events nest), or a table with `body` and further members, such as `messageAttributes` (names to strings and numbers) and `attributes`. Options beside the entries: `queue`, `region`, `account`, `time`.
---@param words table
---@return table
function event.sqs(words) end

---`event.kinesis { ... }`
---
---Records of a stream. An entry is the data (a table becomes JSON), or a table with `data`, `partitionKey`, `sequenceNumber`, `approximateArrivalTimestamp`. Options beside the entries: `stream`, `shard`, `partitionKey`, `region`, `account`, `time`.
---@param words table
---@return table
function event.kinesis(words) end

---`event.s3_put { bucket =, key =, size =, etag =, version = }`
---
---An object was put; a list of such tables: several. `event` names another kind, such as `"ObjectCreated:Copy"`. The key is encoded as S3 does.
---@param words table
---@return table
function event.s3_put(words) end

---`event.s3_delete { bucket =, key =, version = }`
---
---An object was removed.
---@param words table
---@return table
function event.s3_delete(words) end

---`event.sns { ... }`
---
---Messages of a topic. An entry is the message (a table becomes JSON), or a table with `message`, `subject`, `attributes`. Options beside the entries: `topic`, `region`, `account`, `time`.
---@param words table
---@return table
function event.sns(words) end

---`event.dynamodb_stream { { keys =, new =, old = }, ... }`
---
---Changes of a table, whose items are plain tables. Which of `new` and `old` is there says what happened, or `event`; `raw` adds members of the record as they are. Options beside the entries: `table`, `view`, `region`, `account`, `time`.
---@param words table
---@return table
function event.dynamodb_stream(words) end

---`event.eventbridge { source =, detail_type =, detail =, resources = }`
---
---An event of a bus, or of a schedule.
---@param words table
---@return table
function event.eventbridge(words) end

---`event.apigw { method =, path =, resource =, query =, headers =, body =, stage = }`
---
---A request to a REST API, for a proxy integration. `path_parameters` come from `resource` (`"/hello/{id}"`) if they are not given; a table as body becomes JSON.
---@param words table
---@return table
function event.apigw(words) end

---`event.http_api { method =, path =, route =, query =, headers =, cookies =, body = }`
---
---A request to an HTTP API (payload format 2.0). `route` is the path with names in braces.
---@param words table
---@return table
function event.http_api(words) end

return event
