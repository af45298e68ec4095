-- SPDX-License-Identifier: Apache-2.0
-- The events of one execution, from its first on.
local states <const>, slrun <const> = ...
local given <const> = slrun.part("texts").given

local SHORTEST_PAUSE <const> = 100   -- ms between rounds that bring nothing new; grows by half
local LONGEST_PAUSE <const> = 2000
local EVENTS <const> = 1000          -- of a page of a history
local ROUND <const> = 10000          -- events that one round brings

-- What an event tells in a member that is called after its type, also as `details`.
local function with_details(event)
  for name, value in pairs(event) do
    if name:find "EventDetails$" then event.details = value end
  end
  return event
end

-- Not every server minds reverseOrder.
local function in_order(events, is_before)
  table.sort(events, function(a, b) return is_before(a.id, b.id) end)
  return events
end

local function less(a, b) return a < b end

-- The events behind the last one that was read, oldest first: the latest pages are asked for first, so that
-- a round costs one request where little happens.
local function events_behind(arn, last)
  local found, token = {}, nil
  repeat
    local page = states.get_execution_history {
      executionArn = arn, reverseOrder = true, includeExecutionData = true, maxResults = EVENTS, nextToken = token,
    }
    token = given(page.nextToken)
    for _, event in ipairs(page.events) do
      if event.id <= last then
        token = nil
      else
        table.insert(found, with_details(event))
      end
    end
  until not token
  return in_order(found, less)
end

slrun.source("history", {
  params = { executionArn = "string", Reader = "string" },
  describe = function(args) return "history of " .. args.executionArn:match "[^:]*$" end,
  open = function() return { last = 0, left = {}, pause = SHORTEST_PAUSE } end,
  read = function(args, state)
    if #state.left == 0 then
      state.left = events_behind(args.executionArn, state.last)
      if #state.left > 0 then state.last = state.left[#state.left].id end
    end
    local records = slrun.list(table.move(state.left, 1, ROUND, 1, {}))
    state.left = table.move(state.left, ROUND + 1, #state.left, 1, {})
    if #state.left > 0 then return records end
    state.pause = #records > 0 and SHORTEST_PAUSE or math.min(state.pause * 1.5, LONGEST_PAUSE)
    return records, math.floor(state.pause) .. "ms"
  end,
  id = function(event) return event.id end,
  show = function(event) return { id = event.id, type = event.type, details = event.details } end,
})

return { with_details = with_details, in_order = in_order, less = less }
