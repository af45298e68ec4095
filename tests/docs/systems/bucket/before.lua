-- SPDX-License-Identifier: Apache-2.0
local s3 <const> = require "slrun.s3"
pattern { name = "bucket", stack = ".", sla = "15s" }
for _, name in ipairs { "cat.png", "large.bin" } do
  local file <close> = assert(io.open(name, "wb"))
  file:write(("x"):rep(1000))
end
