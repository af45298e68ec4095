-- SPDX-License-Identifier: Apache-2.0
-- What the invocations of a log come to, and those of them that are told.
local lambda <const>, slrun <const> = ...

local ENTRIES <const> = 200          -- invocations that are told; those with errors before others

local function counted(n, word) return ("%d %s%s"):format(n, word, n == 1 and "" or "s") end

-- How long they took; not those that broke at their start.
local function durations(n, longest, outside)
  if not longest or outside > 0 and longest < 1 then return "" end
  return (n == 1 and " (%.0f ms)" or " (up to %.0f ms)"):format(longest)
end

-- What the invocations come to, in one line.
local function summary(all, more, acted)
  local n, failed, outside, timed_out, cold, init, open, longest = 0, 0, 0, 0, 0, 0, 0, nil
  for _, invocation in ipairs(all) do
    local counts = invocation.at >= acted and 1 or 0
    if invocation.id then n = n + counts end
    if invocation.level and not invocation.timed_out then
      if invocation.id then failed = failed + counts else outside = outside + counts end
    end
    if invocation.timed_out then timed_out = timed_out + counts end
    if invocation.id and not invocation.ended and not invocation.timed_out then open = open + counts end
    if invocation.took and counts == 1 then longest = math.max(longest or 0, invocation.took) end
    if invocation.init then cold, init = cold + counts, math.max(init, invocation.init * counts) end
  end
  if n + outside + timed_out == 0 then return "no invocation" end
  local words = { (n == 0 and "no invocation" or counted(n, "invocation") .. durations(n, longest, outside)) .. (more and " and more" or "") }
  if failed > 0 then words[#words + 1] = failed .. " with errors" end
  if timed_out > 0 then words[#words + 1] = timed_out .. " timed out" end
  if outside > 0 then words[#words + 1] = counted(outside, "error") .. " at its start" end
  if open > 0 and not more then words[#words + 1] = open .. " without an end so far" end
  if cold > 0 then words[#words + 1] = ("%s (%.0f ms)"):format(counted(cold, "cold start"), init) end
  return table.concat(words, ", "), failed + outside + timed_out > 0
end

-- Whether an invocation says more than that it was: how long it took stands in the summary.
local function has_words(invocation) return #invocation.lines > 1 or not (invocation.lines[1] or ""):find "^REPORT " end

-- Those that are told. An error without words is, where no other has any: mostly it was one of the start.
local function telling(all)
  local some, worded = {}, false
  for _, one in ipairs(all) do worded = worded or one.level and has_words(one) end
  for _, one in ipairs(all) do
    if has_words(one) or one.level and not worded then some[#some + 1] = one end
  end
  return some
end

-- Not more than are told: the last ones that went well are left out first.
local function trim(all)
  for i = #all, 1, -1 do
    if #all > ENTRIES and not all[i].level then table.remove(all, i) end
  end
  while #all > ENTRIES do table.remove(all) end
  local entries = slrun.list {}
  for i, one in ipairs(all) do entries[i] = { at = one.at, level = one.level, lines = slrun.list(one.lines) } end
  return entries
end

return { of = summary, telling = telling, trim = trim }
