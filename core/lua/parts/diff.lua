-- SPDX-License-Identifier: Apache-2.0
-- How two values differ: the smallest list of differences, each with its path. It follows the rules
-- of equal.lua. A difference is { path, want, got } with both sides as text, or { path, text }, and
-- may have more `lines`.
local core = ...
local equal = core.part "equal"
local repr = core.part "repr"
local mask = core.part "mask"

local KEPT = 8         -- differences that are told; the others are counted
local MOST = 1000      -- differences that are counted
local NAMED = 3        -- members of a list that are named in one difference
local LISTED = 200     -- members of lists that are compared each with each
local EXCERPT = 60     -- strings longer than this show where they differ
local TEXT_LINES = 14  -- lines of a difference of texts
local TEXT_TABLE = 400 -- lines of texts that are compared each with each

local diff = {}

-- A difference of texts, line by line ---------------------------------------------------------

local function lines_of(text)
  local lines = {}
  for line in (text .. "\n"):gmatch("(.-)\r?\n") do lines[#lines + 1] = line end
  if #lines > 1 and lines[#lines] == "" then lines[#lines] = nil end
  return lines
end

-- Lengths of the longest common rests of a[i..] and b[j..], as rows.
local function common_rests(a, b)
  local rows = {}
  rows[#a + 1] = {}
  for i = #a, 1, -1 do
    local row, below = {}, rows[i + 1]
    for j = #b, 1, -1 do
      if a[i] == b[j] then
        row[j] = (below[j + 1] or 0) + 1
      else
        row[j] = math.max(below[j] or 0, row[j + 1] or 0)
      end
    end
    rows[i] = row
  end
  return rows
end

-- { "-", "+", or " "; the line } in order. Long texts are compared line by line at their places.
local function edits(a, b)
  local out, i, j = {}, 1, 1
  local rows = #a <= TEXT_TABLE and #b <= TEXT_TABLE and common_rests(a, b)
  while i <= #a or j <= #b do
    if i <= #a and j <= #b and a[i] == b[j] then
      out[#out + 1] = { " ", a[i] }
      i, j = i + 1, j + 1
    elseif j > #b or (i <= #a and (not rows or (rows[i + 1][j] or 0) >= (rows[i][j + 1] or 0))) then
      out[#out + 1] = { "-", a[i] }
      i = i + 1
      if not rows and j <= #b then
        out[#out + 1] = { "+", b[j] }
        j = j + 1
      end
    else
      out[#out + 1] = { "+", b[j] }
      j = j + 1
    end
  end
  return out
end

local function shown_line(text)
  text = mask.output(text):gsub("%c", function(c) return c == "\t" and c or ("\\%d"):format(c:byte()) end)
  return #text > 90 and text:sub(1, 90) .. "..." or text
end

local function text_difference(got, want)
  local list = edits(lines_of(want), lines_of(got))
  local out, changed, left = {}, 0, 0
  local function near(i)
    for k = math.max(1, i - 1), math.min(#list, i + 1) do
      if list[k][1] ~= " " then return true end
    end
    return false
  end
  local skipped = false
  for i, edit in ipairs(list) do
    if edit[1] ~= " " then changed = changed + 1 end
    if not near(i) then
      skipped = true
    elseif #out >= TEXT_LINES then
      left = left + (edit[1] ~= " " and 1 or 0)
    else
      if skipped and #out > 0 then out[#out + 1] = "  ..." end
      out[#out + 1] = (edit[1] .. " " .. shown_line(edit[2])):gsub("%s+$", "")
      skipped = false
    end
  end
  if left > 0 then out[#out + 1] = ("  ... %d more"):format(left) end
  if changed == 0 then return { text = "the texts differ only in their line ends" } end
  return { text = "the texts differ (- expected, + got)", lines = out }
end

-- Strings ---------------------------------------------------------------------------------------

local function first_difference(a, b)
  local low, high = 0, math.min(#a, #b)
  while low < high do -- the longest common start, by halves
    local middle = (low + high + 1) // 2
    if a:sub(1, middle) == b:sub(1, middle) then low = middle else high = middle - 1 end
  end
  return low + 1
end

-- Of what is not shown: of which kind it is, where that differs.
local function secret_difference(got, want, key)
  local a, b = repr.kind(got), repr.kind(want)
  return { want = repr.of(want, key), got = repr.of(got, key),
    lines = { a == b and "the values differ; a secret is not shown" or ("a secret is not shown; it is %s, not %s"):format(a, b) } }
end

local function string_difference(got, want)
  if not repr.is_text(got) or not repr.is_text(want) then
    return { want = repr.of(want), got = repr.of(got),
      lines = { ("first difference at byte %s"):format(repr.counted(first_difference(got, want))) } }
  end
  if got:find("\n", 1, true) and want:find("\n", 1, true) then return text_difference(got, want) end
  got, want = mask.output(got), mask.output(want)
  if got == want then return secret_difference(got, want, "secret") end
  local at = first_difference(got, want)
  if at == 1 or (#got <= EXCERPT and #want <= EXCERPT) then
    return { want = repr.of(want), got = repr.of(got) }
  end
  return { want = repr.window(want, at), got = repr.window(got, at), lines = {
    ("first difference at byte %s; %s bytes expected, got %s"):format(repr.counted(at),
      repr.counted(#want), repr.counted(#got)) } }
end

-- The walk --------------------------------------------------------------------------------------

-- w: { partial, count, out, seen }
local function add(w, path, difference)
  w.count = w.count + (difference.weight or 1)
  if #w.out < KEPT then
    difference.path = path
    w.out[#w.out + 1] = difference
  end
end

local function same(w, got, want)
  if w.partial then return equal.matching(got, want) end
  return equal.same(got, want)
end

local function wanted(w, want, key)
  if w.partial and type(want) == "function" then return "what the function accepts" end
  if w.partial and type(want) == "string" and equal.is_pattern(want) and not mask.is_secret(key) then
    return "a match of " .. repr.of(want)
  end
  return repr.of(want, key)
end

-- What else there is to say of values of two kinds, a list of lines; or nil.
local function other_kind(got, want)
  local bytes = type(got) == "table" and equal.tag_of(got) == "binary" and rawget(got, 1)
  if bytes and bytes == want then return { "the same bytes; a binary value equals only a binary value" } end
  if type(got) == "string" and got:find "^%s*[%[{]" and type(want) == "table" and not equal.tag_of(want) then
    return { "it is a text: expect(...):json() reads it as JSON" }
  end
end

-- Two values that are no two tables to look into.
local function leaf(w, got, want, key)
  if want == nil then return { text = "not expected, got " .. repr.of(got, key) } end
  if got == nil then return { text = "expected " .. wanted(w, want, key) .. ", it is absent" } end
  if mask.is_secret(key) then return secret_difference(got, want, key) end
  if type(got) == "string" and type(want) == "string" and not (w.partial and equal.is_pattern(want)) then
    return string_difference(got, want)
  end
  local difference = { want = wanted(w, want, key), got = repr.of(got, key) }
  if difference.want == difference.got then
    difference.want = difference.want .. " (" .. repr.kind(want) .. ")"
    difference.got = difference.got .. " (" .. repr.kind(got) .. ")"
  end
  difference.lines = other_kind(got, want)
  return difference
end

-- "[3] "c", [4] "d", ... 2 more"
local function named(list, indices)
  local parts = {}
  for i, index in ipairs(indices) do
    if i > NAMED then
      parts[#parts + 1] = ("... %s more"):format(repr.counted(#indices - NAMED))
      break
    end
    local text = repr.of(list[index])
    parts[#parts + 1] = (equal.is_set(equal.tag_of(list)) and "" or ("[%d] "):format(index)) .. text
  end
  return table.concat(parts, ", ")
end

-- Indices of members of `a` that have no equal in `b`, each counted once.
local function without_partner(w, a, b, want_first)
  local used, alone = {}, {}
  for i = 1, #a do
    local found = false
    for j = 1, #b do
      if not used[j] and (want_first and same(w, b[j], a[i]) or not want_first and same(w, a[i], b[j])) then
        used[j], found = true, true
        break
      end
    end
    if not found then alone[#alone + 1] = i end
  end
  return alone
end

local function missing_and_extra(got, want, missing, extra, what)
  local parts = {}
  if #missing > 0 then parts[#parts + 1] = "missing " .. named(want, missing) end
  if #extra > 0 then parts[#parts + 1] = "not expected " .. named(got, extra) end
  local text = table.concat(parts, "; ")
  if what then text = what .. text end
  return { text = text, weight = #missing + #extra }
end

local function range(first, last)
  local out = {}
  for i = first, last do out[#out + 1] = i end
  return out
end

-- Lists of different lengths: what is missing or too much at one place, or anywhere.
local function lengths_differ(w, got, want)
  local n, m, first = #got, #want, 1
  while first <= n and first <= m and same(w, got[first], want[first]) do first = first + 1 end
  local last = 0
  while last < n - first + 1 and last < m - first + 1 and same(w, got[n - last], want[m - last]) do
    last = last + 1
  end
  local missing, extra = range(first, m - last), range(first, n - last)
  if #missing > 0 and #extra > 0 and n <= LISTED and m <= LISTED then
    missing, extra = without_partner(w, want, got, true), without_partner(w, got, want, false)
  end
  return missing_and_extra(got, want, missing, extra,
    ("expected %s member%s, got %s; "):format(repr.counted(m), m == 1 and "" or "s", repr.counted(n)))
end

local function other_order(w, got, want)
  return #got > 1 and #got <= LISTED and #without_partner(w, want, got, true) == 0
end

local compare

local function compare_lists(w, got, want, path)
  if #got ~= #want and not w.partial then return add(w, path, lengths_differ(w, got, want)) end
  local before = w.count
  for i = 1, #want do
    if not same(w, got[i], want[i]) then
      if w.count == before and not w.partial and other_order(w, got, want) then
        local difference = leaf(w, got[i], want[i])
        difference.lines = { ("the same members in another order; the first that differs is [%d]"):format(i) }
        return add(w, path .. ("[%d]"):format(i), difference)
      end
      compare(w, got[i], want[i], path .. ("[%d]"):format(i))
    end
    if w.count > MOST then return end
  end
end

local function compare_sets(w, got, want, path)
  local missing = without_partner(w, want, got, true)
  local extra = w.partial and {} or without_partner(w, got, want, false)
  add(w, path, missing_and_extra(got, want, missing, extra))
end

local function is_list(t)
  return #t > 0 and next(t, #t) == nil and (function()
    local n = 0
    for _ in next, t do n = n + 1 end
    return n == #t
  end)()
end

--- " (there is 'Key')" where a map has no `key` but one that is called nearly so, and that `want` (or nil) does not name.
function diff.near(map, key, want)
  local others = {}
  for name in next, map do
    if type(name) == "string" and (not want or rawget(want, name) == nil) then others[name] = true end
  end
  local near = type(key) == "string" and #key > 1 and next(others) and core.nearest(key, others):match "^did you mean '(.*)'%?$"
  return near and (" (there is %s)"):format(repr.of(near)) or ""
end

local function compare_maps(w, got, want, path)
  for _, key in ipairs(repr.sorted_keys(want)) do
    local a, b = rawget(got, key), rawget(want, key)
    if a == nil and b ~= nil and not same(w, a, b) then
      local difference = leaf(w, a, b, key)
      difference.text = difference.text .. diff.near(got, key, want)
      add(w, path .. repr.step(key), difference)
    elseif not same(w, a, b) then
      compare(w, a, b, path .. repr.step(key), key)
    end
    if w.count > MOST then return end
  end
  if w.partial then return end
  for _, key in ipairs(repr.sorted_keys(got)) do
    if rawget(want, key) == nil then
      add(w, path .. repr.step(key), leaf(w, rawget(got, key), nil, key))
    end
  end
end

-- Of two values that are not the same.
function compare(w, got, want, path, key)
  if type(got) ~= "table" or type(want) ~= "table" or mask.is_secret(key) then
    return add(w, path, leaf(w, got, want, key))
  end
  local tag = equal.tag_of(want)
  if tag ~= equal.tag_of(got) or (tag and not equal.is_set(tag)) then
    return add(w, path, leaf(w, got, want, key))
  end
  if tag then return compare_sets(w, got, want, path) end
  if w.seen[got] == want then return end
  w.seen[got] = want
  if is_list(want) and (is_list(got) or next(got) == nil) or (next(want) == nil and is_list(got)) then
    return compare_lists(w, got, want, path)
  end
  return compare_maps(w, got, want, path)
end

-- The differences of `got` from `want`, which are not the same (or do not match): a list, and how
-- many there are. `key`: under which the subject stood.
function diff.between(got, want, partial, key)
  local w = { partial = partial, count = 0, out = {}, seen = {} }
  if partial and type(got) == "string" and type(want) == "string" then
    return { { path = "", want = "a match of " .. repr.of(want, key), got = repr.of(got, key) } }, 1
  end
  compare(w, got, want, "", key)
  if #w.out == 0 then add(w, "", { want = repr.of(want, key), got = repr.of(got, key) }) end
  return w.out, w.count
end

-- Where two members differ in as much, the one of the same name is the one that was meant.
local NAMES = { id = true, pk = true, sk = true, key = true, name = true }

local function names_differ(differences)
  for _, d in ipairs(differences) do
    local name = d.path:lower():match("(%a+)$")
    if name and (NAMES[name] or name:find("id$")) then return 0.5 end
  end
  return 0
end

-- The member of a list or map that comes closest to `want`: its key, its differences, their number.
function diff.closest(got, want)
  local best_key, best, least
  local looked = 0
  for _, key in ipairs(repr.sorted_keys(got)) do
    local member = rawget(got, key)
    local found, count = diff.between(member, want, true)
    count = type(member) ~= type(want) and MOST or count + names_differ(found)
    if not least or count < least then best_key, best, least = key, found, count end
    looked = looked + 1
    if looked == LISTED then break end
  end
  return best_key, best, least
end

return diff
