-- args: -j 1
-- exit: 1
-- out: ERROR in listening_misused.lua::an option that is none
-- out: listening_misused.lua:29
-- out: sqs.listen has no 'macth'; it has QueueUrl, match
-- out: ERROR in listening_misused.lua::on several lines
-- out: listening_misused.lua:36
-- out: sqs.listen: expected a table with QueueUrl
-- out: ERROR in listening_misused.lua::a queue that is not there
-- out: listening_misused.lua:55
-- out: QueueDoesNotExist
-- out: ERROR in clean-up of listening_misused.lua::in its clean-up
-- out: ::in a check
-- out: listening_misused.lua:47
-- out: ::in a function
-- out: listening_misused.lua:51
-- out: ::behind xpcall
-- out: listening_misused.lua:61
-- out: ::where a frame is left
-- out: listening_misused.lua:67
-- no: listening_misused.lua:74
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
