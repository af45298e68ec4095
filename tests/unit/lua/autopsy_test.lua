-- SPDX-License-Identifier: Apache-2.0
-- What a report tells of what was found: lua5.4 autopsy_test.lua PARTS
local parts <const> = {
  values = { slrun = { list = function(list) return list end }, autopsies = {}, error_mt = {} },
  mask = { text = function(text) return text end, output = function(text) return text end },
  repr = { head = function(text, width) return text:sub(1, width) end },
}
local core <const> = { denied = function() return {} end }
function core.part(name)
  parts[name] = parts[name] or assert(loadfile(("%s/%s.lua"):format(arg[1], name), "t"))(core)
  return parts[name]
end
local autopsy <const> = core.part "autopsy"

local function check(what, got, want)
  if got ~= want then error(("%s\n  expected %s\n  got      %s"):format(what, want, got), 2) end
end

local function report(...)
  return autopsy.tell { id = "r1abc-1", from = 1000, to = 2000, limit = 5000, near = 0, looks = { ... } }
end

local function of(kind, name, finding) return { resource = { type = kind, name = name, id = name }, finding = finding } end

-- Beside an error those filters are told that lead to somebody whom nobody asked, whatever that is called.
for _, name in ipairs { "Worker", "orders-worker", "worker.v2" } do
  local failed = of("AWS::SQS::Queue", "Dead", { level = "error", says = "1 message" })
  local idle = of("AWS::Lambda::Function", name, { says = "no invocation", idle = true })
  local filter = of("AWS::Lambda::EventSourceMapping", "Feed", { passes = { ("to %s: {}"):format(name) } })
  local told = report(failed, idle, filter)
  check("filters that lead to " .. name, #told.passes, 1)
  check("the same in the text, " .. name, told.text:find(("Feed: to %s: {}"):format(name), 1, true) ~= nil, true)
  local other = of("AWS::Lambda::EventSourceMapping", "Feed", { passes = { ("to %sx: {}"):format(name), ("to x%s: {}"):format(name) } })
  check("filters that lead to others than " .. name, report(failed, idle, other).text:find("Feed:", 1, true), nil)
end
