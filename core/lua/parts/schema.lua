-- SPDX-License-Identifier: Apache-2.0
-- JSON Schema, draft 7 (draft-handrews-json-schema-validation-01): what expect(x):conforms_to(schema) judges by. A keyword is a
-- function that tells what is wrong. What is no keyword is let be, as the draft wants; keywords of later drafts are refused,
-- since a schema that is judged in part would hold by mistake.
local core = ...
local misuse = core.part("caller").misuse
local equal = core.part "equal"
local regex = core.part "regex"
local repr = core.part "repr"

local LEVELS = 100 -- schemas within schemas: a $ref that leads to itself ends there
local SHOWN = 20   -- of what is wrong

local LATER = { prefixItems = true, unevaluatedItems = true, unevaluatedProperties = true, dependentRequired = true,
  dependentSchemas = true, minContains = true, maxContains = true, ["$dynamicRef"] = true, ["$recursiveRef"] = true }

-- Values --------------------------------------------------------------------------------------

local function is_number(v) return equal.is_number(v) end
local function float(v) return type(v) == "number" and v or tonumber(rawget(v, 1)) end

-- "array", "object" (also an empty table that does not say what it is), or nil.
local function container(v)
  if type(v) ~= "table" or equal.tag_of(v) then return nil end
  local meta = getmetatable(v)
  local told = type(meta) == "table" and rawget(meta, "__slrun_container")
  if told then return told == "list" and "array" or "object" end
  return #v > 0 and "array" or "object"
end

local function is_list(v) return container(v) == "array" end
local function is_map(v) return container(v) == "object" end

local types = {
  null = function(v) return v == core.null end,
  boolean = function(v) return type(v) == "boolean" end,
  string = function(v) return type(v) == "string" end,
  number = is_number,
  integer = function(v) return is_number(v) and float(v) % 1 == 0 end,
  array = is_list,
  object = is_map,
}

local function is_a(v, name)
  local is = types[name] or misuse("a schema has no type %s", repr.of(name))
  return is(v)
end

local function same(a, b) return container(a) == container(b) and equal.same(a, b) end

local function members(map)
  local n = 0
  for _ in next, map do n = n + 1 end
  return n
end

local function length(text) return utf8.len(text) or #text end

local function divides(number, by)
  local q = number / by
  if q ~= q or math.abs(q) >= 2 ^ 53 then return math.fmod(number, by) == 0 end
  return math.abs(q - math.floor(q + 0.5)) <= 1e-12 * math.max(1, math.abs(q))
end

-- Judging -------------------------------------------------------------------------------------

local judge

-- c: of one judgement: root (the document), list of what is wrong, count, level.
local function wrong(c, path, text, ...)
  c.count = c.count + 1
  if #c.list < SHOWN then c.list[#c.list + 1] = { path = path, text = text:format(...) } end
end

local function holds(c, schema, value)
  local inner = { root = c.root, old = c.old, list = {}, count = 0, level = c.level }
  judge(inner, schema, value, "")
  return inner.count == 0
end

-- bound("at least", order): a keyword that compares numbers.
local function bound(word, fits)
  return function(c, want, value, path)
    if not fits(equal.order(value, want)) then wrong(c, path, "expected %s %s, got %s", word, repr.of(want), repr.of(value)) end
  end
end

-- size("at least", length, fits): a keyword that compares how much there is.
local function size(word, measure, fits)
  return function(c, want, value, path)
    local n = measure(value)
    if not fits(n, want) then wrong(c, path, "expected length %s %s, got %d", word, repr.of(want), n) end
  end
end

local function least(n, want) return n >= want end
local function most(n, want) return n <= want end
local function count(list) return #list end

local function any_of(c, list, value)
  local n = 0
  for _, schema in ipairs(list) do
    if holds(c, schema, value) then n = n + 1 end
  end
  return n
end

local function properties(c, schema, value, path)
  local named, by_pattern, others = schema.properties or {}, schema.patternProperties or {}, schema.additionalProperties
  for name, member in next, value do
    local at, known = path .. repr.step(name), rawget(named, name) ~= nil
    if known then judge(c, named[name], member, at) end
    for pattern, inner in next, by_pattern do
      if regex.finds(pattern, name) then
        known = true
        judge(c, inner, member, at)
      end
    end
    if not known and others == false then
      wrong(c, at, "expected nothing there, got %s", repr.of(member, name))
    elseif not known and others ~= nil then
      judge(c, others, member, at)
    end
  end
end

local function items(c, schema, value, path)
  local each = schema.items
  if each == nil then return end
  for i, member in ipairs(value) do
    local at, inner = ("%s[%d]"):format(path, i), each
    if container(each) == "array" then inner = each[i] end
    if inner == nil then inner = schema.additionalItems end
    if inner ~= nil then judge(c, inner, member, at) end
  end
end

local function dependencies(c, want, value, path)
  for name, needs in next, want do
    if rawget(value, name) ~= nil and is_list(needs) then
      for _, other in ipairs(needs) do
        if rawget(value, other) == nil then wrong(c, path .. repr.step(other), "expected something there, as %s is", name) end
      end
    elseif rawget(value, name) ~= nil then
      judge(c, needs, value, path)
    end
  end
end

-- { keyword, what it is about, function(c, want, value, path, schema) }, in the order that is told.
local keywords = {
  { "type", nil, function(c, want, value, path)
    local names = type(want) == "table" and want or { want }
    for _, name in ipairs(names) do
      if is_a(value, name) then return end
    end
    wrong(c, path, "expected the type %s, got %s", table.concat(names, " or "), repr.of(value))
  end },
  { "const", nil, function(c, want, value, path)
    if not same(value, want) then wrong(c, path, "expected %s, got %s", repr.of(want), repr.of(value)) end
  end },
  { "enum", nil, function(c, want, value, path)
    for _, one in ipairs(want) do
      if same(value, one) then return end
    end
    wrong(c, path, "expected one of %s, got %s", repr.of(want), repr.of(value))
  end },
  { "minimum", is_number, bound("at least", function(o) return o and o >= 0 end) },
  { "maximum", is_number, bound("at most", function(o) return o and o <= 0 end) },
  { "exclusiveMinimum", is_number, bound("above", function(o) return o == 1 end) },
  { "exclusiveMaximum", is_number, bound("below", function(o) return o == -1 end) },
  { "multipleOf", is_number, function(c, want, value, path)
    if not divides(float(value), float(want)) then
      wrong(c, path, "expected a multiple of %s, got %s", repr.of(want), repr.of(value))
    end
  end },
  { "minLength", types.string, size("at least", length, least) },
  { "maxLength", types.string, size("at most", length, most) },
  { "pattern", types.string, function(c, want, value, path)
    if not regex.finds(want, value) then wrong(c, path, "expected a match of %s, got %s", want, repr.of(value)) end
  end },
  { "minItems", is_list, size("at least", count, least) },
  { "maxItems", is_list, size("at most", count, most) },
  { "uniqueItems", is_list, function(c, want, value, path)
    for i = 1, want and #value or 0 do
      for j = 1, i - 1 do
        if same(value[i], value[j]) then return wrong(c, ("%s[%d]"):format(path, i), "it stands at [%d] already", j) end
      end
    end
  end },
  { "contains", is_list, function(c, want, value, path)
    for _, member in ipairs(value) do
      if holds(c, want, member) then return end
    end
    wrong(c, path, "none of its members is what 'contains' asks for")
  end },
  { "minProperties", is_map, size("at least", members, least) },
  { "maxProperties", is_map, size("at most", members, most) },
  { "required", is_map, function(c, want, value, path)
    for _, name in ipairs(want) do
      if rawget(value, name) == nil then wrong(c, path .. repr.step(name), "expected something there, it is absent") end
    end
  end },
  { "propertyNames", is_map, function(c, want, value, path)
    for name in next, value do judge(c, want, name, path .. repr.step(name)) end
  end },
  { "dependencies", is_map, dependencies },
  { "allOf", nil, function(c, want, value, path)
    for _, schema in ipairs(want) do judge(c, schema, value, path) end
  end },
  { "anyOf", nil, function(c, want, value, path)
    if any_of(c, want, value) == 0 then wrong(c, path, "none of the schemas of 'anyOf' holds") end
  end },
  { "oneOf", nil, function(c, want, value, path)
    local n = any_of(c, want, value)
    if n ~= 1 then wrong(c, path, "one of the schemas of 'oneOf' must hold, %d do", n) end
  end },
  { "not", nil, function(c, want, value, path)
    if holds(c, want, value) then wrong(c, path, "the schema of 'not' holds") end
  end },
  { "if", nil, function(c, want, value, path, schema)
    local branch = schema["else"]
    if holds(c, want, value) then branch = schema["then"] end
    if branch ~= nil then judge(c, branch, value, path) end
  end },
}

-- The schema that "#/definitions/order" names.
local function resolve(root, ref)
  local pointer = type(ref) == "string" and ref:match "^#(.*)$"
  if not pointer or (pointer ~= "" and pointer:sub(1, 1) ~= "/") then
    misuse("a schema's $ref goes into the same document, such as \"#/definitions/order\", got %s", repr.of(ref))
  end
  local at = root
  for name in pointer:gmatch "/([^/]*)" do
    name = name:gsub("%%(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end):gsub("~1", "/"):gsub("~0", "~")
    local index = is_list(at) and math.tointeger(tonumber(name))
    if type(at) == "table" then at = rawget(at, index and index + 1 or name) else at = nil end
    if at == nil then misuse("the schema has no %s", ref) end
  end
  return at
end

function judge(c, schema, value, path)
  if schema == true then return end
  if schema == false then return wrong(c, path, "expected nothing there, got %s", repr.of(value)) end
  if not is_map(schema) then misuse("a schema is a table or a boolean, got %s", repr.of(schema)) end
  if c.level == LEVELS then misuse("a schema's $ref leads to itself, or more than %d schemas are nested", LEVELS) end
  c.level = c.level + 1
  local ref = rawget(schema, "$ref")
  if ref ~= nil then judge(c, resolve(c.root, ref), value, path) end
  for name in next, schema do
    if LATER[name] then misuse("the schema has '%s', which is none of draft 7", name) end
  end
  if ref == nil or not c.old then
    for _, keyword in ipairs(keywords) do
      local want = rawget(schema, keyword[1])
      if want ~= nil and (not keyword[2] or keyword[2](value)) then keyword[3](c, want, value, path, schema) end
    end
    if is_map(value) then properties(c, schema, value, path) end
    if is_list(value) then items(c, schema, value, path) end
  end
  c.level = c.level - 1
end

-- Documents -----------------------------------------------------------------------------------

local files = {} -- read, by their path

local function read(path)
  local folder = core.path():match "^(.*/)" or ""
  local whole = path:sub(1, 1) == "/" and path or folder .. path
  if files[whole] == nil then
    local text, why = core.file(whole)
    if not text then misuse("there is no schema: %s", why) end
    local schema, problem = core.from_json(text)
    if schema == nil then misuse("%s is no JSON: %s", path, problem) end
    files[whole] = schema
  end
  return files[whole]
end

local schemas = {}

-- What is wrong with the value, and how much is; schema: a table, a boolean, or the path of a file.
function schemas.judge(value, schema)
  local root = schema
  if type(schema) == "string" then root = read(schema) end
  local dialect = type(root) == "table" and rawget(root, "$schema")
  local c = { root = root, list = {}, count = 0, level = 0, old = type(dialect) == "string" and dialect:find "draft%-0" ~= nil }
  if value == nil then wrong(c, "", "expected something there, it is absent") else judge(c, root, value, "") end
  return c.list, c.count
end

return schemas
