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

-- Looks until waiter.reached(description); raises waiter.otherwise when `within` is over.
local function wait_for_table(waiter, name, within)
  within = within or WITHIN
  if type(name) ~= "string" then
    slrun.error(("dynamodb.%s: expected the name of a table, got %s"):format(waiter.name, type(name)), 3)
  end
  if not slrun.duration(within) then
    slrun.error(('dynamodb.%s: expected a duration such as "30s", got %s'):format(waiter.name, tostring(within)), 3)
  end
  local ok, status = slrun.wait(within, function()
    local description = describe(name)
    return waiter.reached(description), description and description.TableStatus or "absent"
  end)
  if not ok then slrun.error(waiter.otherwise:format(name, within, status), 3) end
end

local EXISTS <const> = {
  name = "wait_until_exists",
  reached = function(description) return description ~= nil and description.TableStatus == "ACTIVE" end,
  otherwise = "table %s is not ACTIVE after %s, but %s",
}
local NOT_EXISTS <const> = {
  name = "wait_until_not_exists",
  reached = function(description) return description == nil end,
  otherwise = "table %s is still there after %s: %s",
}

--- Waits until the table is ACTIVE (boto3: table_exists).
function dynamodb.wait_until_exists(name, within) wait_for_table(EXISTS, name, within) end

--- Waits until there is no such table (boto3: table_not_exists).
function dynamodb.wait_until_not_exists(name, within) wait_for_table(NOT_EXISTS, name, within) end

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
