-- SPDX-License-Identifier: Apache-2.0
-- The wait engine on a clock that only this test moves: lua5.4 wait_test.lua PARTS
local failure_mt <const> = { __name = "failure" }
local the -- world: what core tells, and what it was told

local core <const> = {
  now = function() return the.now end,
  random = function() return the.random end,
  jumped = function() return the.jumped end,
  stalled = function(since) return since < the.stalled end,
  sent = function() return the.sent end,
  takes = function() return the.takes end,
  attend = function() return the.attends end,
  case_t = function() return "t" end,
  deadline = function() return the.deadline end,
  attempted = function(asked, now, ok, within) table.insert(the.attempted, ("%g-%g %s %g"):format(asked, now, ok, within)) end,
  warn = function(text) table.insert(the.warned, text) end,
}
function core.queued()
  local queued, held = the.queued, the.held
  the.queued, the.held = 0, 0
  return queued, held
end
function core.set_deadline(at, within) the.deadline, the.within = at, within end
function core.polling(on)
  local before = the.polling
  the.polling = on and true or false
  return before
end
function core.wait_until(due)
  table.insert(the.dues, due)
  local arrival = table.remove(the.arrivals, 1)
  the.now = math.max(the.now, arrival or due)
end
local parts <const> = {
  expect = { failure_mt = failure_mt, count = function() return the.expected end },
  caller = { with_traceback = function(e) return e end },
  listener = {
    found = function(listener) return listener.found end,
    check = function() the.checked = (the.checked or 0) + 1 end,
    told = function(t, n) return t .. n end,
  },
}
function core.part(name) return assert(parts[name], name) end
local wait <const> = assert(loadfile(arg[1] .. "/wait.lua", "t"))(core)

local function check(what, got, want)
  if got ~= want then error(("%s\n  expected %s\n  got      %s"):format(what, want, got), 2) end
end

local function new_world(fields)
  the = { now = 1000, random = 0.5, jumped = 0, stalled = 0, takes = false, polling = false, queued = 0, held = 0, expected = 0,
    dues = {}, arrivals = {}, attempted = {}, warned = {} }
  for name, value in pairs(fields or {}) do the[name] = value end
  return the
end

local function failure(fields)
  local one = { kind = "expectation", message = "not yet", source = "@a.lua", line = 10 }
  for name, value in pairs(fields) do one[name] = value end
  return setmetatable(one, failure_mt)
end

-- A poll that goes through the steps, the last one again and again: `took` milliseconds, `queued` and `held` ones of those
-- before it was sent, and what it `sees`: a failure is raised by the check. `world`: what changes meanwhile.
local function polling(steps)
  local n = 0
  return function()
    n = math.min(n + 1, #steps)
    local step = steps[n]
    for name, value in pairs(step.world or {}) do the[name] = value end
    the.now, the.queued = the.now + (step.took or 0), the.queued + (step.queued or 0)
    if step.raises then error(step.raises, 0) end
    return step.sees
  end
end

local function judge(_, found)
  the.expected = the.expected + 1
  if getmetatable(found) == failure_mt then error(found, 0) end
end

-- What a wait of 1 s comes to, or of what `w` says: what it found and nil, or nil and the error.
local function run(steps, w)
  local wanted = { poll = polling(steps), check = judge, within = 1000 }
  for name, value in pairs(w or {}) do wanted[name] = value end
  local ok, result = pcall(wait.whole, "t", wanted)
  if ok then return result end
  return nil, result
end

local not_yet <const> = failure {}

-- When it polls --------------------------------------------------------------------------------

new_world()
check("a wait that is over", run { { sees = not_yet, took = 5 }, { sees = not_yet, took = 5 }, { sees = "it", took = 5 } }, "it")
check("pauses that grow", table.concat(the.dues, " "), "1055.0 1135.0")
check("what the run is told", table.concat(the.attempted, ", "),
  "1000-1005 false 1000, 1055-1060 false 1000, 1135-1140 true 1000")
check("the deadline is gone", the.deadline, nil)

for random, first in pairs { [0] = 1040.0, [1] = 1060.0 } do
  new_world { random = random }
  run { { sees = not_yet }, { sees = "it" } }
  check("jitter", the.dues[1], first)
end

new_world()
run({ { sees = not_yet, took = 250 }, { sees = not_yet, took = 10 }, { sees = "it" } }, { every = 100 })
check("a cadence that late answers do not shift", table.concat(the.dues, " "), "1300 1400")

new_world()
local _, over = run({ { sees = not_yet } }, { every = 400 })
check("the last poll is at the end", table.concat(the.dues, " "), "1400 1800 2000")
check("the time that it took", over.elapsed, 1000)

new_world()
run({ { sees = not_yet } }, { within = 3600000 })
check("pauses of a long wait", the.dues[#the.dues - 1] - the.dues[#the.dues - 2], 3600.0)

-- When its time begins, and ends ---------------------------------------------------------------

new_world()
_, over = run { { sees = not_yet, took = 400, queued = 300, world = { sent = 1300 } }, { sees = not_yet } }
check("the time runs from the first request", over.attempts.start, 1300)
check("and is no shorter for that", the.now, 2300)
new_world { sent = 900 }
_, over = run { { sees = not_yet } }
check("but not from before the wait", over.attempts.start, 1000)

local function why(steps, fields, w)
  new_world(fields)
  return select(2, run(steps, w)).why
end
check("at its end there is no more to say", why({ { sees = not_yet } }, nil, { every = 500 }), nil)
check("an answer that comes a little late", why { { sees = not_yet, took = 900 }, { sees = not_yet, took = 99 } }, nil)
check("an answer that comes late", why { { sees = not_yet, took = 900 }, { sees = not_yet, took = 100 } },
  "the answer to the last poll came 0.05 s after the end")
check("a last poll whose answer comes late", why({ { sees = not_yet }, { sees = not_yet }, { sees = not_yet, took = 300 } }, nil, { every = 500 }), nil)
new_world()
_, over = run { { sees = not_yet, took = 1000 } }
check("an answer at the end is the last", over.attempts.count, 1)
new_world()
run({}, { poll = function()
  the.first = the.first or ("%g %g"):format(the.deadline, the.within)
  return 1
end, check = judge })
check("what the first poll has", the.first, "2000 1000")
new_world { stalled = 1001 }
check("a stall of the runner allows one more", run { { sees = not_yet, took = 1500 }, { sees = "it" } }, "it")
local given_up <const> = { kind = "cancelled", service = "sqs", operation = "receive_message", where = "a.lua:7: " }
new_world()
_, over = run { { sees = not_yet, took = 400 }, { raises = given_up, took = 700 } }
check("a request that was cancelled", over.why, "the last request was still not answered 0.15 s after the end, and was cancelled")
check("what is shown is what is known", over.message, "not yet")
check("which is the nearest, too", over.attempts.nearest.failure, not_yet)
new_world()
_, over = run { { raises = failure { message = "no such queue", line = 3 }, took = 400 }, { raises = given_up, took = 700 } }
check("also of two polls that failed", over.attempts.nearest.failure.message, "no such queue")
new_world()
_, over = run { { raises = given_up, took = 1100 } }
check("a first request that was", over.message, "the request to sqs.receive_message was not answered")
check("and where it stands", ("%s:%d"):format(over.failure.source, over.failure.line), "@a.lua:7")

-- give_up --------------------------------------------------------------------------------------

local function give_up(_, found) return found.done end
local done <const> = failure { done = "the job has failed" }
check("a reason", why({ { sees = done } }, nil, { give_up = give_up }), "given up: the job has failed")
check("no reason", why({ { sees = failure { done = true } } }, nil, { give_up = give_up }), "given up: give_up said so")
new_world()
_, over = run({ { sees = done, took = 1200 } }, { give_up = give_up })
check("it comes before the end", over.why, "given up: the job has failed")
check("what it was given is told", over.polled and over.found, done)
new_world()
local _, wrong = run({ { sees = done } }, { give_up = function() error({ kind = "lua", message = "oops" }, 0) end })
check("an error of its own", wrong.message, "oops")
check("one that says no", why({ { sees = not_yet } }, nil, { give_up = function() return false end }), nil)
check("a poll that fails is not asked", why({ { raises = failure {} } }, nil, { give_up = function() return "no" end }), nil)

-- stays ----------------------------------------------------------------------------------------

new_world()
check("what stays", run({ { sees = not_yet }, { sees = "it" } }, { stays = 500 }), "it")
check("it is looked at all the time", table.concat(the.dues, " "), "1050.0 1250.0 1450.0 1550.0")
new_world { arrivals = { false, 1120 } }
check("arrivals end no stay early", run({ { sees = "it" } }, { stays = 250 }), "it")
check("but have it looked at", table.concat(the.dues, " "), "1200 1250 1250")
new_world()
_, over = run({ { sees = "it" }, { sees = not_yet } }, { stays = 500, every = 100 })
check("the first break ends it", over.why, "it held for 0.10 s and had to hold for 0.50 s")
check("it is told when", over.attempts[#over.attempts].at, 100)
new_world()
local near <const>, far <const> = failure { distance = 1 }, failure { message = "far", distance = 2 }
_, over = run({ { sees = near }, { sees = far }, { sees = "it" }, { sees = far } }, { stays = 500, every = 100 })
check("nothing was nearer", over.attempts.nearest, nil)
check("what it came to is told", over.failure, far)
new_world()
local until_then
run({ { sees = "it" }, { sees = "it" } }, { stays = 5000, every = 1000, check = function()
  until_then, the.expected = the.deadline, the.expected + 1
end })
check("its deadline is its own", until_then, 6000)

-- Waits in waits -------------------------------------------------------------------------------

new_world { deadline = 1300 }
run { { sees = not_yet } }
check("a wait ends with the one around it", the.now, 1300)
check("whose deadline is there again", the.deadline, 1300)
new_world { deadline = 1300 }
local seen
run({ { sees = "it" }, { sees = "it" } }, { stays = 5000, every = 100, check = function()
  seen = the.deadline
  the.expected = the.expected + 1
  if the.now >= 1200 then error(not_yet, 0) end
end })
check("a stay has the deadline of the wait around it", seen, 1300)

new_world { polling = true }
local within = {}
run({}, { poll = function()
  within[#within + 1] = the.polling
  return 1
end, check = function()
  within[#within + 1] = the.polling
  the.expected = the.expected + 1
end })
check("a poll of a wait in a poll, and its check", table.concat({ tostring(within[1]), tostring(within[2]) }, " "), "true false")
check("and behind it the poll around it", the.polling, true)
new_world { polling = true }
wait.whole("t", { within = 10, check = function()
  within[3] = the.polling
  the.expected = the.expected + 1
end }, { found = 1 })
check("a wait without one is in no poll", within[3], false)
new_world()
run { { sees = "it" } }
check("behind a wait that stands alone", the.polling, false)

local broken <const> = { kind = "lua", message = "oops" }
new_world()
_, over = run { { sees = not_yet, took = 10 }, { raises = broken, took = 10 } }
check("an error ends it", over, broken)
check("and tells how far it had come", over.wait.elapsed .. " " .. over.wait.attempts.count, "70.0 1")
new_world()
local inner <const> = { kind = "lua", message = "oops" }
run({}, { poll = function() return wait.whole("t", { poll = polling { { raises = inner } }, within = 77 }) end, check = judge })
check("of an error in a wait in a wait the inner one is told", inner.wait.attempts.w.within, 77)
for _, kept in ipairs { { kind = "skip" }, not_yet, "text" } do
  new_world()
  run({}, { poll = function() error(kept, 0) end, within = 10, every = 10 })
  check("what is no such error", type(kept) == "table" and rawget(kept, "wait") or nil, nil)
end

for where, listener in pairs { ["act's result"] = false, ["a listener"] = { found = 1 } } do
  local raised <const> = { kind = "lua", message = "oops" }
  new_world()
  local _, got = pcall(wait.whole, "t", { check = function() error(raised, 0) end, acted = 1, within = 10 }, listener or nil)
  check("an error in a check of " .. where, got, raised)
  check("ends a wait if it is one, " .. where, raised.wait ~= nil, listener and true or false)
  check("and is the check's, " .. where, raised.judging, true)
end
local no_error <const> = failure { kind = "skip" }
new_world()
check("what is raised besides goes on", select(2, run { { raises = no_error } }), no_error)
local inside <const> = failure { kind = "wait", failure = not_yet }
new_world()
_, over = run { { raises = inside }, { sees = not_yet } }
check("a wait in a poll that fails is one more failure", over.attempts[1].failure, inside)
check("and no mistake of the poll", rawget(inside, "judging"), nil)

-- What is told of the attempts -----------------------------------------------------------------

new_world()
_, over = run { { sees = not_yet, took = 100 }, { sees = not_yet, took = 1300 } }
check("a slow answer", over.attempts.slowest .. " " .. over.attempts.slowest_k, "1300.0 2")
new_world()
_, over = run({ { sees = not_yet, took = 1500 }, { sees = not_yet, took = 1400 }, { sees = not_yet } }, { within = 5000, every = 2000 })
check("the slowest one", over.attempts.slowest .. " " .. over.attempts.slowest_k, "1500 1")
new_world()
_, over = run { { sees = not_yet, took = 1000 } }
check("an answer within a second is none", over.attempts.slowest, nil)

new_world()
_, over = run({ { sees = not_yet, took = 60, queued = 51 }, { sees = not_yet, took = 10, queued = 50 }, { sees = not_yet } }, { every = 500 })
check("a request that queued", over.attempts.queued, 51)
check("is late", ("%s %s %s"):format(over.attempts.late, over.attempts.late_queued, over.attempts.lag), "1 1 nil")
new_world { queued = 400 }
_, over = run { { sees = not_yet } }
check("what queued before is not its own", over.attempts.queued, nil)
new_world()
_, over = run { { sees = not_yet, took = 1200, queued = 201 }, { sees = not_yet } }
check("nor does an answer take as long as its request queues", over.attempts.slowest, nil)
new_world { arrivals = { 1560 } }
_, over = run({ { sees = not_yet }, { sees = not_yet, world = { held = 60 } }, { sees = not_yet } }, { every = 500 })
check("a poll that had to queue itself", ("%s %s %s %s"):format(over.attempts.late, over.attempts.late_queued, over.attempts.lag, over.attempts.queued), "1 1 nil 60")
new_world { arrivals = { 1560 } }
_, over = run({ { sees = not_yet }, { sees = not_yet } }, { every = 500 })
check("so is one that the runner was too busy for", ("%s %s %s"):format(over.attempts.late, over.attempts.late_queued, over.attempts.lag), "1 nil 60")
new_world { arrivals = { 1100 } }
_, over = run({ { sees = not_yet }, { sees = not_yet, took = 100, queued = 60 } }, { every = 500 })
check("what an arrival woke is due then", over.attempts.late, 3)

new_world { jumped = 5 }
_, over = run { { sees = not_yet, world = { jumped = 12 } } }
check("how far the clock has jumped meanwhile", over.jumped, 7)
new_world { takes = true }
_, over = run { { sees = "it" }, { sees = not_yet } }
check("a wait that is over at once", over, nil)
_, over = run { { sees = not_yet } }
check("polls that take what they see", over.attempts.takes, true)
new_world()
_, over = run { { raises = not_yet } }
check("polls that take nothing", over.attempts.takes, nil)
check("a poll that fails gives check nothing", over.polled, false)

local function told(seen_at_polls)
  local steps = {}
  for i, one in ipairs(seen_at_polls) do steps[i] = { sees = one } end
  new_world()
  return select(2, run(steps, { within = 100 * (#steps - 1), every = 100 })).attempts
end
local texts = {}
for i = 1, 14 do texts[i] = failure { message = "text " .. i } end
local log = told(texts)
check("the first groups and the last ones are kept", ("%d %d %d %d"):format(#log, log[1].first, log[4].first, log[5].first), "12 1 4 7")
check("and when each began", log[5].at, 600)
log = told { not_yet, failure {}, failure { line = 11 } }
check("equal attempts are one", ("%d %d-%d %d"):format(#log, log[1].first, log[1].last, log[2].first), "2 1-2 3")
local got <const>, want <const> = {}, {}
local function difference(fields)
  local one = failure { matcher = "equals", got = got, want = want, path = "a" }
  rawset(one, "message", nil)
  for name, value in pairs(fields) do rawset(one, name, value) end
  return one
end
check("those that are not explained yet", #told { difference {}, difference {} }, 1)
for name, value in pairs { got = {}, want = {}, path = "b", matcher = "matches", line = 11 } do
  check("other " .. name, #told { difference {}, difference { [name] = value } }, 2)
end

for what, pair in pairs {
  ["came further"] = { { line = 12 }, { line = 11 } }, ["has fewer differences"] = { { count = 2 }, { count = 3 } },
  ["has one difference"] = { {}, { count = 2 } }, ["is closer"] = { { distance = 1 }, { distance = 2 } },
} do
  local near, far = difference(pair[1]), difference(pair[2])
  rawset(near, "path", "near")
  check("what " .. what .. " is nearest", told { near, far }.nearest.failure, near)
  check("the last one where it " .. what, told { far, near }.nearest, nil)
end
check("a distance that only one has", #told { difference { distance = 1 }, difference { path = "b" } }, 2)
check("of equal ones the last", told { difference { path = "a" }, difference { path = "b" } }.nearest, nil)
new_world()
local first <const> = failure { message = "in the check" }
_, over = run({ { sees = first }, { raises = failure { message = "in the poll", line = 20 } } }, { within = 100, every = 100 })
check("a check is further than a poll", over.attempts.nearest.failure, first)

-- Verdicts -------------------------------------------------------------------------------------

local function line_of(f) return debug.getinfo(f, "S").linedefined end
local function never() return false end
new_world()
local ok, problem = pcall(wait.whole, "t", { poll = never, within = 10, every = 10 })
check("a poll alone has to return something true", not ok and problem.message, "poll returned false")
check("its line is told", problem.failure.line, line_of(never))
new_world()
ok, problem = pcall(wait.whole, "t", { poll = function() return 1 end, check = never, within = 10, every = 10 })
check("a check that says false", not ok and problem.message, "check returned false")
check("what was polled is told", problem.polled ~= nil and problem.found, 1)
new_world()
check("a check that expects nothing holds", wait.whole("t", { poll = function() return 1 end, check = function() end, within = 10 }), 1)
local function careless() end
for _ = 1, 2 do wait.whole("t", { poll = function() return 1 end, check = careless, within = 10 }) end
check("and is warned of, once", #the.warned, 2)
check("by its place", the.warned[2]:find(("wait_test.lua:%d) expected nothing, so it holds whatever there is; a loop over an empty list does not run")
  :format(line_of(careless)), 1, true) ~= nil, true)
wait.whole("t", { poll = function() return 1 end, check = function() return true end, within = 10 })
wait.whole("t", { poll = function() return 1 end, check = os.getenv, within = 10 })
check("not one that says true, nor one that is not Lua", #the.warned, 2)
new_world()
check("without a poll", wait.whole("t", { check = function(_, acted) the.expected = acted end, acted = 5, within = 10 }), 5)
ok, problem = pcall(wait.whole, "t", { check = function() error(failure {}, 0) end, acted = 5, within = 10 })
check("a check of act's result fails at once", not ok and problem.acted[1], 5)
ok, problem = pcall(wait.whole, "t", { check = function() error(failure {}, 0) end, within = 10 })
check("where act returned nothing there is nothing to tell", not ok and rawget(problem, "acted"), nil)
new_world { attends = true }
ok, problem = pcall(wait.whole, "t", { check = function(_, found) error(found, 0) end, within = 10, every = 10 }, { found = not_yet })
check("what a listener has", problem.failure, not_yet)
check("it is looked after before each attempt", the.checked, 2)
check("what it has heard", problem.heard, "t3")
