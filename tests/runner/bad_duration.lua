-- exit: 2
-- out: bad_duration.lua:4: 'sla' is "15", which is no duration: write a number and a unit

case "x" { sla = "15", act = function() end }
