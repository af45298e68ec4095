-- args: -v -k "(Record and not batch) or WEEKLY"
-- out: collected 4 cases in 1 file / 2 deselected / 2 selected
-- out: select_keyword.lua::a record PASSED
-- out: select_keyword.lua::a total PASSED
-- out: 2 passed, 2 deselected in

case "a record" (function() end)
case "a batch of records" (function() end)
case "a total" { tags = { "weekly" }, act = function() end }
case "another" (function() end)
