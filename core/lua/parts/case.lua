-- SPDX-License-Identifier: Apache-2.0
-- The life of a case: its phases in order, and the object `t`. What few cases need is loaded when the
-- first one does: t's methods (methods.lua), the clean-up at the end (cleanup.lua).
local core = ...

local STATE = {} -- the key under which a `t` keeps what belongs to the language

-- t -------------------------------------------------------------------------------------------

local methods -- loaded when the first is called
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
  if not own_names[name] then return warn_of_fixture(name) end
  local stack = name ~= "acted" and rawget(t, "the stack")
  if stack and core.part("stack").words[name] then return core.part("stack").see(stack, name) end
  local value = rawget(t, STATE)[name]
  if value ~= nil then return value end
  methods = methods or core.part "methods"
  return methods[name]
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
      core.part("expect").repr(value)), 3)
  end
  if ms < 1 and word == "every" then error(('every is "%s"; it must be a millisecond or more'):format(value), 3) end
  return ms
end

-- Fixtures ------------------------------------------------------------------------------------

-- Its teardown goes on the stack of clean-ups only once the set-up is through.
local function setup(t, fixture, sla, name)
  local state = rawget(t, STATE)
  state.sla = sla
  core.phase "setup"
  local value = fixture.setup(t)
  if fixture.teardown then
    table.insert(cleanups(t), { kind = "fixture", name = name, teardown = fixture.teardown, value = value })
  end
  t[name] = value
  return value
end

-- Phases --------------------------------------------------------------------------------------

-- Runs listen: what check or poll gets of it. Without a poll check gets what a listener has heard, so there should be one: a
-- listener that is kept to itself wakes the wait, and that is all.
local function listen(t, definition)
  if definition.poll or not definition.check then return definition.listen(t) end
  local loose = core.part("listener").loose
  local before = loose(t)
  local value = definition.listen(t)
  if type(value) == "table" then return value end
  local info = debug.getinfo(definition.listen, "S")
  local place = ("%s:%d"):format(info.short_src, info.linedefined)
  if value ~= nil then
    error(("%s: listen returned a %s; write return sqs.listen { ... }, or return a table of listeners"):format(place, type(value)), 0)
  end
  if loose(t) > before then
    core.warn(("this listen (%s) returns nothing, so check gets nothing of what it hears: write return sqs.listen { ... }"):format(place))
  end
end

-- Runs the phases up to the first poll. Returns the wait of poll and check, or nil.
local function begin(t, state, definition)
  if definition.seed then
    core.phase "seed"
    definition.seed(t)
  end
  if definition.listen then
    core.phase "listen"
    state.listener = listen(t, definition)
  end
  local idle
  if definition.act then
    core.phase "act"
    local calls = core.calls()
    state.acted = definition.act(t)
    idle = core.calls() == calls and not state.helped and not state.controlled
  end
  local poll, check = definition.poll, definition.check
  if not poll and not check then return nil end
  core.phase((poll or state.listener ~= nil) and "poll" or "check")
  local w = { poll = poll, check = check, within = state.sla } -- small: see new_log() in wait.lua
  if definition.every then w.every = milliseconds("every", definition.every) end
  if definition.stays then w.stays = milliseconds("stays", definition.stays) end
  if definition.give_up then w.give_up = definition.give_up end
  if state.acted ~= nil then w.acted = state.acted end
  if idle then w.idle = true end
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
    local act <const> = definition -- its name stands in tracebacks
    core.phase "act"
    act(t)
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

-- The case has done something to the local cloud, which its clean-up ends first.
local function controlled(t)
  cleanups(t)
  rawget(t, STATE).controlled = true
end

-- An operation is called while a clean-up runs.
local function called(t, ...)
  local state = rawget(t, STATE)
  if state.cleaning then core.part "needless"(state, ...) end
end

-- Every step runs, in reverse order, whatever happens to the others.
local function teardown(t) return core.part("cleanup").teardown(t) end

return { STATE = STATE, milliseconds = milliseconds, new = new, setup = setup, body = body, again = again,
  teardown = teardown, cleanups = cleanups, controlled = controlled, called = called, expects = expects, cut = cut }
