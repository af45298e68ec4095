-- SPDX-License-Identifier: Apache-2.0
-- Data: a table is sent as JSON. Binary is a table, too, of a kind of its own.
local kinesis <const>, slrun <const> = ...

for _, name in ipairs { "binary", "null", "list", "map" } do kinesis[name] = slrun[name] end

local function copy_of(args, more)
  local copy = {}
  for key, value in pairs(args or {}) do copy[key] = value end
  for key, value in pairs(more or {}) do copy[key] = value end
  return copy
end

-- Some servers send null for what is absent.
local function given(value)
  if value == slrun.null then return nil end
  return value
end

local put_record <const> = kinesis.put_record

local function is_binary(value)
  return type(value) == "table" and getmetatable(value) == getmetatable(slrun.binary "")
end

-- The arguments of a record with bytes as Data. `where` names it in an error.
local function with_bytes(entry, where)
  if type(entry) ~= "table" or type(entry.Data) ~= "table" or is_binary(entry.Data) then return entry end
  local text, why = slrun.to_json(entry.Data)
  if not text then slrun.error(("%s: %s"):format(where, why), 3) end
  return copy_of(entry, { Data = text })
end

--- Puts a record; a table as Data is sent as JSON.
function kinesis.put_record(args, ...)
  return put_record(with_bytes(args, "kinesis.put_record: Data"), ...)
end

--- What JSON says: kinesis.json(record.Data); nil if Data is no JSON.
function kinesis.json(data)
  if is_binary(data) then data = data:bytes() end
  if type(data) ~= "string" then
    slrun.error("kinesis.json takes the Data of a record, got " .. type(data), 2)
  end
  return (slrun.from_json(data))
end

return { copy_of = copy_of, given = given, is_binary = is_binary, with_bytes = with_bytes }
