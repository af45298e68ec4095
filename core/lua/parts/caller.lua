-- SPDX-License-Identifier: Apache-2.0
-- Errors that name the line of the spec, or tell where they come from.
local core = ...

local caller = {}

-- A word of the language was used wrongly: an error at the line of the spec, which ends any wait.
function caller.misuse(text, ...)
  local source, line = core.caller()
  local message = select("#", ...) > 0 and text:format(...) or text
  error(source and ("%s:%d: %s"):format(source:sub(2), line, message) or message, 0)
end

-- A plain Lua error, with where it came from: kept through protected calls.
local lua_error_mt = { __name = "slrun.lua_error", __tostring = function(e) return e.message end }

-- The handler for xpcall: errors of every other kind know where they come from.
function caller.with_traceback(e)
  if type(e) ~= "string" then return e end
  return setmetatable({ kind = "lua", message = e, traceback = core.traceback(2) }, lua_error_mt)
end

return caller
