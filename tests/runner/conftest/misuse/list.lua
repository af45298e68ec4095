case "x" {
  act = function(t) local tags = { 1 } end,
  tags = { "a", 2 },
}
