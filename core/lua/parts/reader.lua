-- SPDX-License-Identifier: Apache-2.0
-- Readers of sources, in the state of the run that listen_source.c makes for them: a coroutine for
-- each source that somebody listens to. What they bring is judged in the states of the specs
-- (listener.lua).
local core = ...
local values = core.part "values"

local IDS_MAX = 100000 -- of records that nobody has claimed, of one source

-- An error as plain data: it goes to other states.
local function plain(problem, step)
  if getmetatable(problem) ~= values.error_mt then return { step = step, message = tostring(problem) } end
  local copy = { step = step }
  for _, field in ipairs { "kind", "code", "message", "hint", "service", "operation", "status", "detail" } do
    copy[field] = problem[field]
  end
  return copy
end

-- What nobody has claimed yet, by the key of a source: it outlives the reader, since a record that was given back
-- may be claimed later.
local tallies = {}

local function count(key, ids, claimed)
  local tally = tallies[key] or { ids = {}, n = 0, n_ids = 0 }
  for i, wanted in ipairs(claimed) do
    local id = ids[i]
    local known = id and tally.ids[id]
    if known and wanted then
      tally.ids[id] = nil
      tally.n, tally.n_ids = tally.n - 1, tally.n_ids - 1
    elseif not known and not wanted then
      tally.n = tally.n + 1
      if id and tally.n_ids < IDS_MAX then
        tally.ids[id] = true
        tally.n_ids = tally.n_ids + 1
      end
    end
  end
  tallies[key] = tally.n > 0 and tally or nil
  return tally.n
end

local function ids_of(definition, records)
  local ids = {}
  for i, record in ipairs(records) do
    local id = definition.id and definition.id(record)
    ids[i] = id ~= nil and tostring(id)
  end
  return ids
end

-- Hands out what a round brought: what was claimed of it, what was not, and how many records of the
-- source are nobody's so far.
local function hand_out(definition, key, records)
  local ids = ids_of(definition, records)
  local claimed = core.reader_hand_out { records = values.slrun.list(records), ids = values.slrun.list(ids) }
  local mine, others = {}, {}
  for i, record in ipairs(records) do
    local list = claimed and claimed[i] and mine or others
    list[#list + 1] = record
  end
  return mine, others, claimed and count(key, ids, claimed)
end

-- Without a pause the others have their turn.
local function milliseconds(pause)
  if pause == nil then return 0 end
  return type(pause) == "string" and core.duration(pause)
    or error(("the pause must be a duration such as \"250ms\", got %s"):format(tostring(pause)), 0)
end

-- Rounds, for as long as somebody listens. `at.step`: the function of the source that runs.
local function rounds(at, definition, args, key)
  local state = definition.open and definition.open(args)
  core.reader_opened()
  while core.reader_round() do
    at.step = "read"
    local unclaimed
    core.attend()
    local records, pause = definition.read(args, state)
    if type(records) ~= "table" then error("'read' must return a list of records, got " .. type(records), 0) end
    if #records > 0 then
      local mine, others
      mine, others, unclaimed = hand_out(definition, key, records)
      at.step = "settle"
      pause = definition.settle and definition.settle(args, state, mine, others) or pause
    end
    core.reader_round_over(definition.settle and unclaimed) -- else nothing was taken from anybody
    core.wait_until(core.now() + milliseconds(pause))
  end
end

-- What a reader runs. It ends when nobody listens any more, or is cancelled in its request.
local function read(plugin, name, args, key)
  local at = { step = "open" }
  local ok, problem = pcall(function()
    require("slrun." .. plugin)
    rounds(at, values.source_of(plugin, name), args, key)
  end)
  if not ok then core.reader_failed(plain(problem, at.step)) end
end

return { read = read }
