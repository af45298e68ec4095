-- SPDX-License-Identifier: Apache-2.0
-- Gates: before the first case, all of a stack that is there already must be ready, by the functions that preludes
-- declare for types of resources (slrun.ready). They are asked beside each other, each again until it says so.
local core = ...
local values = core.part "values"
local mask = core.part "mask"
local look = core.part "look"

local FIRST <const>, MOST <const> = 20, 2000 -- ms between looks at one; grows by half
local AGAIN <const> = 30000                  -- ms between lines that say what is waited for
local SHOWN <const> = 5                      -- resources in such a line

local module = {}

-- Says what is waited for: at once, and again where it takes long. `since` is kept by the caller.
function module.tell(since, ...)
  local now = core.now()
  if since and now - since < AGAIN then return since end
  core.notice(string.format(...))
  return now
end

function module.seconds(ms) return ("%.0f s"):format(ms / 1000) end

-- Those of the resources that somebody can ask, by their logical ids.
local function asked(stack)
  local all = {}
  for _, one in ipairs(stack.all) do
    local gate = look.of(values.gates, one.type)
    if gate then all[#all + 1] = { id = one.id, name = one.name, type = one.type, gate = gate } end
  end
  table.sort(all, function(a, b) return a.id < b.id end)
  return all
end

local function label(one) return ("%s (%s)"):format(one.id, one.type) end

local function told(problem)
  local text = type(problem) == "table" and (problem.message or problem.code) or problem
  return mask.text(tostring(text):match "^[^\n]*")
end

-- What a coroutine does for one resource, until the set-up ends.
local function ask(one)
  local pause, at = FIRST, look.new {}
  while true do
    local ok, status, why = pcall(one.gate, one, at)
    one.looks, one.refused, at.refused = (one.looks or 0) + 1, at.refused, {}
    if not ok then
      one.failed = told(status)
    elseif status == false then
      one.failed = tostring(why)
    elseif status == nil then
      one.ready, one.remark = true, why
    else
      one.status = tostring(status)
    end
    if one.ready or one.failed then return end
    core.sleep_ms(pause)
    pause = math.min(pause * 1.5, MOST)
  end
end

-- The first that will never be ready; those that are not yet, as text; whether each was asked once.
local function judge(all)
  local waiting, n, known = {}, 0, true
  for _, one in ipairs(all) do
    if one.failed then return one end
    known = known and one.looks ~= nil
    if not one.ready then
      n = n + 1
      if n <= SHOWN then waiting[n] = ("%s is %s"):format(label(one), one.status or "being asked") end
    end
  end
  if n > SHOWN then waiting[SHOWN + 1] = ("%d more"):format(n - SHOWN) end
  return nil, n > 0 and table.concat(waiting, ", "), known
end

-- What was not allowed to be asked is named, and counts as ready.
local function remark(stack, all)
  local refused = {}
  for _, one in ipairs(all) do
    if one.remark then core.notice(("stack %s: %s %s"):format(stack.name, label(one), one.remark)) end
    for _, action in ipairs(one.refused) do refused[#refused + 1] = { action = action, label = one.id } end
  end
  look.each_refused(refused, function(action, ids)
    core.notice(("stack %s: no permission for %s: whether it is ready is not known of %s"):format(stack.name, action,
      table.concat(ids, ", ")))
  end)
end

-- Returns when all of the stack (name, resources and types by logical ids) is ready; raises where that cannot be, or
-- is not so at that time of the clock.
function module.wait(t, stack, limit)
  local all, began, pause, since = asked(stack), core.now(), FIRST // 4, nil
  for _, one in ipairs(all) do core.after(0, function() ask(one) end, t) end
  while true do
    local failed, waiting, known = judge(all)
    if failed then
      error(("stack %s: %s will not be ready: %s"):format(stack.name, label(failed), failed.failed), 0)
    end
    if not waiting then return remark(stack, all) end
    if core.now() >= limit then
      error(("stack %s is not ready after %s: %s\n  hint: --stack-timeout sets how long is waited"):format(stack.name,
        module.seconds(core.now() - began), waiting), 0)
    end
    if known then since = module.tell(since, "waiting for stack %s: %s", stack.name, waiting) end
    core.sleep_ms(pause)
    pause = math.min(pause * 1.5, MOST / 4)
  end
end

return module
