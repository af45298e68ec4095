-- args: --collect-only -q
-- exit: 0
-- out: parameters.lua::one list[1]
-- out: parameters.lua::one list[20]
-- out: parameters.lua::a product[1-a]
-- out: parameters.lua::a product[1-b]
-- out: parameters.lua::a product[2-a]
-- out: parameters.lua::a product[2-b]
-- out: parameters.lua::rows[big]
-- out: parameters.lua::rows[row1]
-- out: parameters.lua::escaped[a\x5db\x2fc\x3a\x3ad\x0ae]
-- out: parameters.lua::twins[same]
-- out: parameters.lua::twins[same_1]
-- out: parameters.lua::tables[what0]
-- out: 12 tests collected

local function nothing() end

case "one list" { each = { size = { 1, 20 } }, act = nothing }
case "a product" { each = { { n = { 1, 2 } }, { c = { "a", "b" } } }, act = nothing }
case "rows" { rows = { { name = "big", size = 100 }, { size = 1 } }, act = nothing }
case "escaped" { each = { s = { "a]b/c::d\ne" } }, act = nothing }
case "twins" { each = { s = { "same", "same" } }, act = nothing }
case "tables" { each = { what = { {} } }, act = nothing }
