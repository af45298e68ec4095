-- args: -k "one(a=1)"
-- exit: 4
-- err: slrun: Keyword expressions do not support call parameters.

case "one" (function() end)
