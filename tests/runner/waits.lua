-- exit: 1
-- out: waits.lua::the time is over
-- out: >   17 |
-- out: E  found.Items[1].status: expected "done", got "pending"
-- out: E  the time is over (
-- out: within 0.30 s
-- out: waits.lua::another error ends it at once
-- out: waits.lua::give_up ends it
-- out: given up: it was cancelled (1 poll in
-- out: waits.lua::stays must hold
-- out: it held for
-- out: 4 failed, 4 passed

case "the time is over" {
  sla = "300ms",
  poll = function() return { Items = { { status = "pending" } } } end,
  check = function(t, found) expect(found):at("Items[1].status"):equals "done" end,
}

case "another error ends it at once" {
  sla = "60s",
  poll = function() return {} end,
  check = function(t, found) return found.missing.field end,
}

case "give_up ends it" {
  sla = "60s",
  poll = function() return { status = "cancelled" } end,
  check = function(t, found) expect(found.status):equals "done" end,
  give_up = function(t, found) return found.status == "cancelled" and "it was cancelled" end,
}

case "stays must hold" {
  sla = "5s", stays = "5s", every = "20ms",
  seed = function(t) t.n = 0 end,
  poll = function(t)
    t.n = t.n + 1
    return t.n
  end,
  check = function(t, n) expect(n):never():equals(4) end,
}

case "a thing that must not happen did not" {
  stays = "100ms", every = "10ms",
  poll = function() return nil end,
  check = function(t, found) expect(found):is_absent() end,
}

case "t:wait in any phase" (function(t)
  local n = 0
  local found = t:wait {
    within = "5s", every = "10ms",
    poll = function()
      n = n + 1
      return n
    end,
    check = function(_, value) expect(value):is_at_least(3) end,
  }
  expect(found):equals(3)
end)

case "a wrong word in t:wait" (function(t)
  expect(function() t:wait { pol = function() end } end):raises "did you mean 'poll'"
end)

case "a helper plays the system" {
  sla = "5s",
  act = function(t) t:after("50ms", function() t.written = true end) end,
  poll = function(t) return t.written end,
}
