-- SPDX-License-Identifier: Apache-2.0
-- expect(x): expectations, and the smallest difference that explains a failed one.
local core = ...
local values = core.part "values"

local LONG = 120       -- characters of a value that are shown
local MEMBERS = 8      -- members of a table that are shown
local DIFFERENCES = 8  -- lines of a difference that are shown

local repr

local function cut(text)
  if #text <= LONG then return text end
  return ("%s... (%d more)"):format(text:sub(1, LONG), #text - LONG)
end

local function repr_string(s)
  if s:find("[^\9\10\13\32-\126\128-\255]") or not utf8.len(s) then return "binary " .. values.hex(s) end
  if #s > LONG then return ("%q... (%d more)"):format(s:sub(1, LONG), #s - LONG):gsub("\\\n", "\\n") end
  return (("%q"):format(s):gsub("\\\n", "\\n"))
end

local function sorted_keys(t)
  local keys = {}
  for k in next, t do keys[#keys + 1] = k end
  table.sort(keys, function(a, b)
    if math.type(a) and math.type(b) then return a < b end
    return tostring(a) < tostring(b)
  end)
  return keys
end

local function repr_table(t, depth)
  local keys, parts, n = sorted_keys(t), {}, #t
  if #keys == 0 then return "{}" end
  if depth > 3 then return "{...}" end
  for i, k in ipairs(keys) do
    if i > MEMBERS then
      parts[#parts + 1] = ("... %d more"):format(#keys - MEMBERS)
      break
    end
    local value = repr(rawget(t, k), depth + 1)
    if math.type(k) == "integer" and k >= 1 and k <= n then
      parts[#parts + 1] = value
    elseif type(k) == "string" and k:match("^[%a_][%w_]*$") then
      parts[#parts + 1] = k .. " = " .. value
    else
      parts[#parts + 1] = "[" .. repr(k, depth + 1) .. "] = " .. value
    end
  end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

function repr(v, depth)
  local kind = type(v)
  if v == core.null then return "null" end
  if kind == "string" then return repr_string(v) end
  if kind == "table" then
    local meta = getmetatable(v)
    if type(meta) == "table" and meta.__tostring then return cut(tostring(v)) end
    return cut(repr_table(v, depth or 0))
  end
  return cut(tostring(v))
end

-- Failures ------------------------------------------------------------------------------------

local failure_mt = {
  __name = "slrun.failure",
  __tostring = function(f) return f.message end,
}

-- A failed expectation, raised at the line of the spec that expected.
local function fail(self, message, differences)
  local info
  for level = 2, 20 do
    info = debug.getinfo(level, "Sl")
    if not info or info.source:sub(1, 1) == "@" then break end
  end
  local subject = self.path and ("at %q: "):format(self.path) or ""
  error(setmetatable({
    kind = "expectation",
    message = subject .. message,
    because = self.reason,
    differences = differences,
    file = info and info.short_src, line = info and info.currentline,
    source = info and info.source:sub(2),
  }, failure_mt), 0)
end

-- Differences ---------------------------------------------------------------------------------

local function tag_of(v)
  local meta = getmetatable(v)
  return type(meta) == "table" and meta.__slrun_tag or nil
end

local function key_path(path, key)
  if type(key) == "string" and key:match("^[%a_][%w_]*$") then
    return path == "" and key or path .. "." .. key
  end
  return path .. "[" .. repr(key) .. "]"
end

local same

-- Sets have no order: every member of one is in the other.
local function same_set(a, b)
  if #a ~= #b then return false end
  for _, x in ipairs(a) do
    local found = false
    for _, y in ipairs(b) do found = found or same(x, y) end
    if not found then return false end
  end
  return true
end

local function is_set(tag) return tag and tag:match("_set$") end

-- Collects differences of `got` from `want` into `out`; `partial`: only what `want` has counts.
local function compare(got, want, path, out, partial, seen)
  if #out > DIFFERENCES then return end
  local function differ() out[#out + 1] = { path = path, want = want, got = got } end
  if partial and type(want) == "function" and type(got) ~= "function" then
    if not want(got) then differ() end
    return
  end
  if partial and type(want) == "string" and type(got) == "string" then
    if got ~= want and not got:find(want) then differ() end
    return
  end
  if type(got) ~= "table" or type(want) ~= "table" then
    if got ~= want then differ() end
    return
  end
  local tag_got, tag_want = tag_of(got), tag_of(want)
  if tag_got ~= tag_want then return differ() end
  if is_set(tag_got) then
    if not same_set(got, want) then differ() end
    return
  end
  if seen[got] == want then return end
  seen[got] = want
  for _, key in ipairs(sorted_keys(want)) do
    compare(rawget(got, key), rawget(want, key), key_path(path, key), out, partial, seen)
  end
  if not partial then
    for _, key in ipairs(sorted_keys(got)) do
      if rawget(want, key) == nil then
        out[#out + 1] = { path = key_path(path, key), got = rawget(got, key) }
      end
    end
  end
end

local function differences(got, want, partial)
  local out = {}
  compare(got, want, "", out, partial, {})
  return out
end

function same(a, b) return #differences(a, b, false) == 0 end

local function line_of(d, partial)
  local at = d.path ~= "" and d.path .. ": " or ""
  if d.want == nil then return at .. "not expected, got " .. repr(d.got) end
  if d.got == nil then return at .. "expected " .. repr(d.want) .. ", is absent" end
  local wanted = partial and type(d.want) == "function" and "what the function accepts"
    or (partial and type(d.want) == "string" and d.want:find("[%%%.%[%*%+%-%?%^%$]")
      and "a match of " .. repr(d.want)) or repr(d.want)
  return at .. "expected " .. wanted .. ", got " .. repr(d.got)
end

local function lines_of(list, partial)
  local lines = {}
  for i, d in ipairs(list) do
    if i > DIFFERENCES then
      lines[#lines + 1] = "... and more"
      break
    end
    lines[#lines + 1] = line_of(d, partial)
  end
  return lines
end

-- Matchers ------------------------------------------------------------------------------------
-- Each returns whether it holds, and what to say if it does not (differences as lines behind).

local function length_of(v)
  local ok, n = pcall(function() return #v end)
  return ok and n or nil
end

local matchers = {}

function matchers.equals(got, want)
  if rawequal(got, want) then return true end
  local list = differences(got, want, false)
  return #list == 0, lines_of(list), "equal " .. repr(want)
end

function matchers.matches(got, want)
  local list = differences(got, want, true)
  return #list == 0, lines_of(list, true), "match " .. repr(want)
end

function matchers.has_length(got, n)
  local length = length_of(got)
  local text = length and ("has length %d: %s"):format(length, repr(got)) or "is " .. repr(got)
  return length == n, { ("expected length %s, %s"):format(repr(n), text) }, "have length " .. repr(n)
end

function matchers.contains(got, want)
  local holds = false
  if type(got) == "string" then
    holds = type(want) == "string" and got:find(want, 1, true) ~= nil
  elseif type(got) == "table" then
    for _, member in next, got do holds = holds or #differences(member, want, true) == 0 end
  end
  return holds, { ("expected to contain %s, got %s"):format(repr(want), repr(got)) },
    "contain " .. repr(want)
end

function matchers.is_near(got, want, tolerance)
  tolerance = tolerance or 1e-9
  local holds = type(got) == "number" and math.abs(got - want) <= tolerance
  return holds, { ("expected %s within %s, got %s"):format(repr(want), repr(tolerance), repr(got)) },
    ("be within %s of %s"):format(repr(tolerance), repr(want))
end

function matchers.is_a(got, kind)
  local meta = getmetatable(got)
  local name = type(meta) == "table" and (meta.__slrun_tag or meta.__slrun_container) or type(got)
  local holds = type(got) == kind or name == kind or math.type(got) == kind
    or (got == core.null and kind == "null")
  return holds, { ("expected a %s, got %s"):format(kind, repr(got)) }, "be a " .. tostring(kind)
end

function matchers.is_true(got)
  return got == true, { "expected true, got " .. repr(got) }, "be true"
end

function matchers.is_false(got)
  return got == false, { "expected false, got " .. repr(got) }, "be false"
end

function matchers.is_absent(got)
  return got == nil, { "expected nothing there, got " .. repr(got) }, "be absent"
end

function matchers.exists(got)
  return got ~= nil, { "expected something there, it is absent" }, "exist"
end

for name, holds in pairs {
  is_above = function(a, b) return a > b end, is_below = function(a, b) return a < b end,
  is_at_least = function(a, b) return a >= b end, is_at_most = function(a, b) return a <= b end,
} do
  local words = name:gsub("^is_", ""):gsub("_", " ")
  matchers[name] = function(got, want)
    local ok, result = pcall(holds, got, want)
    return ok and result, { ("expected %s %s, got %s"):format(words, repr(want), repr(got)) },
      ("be %s %s"):format(words, repr(want))
  end
end

-- raises: the subject is a function; the error's AWS code, or a pattern in its text.
function matchers.raises(f, want)
  if type(f) ~= "function" then
    error("expect(f):raises(...) needs a function, got " .. type(f), 0)
  end
  local ok, problem = pcall(f)
  local told = want and "an error " .. repr(want) or "an error"
  if ok then return false, { "expected " .. told .. ", none was raised" }, "raise" end
  local code = type(problem) == "table" and problem.code or nil
  local holds = want == nil or code == want or tostring(problem):find(want) ~= nil
  return holds, { ("expected %s, got %s"):format(told, cut(tostring(problem))) }, "raise " .. repr(want)
end

-- The object that expect() returns -----------------------------------------------------------

local expectation = {}
expectation.__index = function(_, name)
  local method = rawget(expectation, name)
  if method then return method end
  error(("expect(...) has no '%s'; %s"):format(tostring(name), core.nearest(tostring(name), expectation)), 2)
end
expectation.__name = "slrun.expectation"

for name, matcher in pairs(matchers) do
  expectation[name] = function(self, ...)
    local subject = rawget(self, "subject")
    local holds, lines, words = matcher(subject, ...)
    if rawget(self, "negated") then
      if holds then
        words = words or name:gsub("_", " ") .. " " .. repr((...))
        fail({ path = rawget(self, "path"), reason = rawget(self, "reason") },
          ("expected not to %s, got %s"):format(words, repr(subject)))
      end
    elseif not holds then
      local first = table.remove(lines, 1)
      fail({ path = rawget(self, "path"), reason = rawget(self, "reason") }, first, lines)
    end
    return self
  end
end

-- expect(x):never():equals(y)
function expectation:never()
  rawset(self, "negated", not rawget(self, "negated"))
  return self
end

-- The reason is shown with a failure; it comes before the matcher.
function expectation:because(reason)
  rawset(self, "reason", tostring(reason))
  return self
end

-- Steps into the subject: "Items[1].status". Where the path ends early, the subject is absent.
function expectation:at(path)
  local value = rawget(self, "subject")
  for name in tostring(path):gmatch("[^%.%[%]]+") do
    if type(value) ~= "table" then
      value = nil
      break
    end
    local slot = rawget(value, name)
    if slot == nil and tonumber(name) then slot = rawget(value, math.tointeger(tonumber(name)) or name) end
    value = slot
  end
  local before = rawget(self, "path")
  return setmetatable({ subject = value, path = before and before .. "." .. path or path,
    reason = rawget(self, "reason"), negated = rawget(self, "negated") }, expectation)
end

local function expect(...)
  if select("#", ...) ~= 1 then error("expect takes one value; compare it with :equals(...)", 2) end
  return setmetatable({ subject = (...) }, expectation)
end

return { expect = expect, failure_mt = failure_mt, repr = repr }
