-- exit: 1
-- out:  18 |   same "注文" expect(found["状態"]):equals "é"
-- out:     |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- out: E  found["状態"]: expected "é", got "保留"
-- out:  23 |   -- 注文注文注文注文注文注文注文注文注文注文注文注文注文注文注 ...
-- out:  25 | ... 注文注文注文" expect(found["状態"]):equals "done"
-- out:     |                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- out: 2 failed in
-- no: �
-- Lines are cut between characters, and marks stand under what they mark, by columns and not by bytes.
local found <const> = { ["状態"] = "保留" }

local function same(x) return x end



case "behind wide characters" (function()
  same "注文" expect(found["状態"]):equals "é"
end)


case "far to the right" (function()
  -- 注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文注文

  same "注文注文注文注文注文注文注文注文注文注文" same "注文注文注文注文" expect(found["状態"]):equals "done"
end)
