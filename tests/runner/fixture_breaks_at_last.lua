-- args: --clock=real
-- exit: 1
-- out: held is going
-- out: held is down
-- out: 1 error in
-- A set-up that fails for the last case of its file: what it uses is torn down to its end, once.
fixture "held" {
  scope = "file",
  setup = function() return true end,
  teardown = function(t)
    io.write "held is going\n"
    t:sleep "200ms"
    io.write "held is down\n"
  end,
}
fixture "broken" { scope = "file", uses = { "held" }, setup = function(t) t:sleep "20ms" error "no" end }

case "needs it" { uses = { "broken" }, act = function() end }
