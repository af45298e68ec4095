-- SPDX-License-Identifier: Apache-2.0
-- The wait engine: poll fetches, check judges, the pair is repeated until check raises no failed
-- expectation, or until the time is over. A failed expectation is "not yet"; any other error ends
-- the wait at once. Times are in milliseconds on core.now()'s clock.
local core = ...
local failure_mt = core.part("expect").failure_mt
local with_traceback = core.part("caller").with_traceback

local FIRST, GROWTH, MOST, JITTER = 50, 1.5, 1000, 0.2 -- between polls, where `every` is not given
local STAYS_EVERY = 200 -- between polls of `stays`, where `every` is not given
local LATE = 50         -- a poll that leaves later than this is counted as late
local SLOW = 1000       -- an answer that takes longer is told
local FIRST_KEPT, LAST_KEPT = 4, 8 -- groups of attempts that are remembered for the report

-- Errors ----------------------------------------------------------------------------------------

local function is_failure(e)
  return type(e) == "table" and getmetatable(e) == failure_mt and (e.kind == "expectation" or e.kind == "wait")
end

-- A request that was given up after the end of its wait (service.c).
local function is_given_up(e) return type(e) == "table" and e.kind == "cancelled" end

-- Runs f: its result, or nil and the failed expectation. Other errors go on.
local function try(f, ...)
  local ok, result = xpcall(f, with_traceback, ...)
  if ok then return result, nil end
  if is_failure(result) then return nil, result end
  if is_given_up(result) then
    local file, line = (result.where or ""):match("^(.-):(%d+): $")
    return nil, setmetatable({ kind = "expectation", unanswered = true, message = "the request to "
      .. result.service .. "." .. result.operation .. " was not answered",
      source = file and "@" .. file, line = math.tointeger(tonumber(line)) }, failure_mt)
  end
  error(result, 0)
end

-- Attempts --------------------------------------------------------------------------------------

-- A poll without a check that did not return a true value.
local function not_true(poll, found)
  local info = debug.getinfo(poll, "S")
  return setmetatable({ kind = "expectation", message = "poll returned " .. tostring(found),
    source = info.source, line = info.linedefined, of_poll = true }, failure_mt)
end

-- One attempt: what was found, why it does not do yet, and whether the check was reached.
local function attempt(t, w, listener)
  local found, failure
  if w.poll then
    core.polling(true)
    found, failure = try(w.poll, t, listener)
    core.polling(false)
    if failure then return nil, failure, false end
    if not w.check then return found, not found and not_true(w.poll, found) or nil, true end
  elseif listener ~= nil then
    found = listener
  else
    found = w.acted
  end
  local _
  if w.check then _, failure = try(w.check, t, found) end
  return found, failure, true
end

-- The log of a wait -----------------------------------------------------------------------------

local function new_log(w, now)
  return { count = 0, start = now, w = w }
end

-- Whether two failures say the same, without explaining them.
local function same_failure(a, b)
  if a.line ~= b.line or rawget(a, "matcher") ~= rawget(b, "matcher") then return false end
  if rawget(a, "message") or rawget(b, "message") then
    return rawget(a, "message") == rawget(b, "message")
  end
  return rawequal(a.got, b.got) and rawequal(a.want, b.want) and a.path == b.path
end

-- Nearer: the check came further, or fewer things differ, or a number is closer.
local function is_nearer(a, b)
  if a.unanswered or b.unanswered then return not a.unanswered end
  if a.in_check ~= b.in_check then return a.in_check end
  if a.source == b.source and a.line ~= b.line then return (a.line or 0) > (b.line or 0) end
  if (a.count or 1) ~= (b.count or 1) then return (a.count or 1) < (b.count or 1) end
  if a.distance and b.distance then return a.distance < b.distance end
  return false
end

-- A group that came as near as an earlier one takes its place: the latest is told.
local function note_nearest(log, entry)
  if log.nearest and is_nearer(log.nearest.failure, entry.failure) then return end
  log.nearest = entry
end

-- Groups of equal attempts: the first ones stay, and the last ones.
local function note_failure(log, failure, at)
  local last = log[#log]
  if last and same_failure(last.failure, failure) then
    last.last = log.count
    return
  end
  if #log == FIRST_KEPT + LAST_KEPT then table.remove(log, FIRST_KEPT + 1) end
  log[#log + 1] = { at = at, first = log.count, last = log.count, failure = failure }
  note_nearest(log, log[#log])
end

local function note_attempt(log, due, asked, now)
  log.count = log.count + 1
  local queued = core.queued()
  local took = now - asked - queued
  if took > (log.slowest or SLOW) then log.slowest, log.slowest_k = took, log.count end
  if queued > (log.queued or 0) then log.queued = queued end
  if asked - due > (log.lag or 0) then log.lag = asked - due end
  if queued + asked - due > LATE then
    log.late = (log.late or 0) + 1
    if queued > asked - due then log.late_queued = (log.late_queued or 0) + 1 end
  end
end

local function over(log, failure, now, why, found, polled)
  local shown = failure
  if failure.unanswered and #log > 1 then shown = log[#log - 1].failure end -- what is known
  error(setmetatable({ kind = "wait", failure = shown, attempts = log, elapsed = now - log.start,
    within = log.w.within, every = log.w.every, why = why, found = found, polled = polled,
    message = shown.message }, failure_mt), 0)
end

-- The waits themselves --------------------------------------------------------------------------

local function gave_up(t, w, found)
  if not w.give_up then return nil end
  local ok, verdict = xpcall(w.give_up, with_traceback, t, found)
  if not ok then error(verdict, 0) end
  if not verdict then return nil end
  return type(verdict) == "string" and verdict or "give_up said so"
end

local function earlier(a, b) return b and b < a and b or a end

local function seconds(ms) return ("%.2f s"):format(ms / 1000) end

-- When to poll next. `every` is an absolute cadence: late answers do not shift the later polls.
local function next_poll(every, start, now, interval)
  if not every then return now + interval * (1 + JITTER * (2 * core.random() - 1)) end
  return start + (math.floor((now - start) / every) + 1) * every
end

-- The check must go on holding for `stays`; its first break fails at once.
local function must_stay(t, w, listener, log, outer)
  local began = core.now()
  local till, every, due = began + w.stays, w.every or STAYS_EVERY, began
  core.set_deadline(earlier(till, outer))
  while true do
    due = math.min(next_poll(every, began, core.now()), till)
    core.sleep_until(due)
    local asked = core.now()
    local found, failure, in_check = attempt(t, w, listener)
    note_attempt(log, due, asked, core.now())
    if failure then
      failure.in_check = in_check
      note_failure(log, failure, asked - log.start)
      log.nearest = nil
      over(log, failure, core.now(), ("it held for %s and had to hold for %s"):format(
        seconds(asked - began), seconds(w.stays)), found, in_check)
    end
    if due >= till then return found end
  end
end

-- Why a wait must end after an attempt that failed, or nil. `asked`, `now`: when the attempt began
-- and ended. A poll that only a stall of the loop made late is tried once more.
local function must_end(failure, asked, now, deadline, log)
  if failure.unanswered then
    return ("the last request was still not answered %s after the end, and was cancelled"):format(
      seconds(now - deadline))
  end
  if asked >= deadline then return "" end
  if now < deadline or core.stalled(asked) then return nil end
  if now - deadline < LATE then return "" end
  return ("the answer to the last poll came %s after the end"):format(seconds(now - deadline))
end

local function run(t, w, listener, log, outer)
  local once = not w.poll and listener == nil
  local interval, due = FIRST, log.start
  local asked = log.start
  local deadline = log.start + w.within
  core.set_deadline(earlier(deadline, outer), w.within, outer)
  while true do
    local found, failure, in_check = attempt(t, w, listener)
    local now = core.now()
    note_attempt(log, due, asked, now)
    if log.count == 1 then -- the time runs from when the first request was sent
      log.start = math.max(core.sent() or asked, asked)
      asked = log.start
      deadline = earlier(log.start + w.within, outer)
      core.set_deadline(deadline)
    end
    if not failure then
      if w.stays then found = must_stay(t, w, listener, log, outer) end
      return found
    end
    if once then error(failure, 0) end
    failure.in_check = in_check
    note_failure(log, failure, asked - log.start)
    local reason = in_check and gave_up(t, w, found)
    if reason then over(log, failure, now, "given up: " .. reason, found, true) end
    local why = must_end(failure, asked, now, deadline, log)
    if why then over(log, failure, now, why ~= "" and why or nil, found, in_check) end
    due = math.min(next_poll(w.every, log.start, now, interval), deadline)
    interval = math.min(interval * GROWTH, MOST)
    core.sleep_until(due)
    asked = core.now()
  end
end

-- An error that is no failed expectation ends the wait; it says how far the wait had come.
local function tell_wait(problem, log)
  local kind = type(problem) == "table" and problem.kind
  if kind and kind ~= "skip" and getmetatable(problem) ~= failure_mt and not rawget(problem, "wait") then
    rawset(problem, "wait", { attempts = log, elapsed = core.now() - log.start })
  end
  return problem
end

-- w: poll, check, give_up, acted; within, every, stays in milliseconds. Returns what poll found. A
-- wait inside a poll or check of another one ends with it at the latest.
local function wait(t, w, listener)
  local outer, polling = core.deadline(), core.polling(false)
  local log = new_log(w, core.now())
  core.queued()
  local ok, result = pcall(run, t, w, listener, log, outer)
  core.set_deadline(outer)
  core.polling(polling)
  if ok then return result end
  error(tell_wait(result, log), 0)
end

return wait
