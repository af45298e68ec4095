-- args: --tb=line --continue-on-collection-errors {spec} syntax_error.lua
-- exit: 1
-- out: syntax_error.lua:11: '}' expected
-- out: tb_line_places.lua:20: stops
-- out: tb_line_places.lua:12: n: expected 2, got 1
-- out: tb_line_places.lua:17: attempt to index a nil value (local 'none')
-- no:     |
-- no: lua:10: tb_line
-- The place of a failure stands before it, once: that of its case says little.
case "expects" (function()
  local n = 1
  expect(n):equals(2)
end)

case "breaks" (function()
  local none
  return none.field
end)

case "ends badly" { act = print, teardown = function() error "stops" end }
