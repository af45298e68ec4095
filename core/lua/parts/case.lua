-- SPDX-License-Identifier: Apache-2.0
-- The life of a case: its phases in order, the object `t`, and the clean-up at the end.
local core = ...
local values = core.part "values"
local expect = core.part "expect"
local failure_mt = expect.failure_mt
local with_traceback = core.part("caller").with_traceback

local BUSY = 500 -- milliseconds before a removal is tried again
local TAGLESS = 5 -- so often it must be said that a thing has no tags

local STATE = {} -- the key under which a `t` keeps what belongs to the language

-- t -------------------------------------------------------------------------------------------

local methods = {}
local own_names = core.names() -- closed, and published in docs/spec-language.md

local t_mt = { __name = "slrun.t" }

local warned = {} -- by name

-- What a case has not put on `t` is nil; mostly a mistake where a fixture is called so.
local function warn_of_fixture(name)
  if warned[name] or type(name) ~= "string" or not core.is_fixture(name) then return end
  warned[name] = true
  core.warn(("t.%s is nil here: there is a fixture '%s', which only cases with uses = { \"%s\" } have"):format(name, name, name))
end

function t_mt.__index(t, name)
  local method = methods[name]
  if method then return method end
  if own_names[name] then
    local stack = name ~= "acted" and rawget(t, "the stack")
    if stack and core.part("stack").words[name] then return core.part("stack").see(stack, name) end
    return rawget(t, STATE)[name]
  end
  warn_of_fixture(name)
  return nil
end

function t_mt.__newindex(t, name, value)
  if own_names[name] then error(("t.%s is t's own; choose another name"):format(name), 2) end
  if value == nil then warned[name] = true end -- of a fixture, perhaps: it is meant
  rawset(t, name, value)
end

local shared = { target = "" } -- of all cases
local state_mt = { __index = shared }

-- What belongs to the language: thousands of cases wait at once, so there is room for four fields
-- and what is seldom there comes later.
local function new(id, target, parameters)
  shared.target = target
  local state = setmetatable({ id = id, sla = nil, teardown = nil, waiting = nil }, state_mt)
  local t = { [STATE] = state }
  for name, value in next, parameters or {} do t[name] = value end
  return setmetatable(t, t_mt)
end

-- What must be undone at the end.
local function cleanups(t)
  local state = rawget(t, STATE)
  if not state.cleanups then state.cleanups = {} end
  return state.cleanups
end

local function milliseconds(word, value, otherwise)
  if value == nil then return otherwise end
  local ms = type(value) == "string" and core.duration(value)
  if not ms then
    error(("%s is %s; write a number and a unit, such as \"250ms\" or \"15s\""):format(word,
      expect.repr(value)), 3)
  end
  return ms
end

--- `t:sleep(duration)` Waits; other cases go on.
-- @param duration a duration
function methods:sleep(duration) core.sleep_ms(milliseconds("sleep", duration)) end

--- `t:now()` The time in seconds since 1970, with fraction: of the local cloud's clock, which jumps while all
-- cases wait; elsewhere the machine's.
function methods:now() return core.time() end

--- `t:log(...)` Writes a line that is shown with a failure; values that are no strings as Lua would
-- write them, secrets masked.
-- @param ... any values
function methods:log(...)
  local words = table.pack(...)
  for i = 1, words.n do words[i] = type(words[i]) == "string" and words[i] or expect.repr(words[i]) end
  core.note(table.concat(words, " ") .. "\n")
end

--- `t:skip(reason)` Ends the case here, as skipped.
-- @param reason a string @default `"no reason given"`
function methods:skip(reason)
  error(setmetatable({ kind = "skip", message = tostring(reason or "no reason given") }, failure_mt), 0)
end

--- `t:attach(name, data)` Keeps data with the result of the case; shown by name and size.
-- @param name a string of 1 to $(ATTACHMENT_NAME_MAX) characters, without `/`
-- @param data a string is kept as it is, anything else as JSON
function methods:attach(name, data)
  if type(name) ~= "string" then error("t:attach takes a name and data, got " .. type(name), 2) end
  core.attach(name, type(data) == "string" and data or core.json(data))
end

--- `t:after(duration, f)` Runs `f(t)` beside the phases, that long from now: it plays a part of the
-- system. It ends with the last phase; an error in it ends the case.
-- @param duration a duration
-- @param f a function
function methods:after(duration, f)
  if type(f) ~= "function" then error("t:after takes a duration and a function", 2) end
  core.after(milliseconds("after", duration), f, self)
end

--- `t:defer(f)` Runs `f(t)` at the end of the case, after `teardown`, the last deferred first. It
-- does not survive the death of slrun; a claim does.
-- @param f a function
function methods:defer(f)
  if type(f) ~= "function" then error("t:defer takes a function, got " .. type(f), 2) end
  table.insert(cleanups(self), { kind = "defer", run = f, where = core.where(2) })
end

--- `t:own(claim)` What the claim names is emptied at the end of the case, whoever filled it, and
-- must then be empty. Returns the claim.
-- @param claim what a service's constructor of claims returns, such as `dynamodb.partition`
function methods:own(claim)
  if getmetatable(claim) ~= values.slrun.claim_mt then
    error("t:own takes a claim, such as dynamodb.partition { ... }, got " .. expect.repr(claim), 2)
  end
  local whole = claim.definition.whole
  local kind, name
  if whole and not claim.args.outside_stack then kind, name = whole(claim.args) end
  if kind then core.part("guard").whole(self, tostring(claim), kind, name, 2) end
  local entry = { kind = "claim", claim = claim, where = core.where(2) }
  table.insert(cleanups(self), entry)
  core.own(entry, claim.plugin, claim.name, claim.args, tostring(claim))
  return claim
end

local wait_words = {
  --- `poll(t)` Fetches, again and again. @default required
  poll = "function",
  --- `check(t, found)` Judges. @default done when `poll` returns a true value
  check = "function",
  --- `give_up(t, found)` Asked after each check that failed; a true value ends the wait.
  give_up = "function",
  --- How long it may take: a duration. @default the SLA of the case
  within = "string",
  --- A fixed cadence of polls: a duration. @default pauses that grow from $(wait.FIRST) ms to
  -- $(wait.MOST) ms, by half each time
  every = "string",
  --- How long `check` must go on holding once it holds: a duration.
  stays = "string",
}

--- `t:wait { poll = ..., check = ... }` The wait engine, in any phase. Returns what `poll` returned
-- last.
function methods:wait(w)
  if type(w) ~= "table" then error("t:wait takes a table: t:wait { poll = ..., check = ... }", 2) end
  for word, value in pairs(w) do
    if not wait_words[word] then
      error(("t:wait has no '%s'; %s"):format(tostring(word), core.nearest(tostring(word), wait_words)), 2)
    elseif type(value) ~= wait_words[word] then
      error(("t:wait: '%s' must be a %s, got %s"):format(word, wait_words[word], type(value)), 2)
    end
  end
  if not w.poll then error("t:wait needs a function 'poll'", 2) end
  return core.part("wait").whole(self, {
    poll = w.poll, check = w.check, give_up = w.give_up,
    within = milliseconds("within", w.within, rawget(self, STATE).sla or 30000),
    every = milliseconds("every", w.every), stays = milliseconds("stays", w.stays),
  })
end

-- Fixtures ------------------------------------------------------------------------------------

-- Its teardown goes on the stack of clean-ups only once the set-up is through.
local function setup(t, fixture, sla, name)
  local state = rawget(t, STATE)
  state.sla = sla
  core.phase "setup"
  local value = fixture.setup(t)
  if fixture.teardown then
    table.insert(cleanups(t), { kind = "fixture", name = name, run = fixture.teardown, value = value })
  end
  t[name] = value
  return value
end

-- Phases --------------------------------------------------------------------------------------

-- Runs the phases up to the first poll. Returns the wait of poll and check, or nil.
local function begin(t, state, definition)
  if definition.seed then
    core.phase "seed"
    definition.seed(t)
  end
  if definition.listen then
    core.phase "listen"
    state.listener = definition.listen(t)
  end
  if definition.act then
    core.phase "act"
    state.acted = definition.act(t)
  end
  local poll, check = definition.poll, definition.check
  if not poll and not check then return nil end
  core.phase((poll or state.listener ~= nil) and "poll" or "check")
  local w = { poll = poll, check = check, within = state.sla } -- small: see new_log() in wait.lua
  if definition.every then w.every = milliseconds("every", definition.every) end
  if definition.stays then w.stays = milliseconds("stays", definition.stays) end
  if definition.give_up then w.give_up = definition.give_up end
  if state.acted ~= nil then w.acted = state.acted end
  return core.part("wait").begin(w)
end

-- Returns whether there is something to clean up; ignored where the body rests, to go on here.
local function again(t)
  local state = rawget(t, STATE)
  if state.waiting then
    local _, due = core.part("wait").go_on(t, state.waiting, state.listener)
    if due then return core.rest_until(due) end
    state.waiting = nil
  end
  return state.teardown ~= nil or state.cleanups ~= nil
end

-- The definition is not kept: a case that waits needs few of its functions (spec_forget()).
local function body(t, definition, sla)
  local state = rawget(t, STATE)
  state.sla = sla
  if type(definition) == "function" then
    core.phase "act"
    definition(t)
  else
    state.teardown = definition.teardown
    state.waiting = begin(t, state, definition)
  end
  return again(t)
end

-- The last failed expectation of the wait of poll and check, or nil: asked from outside of the case.
local function expects(t)
  local log = rawget(t, STATE).waiting
  local last = log and log[#log]
  return last and core.part("report").line(last.failure)
end

-- The same, with all that is told of such a wait, where its case is ended from outside: summary and text, or nil.
local function cut(t, why)
  local log = rawget(t, STATE).waiting
  if log then return core.part("report").cut(log, why) end
end

-- Clean-up ------------------------------------------------------------------------------------

local run = {}

-- The case has done something to the local cloud, which its clean-up ends first.
local function controlled(t)
  cleanups(t)
  rawget(t, STATE).controlled = true
end

-- Runs Lua code of the spec; `state.cleaning` is what to call it, while it runs.
function run.defer(entry, t)
  rawget(t, STATE).cleaning = ("this t:defer (%s)"):format(entry.where)
  entry.run(t)
end

function run.fixture(entry, t)
  rawget(t, STATE).cleaning = ("the teardown of fixture '%s'"):format(entry.name)
  entry.run(t, entry.value)
end

-- An operation is called while a clean-up runs.
local function called(t, ...)
  local state = rawget(t, STATE)
  if state.cleaning then core.part "needless"(state, ...) end
end

function run.listener(entry) core.part("listener").finish(entry.listener) end

function run.claim(entry)
  local claim = entry.claim
  claim.definition.empty(claim.args)
  local left = claim.definition.remaining(claim.args)
  if left ~= 0 then
    error(("%s is not empty after clean-up: %s left"):format(tostring(claim), tostring(left)), 0)
  end
end

-- Why what does not carry the run's id in its name is not removed, by its tags; nil: this run made
-- it. Tags may come late (DynamoDB's do), so that there are none is not believed at once.
local function not_ours(service, tags)
  for try = 1, TAGLESS do
    local found = service[tags.op](tags.args)
    if not found then break end
    local ours = core.ours(found[tags.list])
    if ours then return nil end
    if ours == false then return "its tags say that another run made it" end
    if try < TAGLESS then core.sleep_ms(BUSY) end
  end
  return "its tags do not say that this run made it: it may be somebody else's"
end

local function remove(entry)
  local service = require("slrun." .. entry.service)
  local why = entry.tags and not_ours(service, entry.tags)
  if not why then service[entry.operation](entry.args) end
  return why
end

-- Returns why it stays, or nothing.
-- What is still being made cannot be removed yet: it is tried again until the limit of the clean-up.
-- After a create whose answer nobody saw, "not there" is believed when it is said twice: the request
-- may still have been on its way.
function run.undo(entry)
  if not entry.sent then return end
  local sure = entry.made
  while true do
    local ok, result = pcall(remove, entry)
    local code = not ok and type(result) == "table" and result.code
    local gone = code and code == entry.gone
    if ok then return result end
    if gone and sure then return end
    if not gone and (not code or code ~= entry.busy) then error(result, 0) end
    sure = sure or gone
    core.sleep_ms(BUSY)
  end
end

-- Created under a name that is not the run's: the warning was given, and nothing is removed.
function run.foreign() end

local label = {
  defer = function(e) return "t:defer at " .. e.where end,
  fixture = function(e) return ("fixture '%s'"):format(e.name) end,
  listener = function(e) return "the listener to " .. e.listener.label end,
  claim = function(e) return tostring(e.claim) end,
  undo = function(e) return ("%s '%s'"):format(e.what, e.name) end,
  foreign = function(e) return ("%s '%s'"):format(e.what, e.name) end,
}

local function report(what, problem)
  local told = core.part("report").describe(problem)
  core.problem(what, told.summary, told.text)
end

local function run_teardown(t, state)
  local at = debug.getinfo(state.teardown, "S")
  state.cleaning = ("this teardown (%s:%d)"):format(at.short_src, at.linedefined)
  local ok, problem = xpcall(state.teardown, with_traceback, t)
  state.cleaning = nil
  if not ok then report("teardown", problem) end
end

-- Every step runs, in reverse order, whatever happens to the others.
local function teardown(t)
  local stack, state = cleanups(t), rawget(t, STATE)
  state.undone = {}
  core.phase "teardown"
  if state.controlled then
    core.clock_force(false)
    local ok, problem = true, nil
    if core.controls "faults" then ok, problem = xpcall(core.part("local_cloud").recover, with_traceback) end
    if not ok then report("the end of its faults", problem) end
  end
  if state.teardown then run_teardown(t, state) end
  while #stack > 0 do
    local entry = table.remove(stack)
    if entry then
      local ok, result = xpcall(run[entry.kind], with_traceback, entry, t)
      state.cleaning = nil
      table.insert(state.undone, entry)
      if not ok then
        report(label[entry.kind](entry), result)
      elseif result and entry.kind == "undo" then
        core.kept(entry.number, label.undo(entry), result)
      elseif entry.number then
        core.undone(entry.number)
      end
    end
  end
end

-- What is left of the clean-up, for the report of a teardown that was cut.
local function left(t)
  local names = {}
  for _, entry in ipairs(cleanups(t)) do
    if entry then names[#names + 1] = label[entry.kind](entry) end
  end
  return table.concat(names, ", ")
end

-- Puts an entry of a ledger (its fields as in core/run/ledger.h) back on the stack of a case, for a
-- sweep. `sure`: the request of a create cannot be on its way any more.
local function restore(t, e, sure)
  local entry = { number = e.n, where = e.case }
  if e.type == "claim" then
    require("slrun." .. e.plugin)
    local make = (values.claims[e.plugin] or {})[e.claim]
    if not make then error(("%s has no claim '%s'"):format(e.plugin, e.claim), 0) end
    entry.kind, entry.claim = "claim", make(e.args)
  else
    entry.kind, entry.service, entry.operation, entry.args = "undo", e.plugin, e.undo, e.args
    entry.what, entry.name, entry.gone, entry.busy = e.kind, e.name, e.gone, e.busy
    entry.sent, entry.made = true, sure
    entry.tags = type(e.tags) == "table" and e.tags.op and e.tags or nil
  end
  table.insert(cleanups(t), entry)
end

return { expects = expects, cut = cut, called = called, controlled = controlled, new = new, setup = setup, body = body, again = again, restore = restore, teardown = teardown, cleanups = cleanups, left = left }
