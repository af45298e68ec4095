-- args: -q
-- exit: 1
-- out: left late, up to
-- out: because the runner was busy
-- out: 1 failed, 1 passed in
-- A report says that the runner, not the system under test, made polls late.
case "waits" {
  sla = "1s", every = "50ms",
  poll = function() return 1 end,
  check = function(_, found) expect(found):equals(2) end,
}

case "keeps the runner busy" {
  act = function(t)
    t:sleep "200ms"
    local till = os.clock() + 0.4
    while os.clock() < till do end
  end,
}
