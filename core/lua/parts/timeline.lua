-- SPDX-License-Identifier: Apache-2.0
-- The second half of a failed wait's report: the nearest miss, what the polls saw in the course of
-- time, what the last one returned, and what held the polls up.
local core = ...
local repr = core.part "repr"
local mask = core.part "mask"
local explain = core.part "explain"

local LISTENERS = 4  -- listeners that are told of
local LINES = 6      -- lines of what the last poll returned
local WIDE = 92      -- columns
local TEXT = 240     -- of a text that was returned: what an error says mostly stands at its end
local QUEUED = 50    -- ms in the queue that are told

local timeline = {}

function timeline.seconds(ms) return ("%.2f s"):format(math.max(0, ms) / 1000) end
local seconds = timeline.seconds

local function polls(n) return ("%s poll%s"):format(repr.counted(n), n == 1 and "" or "s") end

local function clip(text, width)
  width = width or WIDE
  if #text <= width then return text end
  return text:sub(1, utf8.offset(text, 0, width) - 1) .. " ..."
end

-- How a wait ended: why, how often it looked and how long.
function timeline.headline(f)
  local log = f.attempts
  local text = ("%s in %s, within %s"):format(polls(log.count), seconds(f.elapsed), seconds(f.within))
  if f.every then text = text .. ", every " .. seconds(f.every) end
  if f.jumped > 0 then text = ("%s; %s of real time"):format(text, seconds(f.elapsed - f.jumped)) end
  local why = f.why or "the time is over"
  if #why + #text > WIDE then return { why, text } end
  return { ("%s (%s)"):format(why, text) }
end

local function difference_lines(f, base)
  local out = {}
  for i, d in ipairs(f.differences or {}) do
    if i > 3 then break end
    local at = explain.joined(base or f.path, d.path)
    out[#out + 1] = clip((at ~= "" and at .. ": " or "") .. explain.said(d))
  end
  if #out == 0 then out[1] = clip(f.message) end
  if (f.count or 1) > #out and not (f.differences and f.differences[1].weight) then
    out[#out + 1] = ("... and %d more"):format(f.count - #out)
  end
  return out
end

-- The attempt that came closest, unless it was the last.
function timeline.nearest(f, base_of)
  local log = f.attempts
  local entry = log.nearest
  local nearest = entry and entry.failure
  if not nearest or entry == log[#log] or nearest == f.failure then return {} end
  local out = { ("nearest miss: poll %s of %s, after %s"):format(repr.counted(entry.first),
    repr.counted(log.count), seconds(entry.at)) }
  local place = nearest.line ~= f.failure.line and nearest.line and nearest.source
    and (" (%s:%d)"):format(nearest.source:sub(2), nearest.line) or ""
  for i, line in ipairs(difference_lines(nearest, base_of(nearest))) do
    out[#out + 1] = "    " .. line .. (i == 1 and place or "")
  end
  return out
end

local function when(entry)
  if entry.first == entry.last then
    return ("%8s"):format(seconds(entry.at)), repr.counted(entry.first)
  end
  return ("%8s"):format(seconds(entry.at)), ("%s-%s"):format(repr.counted(entry.first), repr.counted(entry.last))
end

-- What the polls saw, equal ones together.
function timeline.course(f, base_of)
  local log = f.attempts
  if #log < 2 then return {} end
  local out, before = { "what the polls saw:" }, 0
  for _, entry in ipairs(log) do
    if entry.first ~= before + 1 then out[#out + 1] = "             ..." end
    local at, which = when(entry)
    local said = entry.failure.differences and explain.line(entry.failure, base_of(entry.failure))
      or entry.failure.message
    local line = ("  %s  %-7s %s"):format(at, which, said:match("^[^\n]*"))
    out[#out + 1] = clip(mask.text(line))
    before = entry.last
  end
  return out
end

-- The same as data, for reports that draw it.
function timeline.polls(f, base_of)
  local groups = {}
  for i, entry in ipairs(f.attempts) do
    local lines = difference_lines(entry.failure, base_of(entry.failure))
    for k, line in ipairs(lines) do lines[k] = mask.text(line) end
    groups[i] = { first = entry.first, last = entry.last, at = entry.at, lines = lines }
  end
  return { start = f.attempts.start, within = f.within, polls = groups }
end

local function members(found)
  local keys, out = repr.sorted_keys(found), {}
  for i, key in ipairs(keys) do
    if i > LINES or (i == LINES and #keys > LINES) then
      out[#out + 1] = ("    ... %s more"):format(repr.counted(#keys - i + 1))
      break
    end
    local name = math.type(key) and ("[%s]"):format(key) or repr.step(key):gsub("^%.", "")
    out[#out + 1] = clip(("    %s = %s"):format(name, repr.of(found[key], key)), type(found[key]) == "string" and TEXT or WIDE)
  end
  return out
end

-- A value below or behind its name: what `said` says of.
function timeline.shown(said, value)
  local plain = type(value) == "table" and not (getmetatable(value) or {}).__slrun_tag
  if plain and next(value) ~= nil then
    local out = { said .. ":" }
    for _, line in ipairs(members(value)) do out[#out + 1] = line end
    return out
  end
  return { clip(("%s %s"):format(said, repr.of(value))) }
end

-- What `who` returned, which was judged.
function timeline.returned(who, found)
  if found == nil then return { who .. " returned nothing" } end
  return timeline.shown(who .. " returned", found)
end

-- What arrived and did not match.
function timeline.found(f)
  return f.polled and timeline.returned("the last poll", f.found) or {}
end

-- A hyphen is no plain character of Lua's patterns, and every t.id has one.
local MISSED <const> = "    hint: t.id is there, and match says no: its hyphen means something to find(t.id); find(t.id, 1, true) takes it as it is"

-- What the listeners of the case have heard.
function timeline.heard(f)
  local out = {}
  for i, told in ipairs(f.heard or {}) do
    if i > LISTENERS then
      out[#out + 1] = ("... %d more listeners"):format(#f.heard - i + 1)
      break
    end
    if told.n_kept + told.n_others == 0 then
      out[#out + 1] = clip("nothing arrived: " .. told.label)
    else
      out[#out + 1] = clip(("what arrived (%s kept, %s did not match): %s"):format(
        repr.counted(told.n_kept), repr.counted(told.n_others), told.label))
    end
    for _, text in ipairs(told.kept) do out[#out + 1] = clip("    kept      " .. text) end
    for _, text in ipairs(told.others) do out[#out + 1] = clip("    no match  " .. text) end
    if told.missed then out[#out + 1] = MISSED end
  end
  return out
end

-- What held the polls up.
function timeline.delays(f)
  local log, out = f.attempts, {}
  if (log.queued or 0) >= QUEUED then
    out[#out + 1] = ("requests waited up to %s for a free connection"):format(seconds(log.queued))
  end
  if log.late then
    local text = ("%s of %s left late"):format(repr.counted(log.late), polls(log.count))
    local queued = log.late_queued or 0
    if queued < log.late then
      text = text .. (", up to %s because the runner was busy"):format(seconds(log.lag or 0))
    end
    out[#out + 1] = text
  end
  if log.slowest then
    out[#out + 1] = ("the slowest answer took %s (poll %s)"):format(seconds(log.slowest),
      repr.counted(log.slowest_k))
  end
  return out
end

return timeline
