-- args: -j 1 --setup-show --timeout 50ms
-- exit: 1
-- out: SETUP    R base
-- out:     SETUP    F table (fixtures used: base)
-- out:         SETUP    C row (fixtures used: table)
-- out:         setup_show.lua::one (fixtures used: base, table, row) PASSED
-- out:         setup_show.lua::none PASSED
-- out:         SETUP    C row (fixtures used: table)
-- out:         TEARDOWN C row
-- out:         setup_show.lua::two (fixtures used: base, table, row) PASSED
-- out:         setup_show.lua::too slow TIMEOUT
-- out:         setup_show.lua::its own time PASSED
-- out:     TEARDOWN F table
-- out: TEARDOWN R base
-- Also --timeout: of cases that do not say theirs.
fixture "base" { scope = "run", setup = function() return 1 end }
fixture "table" { scope = "file", uses = { "base" }, setup = function() return {} end }
fixture "row" { uses = { "table" }, setup = function() return {} end, teardown = function() end }

case "one" { uses = { "row" }, act = function() end }
case "none" (function() end)
case "two" { uses = { "row" }, act = function() end }
case "too slow" (function() while true do end end)
case "its own time" {
  timeout = "60s",
  act = function()
    local till = os.clock() + 0.1
    while os.clock() < till do end
  end,
}
