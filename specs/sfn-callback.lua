-- SPDX-License-Identifier: Apache-2.0
-- An expense waits for a person: a state machine asks by a queue and stands still until an API has the answer, or a day is
-- over. The specs play the person: they hear the question, and answer it by its token.
local cjson       <const> = require "cjson"
local dynamodb    <const> = require "slrun.dynamodb"
local event       <const> = require "slrun.event"
local http        <const> = require "slrun.http"
local lambda      <const> = require "slrun.lambda"
local local_cloud <const> = require "slrun.local_cloud"
local sqs         <const> = require "slrun.sqs"
local states      <const> = require "slrun.states"

pattern {
  name  = "sfn-callback",
  about = "An expense is paid when a person has approved it.",
  stack = "stacks/sfn-callback",
  sla   = "15s",
  tags  = { "states", "sqs", "lambda", "apigateway", "dynamodb" },
}

local function owns_its_expense(t)
  t:own(dynamodb.partition { TableName = t.stack.TableName, Key = { id = t.id } })
  t:own(states.executions { stateMachineArn = t.stack.StateMachineArn, containing = t.id })
end

local function hears_the_question(t)
  t.asked = sqs.listen {
    QueueUrl = t.stack.QuestionsUrl,
    match = function(message) return message.Body:find(t.id, 1, true) end,
  }
end

local function claim(t)
  states.start_execution { stateMachineArn = t.stack.StateMachineArn, name = t.id, input = { id = t.id, amount = 12.5 } }
end

-- What the person was asked.
local function question(t)
  return cjson.decode(t.asked:wait()[1].Body)
end

local function post(t, body)
  return http.post(t.stack.ApiUrl .. "/answers", { json = body })
end

local function expense(t)
  return dynamodb.get_item { TableName = t.stack.TableName, Key = { id = t.id } }
end

---------------------------------------------------------------------------------------------------
-- The function alone: an event goes straight to its handler.

case "the function refuses what is no answer" {
  rows = {
    { name = "no JSON", body = "yes", error = "an answer has token, says and by" },
    { name = "a list", body = "[1]", error = "an answer has token, says and by" },
    { name = "nothing", error = "an answer has token, says and by" },
    { name = "no token", body = { says = "yes", by = "ada" }, error = "an answer has token, says and by" },
    { name = "neither yes nor no", body = { token = "t", says = "perhaps", by = "ada" }, error = "says is yes or no" },
    { name = "an invented token", body = { token = "t", says = "yes", by = "ada" }, error = "this is no token" },
  },

  act = function(t)
    return lambda.invoke {
      FunctionName = t.stack.FunctionName,
      Payload = event.http_api { method = "POST", path = "/answers", body = t.body },
    }
  end,

  check = function(t, answer)
    expect(answer.Payload.statusCode):equals(400)
    expect(answer.Payload.body):json():equals { error = t.error }
  end,
}

---------------------------------------------------------------------------------------------------
-- The whole: an execution waits for its answer.

case "a person is asked, and nothing happens before the answer" {
  seed = owns_its_expense,
  listen = hears_the_question,
  stays = "3s",
  act = claim,
  poll = function(t) return { asked = t.asked:records(), expense = expense(t) } end,

  check = function(t, found)
    expect(found.asked):has_length(1)
    expect(found.asked[1].Body):json():matches { id = t.id, amount = 12.5, token = "^.+$" }
    expect(found.expense.Item):is_absent()
  end,
}

case "the expense becomes what the person says" {
  rows = {
    { name = "yes", says = "yes", want = { amount = 12.5, state = "paid", by = "ada" } },
    { name = "no", says = "no", want = { state = "refused", why = "Refused" } },
  },
  seed = owns_its_expense,
  listen = hears_the_question,

  act = function(t)
    claim(t)
    expect(post(t, { token = question(t).token, says = t.says, by = "ada" }).status):equals(200)
  end,

  poll = expense,
  check = function(t, found) expect(found.Item):matches(t.want) end,
}

case "only the first answer counts" {
  seed = owns_its_expense,
  listen = hears_the_question,
  stays = "3s", -- the second answer has its time to do harm

  act = function(t)
    claim(t)
    local token = question(t).token
    expect(post(t, { token = token, says = "no", by = "ada" }).status):equals(200)
    local second = post(t, { token = token, says = "yes", by = "bob" })
    expect(second.status):equals(410)
    expect(second.json):equals { error = "it was answered before, or too late" }
  end,

  poll = expense,

  check = function(_, found)
    expect(found.Item):matches { state = "refused" }
    expect(found.Item.by):is_absent()
  end,
}

case "an expense that nobody answers is refused after a day, and not before" {
  controls = { "clock" },
  seed = owns_its_expense,
  listen = hears_the_question,

  act = function(t)
    claim(t)
    t.token = question(t).token
    t.asked:close() -- a day of long polls would be thousands of requests
    local_cloud.advance "23h"
    expect(expense(t).Item):because("an hour is left"):is_absent()
    local_cloud.advance "1h"
  end,

  poll = expense,

  check = function(t, found)
    expect(found.Item):matches { state = "refused", why = "States.Timeout" }
    expect(post(t, { token = t.token, says = "yes", by = "ada" }).status):equals(410)
  end,
}

case "a question that cannot be asked fails the execution, and pays nothing" {
  controls = { "faults" },

  seed = function(t)
    owns_its_expense(t)
    local_cloud.fail { service = "sqs", operation = "send_message", resource = t.stack.QuestionsUrl:match "[^/]+$", error = "OverLimit" }
  end,

  act = claim,

  poll = function(t)
    return states.describe_execution { executionArn = t.stack.StateMachineArn:gsub(":stateMachine:", ":execution:") .. ":" .. t.id }
  end,

  check = function(t, found)
    expect(found.status):equals "FAILED"
    expect(found.error):contains "OverLimit"
    expect(expense(t).Item):is_absent()
  end,
}
