-- args: --fixtures
-- files: setup_show.lua
-- out: fixtures defined in setup_show.lua
-- out: base [run scope] -- setup_show.lua:16
-- out: table [file scope] -- setup_show.lua:17
-- out:     uses base
-- out: row -- setup_show.lua:18
-- no: collected
case "is a list" (function() end)
