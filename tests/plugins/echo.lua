-- SPDX-License-Identifier: Apache-2.0
local echo <const> = require "slrun.echo"

case "the plugin's operation and its prelude work on the local cloud" (function()
  expect(echo.text "hello"):equals "hello"
  expect(echo.echo { Text = "", Words = {}, Anything = { {} } })
    :equals { Text = "", Words = {}, Anything = { {} } }
end)

case "a wrong argument is refused before anything is sent" (function()
  expect(function() echo.echo { Txet = "" } end):raises "Txet"
end)
