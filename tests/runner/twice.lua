-- exit: 2
-- out: twice.lua:5: a case named "x" stands at line 4 already

case "x" (function() end)
case "x" (function() end)
