-- SPDX-License-Identifier: Apache-2.0
-- Which filters of the system the autopsy of a case tells (autopsy.lua).
local core = ...
local cloud = core.part "autopsy_cloud"

local module = {}

-- Labels of what others of the case's resources are set up to ask, as keys.
local function asked_by_others(ways)
  local asked = {}
  for _, way in ipairs(ways) do asked[way.to] = true end
  return asked
end

-- The filters that may have kept something back: those of what has, all of them where nothing else explains the failure, and
-- beside an error those that lead to somebody who was not asked at all. Where the target tells what each has kept back, and
-- there is nothing of the kind, none. Nor those for requests over HTTP where neither the case nor one of its resources sends some.
function module.telling(to, who)
  local failed, some = false, false -- somebody has; something has kept back what names the case
  local asked = asked_by_others(to.ways)
  for _, told in ipairs(to.resources) do failed = failed or told.level == "error" end
  for _, named in pairs(to.sieves) do some = some or named end
  local telling = {}
  for _, filter in ipairs(to.passes) do
    local sieved = to.sieves[filter.type] ~= nil
    local innocent = not filter.holds and not sieved and cloud.would_tell(filter.type, who.looks)
      or filter.http and not who.http and not asked[filter.http]
    local tells = not innocent and (sieved or not some and not failed)
    for _, id in ipairs(innocent and {} or to.idle) do
      tells = tells or failed and filter.text:find("%f[%w]" .. id:gsub("%p", "%%%0") .. "%f[%W]")
    end
    if tells then telling[#telling + 1] = filter.text end
  end
  return telling
end

return module
