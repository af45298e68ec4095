-- SPDX-License-Identifier: Apache-2.0
-- What a failure looks like: one summary line, and the text for someone who reads a CI log.
local core = ...
local failure_mt = core.part("expect").failure_mt
local error_mt = core.part("values").error_mt

local AROUND = 2     -- source lines before the one that failed
local ATTEMPTS = 12  -- lines of a wait's timeline

local function seconds(ms) return ("%.2f s"):format(ms / 1000) end

-- The source around a line, with an arrow and a caret under `word`, or under the first of that line.
local function source_lines(path, line, word)
  local file = path and line and io.open(path, "r")
  if not file then return {} end
  local out, number = {}, 0
  for text in file:lines() do
    number = number + 1
    if number >= line - AROUND then
      out[#out + 1] = ("%s %4d | %s"):format(number == line and ">" or " ", number, text)
    end
    if number >= line then
      local column = word and text:find(word, 1, true) or text:find("%S") or 1
      out[#out + 1] = "       | " .. text:sub(1, column - 1):gsub("[^\t]", " ") .. "^"
      break
    end
  end
  file:close()
  return out
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

local function add(lines, more)
  for _, line in ipairs(more or {}) do lines[#lines + 1] = line end
end

local function timeline(failure)
  local log = failure.attempts
  local lines = { ("waited %s (within %s), %d attempt%s%s"):format(seconds(failure.elapsed),
    seconds(failure.within), log.count, log.count == 1 and "" or "s",
    failure.why and "; " .. failure.why or "") }
  for i, entry in ipairs(log) do
    if #log > ATTEMPTS and i == ATTEMPTS // 2 + 1 then
      lines[#lines + 1] = ("    ... %d more"):format(#log - ATTEMPTS)
    end
    if #log <= ATTEMPTS or i <= ATTEMPTS // 2 or i > #log - ATTEMPTS // 2 then
      local when = entry.times == 1 and seconds(entry.at)
        or ("%s to %s, %d times"):format(seconds(entry.at), seconds(entry.till), entry.times)
      lines[#lines + 1] = ("    %s: %s"):format(when, entry.message)
    end
  end
  return lines
end

local function place(file, line) return file and line and ("%s:%d: "):format(file, line) or "" end

local function of_failure(f)
  local lines = {}
  if f.line then
    lines[1] = place(f.file, f.line):sub(1, -2)
    add(lines, source_lines(f.source, f.line, "expect("))
  end
  lines[#lines + 1] = "E  " .. f.message
  for _, difference in ipairs(f.differences or {}) do lines[#lines + 1] = "E  " .. difference end
  if f.because then lines[#lines + 1] = "   because " .. f.because end
  if f.attempts then add(lines, timeline(f)) end
  local waited = f.attempts and (" (waited %s)"):format(seconds(f.elapsed)) or ""
  return { kind = f.kind, summary = f.message .. waited, text = table.concat(lines, "\n") }
end

local function of_text(message, traceback)
  local lines = {}
  local file, line, rest = message:match("^(.-):(%d+): (.*)$")
  if file then
    lines[1] = ("%s:%s"):format(file, line)
    add(lines, source_lines(file, tonumber(line)))
  end
  for part in (rest or message):gmatch("[^\n]+") do lines[#lines + 1] = "E  " .. part end
  add(lines, clean_traceback(traceback))
  return { kind = "error", summary = message:match("^[^\n]*"), text = table.concat(lines, "\n") }
end

-- e: what was raised; traceback: of the coroutine that it ended, or nil.
local function describe(e, traceback)
  local meta = getmetatable(e)
  if meta == failure_mt then return of_failure(e) end
  if meta == error_mt then return of_text(tostring(e), traceback) end
  if type(e) == "table" and e.kind == "lua" then return of_text(e.message, e.traceback) end
  local shown = type(e) == "string" and e or core.part("expect").repr(e)
  return of_text(type(e) == "string" and e or "error object " .. shown, traceback)
end

return { describe = describe }
