-- SPDX-License-Identifier: Apache-2.0
-- Streams: waiters, and whether they are ready before the first case.
local kinesis <const>, slrun <const> = ...

local WITHIN <const> = "180s"         -- of a waiter, unless told

-- The status of a stream, or nil if there is no such stream. Other errors are raised as they are.
local function status_of(name)
  local ok, result = pcall(kinesis.describe_stream_summary, { StreamName = name })
  if ok then return result.StreamDescriptionSummary.StreamStatus end
  if slrun.code_of(result) == "ResourceNotFoundException" then return nil end
  error(result, 0)
end

local function wait_for(fn, name, within, wanted)
  if type(name) ~= "string" then
    slrun.error(("%s: expected the name of a stream, got %s"):format(fn, type(name)), 3)
  elseif not slrun.duration(within) then
    slrun.error(("%s: expected a duration such as \"30s\", got %s"):format(fn, tostring(within)), 3)
  end
  local done, status = slrun.wait(within, function()
    local now = status_of(name)
    return now == wanted, now
  end)
  if not done then
    slrun.error(("stream %s is not %s after %s, but %s"):format(name, wanted or "gone", within,
      status or "absent"), 3)
  end
end

--- Waits until the stream is ACTIVE (boto3: stream_exists).
function kinesis.wait_until_stream_exists(name, within)
  wait_for("kinesis.wait_until_stream_exists", name, within or WITHIN, "ACTIVE")
end

--- Waits until there is no such stream (boto3: stream_not_exists).
function kinesis.wait_until_stream_not_exists(name, within)
  wait_for("kinesis.wait_until_stream_not_exists", name, within or WITHIN, nil)
end

slrun.ready("AWS::Kinesis::Stream", function(resource, look)
  local found, code = look:ask(kinesis.describe_stream_summary, { StreamName = resource.name })
  if not found then return code and false, code end
  local status = found.StreamDescriptionSummary.StreamStatus
  if status == "DELETING" then return false, status end
  if status ~= "ACTIVE" then return status end
end)
