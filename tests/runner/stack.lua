-- args: -v -j 1
-- files: stack.lua stack_parameters.lua
-- exit: 1
-- out: stack.lua::sees outputs, resources and parameters PASSED
-- out: stack.lua::fixtures see it as well PASSED
-- out: stack_parameters.lua::another stack of the same template PASSED
-- out: E  the stack palette has no output 'Mixx'; did you mean 'Mix'?
-- out: t.stack.Grey cannot be set
-- no: slrun: warning
-- The stack is put up once for all cases and files that ask for the same.

pattern { name = "palette", stack = "stacks/palette" }

fixture "wide" { scope = "file", setup = function(t) return t.stack.Mix end }
fixture "narrow" { setup = function(t) return t.stack.Mix end }

case "sees outputs, resources and parameters" (function(t)
  expect(t.stack.Mix):equals("red in 3 shades")
  expect(t.stack.BrushArn):contains("role/")
  expect(t.resources.Brush):exists()
  expect(t.parameters):matches { Colour = "red", Shades = "3" }
end)

case "fixtures see it as well" {
  uses = { "wide", "narrow" },
  act = function(t)
    expect(t.wide):equals(t.stack.Mix)
    expect(t.narrow):equals(t.stack.Mix)
  end,
}

case "a missing output" (function(t) return t.stack.Mixx end)

case "outputs are read only" (function(t) t.stack.Grey = "grey" end)
