-- exit: 2
-- out: stack_parameters_alone.lua:6: pattern: 'parameters' are those of a stack, and there is no 'stack'

pattern {
  name = "no stack",
  parameters = { Colour = "red" },
}

case "x" (function() end)
