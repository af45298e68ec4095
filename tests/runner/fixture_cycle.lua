-- exit: 2
-- out: fixture_cycle.lua:5: fixture 'b' uses 'a', which uses it in turn (fixture_cycle.lua:4)

fixture "a" { uses = { "b" }, setup = function() end }
fixture "b" { uses = { "a" }, setup = function() end }
case "x" (function() end)
