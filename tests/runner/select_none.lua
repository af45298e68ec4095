-- args: -k nothing --deselect {spec}::one {spec}
-- exit: 5
-- out: collected 2 cases / 2 deselected / 0 selected
-- out: = 2 deselected in

case "one" (function() end)
case "two" (function() end)
