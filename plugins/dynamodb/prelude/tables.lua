-- SPDX-License-Identifier: Apache-2.0
-- Tables: waiters, whether they are ready before the first case, their tags.
local dynamodb <const>, slrun <const> = ...

local WITHIN <const> = "60s"     -- of a waiter, unless told

-- The description of a table, or nil if there is no such table. Other errors are raised as they are.
local function describe(name)
  local ok, result = pcall(dynamodb.describe_table, { TableName = name })
  if ok then return result.Table end
  if slrun.code_of(result) == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

-- Looks until reached(description) is true; false and the last status when `within` is over.
local function wait_for_table(name, within, reached)
  return slrun.wait(within, function()
    local table_now = describe(name)
    return reached(table_now), table_now and table_now.TableStatus or "absent"
  end)
end

local function check_waiter(fn, name, within)
  if type(name) ~= "string" then
    slrun.error("dynamodb." .. fn .. ": expected the name of a table, got " .. type(name), 3)
  end
  if not slrun.duration(within) then
    slrun.error("dynamodb." .. fn .. ': expected a duration such as "30s", got '
      .. tostring(within), 3)
  end
end

--- Waits until the table is ACTIVE (boto3: table_exists).
function dynamodb.wait_until_exists(name, within)
  within = within or WITHIN
  check_waiter("wait_until_exists", name, within)
  local ok, status = wait_for_table(name, within, function(description)
    return description ~= nil and description.TableStatus == "ACTIVE"
  end)
  if not ok then
    slrun.error(string.format("table %s is not ACTIVE after %s, but %s", name, within, status), 2)
  end
end

--- Waits until there is no such table (boto3: table_not_exists).
function dynamodb.wait_until_not_exists(name, within)
  within = within or WITHIN
  check_waiter("wait_until_not_exists", name, within)
  local ok, status = wait_for_table(name, within, function(description)
    return description == nil
  end)
  if not ok then
    slrun.error(string.format("table %s is still there after %s: %s", name, within, status), 2)
  end
end

local CREATING <const> = "500ms" -- between two looks at a table that is being made

--- The tags of a table by its name, { Tags = { { Key =, Value = }, ... } }, once it is made; nil where
--- the service has no tags (DynamoDB Local). slrun asks before it removes a table of another name.
function dynamodb.tags_of_table(args)
  local description
  repeat
    if description then slrun.sleep(CREATING) end
    description = dynamodb.describe_table({ TableName = args.TableName }).Table
  until description.TableStatus ~= "CREATING"
  local ok, tags = pcall(dynamodb.all, "list_tags_of_resource", { ResourceArn = description.TableArn })
  if ok then return { Tags = tags } end
  if slrun.code_of(tags) == "UnknownOperationException" then return nil end
  error(tags, 0)
end

slrun.ready("AWS::DynamoDB::Table", function(resource, look)
  local found, code = look:ask(dynamodb.describe_table, { TableName = resource.name })
  if not found then return code and false, code end
  local status = found.Table.TableStatus
  if status == "ACTIVE" or status == "UPDATING" then return nil end -- while it is updated, it serves
  if status == "CREATING" then return status end
  return false, status
end)

return { describe = describe }
