-- SPDX-License-Identifier: Apache-2.0
-- module.pages() and module.all() over operations that this file plays: lua5.4 pages_test.lua PAGES
local null <const> = {}
local list_mt <const> = {}
local slrun <const> = {
  null = null,
  list = function(value) return setmetatable(value, list_mt) end,
  error = function(message, level) error(message, level + 1) end,
}
local attach <const> = assert(loadfile(arg[1], "t")) { part = function() return { slrun = slrun } end }

-- A module whose operation `list` answers with these pages and notes what it was asked.
local function new_module(pages, paging)
  local module, asked = { paging = { list = paging } }, {}
  function module.list(args)
    asked[#asked + 1] = args
    return pages[#asked]
  end
  attach(module, "demo")
  return module, asked
end

local function shown(args)
  local parts = {}
  for key, value in pairs(args) do parts[#parts + 1] = key .. "=" .. tostring(value) end
  table.sort(parts)
  return table.concat(parts, " ")
end

local function equal(got, want)
  if got ~= want then error(("expected %s, got %s"):format(want, got), 2) end
end

local function raises(text, fn, ...)
  local ok, problem = pcall(fn, ...)
  equal(ok, false)
  if not problem:find(text, 1, true) then error(("no %s in %s"):format(text, problem), 2) end
end

local PLAIN <const> = { input = "Token", output = "Next", items = "Items" }
local TWO <const> = { { Items = { 1, 2 }, Next = "t" }, { Items = { 3 } } }

local tests <const> = {}

function tests.a_marker_goes_on_and_arguments_stay_as_they_are()
  local module, asked = new_module(TWO, PLAIN)
  local args, n = { Name = "x" }, 0
  for page in module.pages("list", args) do n = n + #page.Items end
  equal(n, 3)
  equal(shown(asked[1]), "Name=x")
  equal(shown(asked[2]), "Name=x Token=t")
  equal(shown(args), "Name=x")
  equal(asked[1] == asked[2], false)
end

function tests.null_is_no_marker()
  local module, asked = new_module({ { Items = { 1 }, Next = null } }, PLAIN)
  equal(#module.all("list"), 1)
  equal(#asked, 1)
end

function tests.all_is_a_list_also_when_it_is_empty()
  local all = new_module({ {} }, PLAIN).all "list"
  equal(getmetatable(all), list_mt)
  equal(#all, 0)
  equal(table.concat(new_module(TWO, PLAIN).all "list", ","), "1,2,3")
end

function tests.first_arguments_are_those_of_the_caller_before()
  local paging <const> = { input = "Token", output = "Next", items = "Items", first = { Max = 10 } }
  local module, asked = new_module(TWO, paging)
  module.all "list"
  equal(shown(asked[1]), "Max=10")
  equal(shown(asked[2]), "Max=10 Token=t")
  module, asked = new_module(TWO, paging)
  module.all("list", { Max = 2 })
  equal(shown(asked[1]), "Max=2")
  equal(shown(paging.first), "Max=10")
end

function tests.a_prelude_says_how_it_goes_on_and_what_is_in_a_page()
  local module, asked = new_module({ { In = { Items = { 1 } }, More = true }, { In = { Items = { 2 } } } }, {
    items = function(page) return page.In.Items end,
    next = function(page, args) return page.More and { After = 1, Was = args.Name } end,
  })
  equal(table.concat(module.all("list", { Name = "x" }), ","), "1,2")
  equal(shown(asked[2]), "After=1 Was=x")
end

function tests.an_operation_is_named_by_itself_too()
  local module = new_module(TWO, PLAIN)
  equal(#module.all(module.list), 3)
  raises("demo.pages: get is no operation that has pages", module.pages, "get")
  raises("demo.all: nil is no operation that has pages", module.all)
end

function tests.a_page_that_ends_with_its_own_marker_is_an_error()
  local again <const> = { { Items = {}, Next = "t" }, { Items = {}, Next = "t" }, { Items = {}, Next = "t" } }
  local module, asked = new_module(again, PLAIN)
  raises('demo.list: the page after Token "t" ends with it again', module.all, "list", { Name = "x" })
  equal(#asked, 2)
  module, asked = new_module(again, PLAIN)
  raises('demo.list: the page after Token "t" ends with it again', module.all, "list", { Token = "t" })
  equal(#asked, 1)
end

local failed = 0
for name, test in pairs(tests) do
  local ok, problem = xpcall(test, debug.traceback)
  print((ok and "ok    " or "FAIL  ") .. name .. (ok and "" or ": " .. tostring(problem)))
  failed = failed + (ok and 0 or 1)
end
os.exit(failed == 0)
