fixture "place" { setup = function() return "deeper" end }
fixture "chained" { uses = { "chained" }, setup = function(t) return t.chained .. " and deeper" end }
fixture "in_file" { scope = "file", uses = { "run_more" },
  setup = function(t)
    io.write "file up\n"
    return { more = t.run_more, id = t.id }
  end,
  teardown = function() io.write "file down\n" end }
