-- SPDX-License-Identifier: Apache-2.0
local looked <const>, slrun <const> = ...

-- Something to listen to that can be looked at: a resource of the type Test::Looked::KIND.
slrun.source("thing", {
  params = { kind = "string", name = "string" },
  read = function() return {}, "1h" end,
  resource = function(args) return "Test::Looked::" .. args.kind, args.name end,
})

function looked.at(kind, name) return slrun.listen("thing", { kind = kind, name = name or kind }) end

local looks = 0

slrun.autopsy("Test::Looked::Counted", function(resource, look)
  looks = looks + 1
  local number <const> = looks
  slrun.sleep "10ms"
  return { says = "look " .. number .. " at " .. resource.name, level = "notice" }
end)

-- Its name is the id of the case.
slrun.autopsy("Test::Looked::Talkative", function(resource, look)
  local entries = slrun.list {}
  local function add(at, level, ...) entries[#entries + 1] = { at = at, level = level, lines = slrun.list { ... } } end
  add(look.from - 60000, "error", "long before")
  add(look.from, "error", "a little before")
  add(look.from, nil, "early, for " .. resource.name)
  for i = 1, 30 do add(look.to, nil, "chatter " .. string.char(96 + i % 26)) end
  add(look.to, "error", "it broke, password=open-sesame-4711")
  add(look.to, "error", "it broke, password=open-sesame-4712")
  add(look.to, nil, "late, for " .. resource.name)
  local long = slrun.list {}
  for i = 1, 60 do long[i] = "frame " .. i end
  entries[#entries + 1] = { at = look.to, level = "error", lines = long }
  return { says = "talks\tä", level = "error", entries = entries, label = "the talkative one" }
end)

slrun.autopsy("Test::Looked::Quiet", function() return nil end)
slrun.autopsy("Test::Looked::Hanging", function() slrun.sleep "1h" end)
slrun.autopsy("Test::Looked::Raising", function() slrun.error "no look today" end)
slrun.autopsy("Test::Looked::Wrong", function() return 5 end)
slrun.autopsy("Test::Looked::Level", function() return { says = "x", level = "loud" } end)
slrun.autopsy("Test::Looked::Code", function() return { says = "x", entries = { { lines = { print } } } } end)
