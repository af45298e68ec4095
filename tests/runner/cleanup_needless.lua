-- args: -j 1
-- exit: 1
-- err: ::deletes what it made[1]: dynamodb.create_table is already undone by slrun, also after kill -9: this t:defer (cleanup_needless.lua:31) is not needed for it
-- err: ::deletes it in teardown: dynamodb.create_table is already undone by slrun, also after kill -9: this teardown (cleanup_needless.lua:37) is not needed for it
-- err: ::defers before it makes: dynamodb.create_table is already undone by slrun, also after kill -9: this t:defer (cleanup_needless.lua:46) is not needed for it
-- err: ::uses a fixture that deletes: dynamodb.create_table is already undone by slrun, also after kill -9: the teardown of fixture 'queue' is not needed for it
-- err: ::makes in teardown: dynamodb.create_table in this teardown (cleanup_needless.lua:56): it must be removed in the time of the same clean-up
-- out: ResourceNotFoundException
-- out: 9 passed, 1 error
-- no: another time
-- no: something else
-- no: cleanup_needless.lua::deletes what it made[2]

local dynamodb <const> = require "slrun.dynamodb"

local function make(name)
  dynamodb.create_table { TableName = name, BillingMode = "PAY_PER_REQUEST",
    AttributeDefinitions = { { AttributeName = "PK", AttributeType = "S" } },
    KeySchema = { { AttributeName = "PK", KeyType = "HASH" } } }
  dynamodb.wait_until_exists(name)
  return name
end

local function delete(name) dynamodb.delete_table { TableName = name } end

-- Once for the place, however many cases come by.
case "deletes what it made" {
  each = { n = { 1, 2 } },
  act = function(t)
    local name = make(t.id)
    t:defer(function() delete(name) end)
  end,
}

case "deletes it in teardown" {
  act = function(t) make(t.id) end,
  teardown = function(t)
    delete(t.id)
    dynamodb.list_tables {}
  end,
}

-- Here it even fails: the undo comes first.
case "defers before it makes" (function(t)
  local name = t.id
  t:defer(function() delete(name) end)
  make(name)
end)

fixture "queue" {
  setup = function(t) return make(t.id) end,
  teardown = function(_, name) delete(name) end,
}
case "uses a fixture that deletes" { uses = { "queue" }, act = function() end }

case "makes in teardown" { act = function() end, teardown = function(t) make(t.id) end }

case "deletes something else: no warning" (function(t)
  make(t.id)
  t:defer(function() pcall(delete, t.id .. "-other") end)
end)

case "deletes it in act, and another time: no warning" (function(t)
  delete(make(t.id))
end)

case "defers what is not deleted otherwise: no warning" (function(t)
  local name = t.id
  make(name)
  t:defer(function()
    dynamodb.put_item { TableName = name, Item = { PK = "a" } }
    expect(dynamodb.get_item { TableName = name, Key = { PK = "a" } }.Item):exists()
  end)
end)
