-- SPDX-License-Identifier: Apache-2.0
-- Where in the spec something was called: frames of its files, and errors that name the line.
local core = ...

local DEEPEST = 40 -- frames that are looked at
local SHOWN = 4    -- frames of the spec that are kept

local caller = {}

-- The innermost frame of a spec's file, and the text of those that called it from there ("" if none).
function caller.frame()
  local info, others = nil, ""
  local n = 0
  for level = 3, DEEPEST do
    local at = debug.getinfo(level, "Sl")
    if not at then break end
    if at.source:sub(1, 1) == "@" then
      n = n + 1
      if not info then
        info = at
      elseif n <= SHOWN then
        others = ("%s%s:%d\n"):format(others, at.source:sub(2), at.currentline)
      end
    elseif info and at.what ~= "C" then
      break -- slrun's own Lua called the spec here
    end
  end
  return info, others
end

-- A word of the language was used wrongly: an error at the line of the spec, which ends any wait.
function caller.misuse(text, ...)
  local info = caller.frame()
  local message = select("#", ...) > 0 and text:format(...) or text
  error(info and ("%s:%d: %s"):format(info.source:sub(2), info.currentline, message) or message, 0)
end

-- A plain Lua error, with where it came from: kept through protected calls.
local lua_error_mt = { __name = "slrun.lua_error", __tostring = function(e) return e.message end }

-- The handler for xpcall: errors of every other kind know where they come from.
function caller.with_traceback(e)
  if type(e) ~= "string" then return e end
  return setmetatable({ kind = "lua", message = e, traceback = core.traceback(2) }, lua_error_mt)
end

return caller
