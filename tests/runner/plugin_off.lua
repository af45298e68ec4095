-- args: -p no:sqs
-- exit: 2
-- out: plugin_off.lua:5: the plugin 'sqs' is switched off (-p no:sqs)

local sqs <const> = require "slrun.sqs"
case "is not reached" (function() return sqs end)
