-- exit: 0
-- out: 7 passed

local function refused(what, f)
  expect(f):raises(what .. " is not for specs")
end

case "os.exit is not for specs" (function() refused("os.exit", function() os.exit(0) end) end)
case "os.execute is not for specs" (function() refused("os.execute", function() os.execute "true" end) end)
case "io.popen is not for specs" (function() refused("io.popen", function() io.popen "true" end) end)

case "C libraries are not loaded from relative paths" (function()
  for entry in package.cpath:gmatch "[^;]+" do expect(entry):matches "^/" end
end)

case "a Lua file beside the spec can be required" (function()
  expect(require("lib.beside").answer):equals(42)
end)

case "a name of t's own cannot be taken" (function(t)
  expect(function() t.id = "mine" end):raises "t.id is t's own"
  expect(function() t.defer = 1 end):raises "t.defer is t's own"
end)

case "lua-cjson is there" (function()
  expect(require("cjson").decode '{"a":[1,2]}'):equals { a = { 1, 2 } }
end)
