-- exit: 1
-- out: globals.lua:8: global 'count' is assigned in a phase
-- out: 1 failed, 1 passed

shared = "set at file level"

case "a global assigned in a phase is an error" (function()
  count = 1
end)

case "a global of the file may be read" (function()
  expect(shared):equals "set at file level"
end)
