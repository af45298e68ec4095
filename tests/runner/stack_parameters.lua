-- args: -v
-- out: another stack of the same template PASSED

pattern { name = "palette in blue", stack = "stacks/palette/template.yaml", parameters = { Colour = "blue", Shades = 5 } }

case "another stack of the same template" (function(t)
  expect(t.stack.Mix):equals("blue in 5 shades")
end)
