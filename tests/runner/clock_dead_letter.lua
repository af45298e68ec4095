-- args: -v -j 1
-- out: dead letter[3] PASSED
-- out: dead letter[30] PASSED
-- out: 2 passed in
-- A message that fails three times under its visibility timeout is in the dead-letter queue. clock_real.lua has the short
-- one by real time.
local sqs <const> = require "slrun.sqs"
local dead_letter <const> = dofile "lib/dead_letter.lua"

pattern { name = "dead-letter", sla = "5m", timeout = "20s" }

case "dead letter" {
  each = { seconds = { 3, 30 } },
  act = function(t) return dead_letter(sqs, t, t.seconds) end,
  check = function(t, got)
    expect(got):matches { times = 3, body = "x", received = "4" }
    expect(got.took):is_at_least(3 * t.seconds)
    expect(got.took):is_at_most(3 * t.seconds + 10)
  end,
}
