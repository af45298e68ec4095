fixture "a" {
  setup = function() local scope = {} end, -- scope = 1
  scope = "fiel",
}
