-- SPDX-License-Identifier: Apache-2.0
-- Stacks without the frames that are none of the function's own code.

local LIBRARIES <const> = { "/site%-packages/", "/slrun/python/", "/slrun/node/", "/lib/python%d", "<frozen ", "/var/lang/", "/var/runtime/", "/opt/python",
  "/opt/nodejs", "/node_modules/", "node:internal/", "/slrun%-lambda%-", "%(<anonymous>%)" }

-- The bootstraps of the local cloud, which stand where AWS's runtimes do: of them nobody wants to know.
local BOOTSTRAPS <const> = { "/slrun/python/", "/slrun/node/", "/slrun%-lambda%-" }

-- Whether a line begins a frame (nil: it does not), and one of these files.
local function frame_of(line, files)
  local frame = line:match '^%s+File "[^"]*", line %d' or line:match "^%s+at .+"
  if not frame then return nil end
  for _, part in ipairs(files) do
    if frame:find(part) then return true end
  end
  return false
end

-- A stack without the frames of these files, which are counted if they have a name; and whether it has others.
local function without(lines, files, name)
  local out, skipped, own, indent = {}, 0, false, nil
  local function count()
    if skipped > 0 and name then out[#out + 1] = ("%s... %s"):format(indent, skipped == 1 and "a frame of a " .. name[1] or skipped .. " frames of " .. name[2]) end
    skipped = 0
  end
  for _, line in ipairs(lines) do
    local dropped = frame_of(line, files)
    local inner = dropped == nil and skipped > 0 and #line:match "^%s*" > #indent -- the source line below a frame
    if dropped then
      skipped, indent = skipped + 1, line:match "^%s*"
    elseif not inner then
      count()
      own = own or dropped == false
      out[#out + 1] = line
    end
  end
  count()
  return out, own
end

-- A stack with the frames of the function's own code, and a count of the others; where it has none, with those of libraries.
local function own_frames(lines)
  local out, own = without(lines, LIBRARIES, { "library", "libraries" })
  return own and out or (without(lines, BOOTSTRAPS))
end

return { own = own_frames }
