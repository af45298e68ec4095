-- lines: FAILURES
-- args: --clock=real
-- What no report shows.
case "a value under a key that is called like a secret" (function()
  local config = { user = "ada", password = "hunter2", api_key = "k-123456", next = { refresh_token = "abc" } }
  expect(config):equals { user = "bob", password = "other", api_key = "k-654321", next = {} }
end)

case "a secret as the subject" (function()
  local config = {}
  for _, name in ipairs { "user", "Authorization" } do config[name] = "Basic dXNlcg" .. "==" end
  expect(config):at("Authorization"):equals "none"
end)

case "a presigned address" (function()
  local url = "https://bucket.s3.amazonaws.com/key?X-Amz-Algorithm=AWS4-HMAC-SHA256"
    .. "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
    .. "&X-Amz-Security-Token=IQoJb3JpZ2luX2Vj" .. "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835"
  expect(url):is_absent()
end)

case "in what a program has printed" (function()
  local output = '{"level":"info","password":"' .. "hunter2" .. '","sessionToken":"' .. "abcdef" .. '"} done'
  expect(output):equals "done"
end)

case "in an error" (function()
  error("GET /key?X-Amz-Signature=" .. "aeeed9bb" .. "&x=1 failed; Bearer " .. "abc.def.ghi")
end)

case "page tokens are none" (function()
  local page = { NextToken = "page-2", ClientRequestToken = "c-1" }
  expect(page):equals { NextToken = "page-3", ClientRequestToken = "c-1" }
end)

case "of waits" {
  sla = "300ms", every = "50ms",
  poll = function() return { status = "open", session_token = "abc" .. "def" } end,
  check = function(_, found) expect(found.status):equals "closed" end,
}

case "printed and logged" (function(t)
  print('{"password": "' .. "hunter2" .. '"} and token=' .. "abcdef")
  t:log("Authorization: AWS4-HMAC-SHA256 Credential=" .. "AKIA" .. "/x, Signature=" .. "feed")
  expect(1):equals(2)
end)

-- The variables of a function are marked as a whole: names, addresses and words among them are shown all the same.
case "the settings of a function" (function()
  pcall(require("slrun.lambda").update_function_configuration, { FunctionName = "none", Environment = { Variables = {
    SERVICE = "uploads", TABLE = "orders-prod-table-eu-central-1", QUEUE_URL = "http://127.0.0.1:1/000000000000/q",
    LINES = "orders-Lines-1HqmYnsnhArT", DB_PASSWORD = "hunter2x", SIGNER = "s1gner-with-20-digits", PIN = "12345678",
  } } })
  error("shown: uploads orders-prod-table-eu-central-1 http://127.0.0.1:1/000000000000/q orders-Lines-1HqmYnsnhArT; not: "
    .. "hunter2x s1gner-with-20-digits 12345678")
end)

-- Lines of a program's text name secrets, and have none but in quotes.
case "the code in a traceback" (function(t)
  local frame = '  File "/var/task/app.py", line 7, in handler'
  local plain = frame .. '\n    send(taskToken=query["token"], password="' .. "hunter2" .. '", other=self.token)\nKeyError: token=' .. "abcdef"
  local json = '{"stackTrace": ["  File \\"/var/task/app.py\\", line 8, in handler\\n    login(os.environ[\\"DB_PASSWORD\\"], token=token)\\n"], "token": "'
    .. "abcdef" .. '"}'
  t:log(plain)
  t:log(json)
  t:log("Authorization: Basic " .. "dXNlcg==" .. '; "authorization": "' .. "Qm9i" .. '", Error: password: ' .. "hunter2")
  t:log('{"password": "hun, ter' .. '\\"2"}, {\\"token\\": \\"a b' .. "c" .. '\\"}')
  error("see above", 0)
end)

case "nothing in place of a secret" (function()
  local null = require("cjson").null
  print "token=None, password: null, \"apiKey\": undefined"
  expect({ token = null, password = false, api_key = 5 }):equals { token = "a" .. "b", password = "c" .. "d", api_key = "5" }
end)
