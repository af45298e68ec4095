-- SPDX-License-Identifier: Apache-2.0
-- Values as text for a report: one line, short, secrets hidden, what is left out counted.
local core = ...
local values = core.part "values"
local mask = core.part "mask"
local equal = core.part "equal"

local LONG = 120   -- bytes of a value that are shown
local MEMBERS = 8  -- members of a table that are shown
local DEEPEST = 4  -- levels of tables that are shown
local LINE = 100   -- bytes of a table as a whole, about

local repr = {}

-- The first n bytes without half a character at the end.
local function head(s, n)
  while n > 0 and s:byte(n + 1) and s:byte(n + 1) >= 0x80 and s:byte(n + 1) < 0xC0 do n = n - 1 end
  return s:sub(1, n)
end

repr.head = head

local function tail(s, n)
  local at = #s - n + 1
  while at <= #s and s:byte(at) >= 0x80 and s:byte(at) < 0xC0 do at = at + 1 end
  return s:sub(at)
end

-- Thousands apart: 12,345.
local function counted(n)
  local text = ("%d"):format(n)
  local found
  repeat text, found = text:gsub("^(%d+)(%d%d%d)", "%1,%2") until found == 0
  return text
end
repr.counted = counted

local function quoted(s) return (("%q"):format(s):gsub("\\\n", "\\n"):gsub("\r", "\\r")) end

local function is_text(s) return not s:find("[^\9\10\13\32-\126\128-\255]") and utf8.len(s) ~= nil end
repr.is_text = is_text

local function of_bytes(s)
  local shown = #s > 24 and s:sub(1, 24) or s
  local hex = shown:gsub(".", function(c) return ("%02x"):format(c:byte()) end)
  return ("binary %s%s (%s byte%s)"):format(hex, #s > 24 and "..." or "", counted(#s), #s == 1 and "" or "s")
end

function repr.string(s)
  if not is_text(s) then return of_bytes(s) end
  s = mask.output(s)
  if #s <= LONG then return quoted(s) end
  local shown = head(s, LONG)
  return ("%s... (%s more)"):format(quoted(shown), counted(#s - #shown))
end

-- A window of a long text around the byte `at`.
function repr.window(s, at)
  local first = math.max(1, at - 30)
  local part = head(tail(s, #s - first + 1), 70)
  return (first > 1 and "..." or "") .. quoted(part) .. (first + #part - 1 < #s and "..." or "")
end

-- Keys in the order in which they are shown.
local function sorted_keys(t)
  local keys = {}
  for key in next, t do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    local number_a, number_b = math.type(a) ~= nil, math.type(b) ~= nil
    if number_a and number_b then return a < b end
    if number_a ~= number_b then return number_a end
    return tostring(a) < tostring(b)
  end)
  return keys
end
repr.sorted_keys = sorted_keys

local show

local function of_key(key, value)
  if type(key) == "string" and key:match("^[%a_][%w_]*$") then return key .. " = " .. value end
  return "[" .. show(key, 1, nil) .. "] = " .. value
end

local function of_members(t, depth)
  local keys, parts, n, size = sorted_keys(t), {}, #t, 0
  if #keys == 0 then return "{}" end
  if depth > DEEPEST then return ("{ %s member%s }"):format(counted(#keys), #keys == 1 and "" or "s") end
  for i, key in ipairs(keys) do
    if i > MEMBERS or (i > 1 and size > LINE) then
      parts[#parts + 1] = ("... %s more"):format(counted(#keys - i + 1))
      break
    end
    local text = show(rawget(t, key), depth + 1, key)
    if not (math.type(key) == "integer" and key >= 1 and key <= n) then text = of_key(key, text) end
    parts[#parts + 1] = text
    size = size + #text
  end
  return "{ " .. table.concat(parts, ", ") .. " }"
end

local function cut(text)
  if #text <= LONG then return text end
  local shown = head(text, LONG)
  return ("%s... (%s more)"):format(shown, counted(#text - #shown))
end

local function of_table(v, depth)
  local tag = equal.tag_of(v)
  if tag == "binary" and type(rawget(v, 1)) == "string" then return of_bytes(rawget(v, 1)) end
  if tag == "number" then return cut(tostring(rawget(v, 1))) end
  if equal.is_set(tag) then return "set " .. of_members(v, depth) end
  local meta = getmetatable(v)
  if type(meta) == "table" and rawget(meta, "__tostring") then
    local ok, text = pcall(tostring, v)
    if ok then return cut(mask.output(text)) end
  end
  return of_members(v, depth)
end

function show(v, depth, key)
  local kind = type(v)
  if key ~= nil and v ~= nil and kind ~= "boolean" and v ~= core.null and mask.is_secret(key) then return mask.hidden end
  if kind == "string" then return repr.string(v) end
  if kind == "table" then return of_table(v, depth) end
  if v == core.null then return "null" end
  if kind == "function" or kind == "thread" or kind == "userdata" then return "a " .. kind end
  return tostring(v)
end

-- `key`: under which it stands, if it does: the value of a secret is not shown.
function repr.of(v, key) return show(v, 1, key) end

-- The step of a path: ".status", "[3]", '["a b"]'.
function repr.step(key)
  if type(key) == "string" and key:match("^[%a_][%w_]*$") then return "." .. key end
  return "[" .. show(key, 1, nil) .. "]"
end

-- "a string", "an integer", "a binary": what a value is.
function repr.kind(v)
  if v == nil then return "nothing" end
  if v == core.null then return "null" end
  local name = type(v) == "table" and equal.tag_of(v) or type(v)
  return (name:find("^[aeiou]") and "an " or "a ") .. name:gsub("_", " ")
end

repr.quoted = quoted
repr.values = values
return repr
