-- exit: 2
-- out: ERROR collecting fixture_unknown.lua
-- out: fixture_unknown.lua:8: case "x": there is no fixture 'databse'; did you mean 'database'?

fixture "database" { setup = function() end }

case "x" {
  uses = { "databse" },
  act = function() end,
}
