-- SPDX-License-Identifier: Apache-2.0
local feed <const>, slrun <const> = ...

-- Counts rounds, and says of each when it began: { n = 1, began = 1234.5 }.
local function counting(settled)
  return {
    params = { name = "string" },
    describe = function(args) return "feed " .. args.name end,
    open = function() return { n = 0 } end,
    read = function(_, state)
      state.n = state.n + 1
      local record = { n = state.n, began = slrun.now() }
      slrun.sleep "20ms"
      return { record }, "5ms"
    end,
    show = function(record) return record.n end,
    settled = settled,
  }
end
slrun.source("counting", counting(nil))
slrun.source("settled", counting(true))

-- Brings a record that somebody wants; raises in one of its functions.
local function broken(step)
  return function(args)
    if args.step == step then slrun.error("no " .. step .. " today", 1) end
    if args.step == "service" and step == "read" then feed.ask {} end
    return step == "read" and { "a record" } or {}, "10ms"
  end
end
slrun.source("broken", { params = { step = "string" }, open = broken "open", read = broken "read", settle = broken "settle" })

-- Values of all kinds; always the same record.
slrun.source("kinds", {
  read = function()
    return { {
      bytes = slrun.binary "\0\xff\1", none = slrun.null, list = slrun.list {}, map = slrun.map {},
      number = slrun.number "12345678901234567890.5", nested = { { text = "ä", whole = 3, part = 0.25, yes = true } },
    } }, "10ms"
  end,
  id = function() return "the same" end,
})

-- So many records a round.
slrun.source("flood", {
  params = { records = "number" },
  read = function(args)
    local all = {}
    for i = 1, args.records do all[i] = i end
    return all, "10ms"
  end,
})

slrun.source("nothing", { read = function() return nil end })
slrun.source("restless", { read = function() return {}, 5 end })
slrun.source("function", { read = function() return { print }, "10ms" end })

-- Takes its time to open.
slrun.source("late", {
  params = { name = "string" },
  open = function() slrun.sleep "200ms" end,
  read = function() return { "late" }, "10ms" end,
})

-- Takes its time to settle, and writes into a file when it has.
slrun.source("slow", {
  params = { file = "string" },
  read = function() return { "slow" }, "10ms" end,
  settle = function(args)
    slrun.sleep "200ms"
    local file <close> = assert(io.open(args.file, "w"))
    file:write "settled"
  end,
})

function feed.listen(name, args, options) return slrun.listen(name, args or {}, options) end

feed.now = slrun.now
feed.binary, feed.null, feed.number = slrun.binary, slrun.null, slrun.number
