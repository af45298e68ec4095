-- SPDX-License-Identifier: Apache-2.0
-- What the local cloud says of the time of a case that failed, beside what its resources say (autopsy.lua): of no
-- resource, so that what concerns the case is chosen when all has been looked at.
local core = ...
local values = core.part "values"
local look = core.part "look"

local MISSES <const> = 3 -- of what went no further that are told

local ELSEWHERE <const>, LEFT_OUT <const>, WARNINGS <const> = "slrun::Elsewhere", "slrun::LeftOut", "slrun::Warnings"

-- types: looked at as if they were types of resources; the last of all, in this order.
-- leave[finding.leaves](finding, case) leaves in a finding what concerns the case: its id, the looks with their labels, the
-- names of resources as keys of logical ids, and what is told already; in its sieves, by type, goes what has kept back something, and whether that names the case.
local leave = {}
local module = { types = { ELSEWHERE, LEFT_OUT, WARNINGS }, LEFT_OUT = LEFT_OUT, leave = leave }

-- A text in which the names of the case's resources are their logical ids.
function module.logical(text, names)
  return (text:gsub("[%w_%-]+", names))
end

-- A client that is made for another region finds nothing there, and AWS's words do not say why. The local cloud
-- sees the region in the signature.
values.autopsies[ELSEWHERE] = function(resource)
  local answer = require("slrun.http").get(core.endpoint() .. "/_slrun/failures")
  local entries = values.slrun.list {}
  for _, one in ipairs(core.from_json(answer.body).failures) do
    if one.region ~= resource.name then
      local line = ("%s.%s in %s: status %d"):format(one.service, one.operation or "?", one.region, one.status)
      table.insert(entries, 1, { at = one.at_ms, level = "error", lines = values.slrun.list {
        one.times > 1 and ("%s, %d times so far"):format(line, one.times) or line } })
    end
  end
  return { label = "calls to another region", says = "the stack is in " .. resource.name, entries = entries, hidden = true }
end

-- As the local cloud's standard error has them; leave.warnings() leaves those of the stack.
values.autopsies[WARNINGS] = function()
  local answer = require("slrun.http").get(core.endpoint() .. "/_slrun/warnings")
  local entries = values.slrun.list {}
  for _, one in ipairs(core.from_json(answer.body).warnings) do
    table.insert(entries, 1, { at = one.at_ms, lines = values.slrun.list { one.text } })
  end
  return { label = "the local cloud warned", says = "of what is in the stack", level = "notice", entries = entries, hidden = true, leaves = "warnings" }
end

-- What no rule matched, or a filter left out, of which AWS tells nobody; leave.left_out() says at what.
values.autopsies[LEFT_OUT] = function(resource)
  local answer = require("slrun.http").get(core.endpoint() .. "/_slrun/left-out")
  local entries = values.slrun.list {}
  for _, one in ipairs(core.from_json(answer.body).left_out) do
    local region = one.name:match "^arn:[^:]*:[^:]*:([^:]+):"
    table.insert(entries, 1, { at = one.at_ms, kind = one.kind, name = one.name, whole = true, lines = values.slrun.list {
      one.why .. (region and region ~= resource.name and (" (in %s)"):format(region) or ""), one.what } })
  end
  return { label = "went no further", says = "what AWS tells nobody of", level = "notice", entries = entries, hidden = true, leaves = "left_out" }
end

-- Of warnings those that name a resource of the case, by its logical id, unless its own error is told.
function leave.warnings(finding, case)
  local failed, left = {}, values.slrun.list {}
  for _, one in ipairs(case.told) do failed[one.id] = one.level == "error" or nil end
  for _, entry in ipairs(finding.entries) do
    local ours, known = false, false
    local line = entry.lines[1]:gsub("[%w_%-]+", function(word)
      ours, known = ours or case.names[word] ~= nil, known or failed[case.names[word]] ~= nil
      return case.names[word]
    end)
    if ours and not known then left[#left + 1] = { at = entry.at, lines = values.slrun.list { line } } end
  end
  finding.entries = left
  if #left == 0 then finding.level = nil end
end

-- What has the filters, by what something came to.
local SIEVES <const> = { ["event bus"] = "AWS::Events::Rule", topic = "AWS::SNS::Subscription", bucket = "AWS::S3::Bucket",
  mapping = "AWS::Lambda::EventSourceMapping", ["log group"] = "AWS::Logs::SubscriptionFilter", pipe = "AWS::Pipes::Pipe" }

-- Whether it would be told here if such a filter had kept something back of the case.
local sieved = {}
for _, kind in pairs(SIEVES) do sieved[kind] = true end
function module.would_tell(kind, looks)
  for _, one in ipairs(looks) do
    if one.finding and one.finding.leaves == "left_out" then return sieved[kind] end
  end
  return false
end

-- At which fields the filters of what something came to failed for it, a text each: entry as the local cloud has it; label: of what it came to.
local function misses_of(entry, case, label)
  local found, word = {}, look.last_word(entry.name)
  local why = entry.lines[1]
  if not why:find "match" and not why:find "filter" and not why:find "reached" then return found end -- it came to none
  for _, one in ipairs(case.looks) do
    local finding = one.finding or {}
    if one.resource.type == SIEVES[entry.kind] and (look.last_word(one.resource.name) == word
      or type(finding.source) == "string" and look.last_word(finding.source) == word) then
      for _, pattern in ipairs(finding.passes or {}) do
        local missed = core.part("misses").of(pattern, entry.lines[2], finding.scope)
        missed = missed and module.logical(missed, case.names)
        if missed and #found < MISSES then found[#found + 1] = one.label == label and missed or ("%s: %s"):format(one.label, missed) end
      end
    end
  end
  return found
end

-- The default bus is everybody's.
local SHARED <const> = { ["event bus default"] = true }

-- Of what went no further that which came to resources of the case, or names it; with their labels, and logical ids. Beside
-- an error only what names it: that others of the bus are for other events is as it should be.
function leave.left_out(finding, case)
  local labels, left, failed = {}, values.slrun.list {}, false
  for _, one in ipairs(case.told) do failed = failed or one.level == "error" end
  for _, one in ipairs(case.looks) do labels[look.last_word(one.resource.name)] = one.label end
  for _, entry in ipairs(finding.entries) do
    local word = look.last_word(entry.name)
    local what = entry.kind .. " " .. (case.names[word] or word)
    local named = look.mention(entry.lines, case.id)
    if named or not failed and (case.names[word] or SHARED[what]) then
      local why, event = ("%s: %s"):format(labels[word] or what, module.logical(entry.lines[1], case.names)), entry.lines[2]
      entry.lines = values.slrun.list { why, table.unpack(misses_of(entry, case, labels[word])) }
      table.insert(entry.lines, event)
      local kind = SIEVES[entry.kind] or ""
      case.sieves[kind] = case.sieves[kind] or named
      left[#left + 1] = entry
    end
  end
  finding.entries = left
  if #left == 0 then finding.level = nil end
end

return module
