-- SPDX-License-Identifier: Apache-2.0
-- Tells which words this slrun knows, from its own tables: "word GROUP NAME", a line each.

local STOCK <const> = { -- globals of Lua 5.4
  "_G", "_VERSION", "assert", "collectgarbage", "coroutine", "debug", "dofile", "error", "getmetatable",
  "io", "ipairs", "load", "loadfile", "math", "next", "os", "package", "pairs", "pcall", "rawequal",
  "rawget", "rawlen", "rawset", "require", "select", "setmetatable", "string", "table", "tonumber",
  "tostring", "type", "utf8", "xpcall",
}

local function tell(group, words)
  for word in next, words do
    if type(word) == "string" then io.write("word ", group, " ", word, "\n") end
  end
end

local function upvalue(f, wanted)
  for i = 1, 100 do
    local name, value = debug.getupvalue(f, i)
    if name == wanted then return value end
    if not name then error("no upvalue " .. wanted) end
  end
end

local function only(kind, t)
  local found = {}
  for key, value in next, t do found[key] = type(value) == kind or nil end
  return found
end

case "tells" (function(t)
  local globals = only("function", _G)
  for _, name in ipairs(STOCK) do globals[name] = nil end
  tell("global", globals)
  tell("global", only("function", getmetatable(_G).__index)) -- those of the language, and of files

  local index = getmetatable(t).__index
  t:log("loads the methods")
  local methods = upvalue(index, "methods")
  tell("t", upvalue(index, "own_names"))
  tell("t", methods)
  tell("wait", upvalue(upvalue(methods.wait, "method"), "wait_words"))

  local expectation = getmetatable(expect(1)).__index
  tell("expect", only("function", expectation))
  tell("type", upvalue(upvalue(expectation.is_a, "check"), "kinds"))

  local prelude = upvalue(upvalue(methods.own, "method"), "values").slrun_for "any"
  tell("prelude", prelude)
  tell("prelude", getmetatable(prelude).__index)

  for library, functions in pairs { os = os, io = io, debug = debug, package = package, string = string } do
    for name, f in pairs(functions) do
      local _, value = nil, nil
      if type(f) == "function" then _, value = debug.getupvalue(f, 1) end
      if value == library .. "." .. name then io.write("word banned ", value, "\n") end
    end
  end
end)
