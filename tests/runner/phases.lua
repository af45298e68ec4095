-- exit: 0
-- out: 5 passed

local order = {}
local function step(name, result)
  return function(t)
    order[#order + 1] = name
    return result
  end
end

case "phases run in their order" {
  seed = step "seed",
  listen = step("listen", "handle"),
  act = step("act", "acted"),
  poll = function(t, handle)
    expect(handle):equals "handle"
    expect(t.acted):equals "acted"
    order[#order + 1] = "poll"
    return "found"
  end,
  check = function(t, found)
    expect(found):equals "found"
    order[#order + 1] = "check"
  end,
  teardown = function(t)
    expect(order):equals { "seed", "listen", "act", "poll", "check" }
  end,
}

case "check sees what act returned where there is no poll" {
  act = function() return { 1, 2 } end,
  check = function(t, found) expect(found):equals { 1, 2 } end,
}

case "check sees what the listener has where there is no poll" {
  listen = function() return { heard = true } end,
  act = function() return "not this" end,
  check = function(t, found) expect(found.heard):is_true() end,
}

case "a poll without check is done when it returns a true value" {
  seed = function(t) t.n = 0 end,
  poll = function(t)
    t.n = t.n + 1
    return t.n == 3
  end,
  teardown = function(t) expect(t.n):equals(3) end,
}

case "values travel on t" {
  each = { size = { 7 } },
  seed = function(t) t.mine = t.size * 2 end,
  check = function(t)
    expect(t.mine):equals(14)
    expect(t.id):matches "^r[a-z0-9]+%-%w%w%w%w$" -- one length: none begins with another
    expect(t.target):equals "local"
  end,
}
