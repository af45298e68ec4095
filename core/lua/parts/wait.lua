-- SPDX-License-Identifier: Apache-2.0
-- The wait engine: poll fetches, check judges, the pair is repeated until check raises no failed
-- expectation, or until the time is over. A failed expectation is "not yet"; any other error ends
-- the wait at once.
local core = ...
local failure_mt = core.part("expect").failure_mt

local FIRST, GROWTH, MOST, JITTER = 50, 1.5, 1000, 0.2 -- milliseconds between polls
local KEPT = 200 -- attempts that are remembered for the report

local function is_failure(e) return getmetatable(e) == failure_mt end

-- A plain Lua error keeps where it came from through the protected call.
local function with_traceback(e)
  if type(e) == "string" then return { kind = "lua", message = e, traceback = core.traceback(2) } end
  return e
end

-- Runs f; nil, or the failed expectation. Other errors go on.
local function try(f, ...)
  local ok, result = xpcall(f, with_traceback, ...)
  if ok then return result, nil end
  if not is_failure(result) or result.kind ~= "expectation" then error(result, 0) end
  return nil, result
end

-- One attempt: what was found, and why it does not do yet.
local function attempt(t, w, listener)
  local found, failure
  if w.poll then
    found, failure = try(w.poll, t, listener)
    if failure then return found, failure end
    if not w.check and not found then
      return found, setmetatable({ kind = "expectation", message = "poll returned " .. tostring(found) },
        failure_mt)
    end
  elseif listener ~= nil then
    found = listener
  else
    found = w.acted
  end
  if w.check then
    local _
    _, failure = try(w.check, t, found)
  end
  return found, failure
end

local function gave_up(t, w, found)
  local verdict = w.give_up and w.give_up(t, found)
  if not verdict then return nil end
  return type(verdict) == "string" and verdict or "give_up said so"
end

local function remember(log, at, failure)
  log.count = log.count + 1
  local last = log[#log]
  if last and last.message == failure.message then
    last.times, last.till = last.times + 1, at
  elseif #log < KEPT then
    log[#log + 1] = { at = at, till = at, times = 1, message = failure.message, failure = failure }
  else
    log[KEPT] = { at = at, till = at, times = 1, message = failure.message, failure = failure }
  end
end

local function over(w, log, failure, elapsed, why)
  error(setmetatable({
    kind = "wait", message = failure.message, failure = failure, attempts = log,
    elapsed = elapsed, within = w.within, why = why,
    file = failure.file, line = failure.line, source = failure.source, because = failure.because,
    differences = failure.differences,
  }, failure_mt), 0)
end

-- When to poll next, in core.now() milliseconds. `every` is an absolute cadence: late answers do
-- not shift the later polls.
local function next_poll(w, start, now, k, interval)
  if w.every then
    local due = start + k * w.every
    if due < now then due = start + math.ceil((now - start) / w.every) * w.every end
    return due
  end
  return now + interval * (1 + JITTER * (2 * core.random() - 1))
end

-- The check must go on holding for `stays`; its first break fails at once.
local function must_stay(t, w, listener, log, began)
  local until_ms, interval = began + w.stays, w.every or 200
  while true do
    local left = until_ms - core.now()
    if left <= 0 then return end
    core.sleep_ms(math.min(left, interval))
    local _, failure = attempt(t, w, listener)
    if failure then
      remember(log, core.now() - log.start, failure)
      over(w, log, failure, core.now() - log.start,
        ("it held for %.1f s and had to hold for %.1f s"):format((core.now() - began) / 1000, w.stays / 1000))
    end
  end
end

-- w: poll, check, give_up, acted; within, every, stays in milliseconds. Returns what poll found.
local function wait(t, w, listener)
  local start = core.now()
  local log = { count = 0, start = start }
  local deadline, interval, k = start + w.within, FIRST, 0
  local once = not w.poll and listener == nil
  core.set_deadline(deadline)
  while true do
    local asked = core.now()
    local found, failure = attempt(t, w, listener)
    local now = core.now()
    if not failure then
      core.set_deadline(nil)
      if w.stays then must_stay(t, w, listener, log, now) end
      return found
    end
    remember(log, asked - start, failure)
    local reason = gave_up(t, w, found)
    if reason then over(w, log, failure, now - start, "given up: " .. reason) end
    if once then error(failure, 0) end
    if asked >= deadline then over(w, log, failure, now - start) end
    k = k + 1
    local due = math.min(next_poll(w, start, now, k, interval), deadline)
    interval = math.min(interval * GROWTH, MOST)
    core.sleep_ms(math.max(due - now, 0))
  end
end

return wait
