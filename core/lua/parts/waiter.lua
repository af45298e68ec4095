-- SPDX-License-Identifier: Apache-2.0
-- What preludes make waiters of: functions that wait until a resource is as they want it.
local core = ...

local FIRST_PAUSE <const>, LONGEST_PAUSE <const> = 50, 2000 -- ms between two looks; doubles

local waiter = {}

-- The milliseconds of a duration such as "1.5s", or nil where it is none.
function waiter.duration(text) return type(text) == "string" and core.duration(text) or nil end

-- AWS's code of an error that pcall() gave, or nil.
function waiter.code_of(problem)
  local kind = type(problem)
  return (kind == "table" or kind == "userdata") and problem.code or nil
end

-- Looks until look() gives true: true. When `within`, a duration, is over: false, and what look() gave besides. What
-- counts is the time slept, so that the clock of the target need not be asked, and real time where the looks take longer.
function waiter.wait(within, look)
  local left, pause = waiter.duration(within), FIRST_PAUSE
  if not left then error(("wait takes a duration such as \"30s\", got %s"):format(tostring(within)), 2) end
  local till = os.time() + left / 1000
  while true do
    local done, status = look()
    if done then return true end
    if left <= 0 or os.time() > till then return false, status end
    local ms = math.min(pause, left)
    core.sleep_ms(ms)
    left, pause = left - ms, math.min(pause * 2, LONGEST_PAUSE)
  end
end

return waiter
