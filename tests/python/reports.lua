-- One case for each outcome, with text that XML, TAP and GitHub want escaped.
fixture "kept" {
  scope = "file",
  setup = function() return 1 end,
  teardown = function() error "the fixture's clean-up breaks" end,
}

local tries = 0

case "passes <&\">" (function(t) t:attach("note.txt", "hello") end)
case "passes with parameters" { each = { size = { 1, 20 } }, act = function(t) expect(t.size):is_above(0) end }
case "fails # with a sign" (function() print "said <so>\7" error "a]]>\1" end)
case "breaks in seed" { seed = function() error "no seed" end, act = function() end }
case "cleans up badly" { act = function() end, teardown = function() error "no clean-up" end }
case "fails and cleans up badly" { act = function() error "no act" end, teardown = function() error "no clean-up" end }
case "is skipped" { skip = "not: today, 100%", act = function() end }
case "is expected to fail" { xfail = "known # bug", act = function() expect(1):equals(2) end }
case "is flaky" { retries = 2, act = function() tries = tries + 1 expect(tries):equals(3) end }
case "fails at every try" { retries = 1, act = function() expect(1):equals(2) end }
case "is too slow" { timeout = "200ms", act = function() while true do end end }
case "uses the fixture" { uses = { "kept" }, act = function() end }
