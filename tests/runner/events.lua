-- args: -j 1 -v
-- exit: 1
-- out: E  slrun.event has no 'sqss'; did you mean 'sqs'?
-- out: E  event.s3_put takes a table with bucket and key, got { bucket = "b" }
-- out: 2 failed, 10 passed

local event <const> = require "slrun.event"
local cjson <const> = require "cjson"
local dynamodb <const> = require "slrun.dynamodb"

pattern { name = "events" }

case "messages of a queue" (function()
  local made = event.sqs { "one", { two = 2 }, { body = "three", messageAttributes = { n = 1, s = "x" } }, queue = "in" }
  expect(made.Records):has_length(3)
  expect(made.Records[1]):matches {
    body = "one", md5OfBody = "f97c5d29941bfb1b2fdab0874906ab82", eventSource = "aws:sqs", awsRegion = "us-east-1",
    eventSourceARN = "arn:aws:sqs:us-east-1:000000000000:in", attributes = { ApproximateReceiveCount = "1" },
  }
  expect(made.Records[2].body):equals '{"two":2}'
  expect(made.Records[3].messageAttributes):matches {
    n = { dataType = "Number", stringValue = "1" }, s = { dataType = "String", stringValue = "x" },
  }
end)

case "one message alone" (function()
  expect(event.sqs("x").Records[1].body):equals "x"
  expect(event.sqs({ body = "y" }).Records[1].body):equals "y"
end)

case "events nest" (function()
  local made = event.sqs(event.sns(event.s3_put { bucket = "b", key = "a b/ü@1.txt", size = 3 }))
  local sns = cjson.decode(made.Records[1].body).Records[1].Sns
  local s3 = cjson.decode(sns.Message).Records[1].s3
  expect(s3.object):matches { key = "a+b/%C3%BC%401.txt", size = 3 }
  expect(s3.bucket.arn):equals "arn:aws:s3:::b"
end)

case "records of a stream" (function()
  local made = event.kinesis { "text", { id = 1 }, { data = "x", partitionKey = "p" }, stream = "s" }
  expect(made.Records[1].kinesis):matches { data = "dGV4dA==", partitionKey = "1", kinesisSchemaVersion = "1.0" }
  expect(made.Records[2].kinesis.data):equals "eyJpZCI6MX0="
  expect(made.Records[3].kinesis.partitionKey):equals "p"
  expect(made.Records[3].eventSourceARN):equals "arn:aws:kinesis:us-east-1:000000000000:stream/s"
  expect(made.Records[1].kinesis.sequenceNumber < made.Records[2].kinesis.sequenceNumber):is_true()
end)

case "changes of a table" (function()
  local made = event.dynamodb_stream {
    { keys = { PK = "a" }, new = { PK = "a", n = 1, l = { true, "x" }, m = { k = 1.5 }, s = dynamodb.set { "q" } } },
    { keys = { PK = "b" }, old = { PK = "b" } },
    table = "t",
  }
  expect(made.Records[1]):matches {
    eventName = "INSERT", dynamodb = { Keys = { PK = { S = "a" } }, NewImage = {
      n = { N = "1" }, l = { L = { { BOOL = true }, { S = "x" } } }, m = { M = { k = { N = "1.5" } } }, s = { SS = { "q" } },
    } },
  }
  expect(made.Records[2]):matches { eventName = "REMOVE", dynamodb = { OldImage = { PK = { S = "b" } } } }
  expect(made.Records[2].dynamodb.NewImage):is_absent()
end)

case "a request to a REST API" (function()
  local made = event.apigw {
    method = "POST", resource = "/users/{id}/files/{path+}", path = "/users/7/files/a/b.txt", query = { q = { 1, 2 } },
    headers = { Accept = "text/plain" }, body = { a = 1 },
  }
  expect(made):matches {
    httpMethod = "POST", pathParameters = { id = "7", path = "a/b.txt" }, queryStringParameters = { q = "2" },
    multiValueQueryStringParameters = { q = { "1", "2" } }, headers = { Accept = "text/plain" }, body = '{"a":1}',
    isBase64Encoded = false, requestContext = { stage = "Prod", resourcePath = "/users/{id}/files/{path+}" },
  }
end)

case "a request to an HTTP API" (function()
  local made = event.http_api { path = "/a", query = { b = { 1, 2 } }, headers = { ["X-Y"] = "z" }, cookies = { "c=d" } }
  expect(made):matches {
    version = "2.0", routeKey = "GET /a", rawQueryString = "b=1,2", headers = { ["x-y"] = "z" }, cookies = { "c=d" },
    requestContext = { http = { method = "GET", path = "/a" } },
  }
  expect(made.body):is_absent()
end)

case "an event of a bus" (function()
  expect(event.eventbridge { source = "app", detail_type = "Order", detail = { id = 1 } }):matches {
    source = "app", ["detail-type"] = "Order", detail = { id = 1 }, version = "0",
  }
end)

case "an object was removed" (function()
  local record = event.s3_delete({ bucket = "b", key = "k" }).Records[1]
  expect(record):matches { eventName = "ObjectRemoved:Delete", s3 = { object = { key = "k" } } }
  expect(record.s3.object.size):is_absent()
end)

case "a misspelt event" (function() event.sqss {} end)
case "an object without a key" (function() event.s3_put { bucket = "b" } end)

-- As DynamoDB writes them, which has decimal numbers: 1.1 is not 1.1000000000000001.
case "numbers of a stream are as short as they can be read back" (function()
  local new = { price = 1.1, sum = 0.1 + 0.2, whole = 5.0, less = -2.25 }
  local image = event.dynamodb_stream { { keys = { id = "1" }, new = new } }.Records[1].dynamodb.NewImage
  expect(image):equals { price = { N = "1.1" }, sum = { N = "0.30000000000000004" }, whole = { N = "5" }, less = { N = "-2.25" } }
end)
