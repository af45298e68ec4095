-- SPDX-License-Identifier: Apache-2.0
-- Pages. A list goes on where IsTruncated says so; two of them go on at a pair of markers.
local s3 <const>, slrun <const> = ...
local copy_of <const> = slrun.part("arguments").copy_of

local SECOND_MARKER <const> = {
  list_object_versions = { input = "VersionIdMarker", output = "NextVersionIdMarker" },
  list_multipart_uploads = { input = "UploadIdMarker", output = "NextUploadIdMarker" },
}

-- Where the next page begins. list_objects names it only where there is a Delimiter: else it is the
-- last key.
local function next_marker(page, paging)
  local items = page[paging.items]
  return page[paging.output] or (items and items[#items] and items[#items].Key)
end

for name, paging in pairs(s3.paging) do
  local second <const> = SECOND_MARKER[name]
  paging.next = function(page, args)
    if not page.IsTruncated and (page.IsTruncated ~= nil or page[paging.output] == nil) then return nil end
    local following = copy_of(args)
    following[paging.input] = next_marker(page, paging)
    if second then following[second.input] = page[second.output] end
    return following[paging.input] and following
  end
end
