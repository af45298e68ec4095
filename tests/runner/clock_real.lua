-- args: -v -j 1 --clock=real
-- out: dead letter PASSED
-- out: real time PASSED
-- out: 2 passed in
-- The same as clock_dead_letter.lua by real time, and that it is.
local sqs <const> = require "slrun.sqs"
local dead_letter <const> = dofile "lib/dead_letter.lua"

case "dead letter" {
  timeout = "60s",
  act = function(t) return dead_letter(sqs, t, 1) end,
  check = function(_, got)
    expect(got):matches { times = 3, body = "x", received = "4" }
    expect(got.took):is_at_least(3)
  end,
}

case "real time" (function(t)
  local virtual, real = t:now(), os.time()
  t:sleep "2s"
  expect(t:now() - virtual):is_at_least(2)
  expect(os.time() - real):is_at_least(1)
end)
