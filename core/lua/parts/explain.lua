-- SPDX-License-Identifier: Apache-2.0
-- What to say of an expectation that failed. Each function fills `differences` (diff.lua) of a
-- failure, `count` of them all, and `distance` where a number says how far off it was.
local core = ...
local equal = core.part "equal"
local repr = core.part "repr"
local diff = core.part "diff"
local mask = core.part "mask"

local function one(difference)
  difference.path = difference.path or ""
  return { differences = { difference }, count = 1 }
end

local function length_of(v)
  if type(v) == "string" then return #v end
  if type(v) ~= "table" then return nil end
  local ok, n = pcall(function() return #v end)
  return ok and n or nil
end

local function number_of(v) return type(v) == "number" and v or tonumber(tostring(v)) end

local function distance(a, b)
  if not equal.is_number(a) or not equal.is_number(b) then return nil end
  local x, y = number_of(a), number_of(b)
  return x and y and math.abs(x - y)
end

local function of_differences(got, want, partial, key)
  local list, count = diff.between(got, want, partial, key)
  return { differences = list, count = count, distance = distance(got, want) }
end

local function absent_or(got, key) return got == nil and "it is absent" or "got " .. repr.of(got, key) end

local function compared(word)
  return function(got, want, _, key)
    local told = one { text = ("expected %s %s, %s"):format(word, repr.of(want), absent_or(got, key)) }
    told.distance = distance(got, want)
    return told
  end
end

local function wanted_error(want)
  if want == nil then return "an error" end
  return "an error " .. repr.of(want)
end

-- An error in one line, without its place, which is the expectation's own.
local function error_text(problem)
  local text = mask.output(tostring(problem)):match("^[^\n]*"):gsub("^[^%s:]+:%d+: ", "")
  return #text > 300 and text:sub(1, 300) .. "..." or text
end

local explain = {
  equals = function(got, want, _, key) return of_differences(got, want, false, key) end,
  matches = function(got, want, _, key) return of_differences(got, want, true, key) end,
  is_above = compared "above", is_below = compared "below",
  is_at_least = compared "at least", is_at_most = compared "at most",
}

function explain.has_length(got, n, _, key)
  local length = length_of(got)
  if not length then return one { text = ("expected length %d, %s"):format(n, absent_or(got, key)) } end
  local told = one { text = ("expected length %d, got %d"):format(n, length), lines = length > 0
    and { "it is " .. repr.of(got, key) } or nil }
  told.distance = math.abs(length - n)
  return told
end

function explain.contains(got, want, _, key)
  if type(got) ~= "table" or equal.tag_of(got) == "number" or equal.tag_of(got) == "binary" then
    return one { text = ("expected to contain %s, %s"):format(repr.of(want), absent_or(got, key)) }
  end
  local keys = #repr.sorted_keys(got)
  if keys == 0 then return one { text = ("expected to contain %s, it is empty"):format(repr.of(want)) } end
  local told = one { text = ("none of %s member%s matches %s"):format(repr.counted(keys),
    keys == 1 and "" or "s", repr.of(want)) }
  local at, closest, count = diff.closest(got, want)
  told.closest = { key = at, differences = closest, count = count,
    value = type(want) == "table" and repr.of(rawget(got, at)) or nil, scalar = type(want) ~= "table" }
  told.distance = count
  return told
end

function explain.is_near(got, want, tolerance, key)
  local told = one { text = ("expected %s within %s, %s"):format(repr.of(want), repr.of(tolerance or 1e-9),
    absent_or(got, key)) }
  told.distance = distance(got, want)
  if told.distance then
    told.differences[1].text = told.differences[1].text .. (" (off by %.6g)"):format(told.distance)
  end
  return told
end

function explain.is_a(got, kind, _, key)
  return one { text = ("expected a %s, %s"):format(kind, got == nil and "it is absent"
    or "got " .. repr.of(got, key) .. " (" .. repr.kind(got) .. ")") }
end

function explain.is_true(got, _, _, key) return one { text = "expected true, " .. absent_or(got, key) } end
function explain.is_false(got, _, _, key) return one { text = "expected false, " .. absent_or(got, key) } end
function explain.is_absent(got, _, _, key)
  return one { text = "expected nothing there, got " .. repr.of(got, key) }
end
function explain.exists() return one { text = "expected something there, it is absent" } end

function explain.conforms_to(got, schema)
  local list, count = core.part("schema").judge(got, schema)
  return { differences = list, count = count }
end

function explain.json(got, _, _, key) return one { text = "expected JSON, " .. absent_or(got, key) } end

-- got: what was raised, { none = true } if nothing was.
function explain.raises(got, want)
  if got.none then return one { text = ("expected %s, none was raised"):format(wanted_error(want)) } end
  local problem = got.problem
  if type(want) == "table" and type(problem) == "table" then
    return of_differences(problem, want, true)
  end
  return one { want = wanted_error(want), got = error_text(problem) }
end

-- Of a negated one: what must not be and is.
local words = { equals = "equal", matches = "match", contains = "contain", conforms_to = "conform to", has_length = "have length",
  is_near = "be near", is_above = "be above", is_below = "be below", is_at_least = "be at least",
  is_at_most = "be at most", is_a = "be a", is_true = "be true", is_false = "be false",
  is_absent = "be absent", exists = "exist", raises = "raise" }

local function negated(f)
  local text = "expected not to " .. words[f.matcher]
  if f.want ~= nil then
    text = text .. " " .. (f.matcher == "is_a" and tostring(f.want) or repr.of(f.want, f.key))
  end
  if f.matcher == "contains" and type(f.got) == "table" then
    local key = equal.key_of_match(f.got, f.want)
    if key ~= nil then
      return one { text = text .. ", and " .. repr.step(key):gsub("^%.", "") .. " does: "
        .. repr.of(rawget(f.got, key), key) }
    end
  end
  if f.matcher == "raises" then return one { text = text .. ", got " .. error_text(f.got.problem) } end
  if f.got == nil or f.matcher == "is_true" or f.matcher == "is_false" then return one { text = text } end
  return one { text = text .. ", got " .. repr.of(f.got, f.key) }
end

-- The last name of a path such as "Items[1].token".
local function last_key(path) return path and path:match("([%w_%-]+)[\"'%]]*$") end

-- One difference as one line, without its path.
local function said(d)
  if d.text then return d.text end
  return ("expected %s, got %s"):format(d.want, d.got)
end

-- `base` and the path of a difference: "Items" and "[3].status".
local function joined(base, path)
  local all = (base or "") .. path
  return (all:gsub("^%.", ""))
end

local module = { said = said, joined = joined }

-- The whole of a failure in one line; base: what the subject is called.
function module.line(f, base)
  local d = f.differences[1]
  local at = joined(base or f.path, d.path)
  local others = f.count - (d.weight or 1)
  return (at ~= "" and at .. ": " or "") .. said(d) .. (others > 0 and (" (and %d more)"):format(others) or "")
end

-- Where a path ended early: "there is no Items[2]", of "Items[2].status".
local function ended_at(path, i)
  local stop = 0
  for _ = 1, i do
    local at = path:match("^%[[\"'].-[\"']%]()", stop + 1) or path:match("^%[.-%]()", stop + 1)
      or path:match("^%.?[^%.%[]+()", stop + 1)
    stop = at - 1
  end
  return (("there is no " .. path:sub(1, stop)):gsub("%%", "%%%%"))
end

-- Fills a failure that expect.lua raised, from the values it still holds; then lets go of them.
function module.fill(f)
  local differences
  rawset(f, "key", last_key(f.path))
  if f.negated then
    differences = negated(f)
  else
    differences = explain[f.matcher](f.got, f.want, f.extra, f.key)
  end
  rawset(f, "differences", differences.differences)
  rawset(f, "count", differences.count)
  rawset(f, "distance", differences.distance)
  rawset(f, "closest", differences.closest)
  f.got, f.want, f.extra = nil, nil, nil
  local d = f.differences[1]
  if f.ended and d.text then d.text = d.text:gsub("it is absent$", ended_at(f.path, f.ended)) end
  if f.near and d.text then d.text = d.text .. f.near end
  rawset(f, "message", module.line(f))
end

return module
