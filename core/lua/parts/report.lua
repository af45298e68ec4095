-- SPDX-License-Identifier: Apache-2.0
-- What a failure looks like: one summary line, and the text for someone who reads a CI log. First
-- where and what, in few lines; behind it what helps to find out why.
local core = ...
local failure_mt = core.part("expect").failure_mt
local error_mt = core.part("values").error_mt
local mask = core.part "mask"

local WIDE = 96          -- columns, about
local SUMMARY = 240      -- bytes of the summary
local TEXT_LONGEST = 40  -- lines of an error's text

local function source() return core.part "source" end

local function add(lines, more, before)
  for _, line in ipairs(more or {}) do lines[#lines + 1] = (before or "") .. line end
end

-- Frames of slrun's own Lua say nothing to the author of a spec.
local function clean_traceback(text)
  local out = {}
  for line in (text or ""):gmatch("[^\n]+") do
    if line:match("^\t") and not line:match("^\tslrun%.") and not line:match("^\t%[C%]")
      and not line:match("%(%.%.%.tail calls%.%.%.%)") then
      out[#out + 1] = "  at " .. line:sub(2)
    end
  end
  return out
end

-- Expectations ----------------------------------------------------------------------------------

local function path_of(f) return f.source and f.source:sub(1, 1) == "@" and f.source:sub(2) or nil end

local function expectation_of(f)
  local path = path_of(f)
  if not path or not f.line or not rawget(f, "matcher") then return nil end
  return source().expectation(path, f.line, f.matcher)
end

-- What the subject of a failure is called: "found.Items".
local function base_of(f)
  local expectation = expectation_of(f)
  local subject = expectation and expectation.subject
  if not subject then return f.path end
  if not f.path then return subject end
  return subject .. (f.path:sub(1, 1) == "[" and "" or ".") .. f.path
end

-- A difference in one line, or in three where one would be too long.
local function difference_lines(base, d)
  local explain = core.part "explain"
  local at = explain.joined(base, d.path)
  local head = at ~= "" and at .. ": " or ""
  local line = head .. explain.said(d)
  local out
  if d.want and #line > WIDE then
    out = { "  expected " .. d.want, "  got      " .. d.got }
    if at ~= "" then table.insert(out, 1, at .. ":") end
  else
    out = { line }
  end
  for _, more in ipairs(d.lines or {}) do out[#out + 1] = "  " .. more end
  return out
end

local function closest_lines(f)
  local closest = f.closest
  if not closest or closest.scalar then return {} end
  local step = core.part("repr").step(closest.key):gsub("^%.", "")
  local out = { ("closest is %s = %s"):format(step, closest.value) }
  for i, d in ipairs(closest.differences) do
    if i > 3 then break end
    add(out, difference_lines(step, d), "  ")
  end
  return out
end

local function expectation_lines(f)
  if not f.differences then return { f.message } end
  local out, base = {}, base_of(f)
  for _, d in ipairs(f.differences) do add(out, difference_lines(base, d)) end
  local told = 0
  for _, d in ipairs(f.differences) do told = told + (d.weight or 1) end
  if f.count > told then out[#out + 1] = ("... and %d more differences"):format(f.count - told) end
  add(out, closest_lines(f))
  return out
end

local function place_lines(f)
  local path = path_of(f)
  if not path or not f.line then return {} end
  local out = { ("%s:%d"):format(path, f.line) }
  add(out, source().lines(path, f.line, expectation_of(f)))
  for at in (f.calls or ""):gmatch("[^\n]+") do out[#out + 1] = "  called from " .. at end
  return out
end

local function one_line(f)
  if not f.differences then return f.message end
  return core.part("explain").line(f, base_of(f))
end

local function summary_of(text)
  text = mask.text(text:match("^[^\n]*")) -- before it is cut: half a secret is not known
  return #text > SUMMARY and core.part("repr").head(text, SUMMARY) .. "..." or text
end

-- What the subject is a part of ----------------------------------------------------------------

-- The local variable that is in sight at the failure's line, on the stack of the coroutine that it ended; nil if none is.
local function local_of(thread, f, name)
  for level = 0, 30 do
    local info = debug.getinfo(thread, level, "Sl")
    if not info then return nil end
    if info.source == f.source and info.currentline == f.line then
      local found
      for i = 1, 200 do
        local known, value = debug.getlocal(thread, level, i)
        if not known then break end
        if known == name then found = value end -- an inner one hides those before it
      end
      return found
    end
  end
end

-- Of expect(answer.status): "answer" and that table, whose other members say why. nil where there is no more to show.
-- variable(name): its value where the expectation stands, or nil.
local function whole_of(f, variable)
  local subject = (expectation_of(f) or {}).subject or ""
  local name, field = subject:match "^([%a_][%w_]*)[.%[]", subject:match "^t%.([%a_][%w_]*)[.%[]"
  local value = name and variable(name)
  if name == "t" and type(value) == "table" then
    local known, member = pcall(function() return value[field] end)
    name, value = "t." .. (field or ""), known and field and member
  end
  if type(value) ~= "table" or not next(value) or not next(value, next(value)) then return nil end
  return name, value
end

-- Of expect(answer.headers["x"]), whose `whole` is answer: "answer.headers" and that table, which is told besides: of a table in
-- a table only a line is shown. nil where what was expected stands in the whole itself.
local function inner_of(f, name, whole)
  local at, text = whole, (expectation_of(f) or {}).subject:sub(#name + 1)
  local said = name
  while true do
    local step, rest = text:match "^(%.[%a_][%w_]*)([%.%[].+)$"
    local key = step and step:sub(2)
    if not step then
      step, rest = text:match "^(%[%d+%])([%.%[].+)$"
      key = step and tonumber(step:sub(2, -2))
    end
    if not step or type(at) ~= "table" then break end
    at, said, text = rawget(at, key), said .. step, rest
  end
  local some = said ~= name and type(at) == "table" and next(at) ~= nil
  return some and said or nil, at
end

-- Whether what a check judged is what act had returned.
local function is_of_act(f)
  local subject = (expectation_of(f) or {}).subject or ""
  return subject:find "^t%.acted%f[^%w_]" ~= nil
end

-- Waits -----------------------------------------------------------------------------------------

-- A wait for what nobody has begun: a call that was forgotten, a loop over a list that was empty.
local IDLE = "E    hint: act called no operation, so nothing may have begun that the wait could see"

-- Waits for what does not change.
local SAME = "E    hint: %s was the same at each poll; what act has set is best expected in act, where it fails at once"
local ACTED = "E    hint: what act returned is the same at each poll; an expectation of it in act fails at once"

-- A wait whose polls receive what they saw before no more.
local TAKES = "E    hint: what a poll receives it takes from the queue, so each message is seen by one poll; "
  .. "sqs.listen remembers them all"

-- A wait whose polls fetch something, and keep it to themselves.
local KEEPS = "E    hint: poll has no `return`, so check gets nothing of what it fetches"

local function keeps_it(f)
  local text = f.polled and f.found == nil and source().of_function(f.polled)
  return text and not text:find "%f[%w_]return%f[^%w_]"
end

-- A wait that went on although what it saw does not change any more.
local OVER = "E    hint: after \"%s\" nothing more may come: give_up = function(t, found) ... end ends such a wait at once"
local FINAL <const> = { ABORTED = true, CANCELED = true, CANCELLED = true, FAILED = true, REJECTED = true, ROLLBACK_COMPLETE = true,
  STOPPED = true, TIMED_OUT = true }

-- The word at which a wait without give_up stood for several polls, where it says that all is over; else nil.
local function final_word(f, failure)
  local last, difference = f.attempts[#f.attempts], failure.differences and failure.differences[1]
  local word = difference and difference.got and difference.got:match '^"([%a_]+)"$'
  local final = word and FINAL[word:upper()] and last.last > last.first and not f.attempts.w.give_up
  return final and word or nil
end

local function section(lines, more)
  if #more == 0 then return end
  lines[#lines + 1] = ""
  add(lines, more)
end

-- The innermost failure: a wait in a poll fails with its own report.
local function innermost(f)
  while f.kind == "wait" do f = f.failure end
  return f
end

local function wait_lines(f)
  local timeline = core.part "timeline"
  local failure = innermost(f)
  local base = function(one) return base_of(innermost(one)) end
  local lines = place_lines(failure)
  add(lines, expectation_lines(failure), "E  ")
  if failure.because then lines[#lines + 1] = "   because " .. failure.because end
  if f.failure.kind == "wait" then add(lines, timeline.headline(f.failure), "E  in a wait inside of this one: ") end
  add(lines, timeline.headline(f), "E  ")
  if f.attempts.w.idle then lines[#lines + 1] = IDLE end
  if f.attempts.takes and #f.attempts > 1 then lines[#lines + 1] = TAKES end
  if keeps_it(f) then lines[#lines + 1] = KEEPS end
  local over = final_word(f, failure)
  if over then lines[#lines + 1] = OVER:format(over) end
  local of_act = is_of_act(failure)
  if of_act then lines[#lines + 1] = ACTED end
  local name, whole = whole_of(failure, function(name) return name == "t" and f.t or nil end)
  if name and not of_act and #f.attempts == 1 and f.attempts.count > 1 then lines[#lines + 1] = SAME:format(name) end
  if of_act then
    section(lines, timeline.returned("act", f.attempts.w.acted))
  elseif name then
    section(lines, timeline.shown(name, whole))
  end
  section(lines, timeline.nearest(f, base))
  section(lines, timeline.course(f, base))
  section(lines, timeline.found(f))
  section(lines, timeline.heard(f))
  section(lines, timeline.delays(f))
  return lines
end

local function of_wait(f)
  local timeline = core.part "timeline"
  local waited = (" (waited %s)"):format(timeline.seconds(f.elapsed))
  local summary = one_line(innermost(f)) .. (f.why and "; " .. f.why or "")
  return { kind = f.kind, summary = summary_of(summary) .. waited,
    text = table.concat(wait_lines(f), "\n") }
end

local function of_failure(f, thread)
  if f.kind == "wait" then return of_wait(f) end
  if f.kind ~= "expectation" then return { kind = f.kind, summary = f.message, text = "E  " .. f.message } end
  local lines = place_lines(f)
  add(lines, expectation_lines(f), "E  ")
  if f.because then lines[#lines + 1] = "   because " .. f.because end
  local acted = rawget(f, "acted")
  if acted then section(lines, core.part("timeline").returned("act", acted[1])) end
  local name, whole = whole_of(f, function(name) return thread and local_of(thread, f, name) end)
  if name then
    section(lines, core.part("timeline").shown(name, whole))
    local inner, table_there = inner_of(f, name, whole)
    if inner then section(lines, core.part("timeline").shown(inner, table_there)) end
  end
  return { kind = f.kind, summary = summary_of(one_line(f)), text = table.concat(lines, "\n") }
end

-- Errors ----------------------------------------------------------------------------------------

-- An error that ended a wait: how far the wait had come.
local function wait_ended(wait)
  if not wait then return {} end
  local timeline, log = core.part "timeline", wait.attempts
  local lines = { ("it ended a wait %s after its start, at poll %d (within %s)"):format(
    timeline.seconds(wait.elapsed), log.count + 1, timeline.seconds(log.w.within)) }
  local last = log[#log]
  if last then lines[#lines + 1] = "until then: " .. summary_of(one_line(innermost(last.failure))) end
  return lines
end

-- What stands in the line of an error that is its cause: an expectation that is used wrongly, the
-- call of an operation, the name that Lua found to be nil.
local function culprit(file, line, rest)
  if rest:find("expect(", 1, true) then
    local misused = source().expectation(file, line)
    if misused then return misused end
  end
  local word = rest:match("^[%w_]+%.([%w_]+): ") or rest:match("^[%w_]+%.([%w_]+) takes ")
    or rest:match("^write [%w_]+[.:]([%w_]+)[ (]") or rest:match("^t:([%w_]+)") or rest:match("^[%w_]+ has no operation or function '([%w_]+)'")
    or rest:match("^[%l_.]+ has no '([%w_]+)'") or rest:match("%(%l+ '([%w_]+)'%)") or rest:match("property [^,]-([%w_]+), line %d")
  return word and source().word(file, line, word)
end

-- Of a module that is not found, the places beside the spec: those of the system are always the same.
local function of_module(message)
  local head, tried = message:match "^(.-module '[^']*' not found:)(\n.*)$"
  if not head then return message end
  local places = {}
  for line in tried:gmatch "[^\n]+" do
    if line:find "%.lua'$" and not line:find("'/usr/", 1, true) then places[#places + 1] = "\n" .. line:gsub("^\t", "  ") end
  end
  return head .. table.concat(places) .. "\n  and no library of that name is installed"
end

-- Where a text begins with "file:line: ", its lines and what is behind it. An address with its port is none.
local function text_place(message)
  local file, line, rest = message:match("^([^\n]-):(%d+): (.*)$")
  if not file or file:find("://", 1, true) then return {}, message end
  line = tonumber(line)
  return source().lines(file, line, culprit(file, line, rest)), rest, ("%s:%d"):format(file, line)
end

-- What who wrote it may have meant; `at`: "file:line", or nil; `wait`: that an error of poll or check ended, or nil.
local function runtime_hint(rest, at, wait)
  local hints = core.part "hints"
  local file, line = (at or ""):match "^(.*):(%d+)$"
  local hint = wait and hints.judging(rest, { keeps = wait.attempts.w.poll and keeps_it { polled = wait.attempts.w.poll } })
    or file and hints.runtime(rest, source().text(file, tonumber(line)), file)
  return hint and { "  hint: " .. hint } or {}
end

local function of_text(message, traceback, wait, judging)
  local lines = {}
  message = of_module(message)
  local place, rest, at = text_place(message)
  lines[1] = at
  add(lines, place)
  local n = 0
  for part in rest:gmatch("[^\n]+") do
    n = n + 1
    if n <= TEXT_LONGEST then lines[#lines + 1] = "E  " .. part end
  end
  if n > TEXT_LONGEST then lines[#lines + 1] = ("E  ... %d more lines"):format(n - TEXT_LONGEST) end
  add(lines, runtime_hint(rest, at, judging and wait), "E  ")
  add(lines, clean_traceback(traceback))
  section(lines, wait_ended(wait))
  return { kind = "error", summary = summary_of(message), text = table.concat(lines, "\n") }
end

local function of_error(e, traceback, thread)
  local meta = getmetatable(e)
  if meta == failure_mt then return of_failure(e, thread) end
  if meta == error_mt then return of_text(tostring(e), traceback, rawget(e, "wait")) end
  if type(e) == "table" and rawget(e, "kind") == "lua" then
    return of_text(e.message, e.traceback, rawget(e, "wait"), rawget(e, "judging"))
  end
  if type(e) == "string" then return of_text(e, traceback) end
  return of_text("error object " .. core.part("repr").of(e), traceback)
end

-- e: what was raised; traceback: of the coroutine that it ended, or nil; detailed: what a wait saw
-- is wanted besides; thread: the coroutine that it ended.
local function describe(e, traceback, detailed, thread)
  local told = of_error(e, traceback, thread)
  local wait = detailed and getmetatable(e) == failure_mt and e.kind == "wait"
    and core.part("timeline").polls(e, function(one) return base_of(innermost(one)) end)
  return { kind = told.kind, summary = mask.text(told.summary), text = mask.text(told.text), wait = wait }
end

-- What a failed expectation says, in one line.
local function line(f) return mask.text(summary_of(one_line(innermost(f)))) end

-- A wait that is cut from outside, for whose `log` was: what it last missed, and where.
local function cut(log, why)
  local last, timeline = log[#log], core.part "timeline"
  local failure = last and innermost(last.failure)
  local lines = failure and place_lines(failure) or {}
  lines[#lines + 1] = "E  " .. why
  for i, line in ipairs(failure and expectation_lines(failure) or {}) do
    lines[#lines + 1] = (i == 1 and "E  until then: " or "E    ") .. line
  end
  lines[#lines + 1] = ("E  it had waited %s (%d poll%s, within %s)"):format(timeline.seconds(core.now() - log.start),
    log.count, log.count == 1 and "" or "s", timeline.seconds(log.w.within))
  if log.w.idle then lines[#lines + 1] = IDLE end
  local summary = failure and why .. "; until then: " .. one_line(failure) or why
  return mask.text(summary_of(summary)), mask.text(table.concat(lines, "\n"))
end

-- What a file that cannot be read says, with its lines behind the first one.
local function unread(message)
  message = of_module(message)
  local place, rest, at = text_place(message)
  local file, line = (at or ""):match "^(.*):(%d+)$"
  local hint = file and core.part("hints").unread(rest, source().text(file, tonumber(line)), file)
  local lines = { message, hint and "  hint: " .. hint or nil }
  add(lines, place)
  return mask.text(table.concat(lines, "\n"))
end

return { describe = describe, line = line, cut = cut, unread = unread }
