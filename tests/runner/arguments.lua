-- exit: 0
-- out: 6 passed

local dynamodb <const> = require "slrun.dynamodb"

local function refused(pattern, f) expect(f):raises(pattern) end

case "an unknown parameter names the nearest" (function()
  refused("unknown parameter 'TabelName'.*did you mean 'TableName'",
    function() dynamodb.get_item { TabelName = "x", Key = {} } end)
end)

case "a missing parameter is named" (function()
  refused("missing parameter 'Key' %(map%)", function() dynamodb.get_item { TableName = "x" } end)
end)

case "a wrong type is named" (function()
  refused("TableName: expected string, got integer",
    function() dynamodb.get_item { TableName = 5, Key = { pk = "x" } } end)
end)

case "what cannot be sent is named by its path" (function()
  refused("Item%.a%.b%[2%]: NaN is not a number",
    function() dynamodb.put_item { TableName = "x", Item = { a = { b = { 1, 0 / 0 } } } } end)
  refused("a list has the keys 1..n",
    function() dynamodb.put_item { TableName = "x", Item = { a = { 1, nil, 3 } } } end)
end)

case "a misspelt operation names the nearest" (function()
  refused("no operation or function 'get_itm'; did you mean 'get_item'", function() dynamodb.get_itm {} end)
end)

case "where Lua cannot wait there is a hint" (function()
  refused("cannot wait here", function() return ("x"):gsub(".", function() dynamodb.list_tables {} end) end)
end)
