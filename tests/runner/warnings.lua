-- exit: 1
-- out: a warning belongs to the case that gives it
-- out: Captured output
-- out: Lua warning: in two parts
-- no: Lua warning: never
-- no: Lua warning: @
-- out: 1 failed in
case "a warning belongs to the case that gives it" (function()
  warn "never shown: off at first"
  warn "@on"
  warn("in two ", "parts")
  warn "@off"
  warn "never shown again"
  expect(1):equals(2)
end)
