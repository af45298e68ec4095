-- exit: 0
-- out: 13 passed, 1 skipped

local running, in_group, alone, seen = 0, 0, false, 0

local function beside(t)
  running = running + 1
  seen = math.max(seen, running)
  expect(alone):is_false()
  t:sleep "60ms"
  expect(alone):is_false()
  running = running - 1
end

local function of_group(t)
  in_group = in_group + 1
  expect(in_group):equals(1)
  beside(t)
  in_group = in_group - 1
end

local function by_itself(t)
  expect(running):equals(0)
  expect(alone):is_false()
  alone = true
  t:sleep "20ms"
  expect(running):equals(0)
  alone = false
end

-- its set-up and clean-up are no time for a case that runs alone either
fixture "of_file" {
  scope = "file",
  setup = function(t) t:sleep "5ms" return true end,
}

case "alone, declared first" { serial = true, act = by_itself }
case "grouped" { each = { n = { 1, 2, 3 } }, serial = "table", act = of_group }
case "grouped and with a fixture" { serial = "table", uses = { "of_file" }, act = of_group }
case "another group" { serial = "queue", act = beside }
case "free" { each = { n = { 1, 2, 3 } }, act = beside }
case "free with a fixture" { uses = { "of_file" }, act = beside }
case "controls the cloud" { controls = { "clock", "faults" }, act = by_itself }
case "alone, and skipped" { serial = true, skip = true, act = by_itself }
case "alone with a fixture" { serial = true, uses = { "of_file" }, act = by_itself }
case "some ran at once" { serial = true, act = function() expect(seen):is_at_least(5) end }
