case "x" {
  retries = -1, act = function() end,
}
