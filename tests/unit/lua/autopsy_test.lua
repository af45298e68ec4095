-- SPDX-License-Identifier: Apache-2.0
-- What a report tells of what was found: lua5.4 autopsy_test.lua PARTS
local parts <const> = {
  values = { slrun = { list = function(list) return list end }, autopsies = {}, error_mt = {} },
  mask = { text = function(text) return text end, output = function(text) return text end },
  repr = { head = function(text, width) return text:sub(1, width) end },
}
local senders <const> = { ["a1-b2"] = "r1abc-1", ["c3-d4"] = "r1abc-2" }
local core <const> = { denied = function() return {} end, sender = function(request) return senders[request] end }
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

-- Where the target says what filters have kept back, those that kept nothing back are not told; what gathers is no filter.
local asked <const> = of("slrun::LeftOut", "us-east-1", { says = "", leaves = "left_out", hidden = true, entries = {} })
local quiet <const> = of("AWS::Lambda::EventSourceMapping", "Feed", { says = "Enabled", passes = { "{}" }, holds = "gathers for 60 s" })
local route <const> = of("AWS::ApiGatewayV2::Api", "Api", { passes = { "GET /" }, hidden = true })
check("filters where nobody says what they do", report(quiet).text:find("Feed: {}", 1, true) ~= nil, true)
check("filters that kept nothing back", report(asked, quiet).text:find("Feed: {}", 1, true), nil)
check("what gathers", report(asked, quiet).text:find("Feed: gathers for 60 s", 1, true) ~= nil, true)
check("routes, of which nobody says so", report(asked, quiet, route).text:find("api Api: GET /", 1, true) ~= nil, true)

-- What kept the case back comes before errors that name nobody, and behind those that name the case.
local kept <const> = { at = 1500, kind = "queue", name = "Jobs", lines = { "it is full", "r1abc-1" } }
local function places(line)
  local back = of("slrun::LeftOut", "us-east-1", { says = "", level = "notice", leaves = "left_out", hidden = true, label = "back", entries = { kept } })
  local broken = of("AWS::Lambda::Function", "Fn", { says = "1 invocation", level = "error", entries = { { at = 1500, level = "error", lines = { line } } } })
  kept.lines = { "it is full", "r1abc-1" }
  local text = report(back, broken).text
  return text:find("  back ", 1, true) < text:find("  function Fn ", 1, true)
end
check("what kept it back, before an error", places "ERROR oops", true)
check("an error of the case", places "ERROR oops r1abc-1", false)

-- Whose an invocation is says who sent its request, where its lines do not.
for request, says in pairs { ["a1-b2"] = "ERROR oops", ["e5-f6"] = "ERROR oops", ["c3-d4"] = "1 with errors; for other cases" } do
  local text = report(of("AWS::Lambda::Function", "Fn", { says = "1 with errors", level = "error",
    entries = { { at = 1500, level = "error", lines = { "ERROR oops", "REPORT " .. request .. "  Duration: 1 ms" } } } })).text
  check("an error of the request " .. request, text:find(says, 1, true) ~= nil, true)
  check("in full or in short, of " .. request, text:find("REPORT", 1, true) ~= nil, request ~= "c3-d4")
end
local broken <const> = of("AWS::Lambda::Function", "Broken", { says = "", level = "error", entries = { { at = 1500, level = "error", lines = { "ERROR" } } } })
local ours <const> = of("AWS::Lambda::Function", "Ours", { says = "", level = "error", entries = { { at = 1500, level = "error", lines = { "ERROR", "REPORT a1-b2" } } } })
check("what the case has sent names it", report(broken, ours).resources[2].named, true)
local both <const> = of("AWS::Lambda::Function", "Both", { says = "1 with errors", level = "error", entries = {
  { at = 1500, lines = { "fine", "REPORT a1-b2" } }, { at = 1600, level = "error", lines = { "oops", "REPORT c3-d4" } } } })
local shared <const> = report(both)
check("errors of others beside what the case has sent", shared.resources[1].says, "1 with errors; errors for other cases")
check("are no error of this one", shared.resources[1].level, "notice")
check("and not told in full", shared.text:find("oops", 1, true), nil)
both.finding.entries[1].level = "error"
check("one of its own is", report(both).resources[1].level, "error")
ours.finding.entries[1].at = 999
check("but not what it has sent before act", report(broken, ours).text:find("REPORT", 1, true), nil)

-- Routes are told where somebody may have asked for them: the case, or what has the API among its targets.
local served <const> = of("AWS::ApiGatewayV2::Api", "Api", { passes = { "GET /" }, http = true, hidden = true })
local caller <const> = of("AWS::Lambda::Function", "Caller", { targets = { "http://127.0.0.1:1/_api/Api/x" }, hidden = true })
local function routes(asks, ...)
  local told = autopsy.tell { id = "r1abc-1", from = 1000, to = 2000, limit = 5000, near = 0, http = asks, looks = { ... } }
  return told.text:find("api Api: GET /", 1, true) ~= nil
end
check("routes of a case that asks over HTTP", routes(true, served), true)
check("routes of one that does not", routes(false, served), false)
check("routes that another resource asks for", routes(false, served, caller), true)

-- What lies in a queue for nobody.
local UNTAKEN <const> = "; nothing of the stack takes from it"
local function full(fields)
  local one = of("AWS::SQS::Queue", "Jobs", { says = "1 visible", level = "notice", lies = true })
  for name, value in pairs(fields or {}) do one.resource[name] = value end
  return one
end
local reads <const> = of("AWS::Lambda::EventSourceMapping", "Feed", { says = "Enabled", source = "arn:aws:sqs:us-east-1:000000000000:Jobs" })
check("a queue that nothing takes from", report(full()).text:find(UNTAKEN, 1, true) ~= nil, true)
check("one that a mapping takes from", report(full(), reads).text:find(UNTAKEN, 1, true), nil)
check("one that the case listens to", report(full { listened = true }).text:find(UNTAKEN, 1, true), nil)
check("one that is of no stack", report(full { own = true }).text:find(UNTAKEN, 1, true), nil)
