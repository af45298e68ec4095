-- SPDX-License-Identifier: Apache-2.0
-- expect(x): what an expectation is, and what it keeps when it fails. An expectation that holds
-- costs little: what explains a failed one is loaded with the first failure (explain.lua).
local core = ...
local caller = core.part "caller"
local equal = core.part "equal"
local matchers = core.part "matchers"
local misuse = caller.misuse

local EXPLAINED = { message = true, differences = true, count = true, distance = true, closest = true }

-- Failures ------------------------------------------------------------------------------------

-- A failure of plain values is explained when someone looks at it: most are never looked at.
local failure_mt = { __name = "slrun.failure" }

function failure_mt.__index(f, name)
  if name == "kind" then return "expectation" end
  if not EXPLAINED[name] or rawget(f, "message") or not rawget(f, "matcher") then return nil end
  core.part("explain").fill(f)
  return rawget(f, name)
end

function failure_mt.__tostring(f) return f.message end

local function repr(value) return core.part("repr").of(value) end

-- A failed expectation, raised at the line of the spec that expected. Tables may change before the
-- report is written: they are explained at once. A case that waits keeps its last failure, so there
-- is room for what most have (`in_check` comes in a wait), and what is seldom there comes later.
local function fail(self, name, got, want, extra)
  local source, line, others = core.caller()
  local f = setmetatable({ matcher = name, got = got, want = want, path = self.path or nil, source = source,
    line = line, in_check = nil }, failure_mt)
  if extra ~= nil then f.extra = extra end
  if self.negated then f.negated = true end
  if self.reason then f.because = self.reason end
  if self.ended then f.ended = self.ended end
  if self.near then f.near = self.near end
  if others and others ~= "" then f.calls = others end
  if type(got) == "table" or type(want) == "table" or type(want) == "function" then
    core.part("explain").fill(f)
  end
  error(f, 0)
end

-- The object that expect() returns --------------------------------------------------------------

local expectation = { reason = false, negated = false, path = false, ended = false, near = false }
local expectation_mt = { __name = "slrun.expectation", __index = expectation }

setmetatable(expectation, { __index = function(_, name)
  if name == "subject" then return nil end -- of expect(nil)
  local words = {}
  for word, value in next, expectation do words[word] = type(value) == "function" or nil end
  local near = core.nearest(tostring(name), words)
  if not near:find "^did" then near = core.part("hints").matcher(tostring(name)) or near end
  misuse("expect(...) has no '%s'; %s", tostring(name), near)
end })

-- One about what stands in the subject of another. Small: most have neither reason nor never().
local function derived(self, subject, path, ended)
  local e = setmetatable({ subject = subject, path = path }, expectation_mt)
  if self.reason then e.reason = self.reason end
  if self.negated then e.negated = true end
  if ended then e.ended = ended end
  return e
end

local function counts(least, most)
  if most == 0 then return "takes no value" end
  if least == most then return "takes one value" end
  return ("takes %s to %s values"):format(least == 0 and "none" or "one", most == 1 and "one" or "two")
end

local function method(name, matcher)
  local holds, check, least, most = matcher.holds, matcher.check, matcher.least, matcher.most
  return function(self, ...)
    local n = select("#", ...)
    if getmetatable(self) ~= expectation_mt then
      misuse("write expect(x):%s(...), with a colon", name)
    elseif n < least or n > most then
      misuse("expect(...):%s %s, got %d", name, counts(least, most), n)
    end
    local want, extra = ...
    local subject = self.subject
    if check then check(name, want, extra, subject) end
    local ok, seen = holds(subject, want, extra, self.negated)
    if ok == self.negated then
      if seen == nil then seen = subject end
      fail(self, name, seen, want, extra)
    end
    return self
  end
end

for name, matcher in pairs(matchers) do expectation[name] = method(name, matcher) end

local function is_expectation(self, name)
  if getmetatable(self) ~= expectation_mt then misuse("write expect(x):%s(...), with a colon", name) end
end

-- Of words that take one value: a second one is a slip, such as a bracket in the wrong place.
local function takes_one(self, name, surplus)
  is_expectation(self, name)
  if surplus ~= nil then misuse("expect(...):%s takes one value; matchers stand behind it", name) end
end

--- `:never()` Turns the matchers behind it around.
function expectation:never(...)
  is_expectation(self, "never")
  if select("#", ...) > 0 then misuse("expect(...):never() takes no value; write :never():equals(y)") end
  self.negated = not self.negated
  return self
end

--- `:because(reason)` The reason is shown with a failure of the matchers behind it.
-- @param reason a string
function expectation:because(reason, surplus)
  takes_one(self, "because", surplus)
  if type(reason) ~= "string" then
    misuse("expect(...):because takes a string, got %s", core.part("repr").kind(reason))
  end
  self.reason = reason
  return self
end

local TEXT <const> = " (there is a text, which has no fields: expect(text):json() reads it)"

-- at("Items[1].status") ------------------------------------------------------------------------

local PATHS_KEPT = 500
local paths, n_paths = {}, 0 -- parsed, by their text

local function bad_path(path)
  misuse("expect(...):at takes a path such as \"Items[1].status\", got %s", repr(path))
end

-- "Items[1].status" as { "Items", 1, "status" }. A name in brackets may be quoted.
local function parse(path)
  if type(path) ~= "string" or path == "" then bad_path(path) end
  local keys, at = {}, 1
  while at <= #path do
    local name, number, quoted, stop
    name, stop = path:match("^%.?([^%.%[%]]+)()", at)
    if not name then number, stop = path:match("^%[(%-?%d+)%]()", at) end
    if not name and not number then
      local _
      _, quoted, stop = path:match("^%[([\"'])(.-)%1%]()", at)
    end
    if not stop or (at == 1 and path:sub(1, 1) == ".") then bad_path(path) end
    keys[#keys + 1] = number and math.tointeger(tonumber(number)) or name or quoted
    at = stop
  end
  if n_paths == PATHS_KEPT then paths, n_paths = {}, 0 end
  paths[path], n_paths = keys, n_paths + 1
  return keys
end

local function step(value, key)
  local meta = getmetatable(value)
  if type(meta) == "table" and rawget(meta, "__slrun_scalar") then return nil end
  local slot = rawget(value, key)
  if slot == nil and type(key) == "string" then
    local number = math.tointeger(tonumber(key))
    if number then slot = rawget(value, number) end
  end
  return slot
end

--- `:at(path)` Goes on with what stands there in the subject; where the path ends early, with nil.
-- @param path a string: names with dots between, places of a list as `[1]`, any other name as
-- `["a.b"]`
function expectation:at(path, surplus)
  takes_one(self, "at", surplus)
  local keys = paths[path] or parse(path)
  local value, ended, parent, missing, text = self.subject, false, false, nil, false
  for i = 1, #keys do
    local inner = nil
    if type(value) == "table" then inner = step(value, keys[i]) end
    if type(value) == "string" then text = true end
    if inner == nil then
      parent, missing = type(value) == "table" and value or false, keys[i]
      value, ended = nil, i < #keys and i
      break
    end
    value = inner
  end
  local joined = path
  if self.path then joined = self.path .. (path:sub(1, 1) == "[" and "" or ".") .. path end
  local e = derived(self, value, joined, ended)
  local near = parent and next(parent) ~= nil and core.part("diff").near(parent, missing)
  if near and near ~= "" then e.near = near end
  if text then e.near = TEXT end
  return e
end

-- Fields of texts -------------------------------------------------------------------------------

-- In Lua a field of a text is nil without a word, and what comes from queues and functions is mostly JSON as a text.
local asked_of_text = false -- one was, by code of the spec's, since the last expectation
setmetatable(string, { __index = function()
  local asking = debug.getinfo(2, "S")
  if asking and asking.source:sub(1, 1) == "@" then asked_of_text = true end
end })

-- json() ---------------------------------------------------------------------------------------

--- `:json()` Goes on with what the subject, a text or binary, says as JSON. It fails where that is none.
function expectation:json(...)
  is_expectation(self, "json")
  if select("#", ...) > 0 then misuse("expect(...):json() takes no value; write :json():equals(y)") end
  local text, value = self.subject, nil
  if equal.tag_of(text) == "binary" then text = rawget(text, 1) end
  if type(text) == "string" then value = core.from_json(text) end
  if value == nil then
    self.negated = false -- never() is for the matchers behind
    fail(self, "json", self.subject)
  end
  return derived(self, value, self.path)
end

local made = 0 -- expectations, so far

local function expect(...)
  made = made + 1
  if select("#", ...) ~= 1 then
    misuse("expect takes one value, got %d; compare it with :equals(...)", select("#", ...))
  end
  local e = setmetatable({ subject = (...) }, expectation_mt)
  if asked_of_text then
    if e.subject == nil then e.near = TEXT end
    asked_of_text = false
  end
  return e
end

-- How many expectations there have been: a check after which there are no more expected nothing.
local function count() return made end

return { expect = expect, failure_mt = failure_mt, repr = repr, count = count }
