-- args: {spec}::misspelled
-- exit: 4
-- err: slrun: not found: not_found.lua::misspelled
-- err: hint: did you mean 'not_found.lua::misspelt'?

case "misspelt" (function() end)
