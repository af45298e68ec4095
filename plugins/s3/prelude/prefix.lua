-- SPDX-License-Identifier: Apache-2.0
-- Prefixes: all versions, delete markers and unfinished uploads of the keys that begin so.
local s3 <const>, slrun <const> = ...
local need <const> = slrun.part("arguments").need

local BATCH <const> = 1000          -- keys that DeleteObjects takes at most

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

return { each_version = each_version }
