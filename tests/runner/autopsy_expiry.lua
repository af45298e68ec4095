-- exit: 1
-- out: expires is a string: time to live takes numbers alone, so this item stays
-- out: years: time to live takes seconds since 1970, and these may be milliseconds
-- out: expires was over more than five years ago: time to live leaves such items
-- out: 3 failed, 1 passed
-- A wait for an item to expire whose attribute does not say when: AWS tells nobody, and the item stays.
local dynamodb <const> = require "slrun.dynamodb"

pattern { name = "expiry", sla = "3m" }

local moments <const> = {
  { name = "as a string", of = function(now) return tostring(now + 60) end },
  { name = "in milliseconds", of = function(now) return (now + 60) * 1000 end },
  { name = "long ago", of = function() return 60 end },
  { name = "in a minute", of = function(now) return now + 60 end },
}

case "an item goes" {
  rows = moments,
  seed = function(t)
    dynamodb.create_table {
      TableName = t.id, BillingMode = "PAY_PER_REQUEST",
      AttributeDefinitions = { { AttributeName = "id", AttributeType = "S" } },
      KeySchema = { { AttributeName = "id", KeyType = "HASH" } },
    }
    dynamodb.wait_until_exists(t.id)
    dynamodb.update_time_to_live { TableName = t.id, TimeToLiveSpecification = { Enabled = true, AttributeName = "expires" } }
    t:own(dynamodb.partition { TableName = t.id, Key = { id = t.id } })
  end,
  act = function(t)
    dynamodb.put_item { TableName = t.id, Item = { id = t.id, expires = t.of(math.floor(t:now())) } }
  end,
  poll = function(t) return dynamodb.get_item { TableName = t.id, Key = { id = t.id } } end,
  check = function(_, found) expect(found.Item):is_absent() end,
}
