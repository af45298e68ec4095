-- lines: FAILURES
-- Words used wrongly: errors at once, also in a wait, with the nearest right word.

case "an unknown matcher" (function() expect(1):eqals(1) end)
case "a dot instead of a colon" (function() expect(1).equals(1) end)
case "no value" (function() expect(1):equals() end)
case "two values" (function() expect(1):equals(1, 2) end)
case "no subject" (function() expect():equals(1) end)
case "a length that is no number" (function() expect("a"):has_length "1" end)
case "a substring that is no string" (function() expect("a1"):contains(1) end)
case "a type that is none" (function() expect("a"):is_a "strin" end)
case "a pattern that is none" (function() expect("a"):matches "%" end)
case "a path that is none" (function() expect {}:at("a..b"):equals(1) end)
case "a reason that is no text" (function() expect(1):because(1):equals(1) end)
case "raises without a function" (function() expect(1):raises "x" end)
case "is_near without a number" (function() expect(1):is_near("1") end)
case "a number compared with a table" (function() expect(1):is_above {} end)


case "nobody waits for a typo" {
  sla = "60s",
  poll = function() return { "a" } end,
  check = function(_, found) expect(found):has_lenght(2) end,
}
