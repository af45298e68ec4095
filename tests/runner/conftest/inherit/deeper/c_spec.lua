case "its own instance of scope file" {
  uses = { "in_file" },
  act = function(t) expect(t.in_file.more):equals(21) end,
}
