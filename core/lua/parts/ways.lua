-- SPDX-License-Identifier: Apache-2.0
-- Who hands on to whom in the system of a case that failed, as its resources are set up now: what the page draws.
local core = ...
local values = core.part "values"
local look = core.part "look"

local MOST <const> = 200 -- that are told

local module = {}

-- Labels by what resources are called by. A log group is called by its function's name, and hands nothing on.
local function labels_of(looks)
  local labels = {}
  for _, one in ipairs(looks) do
    if one.resource.id ~= "" and one.resource.type ~= "AWS::Logs::LogGroup" then
      labels[look.last_word(one.resource.name)] = one.label
    end
  end
  return labels
end

-- Calls found(label) for each resource that a text names: an ARN, a URL, a name, a definition that has some of them.
local function each_named(text, labels, found)
  if type(text) ~= "string" then return end
  for word in text:gmatch "[%w_%-%.]+" do
    if labels[word] then found(labels[word]) end
  end
end

-- looks: each a resource with its label and, if it answered, its finding. A list of { from =, to = }, by labels.
function module.of(looks)
  local labels, ways, seen = labels_of(looks), values.slrun.list {}, {}
  local function add(from, to)
    local key = from .. "\0" .. to
    if from == to or seen[key] or #ways == MOST then return end
    seen[key], ways[#ways + 1] = true, { from = from, to = to }
  end
  for _, one in ipairs(looks) do
    local finding = one.finding or {}
    each_named(finding.source, labels, function(label) add(label, one.label) end)
    for _, target in ipairs(finding.targets or {}) do
      each_named(target, labels, function(label) add(one.label, label) end)
    end
  end
  table.sort(ways, function(a, b) return a.from == b.from and a.to < b.to or a.from < b.from end)
  return ways
end

return module
