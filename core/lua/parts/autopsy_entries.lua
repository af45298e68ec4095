-- SPDX-License-Identifier: Apache-2.0
-- Which entries of a resource the autopsy of a case tells (autopsy.lua): those of its time, what names it first.
local core = ...
local look = core.part "look"

local ENTRIES = 4         -- of a resource that are told
local OTHERS = 2          -- so many are told where none is an error and none names the case
local NAMED = 2           -- what an entry that names the case counts; an error counts one,
local ELSEWHERE = 0.5     -- and one that names another case that

local module = { NAMED = NAMED, ELSEWHERE = ELSEWHERE }

-- The case that sent the request of which an invocation's end tells; nil: that is not known.
local function sender_of(entry)
  local request = (entry.lines[#entry.lines] or ""):match "^REPORT (%S+)"
  return request and core.sender(request)
end

-- Whether an entry names the case, or is of its requests since then; and if not, whether it is of another case of the
-- run: their ids begin alike.
local function whose(entry, id, since)
  local sender = sender_of(entry)
  if look.mention(entry.lines, id) then return true, false end
  if sender then return sender == id and (not entry.at or entry.at >= since), sender ~= id end
  return false, look.mention(entry.lines, id:match "^.*%-" or id)
end

-- What an entry counts. What went wrong for another case may have held this one up all the same.
local function score_of(entry, named, foreign)
  return (named and NAMED or 0) + (entry.level == "error" and (foreign and ELSEWHERE or 1) or 0)
end

-- What entries that tell the same have in common: numbers and ids differ.
local function gist_of(entry)
  local lines = table.concat(entry.lines, "\n")
  return (lines:gsub("REPORT [^\n]*", ""):gsub("%f[%w%-][%w%-]+", function(word) return word:find "%d" and "" or nil end))
end

-- The entries of the case's time; those that tell the same are one, with `more` and the `last` of them. Then how many
-- are of other cases.
local function entries_of(finding, who)
  local all, by_gist, others = {}, {}, 0
  for i, entry in ipairs(finding.entries or {}) do
    local named, foreign = whose(entry, who.id, who.from - who.near)
    if foreign and entry.level ~= "error" then
      others = others + 1
    elseif named or not entry.at or entry.at >= who.from - who.near then
      local score = score_of(entry, named, foreign)
      local gist = score .. gist_of(entry)
      local like = by_gist[gist]
      if like then
        like.more, like.last = like.more + 1, entry
      else
        by_gist[gist] = { entry = entry, score = score, place = i, more = 0 }
        all[#all + 1] = by_gist[gist]
      end
    end
  end
  return all, others
end

-- Whether there are errors, and all of them are of other cases.
local function errs_elsewhere(all)
  local elsewhere = false
  for _, one in ipairs(all) do
    if one.entry.level == "error" and one.score ~= ELSEWHERE then return false end
    elsewhere = elsewhere or one.score == ELSEWHERE
  end
  return elsewhere
end

-- The most telling entries, in the order of time; how many there were, how many besides are of other cases, and whether
-- all errors are: these are told where nothing is of the case.
function module.choose(finding, who)
  local all, others = entries_of(finding, who)
  table.sort(all, function(a, b) return a.score == b.score and a.place < b.place or a.score > b.score end)
  local chosen = {}
  for i = 1, math.min(#all, ENTRIES) do
    local besides = all[i].score == ELSEWHERE and all[1].score > ELSEWHERE
    if all[i].score > 0 and not besides or (all[1].score == 0 and #all <= OTHERS) then chosen[i] = all[i] end
  end
  table.sort(chosen, function(a, b) return a.place < b.place end)
  return chosen, #all, others, errs_elsewhere(all)
end

return module
