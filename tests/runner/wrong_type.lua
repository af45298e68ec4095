-- exit: 2
-- out: wrong_type.lua:4: case: 'seed' must be a function, got string

case "x" { seed = "not a function" }
