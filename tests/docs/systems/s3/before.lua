-- SPDX-License-Identifier: Apache-2.0
local s3 <const> = require "slrun.s3"
pattern { name = "s3", stack = ".", sla = "15s" }
local file <close> = assert(io.open("cat.png", "wb"))
file:write(("x"):rep(1000))
