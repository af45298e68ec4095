-- args: {spec} --junitxml=
-- exit: 4
-- err: slrun: --junitxml needs a value (FILE), got an empty one
-- err: hint: a variable of the shell may not be set
-- `--junitxml="$REPORT"` where nobody has set REPORT: the run passed, and there was no report.
case "x" (function() end)
