-- SPDX-License-Identifier: Apache-2.0
local dynamodb <const> = require "slrun.dynamodb"
pattern { name = "dynamodb", stack = ".", sla = "15s" }
