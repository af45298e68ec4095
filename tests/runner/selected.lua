-- args: -v {spec}::wanted {spec}::lists[2]
-- exit: 0
-- out: collected 2 cases in 1 file
-- out: 2 passed
-- no: deselected

case "wanted" (function() end)
case "unwanted" (function() end)
case "lists" { each = { n = { 1, 2 } }, act = function() end }
