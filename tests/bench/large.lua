-- SPDX-License-Identifier: Apache-2.0
-- A large object up to S3 and down again, from file to file: in one request, and in parts.
-- LARGE_FOLDER has the file `sent`; what comes back goes beside it.
local s3 <const> = require "slrun.s3"

local folder <const> = os.getenv "LARGE_FOLDER"

pattern {
  name  = "large-object",
  about = "An object of any size goes through constant memory.",
}

case "comes back whole" {
  each = { how = { "put_object", "upload" } },
  timeout = "300s",

  seed = function(t)
    s3.create_bucket { Bucket = t.id }
    t:own(s3.prefix { Bucket = t.id, Prefix = "" })
  end,

  act = function(t)
    s3[t.how] { Bucket = t.id, Key = "large", Body = s3.file(folder .. "/sent") }
    return s3.get_object { Bucket = t.id, Key = "large", SaveAs = folder .. "/" .. t.how }
  end,

  check = function(t, got)
    expect(got.ContentLength):equals(s3.head_object { Bucket = t.id, Key = "large" }.ContentLength)
  end,
}
