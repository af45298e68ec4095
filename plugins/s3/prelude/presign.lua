-- SPDX-License-Identifier: Apache-2.0
-- Presigned URLs.
local s3 <const>, slrun <const> = ...

--- The URL by which anyone may do what the operation does, for so long, and the headers that must be
--- sent with it: s3.presign("get_object", { Bucket = name, Key = key }, { expires = "15m" })
function s3.presign(op, args, options)
  for key in pairs(options or {}) do
    if key ~= "expires" then slrun.error(("s3.presign has no option '%s'; it has 'expires'"):format(key), 2) end
  end
  local ok, url, headers = pcall(slrun.presign, op, args, options and options.expires or "1h")
  if not ok then slrun.error("s3.presign: " .. tostring(url):gsub("^[^:]*:%d+: ", ""), 2) end
  return url, headers
end
