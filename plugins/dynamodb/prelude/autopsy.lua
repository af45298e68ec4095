-- SPDX-License-Identifier: Apache-2.0
-- The autopsy of a table: whether it can be used at all, and its items, of which those are told that name the case:
-- one written under another key is what a spec that asks for the right one cannot see.
local dynamodb <const>, slrun <const> = ...

local LOOKED_AT <const> = 200 -- items

-- An item as JSON, its key in front.
local function item_line(item, schema)
  local words, keys = {}, {}
  for i, one in ipairs(schema) do
    keys[one.AttributeName] = true
    words[i] = ("%s = %s"):format(one.AttributeName, (slrun.to_json(item[one.AttributeName])) or "?")
  end
  local others = {}
  for name, value in pairs(item) do
    if not keys[name] then others[#others + 1] = ("%s = %s"):format(name, (slrun.to_json(value)) or "?") end
  end
  table.sort(others)
  table.move(others, 1, #others, #words + 1, words)
  return table.concat(words, ", ")
end

local LATEST_S <const> = 4102444800       -- of 2100: a number beyond that is none of seconds
local OLDEST_S <const> = 5 * 365 * 86400  -- what has been over for longer stays
local YEAR_S <const> = 365.25 * 86400

-- Why an item does not expire by the value of its attribute, where that is a mistake: AWS says nothing of it. Or nil.
local function never_expires(name, value, now_s)
  if type(value) == "string" then return name .. " is a string: time to live takes numbers alone, so this item stays" end
  if type(value) ~= "number" then return nil end
  if value > LATEST_S then
    return ("%s is over in %.0f years: time to live takes seconds since 1970, and these may be milliseconds"):format(name, (value - now_s) / YEAR_S)
  end
  if value < now_s - OLDEST_S then return name .. " was over more than five years ago: time to live leaves such items" end
end

-- The attribute by which items of a table expire, or nil.
local function expiry_of(name)
  local ok, found = pcall(dynamodb.describe_time_to_live, { TableName = name })
  local setting = ok and found.TimeToLiveDescription
  return setting and setting.TimeToLiveStatus:find "^ENABL" and setting.AttributeName or nil
end

slrun.autopsy("AWS::DynamoDB::Table", function(resource, look)
  local found, code = look:ask(dynamodb.describe_table, { TableName = resource.name })
  if not found then return code and { says = code, level = "error" } end
  local status = found.Table.TableStatus
  if status ~= "ACTIVE" then return { says = status, level = "error" } end
  local page, problem = look:ask(dynamodb.scan, { TableName = resource.name, Limit = LOOKED_AT, ConsistentRead = true })
  if not page then return problem and { says = problem, level = "notice" } end
  local entries = slrun.list {}
  local expiry = #page.Items > 0 and expiry_of(resource.name)
  for i, item in ipairs(page.Items) do
    entries[i] = { lines = slrun.list { item_line(item, found.Table.KeySchema) } }
    local value = expiry and item[expiry]
    local why = value ~= nil and never_expires(expiry, value, look.to / 1000)
    if why then table.insert(entries[i].lines, why) end
  end
  return { says = ("%s%d item%s"):format(page.LastEvaluatedKey and "among its first " or "", #entries, #entries == 1 and "" or "s"),
    entries = entries }
end)
