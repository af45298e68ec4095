-- SPDX-License-Identifier: Apache-2.0
-- What is said to who writes as in other languages: lua5.4 hints_test.lua HINTS
-- The messages are those that this Lua makes of the lines, so none is hinted at that does not come.
package.preload["slrun.sqs"] = function() return {} end
local FILE <const> = { 'case "a" { act = function() book() end }', "local function book() end", "local stock <const> = {}" }
local NEAR <const> = { atach = "attach", stak = "stack", expct = "expect" }
local core <const> = {
  nearest = function(name) return NEAR[name] and ("did you mean '%s'?"):format(NEAR[name]) or "there are: many" end,
  names = function() return {} end,
  part = function()
    return { find = function(_, wanted)
      for number, line in ipairs(FILE) do
        if wanted(line) then return number end
      end
    end }
  end,
}
local hints <const> = assert(loadfile(arg[1], "t"))(core)

local function check(what, got, want)
  if got ~= want then error(("%s\n  expected %s\n  got      %s"):format(what, want, got), 2) end
end

local SYNTAX <const> = {
  ['// a comment'] = "comments begin with --",
  ['if a != b then end'] = "not equal is ~=",
  ['if a = b then end'] = "compare by ==",
  ['while a = b do end'] = "compare by ==",
  ['case "a" { "act" = 1 }'] = 'keys are written name = value, or ["a name"] = value',
  ['if a && b then end'] = "write and",
  ['if a || b then end'] = "write or",
  ['i += 1'] = "write i = i + 1",
  ['i++'] = "write i = i + 1",
  ['import sqs'] = 'write local sqs = require "slrun.sqs"',
  ['const x = 1'] = "write local name = ...",
  ['case "a" (async function(t) end)'] = "operations wait by themselves: write function(t) ... end",
  ['case "a" ((t) => { })'] = "write function(t) ... end",
  ['case "a" { "act": 1 }'] = "fields of a table are written name = value",
  ['case "a" { act: function() end }'] = "fields of a table are written name = value",
  ['case "a" = { }'] = 'write case "name" { ... }, without =',
  ['case "a" function(t) end'] = 'write case "name" (function(t) ... end), with brackets',
  ['for i = 1, 2 do continue end'] = "write goto continue, with ::continue:: at the loop's end",
  ['if a: b() elif c: d()'] = "write elseif ... then",
  ['for x in found:'] = "write for i, x in ipairs(list) do ... end",
  ['if a:'] = "write if ... then ... end",
  ['try:'] = "write local ok, e = pcall(f, ...)",
  ['f(lambda x: x + 1)'] = "write function(x) return ... end",
  ['assert a == b'] = "write expect(x):equals(y)",
  ['sqs.send_message(QueueUrl = "x")'] = "arguments by name are a table: write f { name = value }",
  ['x = { a = 1 b = 2 }'] = "a comma may be missing at the end of the line before",
  ['x = { f = function() if a then end, b = 1 }'] = nil,
}
for line, want in pairs(SYNTAX) do
  local _, message = load(line, "=spec.lua")
  check(line, hints.unread(assert(message, line):match ":%d+: (.*)", line), want)
end

local RUNTIME <const> = {
  ['sqs.send_message { }'] = 'write local sqs = require "slrun.sqs" at the top of the file',
  ['http.get "x"'] = 'write local http = require "slrun.http" at the top of the file',
  ['sleep(1)'] = 't:sleep "1s" waits, and for what comes later there are poll and check',
  ['os.sleep(1)'] = 't:sleep "1s" waits, and for what comes later there are poll and check',
  ['await(1)'] = "operations wait by themselves: write their call alone",
  ['t.order = 1'] = "a phase gets t: write function(t) ... end",
  ['local t = { id = "a" } t:id()'] = "it is a string: write .id, without brackets",
  ['local t = {} t:atach("a")'] = "t has no 'atach'; did you mean 'attach'?",
  ['local t = {} print(t.stak.Url)'] = "t has no 'stak'; did you mean 'stack'?",
  ['local t = {} print(t.nothing.like)'] = nil,
  ['expct(1)'] = "did you mean 'expect'?",
  ['book()'] = "`local book` stands below, at line 2; move it above what uses it",
  ['print(stock.tea)'] = "`local stock` stands below, at line 3; move it above what uses it",
  ['boo()'] = nil,
  ['if "10" < 5 then end'] = "tonumber(x) makes a number of a text",
  ['if 5 <= "10" then end'] = "tonumber(x) makes a number of a text",
  ['for k, v in { 1 } do end'] = "write for key, value in pairs(x) do, or ipairs(x) for a list",
  ['local m = {} print(#m.Messages)'] = "a list with nothing in it may not be there at all; write #(x or {})",
  ['local t = {} print(t.stack.Url)'] = 'of this pattern no stack is known: pattern { name = ..., stack = "stacks/NAME" }',
  ['print("a" + "b")'] = "texts are joined by ..",
  ['local found = { Messages = {} } print(found.Messages[0].Body)'] = "a list begins with [1]; what is not there is nil",
  ['for _ in pairs(nil) do end'] = "what pairs or ipairs walk through is nil",
  ['unheard_of()'] = nil,
  ['error "mine"'] = nil,
}
for line, want in pairs(RUNTIME) do
  local ok, message = pcall(load(line, "=spec.lua"))
  check(line, not ok and hints.runtime(message:match ":%d+: (.*)", line, "spec.lua"), want)
end
check("a module", hints.unread("module 'sqs' not found:", 'require "sqs"'), 'write require "slrun.sqs"')
check("a path", hints.unread("module './lib/prices.lua' not found:", 'require "./lib/prices.lua"'),
  'modules are named with dots, from the folder of the spec: require "lib.prices"')
check("another module", hints.unread("module 'prices' not found:", 'require "prices"'), nil)

for name, want in pairs {
  to_equal = "equals", toBe = "equals", toStrictEqual = "equals", is_equal = "equals", eq = "equals", isNil = "is_absent", toContain = "contains",
  includes = "contains", is_not_nil = "never():is_absent", not_equals = "never():equals", toHaveLength = "has_length", to_be_greater_than = "is_above",
  toThrow = "raises", has_size = "has_length", toBeCloseTo = "is_near", truthy = "is_true",
} do
  check(name, hints.matcher(name), ("did you mean '%s'?"):format(want))
end
check("nothing alike", hints.matcher "frobnicates", nil)

print "ok"

local JUDGING <const> = {
  ['local found print(found.Items)'] = 'what is not there yet is nil, and this ends the wait; expect(found):at("x") goes on waiting',
  ['local found = {} print(found.Item.id)'] = 'what is not there yet is nil, and this ends the wait; expect(found):at("Item.x") goes on waiting',
  ['local found = {} print(found.n > 1)'] = "what is not there yet is nil, and this ends the wait; expect(x):is_above(y) goes on waiting",
  ['local found = {} print(#found.Items)'] = "what is not there yet is nil, and this ends the wait; expect(x):has_length(n) goes on waiting",
  ['local found = {} print(found[1].Body)'] = 'what is not there yet is nil, and this ends the wait; expect(found):at("[1].x") goes on waiting',
  ['assert(1 == 2)'] = "assert ends the wait; expect(x):equals(y) goes on waiting",
  ['error "mine"'] = nil,
}
for line, want in pairs(JUDGING) do
  local ok, message = pcall(load(line, "=spec.lua"))
  check(line, not ok and hints.judging(message:match ":%d+: (.*)" or message, {}), want)
end
check("a poll without return", hints.judging("attempt to index a nil value (local 'found')", { keeps = true }),
  "poll has no `return`, so check gets nothing of what it fetches")
