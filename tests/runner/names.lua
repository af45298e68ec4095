-- exit: 0
-- out: 15 passed

-- What the page on the language explains as t's own is what cannot be set.
local names = {}
local page = assert(io.open "../../docs/spec-language.md"):read "a"
for name in page:gmatch "[#|] `t[.:](%w+)" do names[#names + 1] = name end

case "is t's own" {
  each = { name = names },
  act = function(t)
    expect(function() t[t.name] = 1 end):raises("t." .. t.name .. " is t's own")
  end,
}
