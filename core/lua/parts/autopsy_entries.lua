-- SPDX-License-Identifier: Apache-2.0
-- Which entries of a resource the autopsy of a case tells (autopsy.lua): those of its time, what names it first.
local core = ...
local look = core.part "look"

local ENTRIES = 4         -- of a resource that are told
local OTHERS = 2          -- so many are told where none is an error and none names the case
local NAMED = 2           -- what an entry that names the case counts; an error counts one,
local ELSEWHERE = 0.5     -- and one that names another case that

local module = { NAMED = NAMED, ELSEWHERE = ELSEWHERE }

-- Whether an entry that does not name the case names another one of the run: their ids begin alike.
local function is_of_another(entry, id) return look.mention(entry.lines, id:match "^.*%-" or id) end

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
    local named = look.mention(entry.lines, who.id)
    local foreign = not named and is_of_another(entry, who.id)
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

-- The most telling entries, in the order of time; how many there were, and how many besides are of other cases.
function module.choose(finding, who)
  local all, others = entries_of(finding, who)
  table.sort(all, function(a, b) return a.score == b.score and a.place < b.place or a.score > b.score end)
  local chosen = {}
  for i = 1, math.min(#all, ENTRIES) do
    if all[i].score > 0 or (all[1].score == 0 and #all <= OTHERS) then chosen[i] = all[i] end
  end
  table.sort(chosen, function(a, b) return a.place < b.place end)
  return chosen, #all, others
end

return module
