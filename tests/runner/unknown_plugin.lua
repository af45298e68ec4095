-- exit: 2
-- out: no plugin 'dynamodbb'
-- out: did you mean 'dynamodb'?

local dynamodb = require "slrun.dynamodbb"
