-- SPDX-License-Identifier: Apache-2.0
-- What AWS X-Ray says of invocations whose traces it has taken (Developer Guide, "Segment documents"): one
-- request, for those with errors first.
local lambda <const>, slrun <const> = ...
local values <const> = slrun.part "values"
local is_table <const>, text_of <const> = values.is_table, values.text_of

local TRACES <const> = 5             -- that AWS X-Ray tells at once
local TRACE_LINES <const> = 6        -- of one trace

local function fault_of(segment)
  return segment.fault == true and "fault" or segment.throttle == true and "throttle" or segment.error == true and "error" or nil
end

local function trace_line(segment)
  local first, last = tonumber(segment.start_time), tonumber(segment.end_time)
  local cause = is_table(segment.cause) and is_table(segment.cause.exceptions) and segment.cause.exceptions[1]
  local words = { "trace: " .. text_of(segment.name), first and last and ("%.0f ms"):format((last - first) * 1000) or "not ended" }
  words[#words + 1] = fault_of(segment)
  if is_table(cause) then words[#words + 1] = ("%s: %s"):format(text_of(cause.type or "?"), text_of(cause.message or "")) end
  return table.concat(words, " ")
end

-- Lines for the parts of a segment that failed, or have not ended; what called them comes before.
local function add_segment(lines, segment, top)
  if not is_table(segment) or #lines >= TRACE_LINES then return end
  if top or fault_of(segment) or not segment.end_time then lines[#lines + 1] = trace_line(segment) end
  for _, inner in ipairs(is_table(segment.subsegments) and segment.subsegments or {}) do add_segment(lines, inner) end
end

local function traced(all)
  local ids, by_id = slrun.list {}, {}
  for _, failed in ipairs { true, false } do
    for i = #all, 1, -1 do
      local one = all[i]
      if one.trace and #ids < TRACES and (one.level ~= nil) == failed then
        ids[#ids + 1], by_id[one.trace] = one.trace, one
      end
    end
  end
  return ids, by_id
end

local function add_traces(all, look)
  local ids, by_id = traced(all)
  if #ids == 0 then return end
  local here, xray = pcall(require, "slrun.xray")
  if not here then return end
  local asked, found = pcall(look.ask, look, xray.batch_get_traces, { TraceIds = ids })
  for _, trace in ipairs(asked and is_table(found) and is_table(found.Traces) and found.Traces or {}) do
    local lines, one = {}, by_id[trace.Id]
    for _, segment in ipairs(trace.Segments or {}) do add_segment(lines, slrun.from_json(segment.Document or ""), true) end
    if one then table.move(lines, 1, #lines, #one.lines + 1, one.lines) end
  end
end

return { add = add_traces }
