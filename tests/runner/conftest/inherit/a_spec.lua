case "outer" {
  uses = { "place", "run_value", "chained", "follows" },
  act = function(t)
    expect(t.place):equals "outer"
    expect(t.follows):equals "follows outer"
    expect(t.chained):equals "outer"
    expect(double(t.run_value.n)):equals(40)
    t.run_value.n = 0 -- of this state's copy
  end,
}
