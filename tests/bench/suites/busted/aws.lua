-- DynamoDB and SQS over one kept-alive handle of lua-curl, signed through luaossl: what a careful
-- busted user could write.
local curl, cjson, system = require "curl", require "cjson", require "system"
local digest, hmac = require "openssl.digest", require "openssl.hmac"

local url = os.getenv "STUB"
local host = url:match "//(.*)$"
local handle = curl.new and curl.new() or curl.easy_init()
local keys = {}
local signed = "content-type;host;x-amz-date;x-amz-target"

local function hex(bytes)
  return (bytes:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end

local function sha256(text) return hex(digest.new("sha256"):final(text)) end

local function mac(key, text) return hmac.new(key, "sha256"):final(text) end

local function key_for(day, service)
  local id = service .. day
  keys[id] = keys[id] or mac(mac(mac(mac("AWS4test", day), "us-east-1"), service), "aws4_request")
  return keys[id]
end

local function sign(service, target, body)
  local date = os.date "!%Y%m%dT%H%M%SZ"
  local day = date:sub(1, 8)
  local scope = day .. "/us-east-1/" .. service .. "/aws4_request"
  local canonical = table.concat({
    "POST", "/", "", "content-type:application/x-amz-json-1.0", "host:" .. host,
    "x-amz-date:" .. date, "x-amz-target:" .. target, "", signed, sha256(body),
  }, "\n")
  local text = table.concat({ "AWS4-HMAC-SHA256", date, scope, sha256(canonical) }, "\n")
  local signature = hex(mac(key_for(day, service), text))
  return date, "Authorization: AWS4-HMAC-SHA256 Credential=test/" .. scope ..
    ", SignedHeaders=" .. signed .. ", Signature=" .. signature
end

local function call(service, target, parameters)
  local body, answer = cjson.encode(parameters), {}
  local date, authorization = sign(service, target, body)
  handle:setopt(curl.OPT_URL, url .. "/")
  handle:setopt(curl.OPT_POST, 1)
  handle:setopt(curl.OPT_POSTFIELDS, body)
  handle:setopt(curl.OPT_HTTPHEADER, {
    "Content-Type: application/x-amz-json-1.0", "X-Amz-Target: " .. target,
    "X-Amz-Date: " .. date, authorization,
  })
  handle:setopt(curl.OPT_WRITEFUNCTION, function(a, b)
    local chunk = type(a) == "string" and a or b
    answer[#answer + 1] = chunk
    return #chunk
  end)
  handle:perform()
  return cjson.decode(table.concat(answer))
end

local function dynamodb(operation, parameters)
  return call("dynamodb", "DynamoDB_20120810." .. operation, parameters)
end

local function sqs(operation, queue, parameters)
  parameters.QueueUrl = url .. "/000000000000/" .. queue
  return call("sqs", "AmazonSQS." .. operation, parameters)
end

local A = {}

function A.put(t, key)
  return dynamodb("PutItem", { TableName = t, Item = { pk = { S = key }, v = { S = "hello" } } })
end

function A.get(t, key)
  return dynamodb("GetItem", { TableName = t, Key = { pk = { S = key } } }).Item
end

function A.delete(t, key)
  return dynamodb("DeleteItem", { TableName = t, Key = { pk = { S = key } } })
end

function A.send(queue, body, delay)
  return sqs("SendMessage", queue, { MessageBody = body, DelaySeconds = delay })
end

function A.receive(queue, wait)
  return sqs("ReceiveMessage", queue, { WaitTimeSeconds = wait }).Messages
end

function A.delete_message(queue, receipt)
  return sqs("DeleteMessage", queue, { ReceiptHandle = receipt })
end

function A.eventually(fetch, within_ms, every_ms)
  local start = system.monotime()
  while true do
    local found = fetch()
    if found then return found end
    if system.monotime() - start > within_ms / 1000 then error("not within " .. within_ms) end
    system.sleep(every_ms / 1000)
  end
end

return A
