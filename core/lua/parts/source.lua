-- SPDX-License-Identifier: Apache-2.0
-- The place in the source that a failure comes from: lines, a caret under the expectation, and what
-- the expectation calls its subject.
local core = ...
local mask = core.part "mask"
local head = core.part("repr").head

local BEFORE = 2           -- lines that are shown before the one that failed
local MORE = 6             -- lines of one expectation that goes over several
local SCANNED = 60         -- lines that are read to find the end of an expectation
local LONGEST = 64 * 1024  -- bytes of them
local WIDE = 92            -- columns of source that are shown
local SUBJECT = 64         -- bytes of a subject that is named

local source = {}

-- Lines first..last of a file, by number; {} if it cannot be read.
local function read(path, first, last)
  local cut = path and path:match("^%.%.%.(.+)$") -- Lua's messages shorten long paths
  if cut and core.path():sub(-#cut) == cut then path = core.path() end
  local file = path and io.open(path, "r")
  if not file then return {} end
  local lines, number = {}, 0
  for text in file:lines() do
    number = number + 1
    if number >= first then lines[number] = text:gsub("\r$", "") end
    if number >= last then break end
  end
  file:close()
  return lines
end

--- A line of a file; "" where there is none.
function source.text(path, line) return read(path, line, line)[line] or "" end

--- The number of the first line of a file for which `wanted(text)` is true; nil where none is.
function source.find(path, wanted)
  local lines = read(path, 1, math.huge)
  for number = 1, #lines do
    if wanted(lines[number]) then return number end
  end
end

--- The lines of a function; nil where they cannot be read.
function source.of_function(f)
  local info = debug.getinfo(f, "S")
  local first, last = info.linedefined, info.lastlinedefined
  local lines = info.source:sub(1, 1) == "@" and read(info.source:sub(2), first, last) or {}
  return lines[last] and table.concat(lines, "\n", first, last) or nil
end

-- Reading Lua -----------------------------------------------------------------------------------

local closing = { ["("] = ")", ["{"] = "}", ["["] = "]" }

-- The position behind a string, long string or comment that begins at `at`; nil if none does.
local function behind_text(text, at)
  local level = text:match("^%[(=*)%[", at) or text:match("^%-%-%[(=*)%[", at)
  if level then
    local _, stop = text:find("]" .. level .. "]", at, true)
    return (stop or #text) + 1
  end
  if text:find("^%-%-", at) then return (text:find("\n", at, true) or #text) + 1 end
  local quote = text:match("^[\"']", at)
  if not quote then return nil end
  local i = at + 1
  while i <= #text and text:sub(i, i) ~= quote do
    i = i + (text:sub(i, i) == "\\" and 2 or 1)
  end
  return i + 1
end

-- The position behind the bracket that closes the one at `at`.
local function behind_bracket(text, at)
  local open, i = { closing[text:sub(at, at)] }, at + 1
  while i <= #text and #open > 0 do
    local skipped = behind_text(text, i)
    local c = text:sub(i, i)
    if skipped then
      i = skipped
    else
      if c == open[#open] then open[#open] = nil elseif closing[c] then open[#open + 1] = closing[c] end
      i = i + 1
    end
  end
  return i
end

-- An expectation from "expect" at `at`: where it ends, its subject's text, and the words it calls.
local function read_expectation(text, at)
  local i, words, subject = at + 6, {}, nil
  while true do
    local next_at = text:match("^%s*()", i)
    local word, stop = text:match("^[:.]%s*([%a_][%w_]*)()", next_at)
    local c = text:sub(next_at, next_at)
    if word then
      words[word], i = true, stop
    elseif closing[c] and c ~= "[" or text:find("^%[=*%[", next_at) or c == '"' or c == "'" then
      i = behind_text(text, next_at) or behind_bracket(text, next_at)
      subject = subject or text:sub(next_at + 1, i - 2)
    else
      return i, subject, words
    end
  end
end

local function find_expectation(text, matcher)
  local first_line = (text:find("\n", 1, true) or #text + 1) - 1
  local at, first = 1, nil
  while true do
    at = text:find("%f[%w_]expect%f[^%w_]", at)
    if not at or at > first_line then return first end
    local stop, subject, words = read_expectation(text, at)
    local found = { at = at, stop = stop - 1, subject = subject }
    if words[matcher] then return found end
    first = first or found
    at = at + 6
  end
end

-- A subject that reads as a path, and is worth to stand before one: found.Items, t.acted[1].
local function as_path(subject)
  local text = subject and subject:match("^%s*(.-)%s*$")
  if not text or #text > SUBJECT or not text:match("^[%a_][%w_.]*[%w_%]%.]*") then return nil end
  if text == "nil" or text == "true" or text == "false" then return nil end
  local rest = text:gsub("^[%a_][%w_]*", "")
  while rest ~= "" do
    local after = rest:match("^%.[%a_][%w_]*(.*)$") or rest:match("^%[%-?%w+%](.*)$")
      or rest:match("^%[\"[%w_ .:/\128-\255-]*\"%](.*)$") or rest:match("^%['[%w_ .:/\128-\255-]*'%](.*)$")
    if not after then return nil end
    rest = after
  end
  return text
end

-- What is shown ---------------------------------------------------------------------------------

local function clip(text)
  text = mask.source(text)
  return #text > WIDE and head(text, WIDE) .. " ..." or text
end

-- As many columns as the text takes; tabs are as wide as above.
local function blanks(text)
  if not text:find "[\128-\255]" then return (text:gsub("[^\t]", " ")) end
  return (text:gsub("[^\t]+", function(part) return (" "):rep(core.width(part)) end))
end

-- A mark under what stands from byte `at` to byte `last`.
local function caret(text, at, last)
  return "       | " .. blanks(text:sub(1, at - 1)) .. ("^"):rep(math.max(1, core.width(text:sub(at, last))))
end

-- A long line from where its mark is seen: the text, and the place of the mark in it.
local function scrolled(text, at, last)
  local shift = (last > WIDE and at > WIDE // 2) and at - WIDE // 4 or 0
  if shift == 0 then return text, at, last end
  while text:find("^[\128-\191]", shift + 1) do shift = shift + 1 end -- within a character
  return "... " .. text:sub(shift + 1), at - shift + 4, last - shift + 4
end

-- The expectation of a failure: { path, line, first (its column), last, subject, text }, or nil.
function source.expectation(path, line, matcher)
  local lines = read(path, line, line + SCANNED)
  local all = {}
  for number = line, line + SCANNED do
    if not lines[number] then break end
    all[#all + 1] = lines[number]
  end
  local text = table.concat(all, "\n"):sub(1, LONGEST)
  local found = text ~= "" and find_expectation(text, matcher)
  if not found then return nil end
  local _, more = text:sub(found.at, found.stop):gsub("\n", "")
  return { first = found.at, last = found.stop, more = more, subject = as_path(found.subject) }
end

-- Where a word stands in a line, outside of texts; of several places the first that is called or indexed.
local function find_word(text, word)
  local i, first = 1, nil
  while i <= #text do
    local stop = text:match("^%f[%w_]" .. word .. "%f[^%w_]()", i)
    if stop and text:find("^%s*[%.:%[({]", stop) then return i end
    first = first or stop and i
    i = stop or behind_text(text, i) or i + 1
  end
  return first
end

-- A word of a line, with the call that it may be, as source.expectation() has it; or nil.
function source.word(path, line, word)
  local text = read(path, line, line)[line]
  local at = text and find_word(text, word)
  if not at then return nil end
  local stop = at + #word
  local bracket = text:match("^%s*()[{(\"']", stop)
  if bracket then stop = behind_text(text, bracket) or behind_bracket(text, bracket) end
  local before = text:sub(1, at - 1):match("()[%w_]+[.:]$")
  return { first = before or at, last = math.min(stop - 1, #text), more = 0 }
end

-- Lines around `line`, with a caret under the expectation (of source.expectation()), or under the
-- first word of the line.
function source.lines(path, line, expectation)
  local more = expectation and math.min(expectation.more, MORE) or 0
  local lines = read(path, math.max(1, line - BEFORE), line + more)
  if not lines[line] and lines[line - 1] then line = line - 1 end -- at the end of the file
  local text = lines[line]
  if not text then return {} end
  local at = expectation and expectation.first or text:find("%S") or 1
  local last = expectation and (expectation.more > 0 and #text or expectation.last)
    or (text:find("%s*$") or #text + 1) - 1
  if mask.source(text) == text then text, at, last = scrolled(text, at, last) end
  lines[line] = text
  local out = {}
  for number = math.max(1, line - BEFORE), line do
    if lines[number] and (number == line or #out > 0 or lines[number]:find("%S")) then
      out[#out + 1] = ("%s %4d | %s"):format(number == line and ">" or " ", number, clip(lines[number]))
    end
  end
  out[#out + 1] = caret(text, at, #text > WIDE and math.min(last, #head(text, WIDE)) or last)
  for number = line + 1, line + more do
    if lines[number] then out[#out + 1] = ("> %4d | %s"):format(number, clip(lines[number])) end
  end
  return out
end

return source
