-- lines: FAILURES
-- Expectations that fail, one kind of difference each.
local dynamodb <const> = require "slrun.dynamodb"

case "equals, deep in a table" (function()
  local found = { Count = 2, Items = { { id = 1, status = "done" }, { id = 2, status = "pending" } } }
  expect(found):equals { Count = 2, Items = { { id = 1, status = "done" }, { id = 2, status = "done" } } }
end)

case "equals, several differences" (function()
  local found = { id = "o-1", total = 10, lines = {}, extra = true }
  expect(found):equals { id = "o-1", total = 12, lines = { "a" }, currency = "EUR" }
end)

case "equals, members missing" (function()
  local found = { Items = { "a", "b", "e" } }
  expect(found):equals { Items = { "a", "b", "c", "d", "e" } }
end)

case "equals, members too many" (function()
  local ids = { "a", "b", "b", "c" }
  expect(ids):equals { "a", "b", "c" }
end)

case "equals, another order" (function()
  local ids = { "b", "a", "c" }
  expect(ids):equals { "a", "b", "c" }
end)

case "equals, texts of several lines" (function()
  local body = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n"
  expect(body):equals "one\ntwo\n3\nfour\nfive\nsix\nseven\neight\n"
end)

case "equals, a long text" (function()
  local body = ("x"):rep(500) .. "A" .. ("y"):rep(300)
  expect(body):equals(("x"):rep(500) .. "B" .. ("y"):rep(300))
end)

case "equals, a long value" (function()
  local body = ("0123456789"):rep(1000)
  expect(body):equals "short"
end)

case "equals, another type" (function()
  expect("12"):equals(12)
end)

case "equals, sets" (function()
  local item = { tags = dynamodb.set { "a", "b" } }
  expect(item):equals { tags = dynamodb.set { "b", "c" } }
end)

case "equals, numbers of 38 digits" (function()
  local total = dynamodb.number "12345678901234567890123456789012345678"
  expect(total):equals(dynamodb.number "1.2345678901234567890123456789012345678e37") -- the same number
  expect(total):equals(dynamodb.number "12345678901234567890123456789012345679")
end)

case "equals, binary" (function()
  local data = dynamodb.binary "\0\1\2\255"
  expect(data):equals(dynamodb.binary "\0\1\3\255")
end)

case "equals, binary and a string" (function()
  expect(dynamodb.binary "abc"):equals "abc"
end)

case "equals, bytes that are no text" (function()
  expect("\200\201"):equals "\200\202"
end)

case "equals, a table that holds itself" (function()
  local a, b = { n = 1 }, { n = 2 }
  a.me, b.me = a, b
  expect(a):equals(b)
end)

case "equals, a large table" (function()
  local rows = {}
  for i = 1, 500 do rows[i] = { id = i, status = i % 50 == 0 and "pending" or "done" } end
  local all = {}
  for i = 1, 500 do all[i] = { id = i, status = "done" } end
  expect(rows):equals(all)
end)

case "matches" (function()
  local order = { id = "o-17", status = "pending", total = 17, lines = { { sku = "a" } } }
  expect(order):matches {
    id = "^o%-%d+$",
    status = "^done",
    total = function(n) return n > 20 end,
    lines = { { sku = "b" } },
    paid = true,
  }
end)

case "has_length" (function()
  local found = { Items = { "a", "b" } }
  expect(found.Items):has_length(3)
end)

case "contains, of a text" (function() expect("abc"):contains "x" end)

case "contains, of a list of tables" (function()
  local found = { Items = { { id = "r1", status = "done" }, { id = "r3", status = "pending" } } }
  expect(found.Items):contains { id = "r3", status = "done" }
end)

case "is_near" (function() expect(3.14):is_near(3, 0.1) end)

case "is_at_least" (function()
  local n = 3
  expect(n):is_at_least(5)
end)

case "is_a" (function() expect(12):is_a "string" end)

case "raises, another error" (function()
  expect(function() error("no such thing", 0) end):raises "ResourceNotFoundException"
end)

case "raises, no error" (function() expect(function() end):raises "AccessDenied" end)

case "raises, an error of an operation" (function()
  expect(function() dynamodb.get_item { TableName = "none", Key = { PK = "a" } } end)
    :raises "ConditionalCheckFailedException"
end)

case "at, where the path ends early" (function()
  local found = {}
  expect(found):at("Item.lines[1].status"):equals "done"
end)

case "never" (function()
  local queue = { { id = "a" }, { id = "b" } }
  expect(queue):never():contains { id = "b" }
end)

case "because" (function()
  expect(1):because("one is not two"):equals(2)
end)

local function is_done(order)
  expect(order.status):equals "done"
end

case "in a function of the spec" (function()
  is_done { status = "pending" }
end)

case "an expectation over several lines" (function()
  local order = { status = "pending" }
  expect(order)
    :because("it was paid")
    :equals {
      status = "done",
    }
end)

case "a member, with what it is a part of" (function()
  local answer = { status = 500, body = { message = "no such table" }, token = "a4f1c7" }
  expect(answer.status):equals(200)
end)

case "a path that is nearly there" (function() expect { Item = { Status = "done" } }:at("Item.status"):equals "done" end)
case "a path whose beginning is nearly there" (function() expect { Item = { Status = "done" } }:at("item.Status"):equals "done" end)
case "a member that is nearly there" (function() expect { id = 1, Key = "a" }:matches { id = 1, key = "a" } end)
case "no other member is like it" (function() expect { id = 1, Key = "a", kay = 2 }:matches { id = 1, kay = 2, price = "a" } end)
case "a name of one letter is like any other" (function() expect { a = 1 }:at("b"):exists() end)
case "a member that is wanted itself is no other" (function() expect { id = 1, keys = 2 }:matches { id = 1, keys = 2, key = "a" } end)
case "what must not be absent" (function() expect { Status = 1 }:at("status"):never():is_absent() end)

case "matches, a table and a text that says it" (function()
  local message = { Body = '{"id":"o-1"}' }
  expect(message):matches { Body = { id = "o-1" } }
end)
