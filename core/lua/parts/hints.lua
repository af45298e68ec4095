-- SPDX-License-Identifier: Apache-2.0
-- What is written by who comes from other languages and test tools, and what to write instead: looked up when Lua has
-- refused it, so none of it costs anything before.
local core = ...

local hints = {}

-- Words of other test tools for those of expect(): without "to", "be", "is", "has" in front, "s" and "_".
local MATCHERS <const> = {
  equals = "equal eq be same eql deepequal strictequal toequal isequal equalto",
  matches = "match partial like matchobject", contains = "contain include have containsubset containequal",
  exists = "exist present defined", is_absent = "nil null none undefined missing empty", is_true = "true truthy",
  is_false = "false falsy", has_length = "length size count len", is_above = "above greater greaterthan gt more morethan",
  is_below = "below les lesthan lt fewer", is_at_least = "least atleast gte greaterthanorequal", is_at_most = "most atmost lte lessthanorequal",
  is_near = "near close closeto approx almost almostequal", is_a = "a an type instanceof typeof", raises = "raise throw error fail",
  conforms_to = "conform schema",
}

local matchers -- by such a word

local function matcher_of(word)
  if not matchers then
    matchers = {}
    for matcher, words in pairs(MATCHERS) do
      for other in words:gmatch "%S+" do matchers[other] = matcher end
    end
  end
  return matchers[word] or matchers[word:gsub("s$", "")]
end

--- What expect() calls that: "did you mean ...", or nil.
function hints.matcher(name)
  local word, never = name:gsub("(%u)", "_%1"):lower(), ""
  for _ = 1, 4 do
    local rest = word:match "^_*not?_(.+)$"
    if rest then never = "never():" end
    word = rest or word:match "^_*to_(.+)$" or word:match "^_*be_(.+)$" or word:match "^_*is_(.+)$" or word:match "^_*has_(.+)$"
      or word:match "^_*have_(.+)$" or word
  end
  local matcher = matcher_of((word:gsub("_", "")))
  return matcher and ("did you mean '%s%s'?"):format(never, matcher) or nil
end

-- What Lua found to be nil, by its name --------------------------------------------------------

local WAITS <const> = 't:sleep "1s" waits, and for what comes later there are poll and check'
local CASE <const> = 'a test is case "name" (function(t) ... end), or case "name" { act = ..., check = ... }'
local EXPECT <const> = "write expect(x):equals(y)"

local NAMES <const> = {
  sleep = WAITS, time = WAITS, wait = WAITS, setTimeout = 't:after("1s", f) runs something later',
  await = "operations wait by themselves: write their call alone", async = "operations wait by themselves: write function(t) ... end",
  assert_equal = EXPECT, assert_equals = EXPECT, assertEquals = EXPECT, assertEqual = EXPECT, assertThat = EXPECT,
  describe = CASE, it = CASE, test = CASE, console = 'write print(...), or t:log(...)', log = "write print(...), or t:log(...)",
  len = "the length of x is #x", str = "write tostring(x)", json = 'write local cjson = require "cjson", or expect(text):json()',
  JSON = 'write local cjson = require "cjson", or expect(text):json()', range = "write for i = 1, n do ... end",
  t = "a phase gets t: write function(t) ... end", boto3 = 'services come by require: local sqs = require "slrun.sqs"',
  stack = "of this pattern no stack is known: pattern { name = ..., stack = \"stacks/NAME\" }", uuid = "t.id is unique to the case and the run",
}

local WORDS <const> = { expect = true, case = true, fixture = true, pattern = true, print = true, require = true, pairs = true, ipairs = true,
  tostring = true, tonumber = true, string = true, table = true, math = true }

-- "did you mean ...?" where one of the names is near.
local function near(name, names)
  local told = core.nearest(name, names)
  return told:find "^did you mean" and told or nil
end

local MODULES <const> = { event = true, http = true, local_cloud = true, config = true }

-- `local X = require "slrun.X"` where there is such a thing.
local function required(name)
  if not MODULES[name] and not pcall(require, "slrun." .. name) then return nil end
  return ('write local %s = require "slrun.%s" at the top of the file'):format(name, name)
end

-- A function of the file that is declared below the line where it is used: Lua does not see it there.
local function below(name, file)
  local declared = ("^%%s*local%%s+function%%s+%s%%f[^%%w_]"):format(name)
  local assigned = ("^%%s*local%%s+%s%%s*<?%%w*>?%%s*="):format(name)
  local number = file and core.part("source").find(file, function(line) return line:find(declared) or line:find(assigned) end)
  return number and ("`local %s` stands below, at line %d; move it above what uses it"):format(name, number)
end

local function of_nil(message, text, file)
  local verb, kind, name = message:match "attempt to (%a+) a nil value %((%l+) '([%w_]+)'%)"
  if not verb then return nil end
  if kind == "global" then return required(name) or NAMES[name] or below(name, file) or near(name, WORDS) end
  if name == "sleep" or name == "stack" and text:find "%f[%w_]t%.stack" then return NAMES[name] end
  if kind == "method" and (name == "next" or name == "andThen") then return NAMES.await end
  if verb == "index" and text:find("%f[%w_]t%." .. name .. "%f[^%w_]") then
    local told = near(name, core.names())
    return told and ("t has no '%s'; %s"):format(name, told)
  end
end

-- A word that t does not have, where the line asks for it.
local function of_t(message, text)
  local name = message:match "attempt to call a nil value %(%l+ '([%w_]+)'%)"
  if not name or not text:find("%f[%w_]t[.:]" .. name .. "%s*[%({\"'%[]") then return nil end
  return ("t has no '%s'; %s"):format(name, core.nearest(name, core.names()))
end

local function of_value(message)
  local what, name = message:match "attempt to call a (%l+) value %(method '([%w_]+)'%)"
  if what and what ~= "nil" then return ("it is a %s: write .%s, without brackets"):format(what, name) end
end

local NUMBER <const> = "tonumber(x) makes a number of a text"

-- Other messages of Lua, and what they mean here.
local MESSAGES <const> = {
  { "attempt to add a 'string' with", "texts are joined by .." },
  { "attempt to get length of a nil value", "a list with nothing in it may not be there at all; write #(x or {})" },
  { "attempt to compare string with number", NUMBER }, { "attempt to compare number with string", NUMBER },
  { "attempt to call a table value %(for iterator", "write for key, value in pairs(x) do, or ipairs(x) for a list" },
  { "attempt to index a nil value %(field 'integer index'%)", "a list begins with [1]; what is not there is nil" },
  { "bad argument #1 to 'for iterator' %(table expected, got nil%)", "what pairs or ipairs walk through is nil" },
}

--- What to do about an error of Lua in a phase; text: the line of the spec; file: its path, or nil. nil: nothing is known.
function hints.runtime(message, text, file)
  for _, row in ipairs(MESSAGES) do
    if message:find(row[1]) then return row[2] end
  end
  return of_nil(message, text, file) or of_t(message, text) or of_value(message)
end

-- Waits -----------------------------------------------------------------------------------------

local GOES_ON <const> = "what is not there yet is nil, and this ends the wait; %s goes on waiting"

--- The same for an error that ended a wait, in poll or check; wait: as timeline.lua has it. nil: it is no such mistake.
function hints.judging(message, wait)
  if message == "assertion failed!" then return "assert ends the wait; expect(x):equals(y) goes on waiting" end
  local kind, name = message:match "attempt to index a nil value %((%l+) '([^']+)'%)"
  if name and not name:find "^[%w_]+$" then return GOES_ON:format 'expect(found):at("[1].x")' end -- of a list
  if kind == "local" and wait.keeps then return "poll has no `return`, so check gets nothing of what it fetches" end
  if kind then return GOES_ON:format(kind == "field" and ('expect(found):at("%s.x")'):format(name) or ('expect(%s):at("x")'):format(name)) end
  if message:find "attempt to compare nil with" or message:find "attempt to compare %l+ with nil" then
    return GOES_ON:format "expect(x):is_above(y)"
  end
  if message:find "attempt to get length of a nil value" then return GOES_ON:format "expect(x):has_length(n)" end
end

-- What is no Lua --------------------------------------------------------------------------------

-- A pattern of the line, one of the message or nil, and what to write.
local SYNTAX <const> = {
  { "^%s*//", nil, "comments begin with --" }, { "^%s*#", nil, "comments begin with --" }, { "!=", nil, "not equal is ~=" },
  { "&&", nil, "write and" }, { "||", nil, "write or" }, { "%f[%w_]async%f[^%w_]", nil, NAMES.async }, { "=>", nil, "write function(t) ... end" },
  { "[%+%-%*]=", nil, "write i = i + 1" }, { "%+%+", nil, "write i = i + 1" },
  { "%f[%w_]continue%f[^%w_]", nil, "write goto continue, with ::continue:: at the loop's end" },
  { "^%s*import%s", nil, 'write local sqs = require "slrun.sqs"' }, { "^%s*from%s", nil, 'write local sqs = require "slrun.sqs"' },
  { "^%s*def%s", nil, "write local function name(...) ... end" }, { "^%s*const%s", nil, "write local name = ..." },
  { "^%s*let%s", nil, "write local name = ..." },
  { "[\128-\255]", "near '<\\%d+>'", 'names are of letters from a to z, digits and _; other keys are written ["é"] = value' },
  { "", "'then' expected near '='", "compare by ==" }, { "", "'do' expected near '='", "compare by ==" },
  { "[{,]%s*[\"'][^\"']*[\"']%s*=", "near '='", 'keys are written name = value, or ["a name"] = value' },
  { "%f[%w_]elif%f[^%w_]", nil, "write elseif ... then" },
  { "^%s*for%s.-%sin%s.-:%s*$", nil, "write for i, x in ipairs(list) do ... end" }, { "^%s*if%s.-:%s*$", nil, "write if ... then ... end" },
  { "^%s*try%s*[:{]", nil, "write local ok, e = pcall(f, ...)" }, { "%f[%w_]lambda%s+[%w_,%s]*:", nil, "write function(x) return ... end" },
  { "^%s*assert%s", nil, EXPECT }, { "%(%s*[%w_]+%s*=[^=]", "near '='", "arguments by name are a table: write f { name = value }" },
  { "[\"']%s*:", "near ':'", "fields of a table are written name = value" },
  { "[%w_]%s*:%s*function", nil, "fields of a table are written name = value" },
  { "^%s*case%s*[\"'][^\"']*[\"']%s*=", nil, 'write case "name" { ... }, without =' },
  { "^%s*case%s*[\"'].-[\"']%s*function", nil, 'write case "name" (function(t) ... end), with brackets' },
  { "", "'}' expected .-near '[%a_]", "a comma may be missing at the end of the line before" },
  { "", "'}' expected near '[%a_]", "a comma may be missing at the end of the line before" },
  { "", "unexpected symbol near '}'", "an `end` may be missing above" }, { "", "'end' expected", "an `end` may be missing" },
}

local function of_module(message)
  local path = message:match "module '([^']*/[^']*)' not found"
  if path then
    local dotted = path:gsub("^[./]+", ""):gsub("%.lua$", ""):gsub("/", ".")
    return ('modules are named with dots, from the folder of the spec: require "%s"'):format(dotted)
  end
  local name = message:match "module '([%w_%.]+)' not found"
  if not name then return nil end
  return not name:find "%." and (MODULES[name] or pcall(require, "slrun." .. name)) and ('write require "slrun.%s"'):format(name)
    or name == "boto3" and NAMES.boto3 or nil
end

--- The same for a file that cannot be read.
function hints.unread(message, text, file)
  local found = of_module(message) or hints.runtime(message, text, file)
  if found then return found end
  if not message:find " near " and not message:find "expected" then return nil end
  for _, row in ipairs(SYNTAX) do
    if text:find(row[1]) and (not row[2] or message:find(row[2])) then return row[3] end
  end
end

return hints
