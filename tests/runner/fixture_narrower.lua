-- exit: 2
-- out: fixture_narrower.lua:6: fixture 'wide' (scope file) uses 'narrow' (scope case, fixture_narrower.lua:4), which does not live as long

fixture "narrow" { setup = function() end }
fixture "wide" { scope = "file",
  uses = { "narrow" }, setup = function() end }
case "x" (function() end)
