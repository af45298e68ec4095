-- SPDX-License-Identifier: Apache-2.0
-- Uploads, in one request or in parts that are read from the file one by one; downloads.
local s3 <const>, slrun <const> = ...
local arguments <const> = slrun.part "arguments"
local copy_of <const>, pick <const>, need <const> = arguments.copy_of, arguments.pick, arguments.need

local PART <const> = 8 << 20        -- bytes of a part unless told; AWS: 5 MiB to 5 GiB
local WHOLE <const> = 16 << 20      -- up to so many bytes go up in one request
local MOST_PARTS <const> = 10000

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
