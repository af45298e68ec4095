-- SPDX-License-Identifier: Apache-2.0
-- Waiters, under boto3's names.
local s3 <const>, slrun <const> = ...
local need <const> = slrun.part("arguments").need

local WITHIN <const> = "60s"        -- of a waiter, unless told

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
