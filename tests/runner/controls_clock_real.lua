-- args: --clock=real
-- out: 1 passed in
-- The clock can be moved also where it does not jump by itself.
local local_cloud <const> = require "slrun.local_cloud"

case "advance" {
  controls = { "clock" },
  timeout = "20s",
  act = function(t)
    local before = t:now()
    local_cloud.advance "1h"
    expect(t:now() - before):is_at_least(3600)
    local after = t:now()
    t:sleep "1s"
    expect(t:now() - after):is_at_most(20)
  end,
}
