-- exit: 2
-- out: stack_nowhere.lua:7: pattern: there is no stack at stacks/nowhere; it is a template, or a directory with template.yaml, .yml or .json, by its path from the spec's folder
-- no: traceback

pattern {
  name = "nowhere",
  stack = "stacks/nowhere",
}

case "x" (function() end)
