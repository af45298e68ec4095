-- SPDX-License-Identifier: Apache-2.0
-- A value that went to a parameter marked SLRUN_SECRET shows in no report, wherever it turns up.
local shelf <const> = require "slrun.shelf"

case "a secret parameter" (function()
  local pin = "open-" .. "sesame"
  pcall(shelf.find, { Name = "a", Pin = pin })
  print("pin: " .. pin)
  expect("the pin is " .. pin):equals "the pin is none"
end)
