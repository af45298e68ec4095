-- exit: 2
-- out: fixture_of_pattern.lua:4: pattern: there is no fixture 'x'; neither this file nor a conftest.lua above it declares one

pattern { name = "p", uses = { "x" } }
case "y" (function() end)
