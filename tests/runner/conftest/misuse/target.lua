case "x" {
  act = function() end,
  only_on = { "locl" },
}
