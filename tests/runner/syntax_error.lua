-- args: {spec} misspelt_key.lua
-- exit: 2
-- out: ERROR collecting syntax_error.lua
-- out: syntax_error.lua:11: '}' expected
-- out: >   10 |   act = function() end
-- out: ERROR collecting misspelt_key.lua
-- out: 2 errors in

case "x" {
  act = function() end
