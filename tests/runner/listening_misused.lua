-- args: -j 1
-- exit: 1
-- out: ERROR in listening_misused.lua::an option that is none
-- out: listening_misused.lua:32
-- out: sqs.listen has no 'macth'; it has QueueUrl, match
-- out: ERROR in listening_misused.lua::on several lines
-- out: listening_misused.lua:39
-- out: sqs.listen: expected a table with QueueUrl
-- out: ERROR in listening_misused.lua::a queue that is not there
-- out: listening_misused.lua:58
-- out: QueueDoesNotExist
-- out: ERROR in clean-up of listening_misused.lua::in its clean-up
-- out: ::in a check
-- out: listening_misused.lua:50
-- out: ::in a function
-- out: listening_misused.lua:54
-- out: ::behind xpcall
-- out: listening_misused.lua:64
-- out: ::where a frame is left
-- out: listening_misused.lua:70
-- err: ::kept to itself: this listen (listening_misused.lua:81) returns nothing
-- out: listening_misused.lua:92: listen returned a number; write return sqs.listen { ... }
-- no: kept on t: this
-- no: listening_misused.lua:77
-- no: slrun.sqs
-- `return sqs.listen { ... }` is a tail call, which leaves no frame of the spec: its line is told all the same.
local sqs <const> = require "slrun.sqs"

local function nothing() end

case "an option that is none" {
  listen = function(t) return sqs.listen { QueueUrl = t.id, macth = 1 } end,
  check = nothing,
}

case "on several lines" {
  listen = function()
    if not sqs then return nil end
    return sqs.listen {
      match = function(m)
        return m
      end,
    }
  end,
  check = nothing,
}

case "in a check" {
  poll = function() return true end,
  check = function() return sqs.listen {} end,
}

case "in a function" (function()
  return sqs.listen {}
end)

case "a queue that is not there" {
  listen = function(t) return sqs.listen { QueueUrl = t.id } end,
  check = nothing,
}

local said
case "behind xpcall" {
  act = function() return xpcall(sqs.listen, function(message) said = message end, {}) end,
  check = function() error(said, 0) end,
}

case "where a frame is left" {
  act = function(t)
    local listener = sqs.listen {}
    return t:log(listener)
  end,
}

case "in its clean-up" {
  act = nothing,
  teardown = function(t) t:sleep "1ms" return sqs.listen {} end,
}

case "kept to itself" {
  listen = function(t) sqs.listen { QueueUrl = sqs.create_queue { QueueName = t.id }.QueueUrl } end,
  act = nothing,
  check = nothing,
}

case "kept on t" {
  listen = function(t) t.heard = sqs.listen { QueueUrl = sqs.create_queue { QueueName = t.id }.QueueUrl } end,
  act = nothing,
  check = nothing,
}

case "no listener" { listen = function() return 5 end, check = nothing }
