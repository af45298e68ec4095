-- args: -k "a b:"
-- exit: 4
-- err: slrun: Wrong expression passed to '-k': a b:: at column 3: expected end of input; got identifier

case "one" (function() end)
