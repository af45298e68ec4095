-- args: -v -m "slow and not serial(group='a') or xfail(strict=False)"
-- out: collected 6 cases in 1 file / 4 deselected / 2 selected
-- out: select_mark.lua::one PASSED
-- out: select_mark.lua::five XPASS
-- out: 1 passed, 4 deselected, 1 xpassed in

pattern { name = "marks", tags = { "all" } }
case "one" { tags = { "slow" }, act = function() end }
case "two" { tags = { "slow" }, serial = "a", act = function() end }
case "three" { tags = { "slower" }, act = function() end }
case "four" { xfail = "no", act = function() error "no" end }
case "five" { xfail = { reason = "no", strict = false }, act = function() end }
case "six" (function() end)
