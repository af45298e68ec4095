-- Cases whose course the page of --html shows. Markup in names, messages and output is text.
local dynamodb <const> = require "slrun.dynamodb"

local MARKUP = "<img src=x onerror=document.title='owned'></script><script>document.title='owned'</script><!--"

pattern { name = "pages", tags = { "shown" } }

case "passes at once" { tags = { "fast" }, act = function() end }

case "passes at last" {
  sla = "10s",
  act = function(t) t.began = t:now() end,
  poll = function(t) return { status = t:now() - t.began > 3 and "done" or "pending" } end,
  check = function(_, found) expect(found.status):equals "done" end,
}

case "fails after a wait" {
  sla = "5s",
  seed = function(t) t:log("seeded ", t.id) t:attach("order.json", '{"sku":"tea"}') t:attach("raw.bin", "\0\255") end,
  act = function(t) t.n = 0 end,
  poll = function(t) t.n = t.n + 1 return { Items = { { status = t.n < 5 and "new" or "pending" } } } end,
  check = function(_, found) expect(found.Items[1].status):equals "done" end,
}

case("says " .. MARKUP) {
  act = function(t)
    print(MARKUP)
    t:attach("page.html", MARKUP)
    error(MARKUP .. "\u{2028}")
  end,
}

case "breaks in seed" { seed = function() error "no seed" end, act = function() end }
case "cleans up badly" { act = function() end, teardown = function() error "no clean-up" end }
case "is skipped" { skip = "not today", act = function() end }
case "is expected to fail" { xfail = "known", act = function() expect(1):equals(2) end }

local tries = 0
case "is flaky" { retries = 1, act = function() tries = tries + 1 expect(tries):equals(2) end }

case "calls" {
  seed = function(t)
    t.table = "pages-" .. t.id
    dynamodb.create_table {
      TableName = t.table, BillingMode = "PAY_PER_REQUEST",
      AttributeDefinitions = { { AttributeName = "id", AttributeType = "S" } },
      KeySchema = { { AttributeName = "id", KeyType = "HASH" } },
    }
    dynamodb.wait_until_exists(t.table)
  end,
  act = function(t) dynamodb.put_item { TableName = t.table, Item = { id = "1", markup = MARKUP } } end,
  poll = function(t) return dynamodb.get_item { TableName = t.table, Key = { id = "1" } } end,
  check = function(t) dynamodb.put_item { TableName = t.table, Item = { number = 1 } } end,
}

case "looks often" {
  sla = "5s", every = "10ms",
  act = function() end,
  poll = function() return false end,
}
