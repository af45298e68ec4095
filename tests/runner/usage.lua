-- args: --colect-only {spec}
-- exit: 4
-- err: slrun: unknown option --colect-only
-- err: hint: did you mean --collect-only?

case "x" (function() end)
