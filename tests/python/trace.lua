-- What a trace shows, and what it must not: values that contain the word MARKED are secrets.
local apigateway <const> = require "slrun.apigateway"
local dynamodb <const> = require "slrun.dynamodb"
local http <const> = require "slrun.http"
local lambda <const> = require "slrun.lambda"
local s3 <const> = require "slrun.s3"
local sts <const> = require "slrun.sts"

local peer <const> = os.getenv "PEER"
local key <const> = "MARKED-key-of-32-bytes-xxxxxxxxx"

case "an item" {
  seed = function() dynamodb.put_item { TableName = "T1", Item = { PK = "a", Note = ("n"):rep(200) } } end,
  act = function() dynamodb.get_item { TableName = "T1", Key = { PK = "slow" } } end,
  poll = function() return dynamodb.get_item { TableName = "T1", Key = { PK = "a" } } end,
}

case "a refusal" (function()
  pcall(dynamodb.get_item, { TableName = "Denied", Key = { PK = "a" } })
end)

case "bytes" (function(t)
  s3.put_object { Bucket = "b1", Key = "k\27[31m", Body = "\0\1\2\255" }
  s3.put_object { Bucket = "b1", Key = "large", Body = ("0123456789"):rep(10000) }
end)

case "secrets" (function()
  local url = s3.presign("get_object", { Bucket = "b1", Key = "k" }, { expires = "15m" })
  http.get(url, { headers = { Cookie = "id=MARKED-cookie", Authorization = "Basic MARKED-basic" } })
  http.post(peer .. "/login", { json = { user = "ada", password = "MARKED-password" } })
  http.post(peer .. "/x", { form = { password = "MARKED form/&" } })
  s3.put_object { Bucket = "b1", Key = "k", Body = "x", SSECustomerAlgorithm = "AES256", SSECustomerKey = key }
  lambda.update_function_configuration {
    FunctionName = "f1", Environment = { Variables = { PASSWORD = "MARKED \"quoted\" <value>" } },
  }
  local session = sts.get_session_token { TokenCode = "MARKED-code", SerialNumber = "arn:aws:iam::1:mfa/me" }
  http.post(peer .. "/echo", { body = "again " .. session.Credentials.SecretAccessKey })
  apigateway.create_api_key { name = "n", value = "MARKED-api-key-of-20-chars" }
  lambda.update_function_configuration { FunctionName = "f1", Environment = { Variables = { PIN = "M4RK" } } }
end)
