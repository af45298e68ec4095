-- SPDX-License-Identifier: Apache-2.0
-- The wait engine: poll fetches, check judges, the pair is repeated until check raises no failed
-- expectation, or until the time is over. A failed expectation is "not yet"; any other error ends
-- the wait at once. Times are in milliseconds on core.now()'s clock.
local core = ...
local expect = core.part "expect"
local failure_mt = expect.failure_mt
local with_traceback = core.part("caller").with_traceback

local FIRST, GROWTH, MOST, JITTER = 50, 1.5, 1000, 0.2 -- between polls, where `every` is not given
local ROUNDS = 1000     -- a wait of hours asks about so often, in pauses longer than MOST
local STAYS_EVERY = 200 -- between polls of `stays`, where `every` is not given
local LATE = 50         -- a poll that leaves later than this is counted as late
local SLOW = 1000       -- an answer that takes longer is told
local QUEUED = 50       -- a request that queues longer is told
local HEARD = 3         -- records of each listener, of those that matched and of those that did not
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
  if type(result) == "table" and rawget(result, "kind") == "lua" then rawset(result, "judging", true) end
  error(result, 0)
end

-- Attempts --------------------------------------------------------------------------------------

-- A poll without a check that did not return a true value; a check that returned false.
local function not_true(word, f, returned)
  local info = debug.getinfo(f, "S")
  return setmetatable({ kind = "expectation", message = word .. " returned " .. tostring(returned),
    source = info.source, line = info.linedefined }, failure_mt)
end

local warned = {} -- by place

-- A check that holds whatever was found is a mistake: mostly a loop over a list that was empty.
local function warn_of_nothing(check)
  local info = debug.getinfo(check, "S")
  local place = ("%s:%d"):format(info.short_src, info.linedefined)
  if warned[place] or info.what == "C" then return end
  warned[place] = true
  core.warn(("this check (%s) expected nothing, so it holds whatever there is; a loop over an empty list "
    .. "does not run"):format(place))
end

-- Why the check does not do yet, or nil.
local function judge(check, t, found)
  local before = expect.count()
  local verdict, failure = try(check, t, found)
  if failure then return failure end
  if verdict == false then return not_true("check", check, false) end
  if verdict == nil and expect.count() == before then warn_of_nothing(check) end
end

-- One attempt: what was found, why it does not do yet, and whether the check was reached.
local function attempt(t, w, listener)
  local found, failure
  if core.attend() then core.part("listener").check(t) end
  if w.poll then
    core.polling(true)
    found, failure = try(w.poll, t, listener)
    core.polling(false)
    if failure then return nil, failure, false end
    if not w.check then return found, not found and not_true("poll", w.poll, found) or nil, true end
  elseif listener ~= nil then
    found = core.part("listener").found(listener)
  else
    found = w.acted
  end
  return found, w.check and judge(w.check, t, found), true
end

-- The log of a wait -----------------------------------------------------------------------------

-- A wait under way is its log: thousands of them wait at once, so what is seldom there (late polls,
-- long queues, a wait around this one) takes no room before it is.
local function new_log(w, now)
  local log = { count = 0, start = now, w = w, due = now }
  local jumped = core.jumped()
  if jumped > 0 then log.jumped = jumped end
  return log
end

-- Whether two failures say the same; without explaining them where neither is explained yet.
local function same_failure(a, b)
  if a.line ~= b.line or rawget(a, "matcher") ~= rawget(b, "matcher") then return false end
  if rawget(a, "message") or rawget(b, "message") then
    return a.message == b.message
  end
  return rawequal(a.got, b.got) and rawequal(a.want, b.want) and a.path == b.path
end

-- Nearer: the check came further, or fewer things differ, or a number is closer.
local function is_nearer(a, b)
  if b.unanswered then return true end -- it ended the wait
  if a.in_check ~= b.in_check then return a.in_check end
  if a.source == b.source and a.line ~= b.line then return (a.line or 0) > (b.line or 0) end
  if (a.count or 1) ~= (b.count or 1) then return (a.count or 1) < (b.count or 1) end
  if a.distance and b.distance then return a.distance < b.distance end
  return false
end

-- A group that came as near as an earlier one takes its place: the latest is told. log.nearest is
-- nil where that is the last one.
local function note_nearest(log, last, entry)
  local nearest = log.nearest or last
  log.nearest = nearest and is_nearer(nearest.failure, entry.failure) and nearest or nil
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
  note_nearest(log, last, log[#log])
end

local function note_attempt(log, asked, now)
  log.count = log.count + 1
  local queued, held = core.queued()
  local took, lag = now - asked - queued, asked - log.due - held
  queued = queued + held
  if took > (log.slowest or SLOW) then log.slowest, log.slowest_k = took, log.count end
  if queued > (log.queued or QUEUED) then log.queued = queued end
  if queued + lag > LATE then
    log.late = (log.late or 0) + 1
    if lag > (log.lag or 0) then log.lag = lag end
    if queued > lag then log.late_queued = (log.late_queued or 0) + 1 end
  end
end

local function over(log, failure, now, why, found, polled)
  local shown = failure
  if failure.unanswered and #log > 1 then shown = log[#log - 1].failure end -- what is known
  error(setmetatable({ kind = "wait", failure = shown, attempts = log, elapsed = now - log.start,
    within = log.w.within, every = log.w.every, why = why, found = found,
    polled = polled and log.w.poll, t = core.case_t(), message = shown.message, jumped = core.jumped() - (log.jumped or 0),
    heard = core.attend() and core.part("listener").told(core.case_t(), HEARD) }, failure_mt), 0)
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

-- The first success has come. From now on the check must hold for `stays`.
local function begin_stay(log)
  local w, began = log.w, core.now()
  log.stay = { began = began, till = began + w.stays, every = w.every or STAYS_EVERY }
  core.set_deadline(earlier(log.stay.till, log.outer))
end

-- After an attempt while the check must hold: its first break fails at once. What the poll found and
-- nil, or nil and when to look again.
local function next_of_stay(log, found, failure, asked)
  local stay = log.stay
  if failure then
    note_failure(log, failure, asked - log.start)
    log.nearest = nil
    over(log, failure, core.now(), ("it held for %s and had to hold for %s"):format(
      seconds(asked - stay.began), seconds(log.w.stays)), found, failure.in_check)
  end
  if log.due >= stay.till then return found, nil end
  return nil, math.min(next_poll(stay.every, stay.began, core.now()), stay.till)
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

-- After an attempt that failed: raises when it was the last, else tells when the next is due.
local function next_of_wait(t, log, found, failure, asked, now)
  local w, deadline = log.w, core.deadline()
  note_failure(log, failure, asked - log.start)
  local reason = failure.in_check and gave_up(t, w, found)
  if reason then over(log, failure, now, "given up: " .. reason, found, true) end
  local why = must_end(failure, asked, now, deadline, log)
  if why then over(log, failure, now, why ~= "" and why or nil, found, failure.in_check) end
  if w.every then return math.min(next_poll(w.every, log.start, now), deadline) end
  local interval = log.interval or FIRST
  log.interval = math.min(interval * GROWTH, math.max(MOST, w.within / ROUNDS))
  return math.min(next_poll(nil, log.start, now, interval), deadline)
end

-- The time of a wait runs from when its first request was sent.
local function begin_time(log, asked)
  log.start = math.max(core.sent() or asked, asked)
  core.set_deadline(earlier(log.start + log.w.within, log.outer))
  return log.start
end

-- One attempt. What the poll found and nil, or nil and when the next is due.
local function step(t, log, listener)
  local w, asked = log.w, core.now()
  if asked < log.due then log.due = asked end -- something has arrived
  local found, failure, in_check = attempt(t, w, listener)
  local now = core.now()
  note_attempt(log, asked, now)
  if log.count == 1 then asked = begin_time(log, asked) end
  core.attempted(asked, now, not failure, w.within)
  if failure and not w.poll and listener == nil then
    if found ~= nil and failure.kind == "expectation" then rawset(failure, "acted", { found }) end
    error(failure, 0)
  end
  if failure then failure.in_check = in_check end
  if failure and core.takes() then log.takes = true end
  if log.stay then
    found, log.due = next_of_stay(log, found, failure, asked)
  elseif failure then
    found, log.due = nil, next_of_wait(t, log, found, failure, asked, now)
  elseif w.stays then
    begin_stay(log)
    found, log.due = next_of_stay(log, found, nil, asked)
  else
    log.due = nil
  end
  return found, log.due
end

-- An error that is no failed expectation ends the wait; it says how far the wait had come.
local function tell_wait(problem, log)
  local kind = type(problem) == "table" and problem.kind
  if kind and kind ~= "skip" and getmetatable(problem) ~= failure_mt and not rawget(problem, "wait") then
    rawset(problem, "wait", { attempts = log, elapsed = core.now() - log.start })
  end
  return problem
end

-- w: poll, check, give_up, acted; within, every, stays in milliseconds. Returns the wait, for
-- go_on(). One inside a poll or check of another one ends with it at the latest.
local function begin(w)
  local log = new_log(w, core.now())
  log.outer, log.polling = core.deadline(), core.polling(false) or nil
  core.queued()
  core.set_deadline(earlier(log.start + w.within, log.outer), w.within, log.outer)
  return log
end

-- One attempt of a wait: what the poll found and nil, or nil and when the next attempt is due.
local function go_on(t, log, listener)
  local ok, found, due = pcall(step, t, log, listener)
  if ok and due then return nil, due end
  core.set_deadline(log.outer)
  core.polling(log.polling)
  if ok then return found end
  error((log.w.poll or listener ~= nil) and tell_wait(found, log) or found, 0)
end

-- A whole wait: what its last poll found.
local function whole(t, w, listener)
  local log = begin(w)
  local found, due = go_on(t, log, listener)
  while due do
    core.wait_until(due)
    found, due = go_on(t, log, listener)
  end
  return found
end

return { begin = begin, go_on = go_on, whole = whole }
