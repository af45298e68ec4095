local shared = require "stacks.helper"

function double(n) return 2 * n end -- a helper for the specs below

fixture "run_value" {
  scope = "run",
  setup = function(t)
    io.write("run up, stack ", tostring(t.stack), "\n")
    return { n = 20, empty = {} }
  end,
  teardown = function(t, value) io.write("run down ", value.n, "\n") end,
}

fixture "run_more" {
  scope = "run", uses = { "run_value" },
  setup = function(t) return t.run_value.n + 1 end,
  teardown = function() io.write "run_more down\n" end,
}

fixture "place" { setup = function() return "outer" end }
fixture "chained" { setup = function() return shared.word end }
fixture "follows" { uses = { "place" }, setup = function(t) return "follows " .. t.place end }
