-- out: 5 passed in
-- When polls leave, on a clock that jumps: in tens of seconds, so that the machine's own time does not matter.
local function at_tens(t, began)
  local away = (t:now() - began + 5) % 10 - 5
  expect(math.abs(away)):is_below(2)
end

case "every is a cadence, whatever the polls take" {
  sla = "100s", every = "10s",
  poll = function(t)
    t.began, t.polls = t.began or t:now(), (t.polls or 0) + 1
    if t.polls > 1 then t.late = t.late or not pcall(at_tens, t, t.began) end
    t:sleep "3s"
    return t.polls == 6
  end,
  check = function(t, over)
    expect(over):is_true()
    expect(t.late):is_false()
  end,
  give_up = function(t) return t.late and "polls leave later by what they take" end,
}

case "stays is looked at by every" {
  sla = "10s", every = "20s", stays = "100s",
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    return true
  end,
  teardown = function(t) expect(t.polls):equals(6) end,
}

case "it stays until its end, and no longer" {
  sla = "10s", stays = "90s", every = "40s",
  poll = function(t)
    t.began, t.last = t.began or t:now(), t:now()
    return true
  end,
  teardown = function(t) expect(t.last - t.began):is_near(90, 2) end,
}

case "the pauses of a long wait grow" {
  sla = "1h",
  poll = function(t)
    t.began, t.polls = t.began or t:now(), (t.polls or 0) + 1
    return t:now() - t.began > 1800
  end,
  teardown = function(t) expect(t.polls):is_below(900) end, -- at a second each there would be 1,800
}

case "give_up is asked of what check has judged, and not where poll itself failed" {
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    expect(t.polls):is_at_least(3)
    return t.polls
  end,
  check = function(_, polls) expect(polls):equals(4) end,
  give_up = function(t, polls)
    t.asked = ("%s%s "):format(t.asked or "", polls)
    return false
  end,
  teardown = function(t) expect(t.asked):equals "3 " end,
}
