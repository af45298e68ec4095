-- SPDX-License-Identifier: Apache-2.0
-- What lambda.so adds to its operations: waiters, bytes. README.md is its manual.
local lambda <const>, slrun <const> = ...

local FIRST_PAUSE <const> = 50       -- ms between two looks of a waiter; doubles
local LONGEST_PAUSE <const> = 5000
local WITHIN <const> = "300s"        -- of a waiter, unless told: boto3's function_active

for _, name in ipairs { "binary", "file", "list", "map", "null" } do lambda[name] = slrun[name] end

---------------------------------------------------------------------------------------------------
-- Waiters, under boto3's names: lambda.wait_until_function_active { FunctionName = name }

local UNITS <const> = { ms = 1, s = 1000, m = 60000, h = 3600000 }

local function milliseconds(within)
  local number, unit = tostring(within):match "^(%d+%.?%d*)(%a+)$"
  return number and UNITS[unit] and tonumber(number) * UNITS[unit]
end

local function configuration(args) return lambda.get_function_configuration(args) end

-- The configuration, or nil while there is no such function.
local function found(args)
  local ok, result = pcall(configuration, args)
  if ok then return result end
  local kind = type(result)
  if (kind == "table" or kind == "userdata") and result.code == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

-- What counts is the time slept, so the clock of the target need not be asked.
local function wait_for(fn, args, within, look)
  local left, pause = milliseconds(within), FIRST_PAUSE
  if type(args) ~= "table" or args.FunctionName == nil then
    slrun.error(fn .. ": expected a table with FunctionName, as in { FunctionName = name }", 3)
  elseif not left then
    slrun.error(('%s: expected a duration such as "30s", got %s'):format(fn, tostring(within)), 3)
  end
  while true do
    local reached, failed = look(args)
    if reached then return end
    if failed or left <= 0 then
      slrun.error(("%s: function %s: %s"):format(fn, args.FunctionName, failed or "not yet after " .. within), 3)
    end
    local ms = math.max(1, math.ceil(math.min(pause, left)))
    slrun.sleep(ms .. "ms")
    left, pause = left - ms, math.min(pause * 2, LONGEST_PAUSE)
  end
end

local function reaches(member)
  local reason <const> = member .. "Reason"
  return function(args)
    local now = configuration(args)
    if now[member] == "Failed" then return false, tostring(now[reason] or "it failed") end
    return now[member] == "Active" or now[member] == "Successful"
  end
end

local waiters <const> = {
  function_active = reaches "State",
  function_active_v2 = reaches "State",
  published_version_active = reaches "State",
  function_updated = reaches "LastUpdateStatus",
  function_updated_v2 = reaches "LastUpdateStatus",
  function_exists = function(args) return found(args) ~= nil end,
}

for name, look in pairs(waiters) do
  local fn <const> = "wait_until_" .. name
  lambda[fn] = function(args, within) return wait_for("lambda." .. fn, args, within or WITHIN, look) end
end
