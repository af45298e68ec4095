-- SPDX-License-Identifier: Apache-2.0
-- The autopsy of a stream: the records of that time, by one read of each of a few shards. A read takes
-- nothing away; it counts among the five a second that a shard allows.
local kinesis <const>, slrun <const> = ...
local given <const> = slrun.part("data").given

local LOOKED_SHARDS <const> = 4
local LOOKED_RECORDS <const> = 100 -- of a shard

local function look_at_shard(resource, look, shard, entries)
  local at = look:ask(kinesis.get_shard_iterator, { StreamName = resource.name, ShardId = shard.ShardId,
    ShardIteratorType = "AT_TIMESTAMP", Timestamp = look.acted / 1000 })
  local page = at and look:ask(kinesis.get_records, { ShardIterator = at.ShardIterator, Limit = LOOKED_RECORDS })
  for _, record in ipairs(page and page.Records or {}) do
    local text = record.Data:bytes()
    entries[#entries + 1] = { at = math.floor(record.ApproximateArrivalTimestamp * 1000 + 0.5), lines = slrun.list {
      ("%s: %s"):format(record.PartitionKey, utf8.len(text) and text or #text .. " bytes") } }
  end
  return page ~= nil
end

slrun.autopsy("AWS::Kinesis::Stream", function(resource, look)
  local page, code = look:ask(kinesis.list_shards, { StreamName = resource.name, MaxResults = 100 })
  if not page then return code and { says = code, level = "error" } end
  local entries, looked = slrun.list {}, 0
  for _, shard in ipairs(page.Shards) do
    local is_open = not given(shard.SequenceNumberRange.EndingSequenceNumber)
    if is_open and looked < LOOKED_SHARDS and look_at_shard(resource, look, shard, entries) then looked = looked + 1 end
  end
  if looked == 0 then return nil end
  table.sort(entries, function(a, b) return a.at < b.at end)
  local oldest = entries[1] and (", oldest %.0f s"):format(math.max(0, look.to - entries[1].at) / 1000) or ""
  return { says = ("%d record%s in %d of %d shard%s%s"):format(#entries, #entries == 1 and "" or "s", looked, #page.Shards,
    #page.Shards == 1 and "" or "s", oldest), level = #entries > 0 and "notice" or nil, entries = entries }
end)
