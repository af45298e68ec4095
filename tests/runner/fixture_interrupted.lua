-- args: --clock=real -v
-- signal: INT 1.0
-- exit: 2
-- out: the slow fixture's stack
-- out: the file's fixture is down
-- out: interrupted: Ctrl-C
-- out: 2 errors in
-- no: never

fixture "held" {
  scope = "file",
  setup = function() return true end,
  teardown = function() io.write "the file's fixture is down\n" end,
}
fixture "slow" {
  scope = "file", uses = { "held" },
  setup = function(t)
    t:defer(function() io.write "the slow fixture's stack\n" end)
    t:sleep "60s"
    io.write "never\n"
  end,
}

case "waits for a slow fixture" { uses = { "slow" }, retries = 5, act = function() io.write "never\n" end }
case "waits itself" { uses = { "held" }, retries = 5, xfail = "not an interruption", act = function(t) t:sleep "60s" end }
