-- args: --clock=real
-- signal: INT 0.5
-- exit: 2
-- out: ERROR in interrupted_waits.lua::an order is paid
-- out: interrupted_waits.lua:22
-- out: |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- out: E  interrupted: Ctrl-C, in phase poll
-- out: E  until then: order.status: expected "paid", got "new"
-- out: E  it had waited
-- out: polls, within 60.00 s)
-- out: ERROR in interrupted_waits.lua::an act that takes long
-- out: E  interrupted: Ctrl-C, in phase act
-- out: at interrupted_waits.lua:25
-- out: ERROR 'interrupted_waits.lua::an order is paid' - interrupted: Ctrl-C, in phase poll; until then: order.status: expected "paid", got "new"
-- out: 2 errors in
-- A wait that is ended from outside explains itself, too.
pattern { name = "interrupted", sla = "60s" }

case "an order is paid" {
  every = "50ms",
  poll = function() return { status = "new" } end,
  check = function(_, order) expect(order.status):equals "paid" end,
}

case "an act that takes long" { act = function(t) t:sleep "1h" end }
