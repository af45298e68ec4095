-- exit: 2
-- out: controls_misspelt.lua:6: 'controls' has no 'clok'; did you mean 'clock'?

case "x" {
  act = function() end,
  controls = { "faults", "clok" },
}
