-- args: --co -q --deselect {spec}::lists[1] --deselect {spec}::o {spec}
-- out: deselected.lua::two
-- out: deselected.lua::lists[2]
-- out: 2/4 tests collected (2 deselected) in
-- no: lists[1]
-- no: ::one

case "one" (function() end)
case "two" (function() end)
case "lists" { each = { n = { 1, 2 } }, act = function() end }
