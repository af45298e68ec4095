-- SPDX-License-Identifier: Apache-2.0
-- The clean-up at the end of a case: its teardown, then what was put on the stack of clean-ups.
local core = ...
local values = core.part "values"
local case = core.part "case"
local with_traceback = core.part("caller").with_traceback
local STATE, cleanups = case.STATE, case.cleanups

local BUSY = 500 -- milliseconds before a removal is tried again
local PATIENCE = 1 / 3 -- of the time that is left: for so long a step goes on asking a service that was asked too often
local REACH = 5000 -- ms for which the steps of a clean-up, all together, go on calling an endpoint that cannot be reached
local WAIT = 2 / 3 -- of the same: for so long a removal that was accepted may take
local TAGLESS = 5 -- so often it must be said that a thing has no tags

local run = {}

-- Runs Lua code of the spec, by fields whose names a traceback shows; `state.cleaning` is what to call it, while it runs.
function run.defer(entry, t)
  rawget(t, STATE).cleaning = ("this t:defer (%s)"):format(entry.where)
  entry.deferred(t)
end

function run.fixture(entry, t)
  rawget(t, STATE).cleaning = ("the teardown of fixture '%s'"):format(entry.name)
  entry.teardown(t, entry.value)
end

function run.listener(entry) core.part("listener").finish(entry.listener) end

-- Until when an error is worth another try; nil: it is not.
local function worth_till(problem, state, throttled_till)
  if type(problem) ~= "table" then return nil end
  if problem.code and core.is_throttled(problem.code, problem.status) then return throttled_till end
  if problem.kind ~= "connect" then return nil end
  state.reach_till = state.reach_till or core.now() + REACH -- it may be starting anew
  return state.reach_till
end

-- Who cleans up may wait longer than a call does: the clean-ups of many cases come at once. But not for so long that the
-- steps after it have no time left.
local function patiently(state, f, ...)
  local throttled_till = core.now() + PATIENCE * core.left_ms()
  while true do
    local ok, result = pcall(f, ...)
    if ok then return result end
    local till = not core.lost() and worth_till(result, state, throttled_till)
    if not till or core.now() >= till then error(result, 0) end
    core.sleep_ms(BUSY)
  end
end

function run.claim(entry, t)
  local claim, state = entry.claim, rawget(t, STATE)
  patiently(state, claim.definition.empty, claim.args)
  local left = patiently(state, claim.definition.remaining, claim.args)
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

-- Returns "kept" and why; or, where the removal was only accepted, "unfinished" and how far it is, or "gone" and what was
-- left on purpose.
local function remove(entry)
  local service = require("slrun." .. entry.service)
  local why = entry.tags and not_ours(service, entry.tags)
  if why then return { "kept", why } end
  service[entry.operation](entry.args)
  if not entry.waiter then return { "gone" } end
  local gone, text = service[entry.waiter](entry.args, ("%dms"):format(WAIT * core.left_ms() // 1))
  return { gone and "gone" or "unfinished", text }
end

-- Returns what has become of it, as remove().
-- What is still being made cannot be removed yet: it is tried again until the limit of the clean-up.
-- After a create whose answer nobody saw, "not there" is believed when it is said twice: the request
-- may still have been on its way.
function run.undo(entry, t)
  if not entry.sent then return end
  local sure = entry.made
  while true do
    local ok, result = pcall(patiently, rawget(t, STATE), remove, entry)
    local code = not ok and type(result) == "table" and result.code
    local gone = code and code == entry.gone or ok and entry.waiter and result[1] == "gone"
    if ok and (sure or not gone) then return result end
    if gone and sure then return { "gone" } end
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
  core.step("teardown", #cleanups(t))
  state.cleaning = ("this teardown (%s:%d)"):format(at.short_src, at.linedefined)
  local ok, problem = xpcall(state.teardown, with_traceback, t)
  state.cleaning = nil
  if not ok then report("teardown", problem) end
end

local function settle(entry, name, result)
  local what, text = table.unpack(result)
  if what == "kept" then
    core.kept(entry.number, name, text)
  elseif what == "unfinished" then
    core.unfinished(name, text)
  elseif entry.number then
    core.undone(entry.number, name, text)
  end
end

-- What a target had that is gone is gone with it; to ask it for that would only add errors.
local ENDS_WITH_TARGET <const> = { undo = true, claim = true }

-- Every step runs, in reverse order, whatever happens to the others.
local function teardown(t)
  local stack, state = cleanups(t), rawget(t, STATE)
  state.undone = {}
  core.phase "teardown"
  core.step(nil, #stack)
  if state.controlled then
    core.clock_force(false)
    local ok, problem = true, nil
    if core.controls "faults" then ok, problem = xpcall(core.part("local_cloud").recover, with_traceback) end
    if not ok then report("the end of its faults", problem) end
  end
  if state.teardown then run_teardown(t, state) end
  while #stack > 0 do
    local entry = table.remove(stack)
    if entry and not (core.lost() and ENDS_WITH_TARGET[entry.kind]) then
      state.step = label[entry.kind](entry)
      core.step(state.step, #stack)
      local ok, result = xpcall(run[entry.kind], with_traceback, entry, t)
      state.cleaning = nil
      table.insert(state.undone, entry)
      if not ok then
        report(state.step, result)
      else
        settle(entry, state.step, result or { "gone" })
      end
    end
  end
end

-- Puts an entry of a ledger (its fields as in core/run/ledger/ledger.h) back on the stack of a case, for a
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
    entry.sent, entry.made, entry.waiter = true, sure, e.waiter
    entry.tags = type(e.tags) == "table" and e.tags.op and e.tags or nil
  end
  table.insert(cleanups(t), entry)
end

return { teardown = teardown, restore = restore }
