-- SPDX-License-Identifier: Apache-2.0
-- What must not be seen: values under keys that are called like secrets, presigned queries,
-- authorization headers, and the values that operations declare secret.
local core = ...

local HIDDEN = "***"

local mask = { hidden = HIDDEN }

-- Parts of a key's name, without case, hyphens and underscores. plugin/mask_words.c knows them, too: a text without any of
-- them, and without those of the rules below, is not brought here.
local PARTS = { "password", "passwd", "passphrase", "secret", "authorization", "apikey", "privatekey",
  "credential", "cookie", "xamzsignature" }
-- Names that end so are secrets, unless they are known to be none.
local ENDS = { "token", "pwd" }
local HARMLESS = { nexttoken = true, continuationtoken = true, nextcontinuationtoken = true,
  clientrequesttoken = true, clienttoken = true, paginationtoken = true, startingtoken = true,
  idempotencytoken = true, nextforwardtoken = true, nextbackwardtoken = true, tasktoken = false,
  secretarn = true, secretname = true, secretid = true, secretlist = true, secretvalues = true,
  secretidlist = true, secretversionstostages = true, credentialscope = true }

local known = {} -- by key

local function judge(key)
  local name = key:lower():gsub("[-_ .]", "")
  if HARMLESS[name] then return false end
  for _, part in ipairs(PARTS) do
    if name:find(part, 1, true) then return true end
  end
  for _, ending in ipairs(ENDS) do
    if name:sub(-#ending) == ending then return true end
  end
  return false
end

-- Whether a value under this key is a secret.
function mask.is_secret(key)
  if type(key) ~= "string" or #key > 64 then return false end
  if known[key] == nil then known[key] = judge(key) end
  return known[key]
end

local SIGNED = { "[Xx]%-[Aa][Mm][Zz]%-[Ss]ignature", "[Xx]%-[Aa][Mm][Zz]%-[Cc]redential",
  "[Xx]%-[Aa][Mm][Zz]%-[Ss]ecurity%-[Tt]oken", "AWSAccessKeyId", "Signature" }

local function plain(text) return (text:gsub("%W", "%%%0")) end

-- Values that operations and the run declare secret.
local function known_masked(text)
  for secret in next, core.secrets() do
    if text:find(secret, 1, true) then text = text:gsub(plain(secret), HIDDEN) end
  end
  return text
end

-- The same; presigned queries; signed headers.
function mask.text(text)
  text = known_masked(text)
  if text:find("=", 1, true) then
    for _, name in ipairs(SIGNED) do
      text = text:gsub("(%f[%w]" .. name .. "=)[^&%s\"'<>,;)]+", "%1" .. HIDDEN)
    end
  end
  if text:find("AWS4-", 1, true) then
    text = text:gsub("(AWS4%-%u+%-SHA256)%s+[^\"'\r\n]+", "%1 " .. HIDDEN)
  end
  return (text:gsub("(%f[%w][Bb]earer%s+)[%w%-._~+/]+=*", "%1" .. HIDDEN))
end

-- A line of someone's code: literals that are given to such names. What is no literal is the code that one looks for.
function mask.source(line)
  return (line:gsub("%f[%w_]([%w_]+)(\\?[\"'%]]*%s*[:=]=?%s*\\?[\"'])([^%s\"'][^\"']*)", function(key, between)
    if mask.is_secret(key) then return key .. between .. HIDDEN end
  end))
end

-- Names and values as services pair them: DynamoDB's {"S": ...}, parameters of CloudFormation in forms and XML.
local PAIRS = {
  '(")([%w_%-]+)(\\?"%s*:%s*{%s*\\?"%u+\\?"%s*:%s*\\?")([^"\\]+)',
  "(ParameterKey=)([%w_%-]+)(&[%w%.]*ParameterValue=)([^&%s]+)",
  "(<ParameterKey>)([%w_%-]+)(</ParameterKey>%s*<ParameterValue>)([^<]+)",
}

local function pairs_masked(text)
  for _, pattern in ipairs(PAIRS) do
    text = text:gsub(pattern, function(before, key, between)
      if mask.is_secret(key) then return before .. key .. between .. HIDDEN end
    end)
  end
  return text
end

-- What is there in place of a secret, and says why something fails.
local NOTHING <const> = { None = true, null = true, undefined = true, ["nil"] = true, NaN = true, ["true"] = true, ["false"] = true,
  True = true, False = true }

-- What names how a header authorizes, and is followed by the secret.
local SCHEMES <const> = { basic = true, bearer = true, digest = true, negotiate = true, token = true, apikey = true }

-- Where what stands in quotes, open from before `at` on, ends: at the quote of its kind, or with the line.
local function quoted_end(text, at)
  local quote = text:sub(at - 1, at - 1)
  if text:sub(at - 2, at - 2) == "\\" then return text:find("[\\\n]", at) or #text + 1 end
  local stop = at
  repeat
    stop = text:find("[\\\n" .. quote .. "]", stop) or #text + 1
    local escapes = text:sub(stop, stop) == "\\"
    if escapes then stop = stop + 2 end
  until not escapes
  return math.min(stop, #text + 1)
end

-- Where the secret that a name is given at `at` begins and ends; nil where it is none, or one for text().
local function secret_at(text, at, key)
  local scheme, behind = text:match("^([%a%d%-]+)%s+()", at)
  local named = key:lower():find("authorization", 1, true) and scheme and scheme:lower() or ""
  if named:find "^aws4%-" then return nil end
  if SCHEMES[named] then at = behind end
  local ends = text:find("^[\"']", at - 1) and quoted_end(text, at) or text:match("^[^%s\"'&,;}%)\\]*()", at)
  if ends > at and not NOTHING[text:sub(at, ends - 1)] then return at, ends end
end

-- What is given to such names, wherever they stand: `Error: token=...`, too.
local function spoken(text)
  local out, at, from = {}, 1, 1
  while true do
    local first, _, key, value = text:find("%f[%w_%-]([%w_%-]+)\\?[\"']?%s*[:=]%s*\\?[\"']?()", from)
    if not first then break end
    from = value
    local begins, ends
    if mask.is_secret(key) then begins, ends = secret_at(text, value, key) end
    if begins then
      out[#out + 1] = text:sub(at, begins - 1) .. HIDDEN
      at, from = ends, ends
    end
  end
  return table.concat(out) .. text:sub(at)
end

-- Python's frames: the line behind such a one is of the program's text, also where JSON has both in a string.
local FRAME <const> = "File \\*\"[^\"\n]-\\*\", line %d+[^\n\r\\]*()"

-- Where the line of code behind a frame begins and ends, from `at` on; nil where none is.
local function next_code(text, at)
  local stop = text:match(FRAME, at)
  local first = stop and (text:match("^\r?[\n\r]()", stop) or text:match("^\\+[nr]()", stop))
  if not stop then return nil end
  if not first then return stop, stop - 1 end
  return first, math.min(text:find("[\n\r]", first) or #text + 1, text:find("\\+[nr]", first) or #text + 1) - 1
end

-- As text(), and what stands behind `password=`, `"token": "` and the like in someone's output. `before`: the line that stands
-- before it there, or nil.
function mask.output(text, before)
  text = pairs_masked(known_masked(text)):gsub("\0", "\\0") -- first: what follows might cut one in two
  if before and before:find("^%s*" .. FRAME) then return mask.text(mask.source(text)) end
  local out, at = {}, 1
  local first, last = next_code(text, at)
  while first do
    out[#out + 1] = spoken(text:sub(at, first - 1)) .. mask.source(text:sub(first, last))
    at = last + 1
    first, last = next_code(text, at)
  end
  return mask.text(table.concat(out) .. spoken(text:sub(at)))
end

return mask
