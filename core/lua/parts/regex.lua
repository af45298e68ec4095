-- SPDX-License-Identifier: Apache-2.0
-- Regular expressions of JSON Schema (ECMA 262) as POSIX extended ones, which the C library has. What POSIX
-- cannot say is refused.
local core = ...
local misuse = core.part("caller").misuse

local CLASSES = { d = "0-9", w = "A-Za-z0-9_", s = " \t\n\r\f\v" }
local KEPT = 100 -- translations that are kept

local regex = {}
local kept, n_kept = {}, 0

local function refuse(pattern, what)
  misuse("the pattern %s of a schema has %s, which POSIX's regular expressions do not have", pattern, what)
end

-- What stands behind a backslash, outside of brackets.
local function escaped(pattern, sign)
  if CLASSES[sign] then return "[" .. CLASSES[sign] .. "]" end
  if CLASSES[sign:lower()] then return "[^" .. CLASSES[sign:lower()] .. "]" end
  local control = ({ n = "\n", t = "\t", r = "\r", f = "\f", v = "\v" })[sign]
  if control or sign:find "[^%w]" then return control or (sign:find "[%^%$%.%[%]|%(%)%*%+%?{}\\]" and "\\" or "") .. sign end
  return refuse(pattern, "\\" .. sign)
end

-- A set in brackets from `at`, behind "[": POSIX knows no backslash there. Its text, and what follows.
local function set(pattern, at)
  local not_, stop = pattern:match("^(%^?)()", at)
  local has, first, last = "", "", ""
  while stop <= #pattern do
    local sign = pattern:sub(stop, stop)
    if sign == "]" then return "[" .. not_ .. first .. has .. last .. "]", stop + 1 end
    if sign == "\\" then
      stop = stop + 1
      sign = pattern:sub(stop, stop)
      if CLASSES[sign] then has = has .. CLASSES[sign]
      elseif sign == "]" then first = "]"
      elseif sign == "-" or sign == "^" then last = sign == "-" and last .. sign or sign .. last
      elseif sign:find "%w" then refuse(pattern, "\\" .. sign .. " in brackets")
      else has = has .. sign end
    elseif sign == "[" and pattern:find("^[:.=]", stop + 1) then
      refuse(pattern, "[" .. pattern:sub(stop + 1, stop + 1))
    else
      has = has .. sign
    end
    stop = stop + 1
  end
  misuse("the pattern %s of a schema has a [ without its ]", pattern)
end

local function translate(pattern)
  local out, at = {}, 1
  while at <= #pattern do
    local sign, following = pattern:sub(at, at), pattern:sub(at + 1, at + 1)
    if sign == "\\" then
      out[#out + 1], at = escaped(pattern, following), at + 2
    elseif sign == "[" then
      out[#out + 1], at = set(pattern, at + 1)
    elseif sign == "(" and following == "?" then
      if pattern:sub(at + 2, at + 2) ~= ":" then refuse(pattern, pattern:sub(at, at + 2)) end
      out[#out + 1], at = "(", at + 3
    elseif sign:find "[%*%+%?}]" and following:find "[%?%+]" then
      refuse(pattern, sign .. following)
    else
      out[#out + 1], at = sign, at + 1
    end
  end
  return table.concat(out)
end

-- Whether the pattern stands somewhere in the text.
function regex.finds(pattern, text)
  local posix = kept[pattern]
  if not posix then
    posix = translate(pattern)
    if n_kept == KEPT then kept, n_kept = {}, 0 end
    kept[pattern], n_kept = posix, n_kept + 1
  end
  local found, why = core.regex(posix, text)
  if found == nil then misuse("the pattern %s of a schema is none: %s", pattern, why) end
  return found
end

return regex
