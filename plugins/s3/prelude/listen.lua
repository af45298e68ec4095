-- SPDX-License-Identifier: Apache-2.0
-- Listeners. S3 tells nobody by itself what has come: the versions under a prefix are listed, and
-- what was not there a round before is told.
local s3 <const>, slrun <const> = ...
local need <const>, each_version <const> = slrun.part("arguments").need, slrun.part("prefix").each_version

local FIRST_PAUSE <const> = 50      -- ms between two looks of a listener; doubles while nothing comes
local LONGEST_PAUSE <const> = 1000

local function version_id(version)
  return table.concat({ version.Key, version.VersionId or "", version.ETag or "deleted", version.LastModified }, "\0")
end

-- Versions and delete markers under the prefix that are not in `known`, oldest first; all are in it
-- then, and nothing else.
local function news(args, known)
  local found, now = {}, {}
  each_version(args, function(version, marker)
    local id = version_id(version)
    now[id] = true
    if not known[id] then
      found[#found + 1] = { Key = version.Key, VersionId = version.VersionId, ETag = version.ETag,
        Size = version.Size, LastModified = version.LastModified, DeleteMarker = marker or nil }
    end
  end)
  table.sort(found, function(a, b)
    if a.LastModified ~= b.LastModified then return a.LastModified < b.LastModified end
    return a.Key < b.Key
  end)
  return found, now
end

slrun.source("prefix", {
  params = { Bucket = "string", Prefix = "string" },
  describe = function(args) return ("s3 prefix s3://%s/%s"):format(args.Bucket, args.Prefix) end,
  open = function(args)
    local _, known = news(args, {})
    return { known = known, quiet = 0 }
  end,
  read = function(args, state)
    local found
    found, state.known = news(args, state.known)
    state.quiet = #found > 0 and 0 or state.quiet + 1
    return found, math.min(FIRST_PAUSE << math.min(state.quiet, 10), LONGEST_PAUSE) .. "ms"
  end,
  id = version_id,
  settled = true,
})

--- Listens to what is written under a prefix from now on: versions and delete markers. In `listen`:
--- return s3.listen { Bucket = name, Prefix = "out/", match = function(o) return o.Key:find(t.id) end }
function s3.listen(args)
  need("s3.listen", args, { "Bucket" })
  slrun.takes("s3.listen", args, { "Bucket:string", "Prefix:string", "match:function" })
  return slrun.listen("prefix", { Bucket = args.Bucket, Prefix = args.Prefix or "" }, { match = args.match })
end
