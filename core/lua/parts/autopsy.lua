-- SPDX-License-Identifier: Apache-2.0
-- The autopsy of a case that failed (autopsy.h): what is looked at, by the functions that preludes
-- declare for types of resources, and what of it the report tells: what matters first, in few lines.
-- resources() runs in the state of the spec, all else in that of the run. Times are in milliseconds
-- since 1970.
local core = ...
local values = core.part "values"
local mask = core.part "mask"
local repr = core.part "repr"
local look = core.part "look"
local cloud = core.part "autopsy_cloud"
local ways = core.part "ways"
local entries = core.part "autopsy_entries"
local filters = core.part "autopsy_filters"

local LINES = 40          -- of a resource
local FIRST, LAST = 6, 18 -- lines of one entry: the rest in the middle is left out
local WIDE = 160          -- columns
local ROWS = 3            -- that one line of an error takes
local QUIET = 92          -- columns of what has nothing to say
local LABEL = 36          -- columns of a label, before it moves the others
local PASSES = 8          -- filters that are told

local module = {}

-- What is looked at -----------------------------------------------------------------------------

-- What the case has to do with: the resources of its stack, what it listens to, what it owns.
function module.resources(t)
  local found, seen = {}, {}
  local function add(kind, name, id, listened)
    if type(kind) ~= "string" or type(name) ~= "string" then return end
    local one = seen[kind .. name]
    if not one then
      one = { type = kind, name = name, id = id or look.last_word(name), own = not id or nil }
      seen[kind .. name], found[#found + 1] = one, one
    end
    one.listened = one.listened or listened
  end
  local stack = rawget(t, "the stack")
  for _, one in ipairs(stack and stack.all or {}) do add(one.type, one.name, one.id) end
  for _, resource in ipairs(core.part("listener").resources(t)) do add(resource[1], resource[2], nil, true) end
  for _, entry in ipairs(core.part("case").cleanups(t)) do
    local claim = entry and entry.kind == "claim" and entry.claim
    if claim and claim.definition.resource then add(claim.definition.resource(claim.args)) end
  end
  if stack and t.target == "local" then
    for _, kind in ipairs(cloud.types) do found[#found + 1] = { type = kind, name = core.region(), id = "", own = true } end
  end
  table.sort(found, function(a, b) return a.type == b.type and a.id < b.id or a.type < b.type end)
  return #found > 0 and values.slrun.list(found) or nil
end

-- Those of the resources that somebody knows how to look at.
function module.choose(resources)
  local chosen = {}
  for _, resource in ipairs(resources) do
    if look.of(values.autopsies, resource.type) then chosen[#chosen + 1] = resource end
  end
  return values.slrun.list(chosen)
end

-- Looking ---------------------------------------------------------------------------------------

local levels = { error = 2, notice = 1 }

local function check(finding)
  if type(finding) ~= "table" then error("an autopsy returns a table or nil, got " .. type(finding), 0) end
  if finding.level and not levels[finding.level] then error("level is \"error\" or \"notice\"", 0) end
  return finding
end

-- What a coroutine of the run does for one resource.
function module.look(resource, from, acted, to)
  local at = look.new { from = from, acted = acted, to = to }
  local ok, found = pcall(function() return check(look.of(values.autopsies, resource.type)(resource, at) or {}) end)
  if not ok then found = { problem = type(found) == "table" and found.message or tostring(found) } end
  found.refused = #at.refused > 0 and values.slrun.list(at.refused) or nil
  ok, found = pcall(core.autopsy_found, found)
  if not ok then core.autopsy_found { problem = tostring(found) } end
end

-- Telling ---------------------------------------------------------------------------------------

local function seconds(ms) return ("%.2f s"):format(math.max(0, ms) / 1000) end

local function clip(text, width)
  if #text <= width then return text end
  return repr.head(text, width) .. " ..."
end

-- names: the logical ids of what the label may name.
local function label_of(resource, finding, names)
  if finding and finding.label then return mask.text((finding.label:gsub("%S+", names))) end
  local word = resource.type:match "%w+$"
  return word:gsub("(%l)(%u)", "%1 %2"):lower() .. " " .. resource.id
end

local function since(entry, who)
  return entry.at and ("%+.2f s"):format(math.max(0, entry.at - who.from) / 1000) or ""
end

-- Behind the last word of what fits a row, or behind a member of JSON, which has no blanks.
local function broken(row)
  local word, member = row:match "^(.*%S)%s+%S*$" or "", row:match "^.*," or ""
  if #word + #member == 0 then return row end
  return #word > #member and word or member
end

-- A line in as many rows as it takes, at most so many.
local function rows_of(text, most)
  local rows = {}
  while #text > WIDE and #rows < most - 1 do
    local row = broken(repr.head(text, WIDE))
    rows[#rows + 1], text = row, text:sub(#row + 1):gsub("^%s+", "")
  end
  rows[#rows + 1] = clip(text, WIDE)
  return rows
end

local function entry_lines(entry, who, out)
  local before = since(entry, who)
  local left = #entry.lines - FIRST - LAST
  for i, line in ipairs(entry.lines) do
    if left <= 1 or i <= FIRST or i > FIRST + left then
      for k, row in ipairs(rows_of(mask.output(line, entry.lines[i - 1]), (entry.level == "error" or entry.whole) and ROWS or 1)) do
        out[#out + 1] = ("    %9s  %s%s"):format(i + k == 2 and before or "", k > 1 and "  " or "", row)
      end
    elseif i == FIRST + 1 then
      out[#out + 1] = ("    %9s  ... %d lines"):format("", left)
    end
  end
end

-- Errors that all name other cases: in short, and as none of this one.
local function told_elsewhere(one, entry, who)
  local says = ("%s; for other cases"):format(mask.output(one.finding.says or ""))
  local telling = entry.lines[1] or ""
  for i = #entry.lines, 1, -1 do
    if entry.lines[i]:find "ERROR" then telling = entry.lines[i] end
  end
  local line = ("    %9s  %s"):format(since(entry, who), clip(mask.output(telling), WIDE))
  return { label = one.label, id = one.resource.id, type = one.resource.type, name = one.resource.name, level = "notice",
    says = clip(says, WIDE), lines = values.slrun.list { line } }
end

-- What is told of one resource: nil where it has nothing to say to this case; and whether it has to others.
local function told_of(one, who)
  local finding = one.finding
  local chosen, all, others, elsewhere = entries.choose(finding, who)
  local score = 0
  for _, entry in ipairs(chosen) do score = math.max(score, entry.score) end
  local level = levels[finding.level] or 0
  if all == 0 and (others > 0 and level < levels.error or finding.counted and next(finding.entries or {})) then return nil, true end
  if level == 0 and score == 0 or finding.leaves and #chosen == 0 then return nil end
  if score == entries.ELSEWHERE then return told_elsewhere(one, chosen[1].entry, who) end
  local lines = {}
  for i, entry in ipairs(chosen) do
    if #lines >= LINES then
      lines[#lines + 1] = ("    %9s  ... %d more"):format("", #chosen - i + 1)
      break
    end
    entry_lines(entry.entry, who, lines)
    if entry.more > 0 then
      lines[#lines + 1] = ("    %9s  ... and %d more like this"):format(since(entry.last, who), entry.more)
    end
  end
  if #chosen < all and #chosen > 0 then
    lines[#lines + 1] = ("    %9s  ... %d more"):format("", all - #chosen)
  end
  return { label = one.label, id = one.resource.id, type = one.resource.type, name = one.resource.name,
    level = elsewhere and "notice" or finding.level, named = (score >= entries.NAMED or finding.leaves ~= nil) or nil,
    says = clip(mask.output(finding.says or "") .. (elsewhere and "; errors for other cases" or ""), WIDE),
    lines = values.slrun.list(lines) }
end

-- "what: a, b, c", with as many as fit.
local function enumeration(what, names)
  local text, n = what, 0
  for i, name in ipairs(names) do
    local more = (i == 1 and ": " or ", ") .. name
    if i > 1 and #text + #more > QUIET then break end
    text, n = text .. more, i
  end
  return "  " .. text .. (n < #names and (" and %d more"):format(#names - n) or "")
end

-- The filters of a resource, and what it gathers before it hands it on, each with its label.
local function add_passes(to, one, names)
  local function add(text, holds)
    to[#to + 1] = { type = one.resource.type, holds = holds, http = one.finding.http and one.label,
      text = clip(mask.output(("%s: %s"):format(one.label, cloud.logical(tostring(text), names))), WIDE) }
  end
  for _, text in ipairs(one.finding and one.finding.passes or {}) do add(text, false) end
  if one.finding and one.finding.holds then add(one.finding.holds, true) end
end

-- Logical ids by what resources are called by. A log group ends with the name of its function, which is the function's.
local function logical_ids(looks)
  local names = {}
  for _, one in ipairs(looks) do
    local word = look.last_word(one.resource.name)
    if one.resource.id ~= "" and (word == one.resource.name or not names[word]) then names[word] = one.resource.id end
  end
  return names
end

-- What kept something of the case back comes before errors where none of them names it: they may be of other cases.
local function raise_kept_back(resources)
  for _, told in ipairs(resources) do
    if told.named and told.level == "error" then return end
  end
  for _, told in ipairs(resources) do told.first = told.named and told.type == cloud.LEFT_OUT or nil end
end

-- What has failed comes first, then what names the case; functions before queues.
local function comes_before(a, b)
  if a.first ~= b.first then return a.first end
  local x, y = levels[a.level] or 0, levels[b.level] or 0
  if x ~= y then return x > y end
  if x < levels.error and a.named ~= b.named then return a.named end
  return a.type == b.type and a.label < b.label or a.type < b.type
end

-- Says of what lies somewhere, for somebody to take, that nobody of the stack does: what names it as its source.
local function say_untaken(to, looks)
  local sources, lying = {}, {}
  for _, one in ipairs(looks) do
    local finding = one.finding or {}
    if type(finding.source) == "string" then sources[look.last_word(finding.source)] = true end
    if finding.lies and not one.resource.listened and not one.resource.own then lying[one.label] = look.last_word(one.resource.name) end
  end
  for _, told in ipairs(to.resources) do
    local word = lying[told.label]
    if word and not sources[word] then told.says = told.says .. "; nothing of the stack takes from it" end
  end
end

-- Sorts the looks: what tells something, what is quiet, what did not answer, what could not be seen.
local function sorted(who)
  local to = { resources = {}, others = {}, quiet = {}, unanswered = {}, problems = {}, refused = {}, passes = {}, idle = {}, sieves = {} }
  local names = logical_ids(who.looks)
  for _, one in ipairs(who.looks) do
    local finding = one.finding
    one.label = label_of(one.resource, finding, names)
    local told, of_others
    if finding and finding.leaves then -- these come last
      cloud.leave[finding.leaves](finding, { names = names, looks = who.looks, id = who.id, told = to.resources, sieves = to.sieves })
    end
    if finding then told, of_others = told_of(one, who) end
    add_passes(to.passes, one, names)
    if finding and finding.idle then table.insert(to.idle, one.resource.id) end
    for _, action in ipairs(finding and finding.refused or {}) do
      to.refused[#to.refused + 1] = { action = action, label = one.label }
    end
    if not finding then
      table.insert(to.unanswered, one.label)
    elseif finding.problem then
      table.insert(to.problems, one.label .. ": " .. mask.output(finding.problem:match "^[^\n]*"))
    elseif told then
      table.insert(to.resources, told)
    elseif of_others and not finding.hidden then
      table.insert(to.others, one.label)
    elseif not finding.refused and not finding.hidden then -- hidden: only told where there is something
      table.insert(to.quiet, one.label)
    end
  end
  say_untaken(to, who.looks)
  raise_kept_back(to.resources)
  table.sort(to.resources, comes_before)
  to.ways = ways.of(who.looks)
  return to
end

local function add_filters(lines, to, who)
  local passes = filters.telling(to, who)
  for i, text in ipairs(passes) do
    if i == 1 then lines[#lines + 1] = "  what lets through only what matches:" end
    if i > PASSES then
      lines[#lines + 1] = ("      ... %d more"):format(#passes - PASSES)
      break
    end
    lines[#lines + 1] = "      " .. text
  end
end

-- What AWS would refuse to what is in the case's stack, or there: here it has worked.
local function denied_of(who)
  local denied, names = {}, {}
  for _, one in ipairs(who.looks) do names[look.last_word(one.resource.name)] = true end
  for _, refusal in ipairs(core.denied()) do
    if names[refusal.name] or names[refusal.target] then denied[#denied + 1] = refusal end
  end
  return denied
end

-- Resources of which nothing but the same words is told, such as "no invocation", by those words; and the words.
local function alike(resources)
  local labels, words = {}, {}
  for _, told in ipairs(resources) do
    if #told.lines == 0 and told.level ~= "error" then
      if not labels[told.says] then labels[told.says], words[#words + 1] = {}, told.says end
      table.insert(labels[told.says], told.label)
    end
  end
  return labels, words
end

local function add_resources(lines, resources)
  local labels, words = alike(resources)
  local function has_line(told) return #(#told.lines == 0 and told.level ~= "error" and labels[told.says] or {}) < 2 end
  local width = 0
  for _, told in ipairs(resources) do
    if has_line(told) then width = math.max(width, math.min(#told.label, LABEL)) end
  end
  for _, told in ipairs(resources) do
    if has_line(told) then
      lines[#lines + 1] = ("  %s%s   %s"):format(told.label, (" "):rep(width - #told.label), told.says)
      table.move(told.lines, 1, #told.lines, #lines + 1, lines)
    end
  end
  for _, says in ipairs(words) do
    if #labels[says] > 1 then lines[#lines + 1] = enumeration(says, labels[says]) end
  end
end

local function text_of(to, who)
  local lines = { ("in the system since act (%s):"):format(seconds(who.to - who.from)) }
  add_resources(lines, to.resources)
  look.each_refused(to.refused, function(action, labels)
    lines[#lines + 1] = enumeration("no permission for " .. action, labels)
  end)
  for i, refusal in ipairs(to.denied) do
    if i > PASSES then
      lines[#lines + 1] = ("  ... %d more"):format(#to.denied - PASSES)
      break
    end
    lines[#lines + 1] = "  " .. refusal.text
    lines[#lines + 1] = "      " .. refusal.hint
  end
  add_filters(lines, to, who)
  for _, problem in ipairs(to.problems) do lines[#lines + 1] = clip("  could not be looked at: " .. problem, WIDE) end
  if #to.unanswered > 0 then
    lines[#lines + 1] = enumeration(("no answer within %d s"):format(who.limit // 1000), to.unanswered)
  end
  if #to.others > 0 then lines[#lines + 1] = enumeration("only for other cases", to.others) end
  if #to.quiet > 0 then lines[#lines + 1] = enumeration("nothing to say", to.quiet) end
  return table.concat(lines, "\n")
end

-- Without a stack, that all is quiet is no news.
local function is_news(to, who)
  if #to.resources + #to.refused + #to.problems + #to.unanswered + #to.denied > 0 then return true end
  for _, one in ipairs(who.looks) do
    if not one.resource.own then return true end
  end
  return false
end

-- Of what was found only what has failed.
local function leave_errors(to)
  local failed = {}
  for _, told in ipairs(to.resources) do
    if told.level == "error" then failed[#failed + 1] = told end
  end
  to.resources, to.others, to.quiet, to.passes, to.refused, to.problems, to.unanswered = failed, {}, {}, {}, {}, {}, {}
end

-- who: id of the case, from, to, limit, near (ms), errors_only, http (it has sent such requests), and the looks, each a
-- resource and what was found.
-- Returns the report's text and the same as data; nil where there is no news.
function module.tell(who)
  local to = sorted(who)
  to.denied = denied_of(who)
  if who.errors_only then leave_errors(to) end
  if #to.resources + #to.denied == 0 and who.errors_only or not is_news(to, who) then return nil end
  local text = text_of(to, who)
  for i, filter in ipairs(to.passes) do to.passes[i] = filter.text end
  to.sieves = nil
  for _, word in ipairs { "resources", "others", "quiet", "unanswered", "problems", "refused", "passes", "idle", "denied" } do values.slrun.list(to[word]) end
  to.text, to.from, to.seconds = text, who.from, (who.to - who.from) / 1000
  return to
end

return module
