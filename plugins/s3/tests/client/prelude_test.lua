-- SPDX-License-Identifier: Apache-2.0
-- The prelude over a service that this file plays: one that lists no versions and no uploads, as
-- directory buckets and some servers (tests/harness/prelude.lua).
local parts <const>, run_prelude <const> = ...

local function refuse(code) return function() error({ code = code, message = code }, 0) end end

-- A service with these keys, whose lists of versions and of uploads are refused with `code`.
local function new_world(keys, code)
  local world = { deleted = {}, sources = {}, autopsies = {} }
  local same = function(value) return value end
  local slrun = {
    code_of = assert(loadfile(parts .. "/waiter.lua", "t"))({}).code_of,
    binary = same, file = same, list = same, map = same, presign = same, sleep = same,
    error = function(message, level) error(message, level and level + 1) end,
    claim = function(_, definition) return definition end,
    listen = same,
    source = function(name, definition) world.sources[name] = definition end,
    autopsy = function(name, look) world.autopsies[name] = look end,
    ready = function() end,
  }
  local s3 = {
    paging = {
      list_objects_v2 = { input = "ContinuationToken", output = "NextContinuationToken", items = "Contents" },
      list_object_versions = { input = "KeyMarker", output = "NextKeyMarker", items = "Versions" },
      list_multipart_uploads = { input = "KeyMarker", output = "NextKeyMarker", items = "Uploads" },
    },
    list_object_versions = refuse(code), list_multipart_uploads = refuse(code),
    put_object = same, get_object = same,
    get_bucket_notification_configuration = function()
      return { QueueConfigurations = { { QueueArn = "arn:aws:sqs:us-east-1:1:arrivals", Events = { "s3:ObjectCreated:*" },
        Filter = { Key = { FilterRules = { { Name = "Suffix", Value = ".csv" } } } } } } }
    end,
    -- one object a page
    list_objects_v2 = function(args)
      local at = tonumber(args.ContinuationToken or 1)
      local key = keys[at]
      return { Contents = key and { { Key = key, ETag = "e" .. key, Size = 1, LastModified = at } },
        IsTruncated = at < #keys, NextContinuationToken = at < #keys and tostring(at + 1) or nil }
    end,
    delete_objects = function(args)
      for _, object in ipairs(args.Delete.Objects) do world.deleted[#world.deleted + 1] = object end
      return {}
    end,
  }
  assert(loadfile(parts .. "/pages.lua", "t")) { part = function() return { slrun = slrun } end } (s3, "s3")
  run_prelude(s3, slrun)
  world.s3 = s3
  return world
end

local function equal(got, expected, what)
  if got ~= expected then
    error(("%s: expected %s, got %s"):format(what, tostring(expected), tostring(got)), 2)
  end
end

local tests <const> = {}
local args <const> = { Bucket = "b", Prefix = "" }

for _, code in ipairs { "MethodNotAllowed", "NotImplemented" } do
  tests["a claim empties a bucket without versions: " .. code] = function()
    local world = new_world({ "a", "b", "c" }, code)
    equal(world.s3.prefix.remaining(args), 3, "before")
    world.s3.prefix.empty(args)
    equal(#world.deleted, 3, "deleted")
    equal(world.deleted[3].Key, "c", "the last")
    equal(world.deleted[3].VersionId, nil, "its version")
  end
end

tests["a listener hears of objects without versions"] = function()
  local keys = { "a" }
  local source = new_world(keys, "NotImplemented").sources.prefix
  local state = source.open(args)
  equal(#source.read(args, state), 0, "what was there")
  keys[2] = "b"
  local found = source.read(args, state)
  equal(#found, 1, "what came")
  equal(found[1].Key, "b", "its key")
  equal(found[1].DeleteMarker, nil, "a marker")
end

tests["other errors go on"] = function()
  local world = new_world({ "a" }, "AccessDenied")
  local ok, problem = pcall(world.s3.prefix.empty, args)
  equal(ok, false, "emptied")
  equal(problem.code, "AccessDenied", "the code")
  equal(#world.deleted, 0, "deleted")
end

tests["a bucket that is gone holds nothing"] = function()
  local world = new_world({ "a" }, "NoSuchBucket")
  equal(world.s3.prefix.remaining(args), 0, "remaining")
  world.s3.prefix.empty(args)
end

tests["an autopsy tells what was written since the act"] = function()
  local world = new_world({ "old", "new" }, "NotImplemented") -- written at 1 and 2 s; one object a page
  local function look(acted)
    return world.autopsies["AWS::S3::Bucket"]({ name = "b" }, { acted = acted, ask = function(_, op, given) return op(given) end })
  end
  equal(look(1999).says, "1 object written, among its first keys", "since second 1")
  equal(look(1999).entries[1].lines[1], "old (1 bytes)", "the entry")
  equal(look(1999).passes[1], "s3:ObjectCreated:* of keys with suffix .csv to arrivals", "what it tells to whom")
  equal(look(2000).level, nil, "nothing since second 2")
  equal(look(2000).passes, nil, "what it tells of nothing")
end

local names, failed = {}, 0
for name in pairs(tests) do names[#names + 1] = name end
table.sort(names)
for _, name in ipairs(names) do
  local ok, problem = xpcall(tests[name], debug.traceback)
  print((ok and "ok    " or "FAIL  ") .. name .. (ok and "" or ": " .. tostring(problem)))
  failed = failed + (ok and 0 or 1)
end
os.exit(failed == 0)
