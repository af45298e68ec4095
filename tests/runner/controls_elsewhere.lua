-- args: -v --endpoint-url http://127.0.0.1:1
-- exit: 0
-- out: SKIPPED (controls the local cloud: only on local)
-- out: 1 skipped

case "x" { controls = { "clock" }, act = function() error "ran" end }
