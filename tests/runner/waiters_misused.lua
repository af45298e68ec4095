-- args: --tb=line
-- exit: 1
-- out: waiters_misused.lua:15: cloudformation.stack_gone: expected a duration such as "30s", got 5
-- out: waiters_misused.lua:19: cloudformation.wait_until_change_set_created: expected a table with StackName and ChangeSetName
-- out: waiters_misused.lua:23: cloudformation.wait_until_deleted: expected the name of a stack, got number
-- out: waiters_misused.lua:27: stack nowhere does not exist
-- out: waiters_misused.lua:31: stream nowhere is not ACTIVE after 1s, but absent
-- out: waiters_misused.lua:35: s3.wait_until_object_exists: expected a table with Bucket and Key
-- no: slrun.cloudformation:
-- Errors of waiters name the line that called them, not one of a prelude.
local cloudformation <const> = require "slrun.cloudformation"
local kinesis        <const> = require "slrun.kinesis"
local s3             <const> = require "slrun.s3"
case "a number of minutes" (function(t)
  cloudformation.stack_gone({ StackName = t.id }, 5)
end)

case "a change set alone" (function()
  cloudformation.wait_until_change_set_created "orders"
end)

case "no name" (function()
  cloudformation.wait_until_deleted(5)
end)

case "no stack" (function()
  cloudformation.wait_until_created("nowhere", "1s")
end)

case "no stream" (function()
  kinesis.wait_until_stream_exists("nowhere", "1s")
end)

case "a key alone" (function()
  s3.wait_until_object_exists("key", "1s")
end)
