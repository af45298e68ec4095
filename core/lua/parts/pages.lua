-- SPDX-License-Identifier: Apache-2.0
-- Pages of operations: what module.pages() and module.all() do, for every plugin. How an operation's
-- pages go on stands in module.paging; a prelude may say it in its own way there:
--   first         arguments of the first request, where the caller gives none
--   items         the list that a page holds, as a function of the page
--   next          function(page, args): the arguments of the page after it, nil after the last
local core = ...
local slrun = core.part("values").slrun

local function copy_of(args)
  local copy = {}
  for key, value in pairs(args or {}) do copy[key] = value end
  return copy
end

-- Some servers send null for what is absent.
local function given(value)
  if value ~= slrun.null then return value end
end

-- The arguments of the page after this one, by the members that the operation's entry names.
local function next_args(paging, page, args)
  local marker = given(page[paging.output])
  if marker == nil then return nil end
  local following = copy_of(args)
  following[paging.input] = marker
  return following
end

local function items_of(paging, page)
  local items = paging.items
  if type(items) == "function" then return items(page) end
  return page[items]
end

local function same(a, b)
  for key, value in pairs(a) do
    if b[key] ~= value then return false end
  end
  return next(a) ~= nil
end

-- What the server did not know: the member of `args` that the first request had not.
local function marker_of(paging, args, first)
  for key, value in pairs(args) do
    if first[key] ~= value then return key, value end
  end
  return paging.input, args[paging.input]
end

-- Gives a plugin's module its functions `pages` and `all`.
local function attach(module, plugin)
  -- The operation's name, by it or by the function itself, and its paging.
  local function paged(fn, op)
    for name, paging in pairs(module.paging) do
      if op == name or op == module[name] then return name, paging end
    end
    slrun.error(("%s.%s: %s is no operation that has pages"):format(plugin, fn, tostring(op)), 3)
  end

  local function walk(name, paging, args)
    local first = copy_of(paging.first)
    for key, value in pairs(args or {}) do first[key] = value end
    local following = first
    return function()
      if not following then return nil end
      local asked = following
      local page = module[name](asked)
      if paging.next then following = paging.next(page, asked) else following = next_args(paging, page, asked) end
      if following and same(following, asked) then -- it would begin anew for ever
        local key, value = marker_of(paging, asked, first)
        slrun.error(("%s.%s: the page after %s %q ends with it again"):format(plugin, name, key, value), 2)
      end
      return page
    end
  end

  --- Iterates over the results of an operation, page after page:
  --- for page in sqs.pages("list_queues", { QueueNamePrefix = "orders" }) do ... end
  function module.pages(op, args)
    local name, paging = paged("pages", op)
    return walk(name, paging, args)
  end

  --- What all pages list, in one list: sqs.all("list_queues").
  function module.all(op, args)
    local name, paging = paged("all", op)
    local all = {}
    for page in walk(name, paging, args) do
      for _, item in ipairs(items_of(paging, page) or {}) do all[#all + 1] = item end
    end
    return slrun.list(all)
  end
end

return attach
