-- SPDX-License-Identifier: Apache-2.0
-- Batches of any size. What was not put is sent again.
local kinesis <const>, slrun <const> = ...
local data <const> = slrun.part "data"
local copy_of <const>, given <const> = data.copy_of, data.given
local is_binary <const>, with_bytes <const> = data.is_binary, data.with_bytes
local put_records <const> = kinesis.put_records

local BATCH <const> = 500             -- records that PutRecords takes
local BATCH_BYTES <const> = 5 << 20   -- and their bytes, with partition keys
local TRIES <const> = 10              -- of a record that was not put

local FIRST_PAUSE <const> = 50        -- ms; doubles with every try
local LONGEST_PAUSE <const> = 2000

-- The n-th pause, n from 1, in ms.
local function pause(n)
  return math.min(FIRST_PAUSE << math.min(n - 1, 10), LONGEST_PAUSE)
end

local AGAIN <const> = { ProvisionedThroughputExceededException = true, InternalFailure = true }

-- Whether `args` has records that can be counted. What has none goes on as it is, to be refused.
local function is_batch(args)
  if type(args) ~= "table" or type(args.Records) ~= "table" then return false end
  local n = 0
  for _, entry in pairs(args.Records) do
    n = n + 1
    if type(entry) ~= "table" then return false end
  end
  return n == #args.Records
end

local function size_of(value)
  return (type(value) == "string" or is_binary(value)) and #value or 0
end

-- Calls send with lists of places in `records`, as many as one request takes.
local function in_batches(records, places, send)
  local batch, bytes = {}, 0
  for _, place in ipairs(places) do
    local size = size_of(records[place].Data) + size_of(records[place].PartitionKey)
    if #batch == BATCH or (#batch > 0 and bytes + size > BATCH_BYTES) then
      send(batch)
      batch, bytes = {}, 0
    end
    batch[#batch + 1], bytes = place, bytes + size
  end
  if #batch > 0 then send(batch) end
end

-- Sends the records of these places and notes in `all` what became of them; the places of those to
-- be sent again.
local function put_places(args, records, places, all)
  local left = {}
  in_batches(records, places, function(batch)
    local entries = {}
    for i, place in ipairs(batch) do entries[i] = records[place] end
    local page = put_records(copy_of(args, { Records = entries }))
    all.EncryptionType = given(page.EncryptionType)
    for i, place in ipairs(batch) do
      local entry = page.Records[i]
      all.Records[place] = entry
      if AGAIN[entry.ErrorCode] then left[#left + 1] = place end
    end
  end)
  return left
end

local function check_all(all, n)
  local failed, first = 0, nil
  for place = 1, n do
    if given(all.Records[place].ErrorCode) then
      failed, first = failed + 1, first or place
    end
  end
  if failed > 0 then
    local entry = all.Records[first]
    slrun.error(("kinesis.put_records: %d of %d records were not put; the first is Records[%d]: %s: %s"):format(
      failed, n, first, entry.ErrorCode, given(entry.ErrorMessage) or ""), 3)
  end
end

--- Puts records, in as many requests as they need; a table as Data is sent as JSON. Records that are
--- not taken are sent again for a while; one that still is not is an error.
function kinesis.put_records(args, ...)
  if not is_batch(args) or #args.Records == 0 then return put_records(args, ...) end
  local records, places = {}, {}
  for i, entry in ipairs(args.Records) do
    records[i], places[i] = with_bytes(entry, ("kinesis.put_records: Records[%d].Data"):format(i)), i
  end
  local all = { FailedRecordCount = 0, Records = slrun.list {} }
  for try = 1, TRIES do
    places = put_places(args, records, places, all)
    if #places == 0 then break end
    if try < TRIES then slrun.sleep(pause(try) .. "ms") end
  end
  check_all(all, #records)
  return all
end
