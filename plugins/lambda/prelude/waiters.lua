-- SPDX-License-Identifier: Apache-2.0
-- Waiters, under boto3's names: lambda.wait_until_function_active { FunctionName = name }
local lambda <const>, slrun <const> = ...

local WITHIN <const> = "300s"        -- of a waiter, unless told: boto3's function_active

local function configuration(args) return lambda.get_function_configuration(args) end

-- The configuration, or nil while there is no such function.
local function found(args)
  local ok, result = pcall(configuration, args)
  if ok then return result end
  if slrun.code_of(result) == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

-- `look(args)`: whether it is reached, or why it never will be.
local function wait_for(fn, args, within, look)
  if type(args) ~= "table" or args.FunctionName == nil then
    slrun.error(fn .. ": expected a table with FunctionName, as in { FunctionName = name }", 3)
  elseif not slrun.duration(within) then
    slrun.error(('%s: expected a duration such as "30s", got %s'):format(fn, tostring(within)), 3)
  end
  local failed
  local done = slrun.wait(within, function()
    local reached
    reached, failed = look(args)
    return reached or failed
  end)
  if failed or not done then
    slrun.error(("%s: function %s: %s"):format(fn, args.FunctionName, failed or "not yet after " .. within), 3)
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

local state_reached <const> = reaches "State"
local update_reached <const> = reaches "LastUpdateStatus"

-- The level of errors is that of the caller: no tail call.
local function waiter(name, args, within, look)
  wait_for("lambda.wait_until_" .. name, args, within or WITHIN, look)
  return nil
end

--- Waits until the function is there.
-- `args`: FunctionName; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_function_exists(args, within)
  return waiter("function_exists", args, within, function(a) return found(a) ~= nil end)
end

--- Waits until the function's State is Active.
-- `args`: FunctionName, Qualifier; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_function_active(args, within) return waiter("function_active", args, within, state_reached) end

--- As wait_until_function_active.
function lambda.wait_until_function_active_v2(args, within) return waiter("function_active_v2", args, within, state_reached) end

--- Waits until the version's State is Active.
-- `args`: FunctionName, Qualifier; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_published_version_active(args, within)
  return waiter("published_version_active", args, within, state_reached)
end

--- Waits until the function's last update is through.
-- `args`: FunctionName, Qualifier; `within`: a duration, "300s" unless it is given.
function lambda.wait_until_function_updated(args, within) return waiter("function_updated", args, within, update_reached) end

--- As wait_until_function_updated.
function lambda.wait_until_function_updated_v2(args, within) return waiter("function_updated_v2", args, within, update_reached) end
