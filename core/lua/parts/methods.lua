-- SPDX-License-Identifier: Apache-2.0
-- The methods of `t`.
local core = ...
local values = core.part "values"
local expect = core.part "expect"
local case = core.part "case"
local STATE, cleanups, milliseconds = case.STATE, case.cleanups, case.milliseconds

local methods = {}

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
  error(setmetatable({ kind = "skip", message = tostring(reason or "no reason given") }, expect.failure_mt), 0)
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
  rawget(self, STATE).helped = true
end

--- `t:defer(f)` Runs `f(t)` at the end of the case, after `teardown`, the last deferred first. It
-- does not survive the death of slrun; a claim does.
-- @param f a function
function methods:defer(f)
  if type(f) ~= "function" then error("t:defer takes a function, got " .. type(f), 2) end
  table.insert(cleanups(self), { kind = "defer", deferred = f, where = core.where(2) })
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
  -- $(wait.MOST) ms (or a $(wait.ROUNDS)th of `within`, if that is longer), by half each time
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

-- A method that is called with a dot would take its first argument for `t`.
for name, method in pairs(methods) do
  methods[name] = function(self, ...)
    if type(self) ~= "table" or not rawget(self, STATE) then core.part("caller").misuse("write t:%s(...), with a colon", name) end
    return method(self, ...)
  end
end

return methods
