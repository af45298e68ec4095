-- exit: 2
-- out: dynamodb.list_tables belongs in a phase of a case, not at file level

local dynamodb <const> = require "slrun.dynamodb"
dynamodb.list_tables {}
