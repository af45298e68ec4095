-- SPDX-License-Identifier: Apache-2.0
-- What s3.so adds to its operations: files as bodies, uploads in parts, pages, waiters, presigned
-- URLs, listeners, the claim for a prefix. README.md is its manual.
local s3 <const>, slrun <const> = ...

local PART <const> = 8 << 20        -- bytes of a part unless told; AWS: 5 MiB to 5 GiB
local WHOLE <const> = 16 << 20      -- up to so many bytes go up in one request
local MOST_PARTS <const> = 10000
local BATCH <const> = 1000          -- keys that DeleteObjects takes at most
local FIRST_PAUSE <const> = 50      -- ms between two looks of a listener; doubles while nothing comes
local LONGEST_PAUSE <const> = 1000
local WITHIN <const> = "60s"        -- of a waiter, unless told

for _, name in ipairs { "binary", "file", "list", "map" } do s3[name] = slrun[name] end

local function copy_of(args, leave_out)
  local copy = {}
  for key, value in pairs(args or {}) do
    if not (leave_out and leave_out[key]) then copy[key] = value end
  end
  return copy
end

-- Those of the named members that are there.
local function pick(args, names)
  local picked = {}
  for _, name in ipairs(names) do picked[name] = args[name] end
  return picked
end

local function need(fn, args, names)
  for _, name in ipairs(names) do
    if type(args) ~= "table" or type(args[name]) ~= "string" then
      slrun.error(("%s: expected a table with %s (strings)"):format(fn, table.concat(names, " and ")), 3)
    end
  end
end

---------------------------------------------------------------------------------------------------
-- Pages. A list goes on where IsTruncated says so; two of them go on at a pair of markers.

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

---------------------------------------------------------------------------------------------------
-- Uploads: in one request, or in parts that are read from the file one by one.

local function file_size(path)
  local file, problem = io.open(path, "rb")
  if not file then slrun.error("s3.upload: " .. problem, 4) end
  local size = file:seek("end")
  file:close()
  return size
end

-- The body's size, and a function that gives a range of it.
local function body_of(body)
  if getmetatable(body) == getmetatable(slrun.file "x") then
    local path, offset = body[1], body[2] or 0
    return body[3] or file_size(path) - offset, function(from, size)
      return slrun.file { path = path, offset = offset + from, size = size }
    end
  end
  local bytes = type(body) == "string" and body or body:bytes()
  return #bytes, function(from, size) return slrun.binary(bytes:sub(from + 1, from + size)) end
end

local NOT_OF_CREATE <const> = { Body = true, PartSize = true, IfMatch = true, IfNoneMatch = true }
local EVERY <const> = { "Bucket", "Key", "RequestPayer", "ExpectedBucketOwner", "SSECustomerAlgorithm",
  "SSECustomerKey" }

local function part_size(args, size)
  local least = (size + MOST_PARTS - 1) // MOST_PARTS
  return math.max(args.PartSize or PART, least)
end

local function upload_parts(args, upload, size, range)
  local parts, step = {}, part_size(args, size)
  for from = 0, size - 1, step do
    local part = pick(args, EVERY)
    part.UploadId, part.PartNumber = upload.UploadId, #parts + 1
    part.ChecksumAlgorithm = args.ChecksumAlgorithm or "CRC32"
    part.Body = range(from, math.min(step, size - from))
    local done = s3.upload_part(part)
    parts[#parts + 1] = { PartNumber = part.PartNumber, ETag = done.ETag, ChecksumCRC32 = done.ChecksumCRC32,
      ChecksumCRC32C = done.ChecksumCRC32C, ChecksumCRC64NVME = done.ChecksumCRC64NVME,
      ChecksumSHA1 = done.ChecksumSHA1, ChecksumSHA256 = done.ChecksumSHA256 }
  end
  local complete = pick(args, EVERY)
  complete.IfMatch, complete.IfNoneMatch = args.IfMatch, args.IfNoneMatch
  complete.UploadId, complete.MultipartUpload = upload.UploadId, { Parts = parts }
  return s3.complete_multipart_upload(complete)
end

--- Writes an object of any size; a large one in parts of PartSize bytes, in constant memory where
--- Body is a file: s3.upload { Bucket = name, Key = "big", Body = s3.file "big.bin" }
function s3.upload(args)
  need("s3.upload", args, { "Bucket", "Key" })
  if args.Body == nil then slrun.error("s3.upload: Body is missing", 2) end
  local size, range = body_of(args.Body)
  if size <= (args.PartSize or WHOLE) then
    return s3.put_object(copy_of(args, { PartSize = true }))
  end
  local create = copy_of(args, NOT_OF_CREATE)
  create.ChecksumAlgorithm = create.ChecksumAlgorithm or "CRC32"
  local upload = s3.create_multipart_upload(create)
  local ok, result = pcall(upload_parts, args, upload, size, range)
  if ok then return result end
  pcall(s3.abort_multipart_upload, { Bucket = args.Bucket, Key = args.Key, UploadId = upload.UploadId })
  error(result, 0)
end

--- Reads an object: into the file SaveAs, in constant memory, or as a string, which it returns.
function s3.download(args)
  need("s3.download", args, { "Bucket", "Key" })
  local found = s3.get_object(args)
  if args.SaveAs or not found then return found end
  return found.Body:bytes()
end

---------------------------------------------------------------------------------------------------
-- Waiters

-- Whether head(args) answers, or with 404 does not. Other errors are raised as they are.
local function is_there(head, args)
  local ok, problem = pcall(head, args)
  if ok then return problem ~= nil end -- nil: absent, inside a poll
  if slrun.code_of(problem) == "404" then return false end
  error(problem, 0)
end

local function wait_for(fn, within, reached, what)
  if not slrun.duration(within) then
    slrun.error(("%s: expected a duration such as \"30s\", got %s"):format(fn, tostring(within)), 3)
  end
  if not slrun.wait(within, reached) then slrun.error(("%s after %s"):format(what, within), 3) end
end

--- Waits until the bucket is there (boto3: bucket_exists).
function s3.wait_until_bucket_exists(name, within)
  need("s3.wait_until_bucket_exists", { name = name }, { "name" })
  wait_for("s3.wait_until_bucket_exists", within or WITHIN, function()
    return is_there(s3.head_bucket, { Bucket = name })
  end, ("there is no bucket %s"):format(name))
end

--- Waits until there is no such bucket (boto3: bucket_not_exists).
function s3.wait_until_bucket_not_exists(name, within)
  need("s3.wait_until_bucket_not_exists", { name = name }, { "name" })
  wait_for("s3.wait_until_bucket_not_exists", within or WITHIN, function()
    return not is_there(s3.head_bucket, { Bucket = name })
  end, ("bucket %s is still there"):format(name))
end

--- Waits until the object is there: s3.wait_until_object_exists({ Bucket = name, Key = key }, "10s")
function s3.wait_until_object_exists(args, within)
  need("s3.wait_until_object_exists", args, { "Bucket", "Key" })
  wait_for("s3.wait_until_object_exists", within or WITHIN, function()
    return is_there(s3.head_object, args)
  end, ("there is no object s3://%s/%s"):format(args.Bucket, args.Key))
end

--- Waits until there is no such object.
function s3.wait_until_object_not_exists(args, within)
  need("s3.wait_until_object_not_exists", args, { "Bucket", "Key" })
  wait_for("s3.wait_until_object_not_exists", within or WITHIN, function()
    return not is_there(s3.head_object, args)
  end, ("object s3://%s/%s is still there"):format(args.Bucket, args.Key))
end

---------------------------------------------------------------------------------------------------
-- Presigned URLs

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

---------------------------------------------------------------------------------------------------
-- Prefixes: all versions, delete markers and unfinished uploads of the keys that begin so.

-- Calls f; false if there is no such bucket. Other errors go on.
local function unless_no_bucket(f, ...)
  local ok, problem = pcall(f, ...)
  if ok then return true end
  if slrun.code_of(problem) == "NoSuchBucket" then return false end
  error(problem, 0)
end

-- How directory buckets, and others' servers, refuse to list what they do not have.
local UNKNOWN <const> = { MethodNotAllowed = true, NotImplemented = true }

-- Calls visit with each page of the operation; false if the server has no such operation.
local function each_page(op, args, visit)
  local ok, problem = pcall(function()
    for page in s3.pages(op, { Bucket = args.Bucket, Prefix = args.Prefix }) do visit(page) end
  end)
  if not ok and not UNKNOWN[slrun.code_of(problem)] then error(problem, 0) end
  return ok
end

-- Each version and delete marker of the prefix, as visit(version, is it a marker). Where there are no
-- versions, each object is one.
local function each_version(args, visit)
  local function all(list, marker)
    for _, version in ipairs(list or {}) do visit(version, marker) end
  end
  if not each_page("list_object_versions", args, function(page)
    all(page.Versions, false)
    all(page.DeleteMarkers, true)
  end) then
    for page in s3.pages("list_objects_v2", { Bucket = args.Bucket, Prefix = args.Prefix }) do all(page.Contents, false) end
  end
end

local function each_upload(args, visit)
  each_page("list_multipart_uploads", args, function(page)
    for _, upload in ipairs(page.Uploads or {}) do visit(upload) end
  end)
end

local function delete_batch(bucket, objects)
  local done = s3.delete_objects { Bucket = bucket, Delete = { Objects = objects, Quiet = true } }
  local first = done.Errors and done.Errors[1]
  if first then
    slrun.error(("s3: %d of %d objects could not be deleted; %s: %s (%s)"):format(#done.Errors, #objects, first.Key,
      first.Code, first.Message), 2)
  end
end

-- A key with control characters has no place in XML: it goes by itself.
local function delete_versions(bucket, versions)
  local batch = {}
  for _, version in ipairs(versions) do
    local object = { Key = version.Key, VersionId = version.VersionId }
    if version.Key:find("%c") then
      s3.delete_object { Bucket = bucket, Key = object.Key, VersionId = object.VersionId }
    else
      batch[#batch + 1] = object
    end
    if #batch == BATCH then
      delete_batch(bucket, batch)
      batch = {}
    end
  end
  if #batch > 0 then delete_batch(bucket, batch) end
end

local function empty(args)
  local versions, uploads = {}, {}
  each_version(args, function(version) versions[#versions + 1] = version end)
  delete_versions(args.Bucket, versions)
  each_upload(args, function(upload) uploads[#uploads + 1] = upload end)
  for _, upload in ipairs(uploads) do
    s3.abort_multipart_upload { Bucket = args.Bucket, Key = upload.Key, UploadId = upload.UploadId }
  end
  return #versions + #uploads
end

--- Deletes all that begins with a prefix, with all versions, and ends unfinished uploads there; how
--- many that were: s3.delete_prefix { Bucket = name, Prefix = "in/" }
function s3.delete_prefix(args)
  need("s3.delete_prefix", args, { "Bucket", "Prefix" })
  if args.Prefix == "" then slrun.whole("s3.delete_prefix s3://" .. args.Bucket, "AWS::S3::Bucket", args.Bucket) end
  return empty(args)
end

--- Claims all that begins with a prefix: t:own(s3.prefix { Bucket = name, Prefix = t.id .. "/" })
--- A bucket that is not there any more holds nothing.
s3.prefix = slrun.claim("prefix", {
  params = { Bucket = "string", Prefix = "string" },
  describe = function(args) return ("s3 prefix s3://%s/%s"):format(args.Bucket, args.Prefix) end,
  empty = function(args) unless_no_bucket(empty, args) end,
  whole = function(args)
    if args.Prefix == "" then return "AWS::S3::Bucket", args.Bucket end
  end,
  remaining = function(args)
    local count = 0
    local function one() count = count + 1 end
    unless_no_bucket(function()
      each_version(args, one)
      each_upload(args, one)
    end)
    return count
  end,
})

---------------------------------------------------------------------------------------------------
-- Listeners. S3 tells nobody by itself what has come: the versions under a prefix are listed, and
-- what was not there a round before is told.

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
  for key in pairs(args) do
    if key ~= "Bucket" and key ~= "Prefix" and key ~= "match" then
      slrun.error(("s3.listen has no '%s'; it takes Bucket, Prefix and match"):format(tostring(key)), 2)
    end
  end
  return slrun.listen("prefix", { Bucket = args.Bucket, Prefix = args.Prefix or "" }, { match = args.match })
end

---------------------------------------------------------------------------------------------------
-- The autopsy of a bucket: what was written in that time, among its first keys, and what it tells to whom.

local function receiver(one) return one.QueueArn or one.TopicArn or one.LambdaFunctionArn or "" end

-- "s3:ObjectCreated:* of keys with suffix .csv to Uploads"
local function notification(one)
  local words = { table.concat(one.Events or {}, ", ") }
  local rules = one.Filter and one.Filter.Key and one.Filter.Key.FilterRules or {}
  for i, rule in ipairs(rules) do
    words[#words + 1] = ("%s %s %s"):format(i == 1 and "of keys with" or "and", tostring(rule.Name):lower(), rule.Value)
  end
  return table.concat(words, " ") .. " to " .. receiver(one):match "[^:]*$"
end

-- Their words, and the ARNs of who gets them.
local function notifications(resource, look)
  local found, all, arns = look:ask(s3.get_bucket_notification_configuration, { Bucket = resource.name }), slrun.list {}, slrun.list {}
  for _, kind in ipairs { "QueueConfigurations", "TopicConfigurations", "LambdaFunctionConfigurations" } do
    for _, one in ipairs(found and found[kind] or {}) do all[#all + 1], arns[#arns + 1] = notification(one), receiver(one) end
  end
  return all, arns
end

slrun.autopsy("AWS::S3::Bucket", function(resource, look)
  local page, code = look:ask(s3.list_objects_v2, { Bucket = resource.name })
  if not page then return code and { says = code, level = "error" } end
  local entries, from = slrun.list {}, look.acted // 1000 -- S3's times are whole seconds
  for _, object in ipairs(page.Contents or {}) do
    if object.LastModified >= from then
      entries[#entries + 1] = { lines = slrun.list { ("%s (%s bytes)"):format(object.Key, object.Size) } }
    end
  end
  local passes, targets = notifications(resource, look)
  return { says = ("%d object%s written%s"):format(#entries, #entries == 1 and "" or "s",
    page.IsTruncated and ", among its first keys" or ""), level = #entries > 0 and "notice" or nil, entries = entries,
    passes = #entries > 0 and passes or nil, targets = targets }
end)
