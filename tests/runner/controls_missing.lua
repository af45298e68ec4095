-- exit: 1
-- out: local_cloud.advance needs a case that says controls = { "clock" }
-- out: local_cloud.fail needs a case that says controls = { "faults" }
-- out: 2 failed in
-- args: -j 1
-- A case that does not say so does nothing to the local cloud.
local local_cloud <const> = require "slrun.local_cloud"

case "the clock" { controls = { "faults" }, act = function() local_cloud.advance "1s" end }
case "faults" { controls = { "clock" }, act = function() local_cloud.fail { error = "x" } end }
