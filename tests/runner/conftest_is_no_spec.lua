-- args: conftest/inherit/conftest.lua {spec}
-- exit: 4
-- err: slrun: conftest/inherit/conftest.lua is no spec: it has the fixtures of those below it

case "x" (function() end)
