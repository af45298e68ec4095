-- SPDX-License-Identifier: Apache-2.0
-- What a function of a prelude takes: a table of nothing but these words, each "NAME:TYPE", told in this order.
local core = ...
local slrun = core.part("values").slrun

return function(fn, args, words)
  local names, types = {}, {}
  for i, word in ipairs(words) do
    local name, kind = word:match "^(%w+):(%w+)$"
    names[i], types[name] = name, kind
  end
  for name, value in pairs(args) do
    if not types[name] then
      slrun.error(("%s has no '%s'; it has %s"):format(fn, tostring(name), table.concat(names, ", ")), 3)
    elseif type(value) ~= types[name] then
      slrun.error(("%s: '%s' must be a %s, got %s"):format(fn, name, types[name], type(value)), 3)
    end
  end
end
