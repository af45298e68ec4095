-- args: -j 1
-- exit: 1
-- out: ::fewer things differ
-- out: nearest miss: poll 2 of
-- out: found.b: expected 3, got 2
-- out: ::the check was reached
-- out: nearest miss: poll 2 of
-- out: found.ready: expected true, got false (nearest_miss.lua:39)
-- out: ::a number is closer
-- out: nearest miss: poll 2 of
-- out: found: expected 10, got 9
-- out: ::what polls saw, of which many differ
-- out: 1       found: expected 0, got 1
-- out: 4       found: expected 0, got 4
-- out:              ...
-- out: 9       found: expected 0, got 9
-- out: 16      found: expected 0, got 16
-- out: 4 failed in
-- no: 5       found: expected 0, got 5
-- no: 8       found: expected 0, got 8
-- Which of the attempts came nearest: each case sees the same at its first poll and its last ones, and something better between.
local function second_of(better, worse)
  local n = 0
  return function()
    n = n + 1
    return n == 2 and better or worse
  end
end

case "fewer things differ" {
  sla = "500ms",
  poll = second_of({ a = 1, b = 2 }, { a = 0, b = 0 }),
  check = function(_, found) expect(found):equals { a = 1, b = 3 } end,
}

local seen <const> = second_of({ ready = false }, nil)
case "the check was reached" {
  sla = "500ms",
  check = function(_, found) expect(found.ready):equals(true) end,
  poll = function()
    local found = seen()
    expect(found):exists()
    return found
  end,
}

case "a number is closer" {
  sla = "500ms",
  poll = second_of(9, 1),
  check = function(_, found) expect(found):equals(10) end,
}

local n = 0
case "what polls saw, of which many differ" {
  sla = "1500ms", every = "100ms",
  poll = function()
    n = n + 1
    return n
  end,
  check = function(_, found) expect(found):equals(0) end,
}
