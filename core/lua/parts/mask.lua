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

-- A line of a spec: literals that are given to such names.
function mask.source(line)
  return (line:gsub("%f[%w_]([%w_]+)([\"'%]]*%s*=%s*[\"'])([^%s\"'][^\"']*)", function(key, between)
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

-- As text(), and what stands behind `password=`, `"token": "` and the like in someone's output.
function mask.output(text)
  text = pairs_masked(known_masked(text)):gsub("\0", "\\0") -- first: what follows might cut one in two
  text = text:gsub("%f[%w_%-]([%w_%-]+)(\\?[\"']?%s*[:=]%s*\\?[\"']?)([^%s\"'&,;}%)\\]+)", function(key, between, value)
    if mask.is_secret(key) and not (key:lower():find("authorization") and value:find("^%u%w")) then
      return key .. between .. HIDDEN
    end
  end)
  return mask.text(text)
end

return mask
