-- lines: FAILURES
-- What who is new to Lua writes: errors of Lua, each with what to write instead.
local dynamodb <const> = require "slrun.dynamodb"

local function nothing() return {} end

case "a function that stands below" (function() book() end)
case "a word that is misspelt" (function() expct(1):equals(1) end)
case "a field of t that is misspelt" (function(t) return t.stak.Url end)
case "the length of what is not there" (function() return #nothing().Messages end)
case "a text and a number" (function() return "10" < 5 end)
case "a list without ipairs" (function() for _, n in { 1, 2 } do print(n) end end)
case "a number to another service" (function() dynamodb.get_item { TableName = 5 } end)

local function book() end
book()

case "assert in a wait" {
  poll = nothing,
  check = function(_, found) assert(found.n == 2) end,
}

case "a poll without return" {
  poll = function() nothing() end,
  check = function(_, found) expect(found.n):equals(2) end,
}

case "a member that is not there yet" {
  poll = nothing,
  check = function(_, found) expect(found.Item.n):equals(2) end,
}

case "a number that is not there yet" {
  poll = nothing,
  check = function(_, found) expect(found.n > 2):is_true() end,
}

case "a field of a text" (function()
  local message = { Body = '{"status":"done"}' }
  expect(message.Body.status):equals "done"
end)

case "a path into a text" (function()
  expect({ Body = '{"status":"done"}' }):at("Body.status"):equals "done"
end)

case "a field of what is no text" (function()
  local text, message = "text", { Body = {} }
  expect(text.none):is_absent()
  expect(message.Body.status):equals "done"
end)
