-- SPDX-License-Identifier: Apache-2.0
-- Kinds of values that Lua has no word for, and the table `slrun` that a plugin's prelude gets.
local core = ...

local kinds = {} -- tag -> metatable; value.c reads it

-- A kind: a table with the tag's metatable. `scalar`: it wraps one string, else it is a list.
local function define(tag, name, methods, scalar)
  local meta = { __name = name, __slrun_tag = tag, __slrun_scalar = scalar or nil, __index = methods }
  for key, value in pairs(methods) do
    if key:sub(1, 2) == "__" then meta[key] = value end
  end
  kinds[tag] = meta
  return meta
end

local function hex(bytes)
  local shown = #bytes > 32 and bytes:sub(1, 32) or bytes
  local text = shown:gsub(".", function(c) return ("%02x"):format(c:byte()) end)
  return #bytes > 32 and ("%s... (%d bytes)"):format(text, #bytes) or text
end

local binary_mt = define("binary", "slrun.binary", {
  bytes = function(self) return rawget(self, 1) end,
  __tostring = function(self) return "binary " .. hex(rawget(self, 1)) end,
  __eq = function(a, b) return rawget(a, 1) == rawget(b, 1) end,
  __len = function(self) return #rawget(self, 1) end,
}, true)

-- ["path", offset, size] of the ABI; what stands behind the path may be left out.
local file_mt = define("file", "slrun.file", {
  __tostring = function(self) return "file " .. tostring(rawget(self, 1)) end,
})

local number_mt = define("number", "slrun.number", {
  __tostring = function(self) return rawget(self, 1) end,
  __eq = function(a, b) return rawget(a, 1) == rawget(b, 1) end,
}, true)

local list_mt = { __name = "slrun.list", __slrun_container = "list" }
local map_mt = { __name = "slrun.map", __slrun_container = "map" }
kinds.list = list_mt

-- Errors of operations, raised by service.c.
local error_mt = {
  __name = "slrun.error",
  __tostring = function(e)
    local head = ("%s%s.%s: "):format(e.where or "", e.service, e.operation)
    local code, message = e.code ~= "" and e.code or e.kind, e.message
    if e.kind == "usage" and message ~= "" then -- "get_item: unknown parameter ..."
      code, message = message:gsub("^" .. e.operation .. ": ", ""), ""
    end
    return head .. code .. (message ~= "" and ": " .. message or "")
      .. ((e.tries or 0) > 1 and (" (tried %d times)"):format(e.tries) or "")
      .. (e.hint ~= "" and "\n  hint: " .. e.hint or "")
  end,
}

local slrun = {
  null = core.null,
  sleep = core.sleep,
  now = core.now,
}

function slrun.kind(tag, methods)
  if type(tag) ~= "string" or not tag:match("^[a-z][a-z0-9_]*$") then
    error("slrun.kind takes a tag (a-z, 0-9, _) and a table of methods", 2)
  end
  local meta = define(tag, tag, methods or {}, false)
  return function(value) return setmetatable(value, meta) end
end

function slrun.binary(bytes)
  if type(bytes) ~= "string" then error("binary takes a string of bytes, got " .. type(bytes), 2) end
  return setmetatable({ bytes }, binary_mt)
end

-- A file's bytes, or a range of them: slrun.file "path", slrun.file { path =, offset =, size = }.
function slrun.file(args)
  if type(args) == "string" then args = { path = args } end
  if type(args) ~= "table" or type(args.path) ~= "string" then
    error("file takes a path, or a table with path, offset and size", 2)
  end
  for key, value in pairs(args) do
    if key ~= "path" and key ~= "offset" and key ~= "size" then
      error(("file has no '%s'; it takes path, offset and size"):format(tostring(key)), 2)
    end
    if key ~= "path" and (math.type(value) ~= "integer" or value < 0) then
      error(("file: '%s' must be a number of bytes"):format(key), 2)
    end
  end
  return setmetatable({ args.path, args.size and (args.offset or 0) or args.offset, args.size }, file_mt)
end

function slrun.number(text)
  text = tostring(text)
  local digits = text:match("^[+-]?%d+%.?%d*[eE]?[+-]?%d*$") or text:match("^[+-]?%.%d+[eE]?[+-]?%d*$")
  if not digits then error(("number takes decimal digits, got %q"):format(text), 2) end
  return setmetatable({ text }, number_mt)
end

-- JSON as text, and back: for payloads that are bytes.
function slrun.to_json(value) return core.to_json(value) end
function slrun.from_json(text) return core.from_json(text) end

-- That arguments are of these words alone, each of its type; raises at the caller's line.
function slrun.takes(fn, args, words) core.part "takes"(fn, args, words) end

-- What waiters are made of.
function slrun.duration(text) return core.part("waiter").duration(text) end
function slrun.code_of(problem) return core.part("waiter").code_of(problem) end
function slrun.wait(within, look) return core.part("waiter").wait(within, look) end

function slrun.list(value) return setmetatable(value or {}, list_mt) end
function slrun.map(value) return setmetatable(value or {}, map_mt) end

-- A call that was the last of its function has left no frame to blame: core.caller() finds the function.
function slrun.error(message, level)
  level = (level or 1) + 1
  local at = debug.getinfo(level, "S")
  if at and at.source:sub(1, 1) == "@" then error(message, level) end
  local source, line = core.caller()
  error(source and ("%s:%d: %s"):format(source:sub(2), line, message) or message, 0)
end

-- Claims: things that a case owns. t:own() takes what the constructor returns.
local claim_mt = {
  __name = "slrun.claim",
  __tostring = function(claim) return claim.definition.describe(claim.args) end,
}
slrun.claim_mt = claim_mt

-- Of a state: plugin name -> claim name -> constructor, so that a sweep finds what a ledger names.
local claims = {}

local function claim(plugin, name, definition)
  for _, word in ipairs { "describe", "empty", "remaining" } do
    if type(definition[word]) ~= "function" then
      error(("claim %q needs a function '%s'"):format(name, word), 2)
    end
  end
  local function make(args)
    for key, kind in pairs(definition.params or {}) do
      local got = type(args) == "table" and args[key]
      local want = (kind == "map" or kind == "list") and "table" or kind
      if type(got) ~= want then
        error(("%s: '%s' must be a %s, got %s"):format(name, key, kind, type(got)), 2)
      end
    end
    return setmetatable({ plugin = plugin, name = name, args = args, definition = definition }, claim_mt)
  end
  claims[plugin] = claims[plugin] or {}
  claims[plugin][name] = make
  return make
end

-- Operations that empty a whole resource. Of a state: plugin name -> operation -> function(args), which tells its type
-- of CloudFormation and its physical id.
local empties = {}

local function empty(plugin, operation, of)
  empties[plugin] = empties[plugin] or {}
  empties[plugin][operation] = of
end

-- Sources: what listeners listen to (reader.lua). Of a state: plugin name -> source name -> definition.
local sources = {}

local source_words = { params = "table", describe = "function", open = "function", read = "function",
  settle = "function", id = "function", show = "function", settled = "boolean", resource = "function" }

local function source(plugin, name, definition)
  for word, value in pairs(definition) do
    if type(value) ~= source_words[word] then
      error(("source %q: '%s' must be a %s, got %s; %s"):format(name, tostring(word),
        source_words[word] or "word of a source", type(value), core.nearest(tostring(word), source_words)), 2)
    end
  end
  if not definition.read then error(("source %q needs a function 'read'"):format(name), 2) end
  sources[plugin] = sources[plugin] or {}
  sources[plugin][name] = definition
end

local function source_of(plugin, name)
  local definition = (sources[plugin] or {})[name]
  if not definition then
    error(("%s has no source '%s'; %s"):format(plugin, name, core.nearest(name, sources[plugin] or {})), 0)
  end
  return definition
end

-- What is said of a resource after a failure (autopsy.lua). Of a state: type of CloudFormation -> function.
local autopsies = {}

local function autopsy(kind, look)
  if type(kind) ~= "string" or not kind:find("::", 1, true) or type(look) ~= "function" then
    error("slrun.autopsy takes a resource type of CloudFormation and a function", 3)
  end
  autopsies[kind] = look
end

-- Whether a resource is ready, asked before the first case (ready.lua). Of a state: type -> function.
local gates = {}

local function ready(kind, gate)
  if type(kind) ~= "string" or not kind:find("::", 1, true) or type(gate) ~= "function" then
    error("slrun.ready takes a resource type of CloudFormation and a function", 3)
  end
  gates[kind] = gate
end

-- The table `slrun` of one plugin's prelude.
local function slrun_for(plugin)
  return setmetatable({
    claim = function(name, definition) return claim(plugin, name, definition) end,
    source = function(name, definition) source(plugin, name, definition) end,
    autopsy = function(kind, look) autopsy(kind, look) end,
    empties = function(operation, of) empty(plugin, operation, of) end,
    whole = function(what, kind, name) core.part("guard").whole(core.case_t(), what, kind, name, 3) end,
    ready = function(kind, gate) ready(kind, gate) end,
    listen = function(name, args, options) return core.part("listener").listen(plugin, name, args, options) end,
  }, { __index = slrun })
end

return { kinds = kinds, slrun = slrun, slrun_for = slrun_for, claims = claims, source_of = source_of,
  empties = empties, autopsies = autopsies, gates = gates, error_mt = error_mt, hex = hex }
