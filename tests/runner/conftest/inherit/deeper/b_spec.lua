pattern { name = "deeper", uses = { "place" } }

fixture "follows_too" { uses = { "place" }, setup = function(t) return t.place end }

case "nearest wins" {
  uses = { "chained", "follows", "follows_too", "run_value" },
  act = function(t)
    expect(t.place):equals "deeper"
    expect(t.follows):equals "follows deeper"
    expect(t.chained):equals "outer and deeper"
    expect(t.follows_too):equals "deeper"
    expect(t.run_value.n):equals(20)
  end,
}

case "scope file" {
  uses = { "in_file" },
  act = function(t) expect(t.in_file.more):equals(21) end,
}
