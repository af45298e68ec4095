-- SPDX-License-Identifier: Apache-2.0
-- What the core makes of an operation's `absent` codes.
local shelf <const> = require "slrun.shelf"

case "an item that is not there is no error in a poll, and one elsewhere" {
  act = function() expect(function() shelf.find { Name = "a" } end):raises "NoSuchText" end,
  poll = function(t)
    t.polls = (t.polls or 0) + 1
    expect(function() shelf.find { Name = "a" } end):raises "NoSuchText" -- also in a poll
    return t.polls == 3 and "there" or shelf.find { Name = "a" }
  end,
  check = function(t, found)
    expect(function() shelf.find { Name = "a" } end):raises "NoSuchText" -- and in a check
    expect(found):equals "there"
    expect(t.polls):equals(3)
  end,
  teardown = function() expect(function() shelf.find { Name = "a" } end):raises "NoSuchText" end,
}

case "what it should be in is not there: that ends a wait at once" (function(t)
  local polls = 0
  expect(function()
    t:wait {
      within = "60s",
      poll = function()
        polls = polls + 1
        return shelf.find { Name = "shelf" }
      end,
    }
  end):raises "NoSuchShelf"
  expect(polls):equals(1)
end)
