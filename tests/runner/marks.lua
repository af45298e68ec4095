-- args: -v -j 4 --target-name moto
-- exit: 1
-- out: marks.lua::skipped SKIPPED (no reason given)
-- out: marks.lua::skipped with a reason SKIPPED (not yet)
-- out: marks.lua::elsewhere SKIPPED (only on endpoint aws)
-- out: marks.lua::here PASSED
-- out: marks.lua::expected to fail XFAIL (known bug)
-- out: marks.lua::expected to fail in seed XFAIL (known bug)
-- out: marks.lua::passes all the same FAILED
-- out: marks.lua::may pass XPASS (flaky upstream)
-- out: marks.lua::on moto XFAIL (moto lacks it)
-- out: marks.lua::not on others PASSED
-- out: marks.lua::of the pattern PASSED
-- out: attached: log.txt (5 bytes)
-- out: attached: data.json (25 bytes)
-- out: marks.lua::passes at the third try[1] FLAKY (try 3)
-- out: marks.lua::never passes FAILED (try 2)
-- out: E  [XPASS(strict)] fixed by now
-- out: marks.lua::never passes
-- out: try 1 failed: 
-- out: attached: evidence (1 byte)
-- out: FLAKY
-- out: try 1 of marks.lua::passes at the third try[1]
-- out: try 2 of marks.lua::passes at the third try[1]
-- out: FAILED 'marks.lua::passes all the same' - [XPASS(strict)] fixed by now
-- out: 2 failed, 3 passed, 3 skipped, 3 xfailed, 1 xpassed, 1 flaky, 3 rerun in
-- no: ran all the same

pattern { name = "marks", tags = { "all" }, retries = 0, only_on = { "local" } }

local function ran() io.write "ran all the same\n" end

case "skipped" { skip = true, act = ran }
case "skipped with a reason" { skip = "not yet", act = ran }
case "elsewhere" { only_on = { "endpoint", "aws" }, act = ran }
case "here" { only_on = { "local", "aws" }, skip = false, act = function() end }
case "expected to fail" { xfail = "known bug", act = function() expect(1):equals(2) end }
case "expected to fail in seed" { xfail = { reason = "known bug" }, seed = function() error "x" end }
case "passes all the same" { xfail = "fixed by now", act = function() end }
case "may pass" { xfail = { reason = "flaky upstream", strict = false }, act = function() end }
case "on moto" { xfail = { on = "moto", reason = "moto lacks it" }, act = function() error "no" end }
case "not on others" { xfail = { on = { "aws", "localstack" }, reason = "no" }, act = function() end }
case "of the pattern" {
  tags = { "one", "two" },
  act = function(t)
    t:attach("log.txt", "bytes")
    t:attach("data.json", { list = { 1 } })
    expect(function() t:attach("a/b", "") end):raises "a name has no '/'"
    expect(function() t:attach("", "") end):raises "1 to 128 characters"
    expect(function() t:attach("f", function() end) end):raises "a function cannot be sent"
    expect(function() t:attach(1) end):raises "takes a name and data"
  end,
}

local tries, ids = 0, {}
case "passes at the third try" {
  retries = 3, each = { n = { 1 } },
  act = function(t)
    tries = tries + 1
    ids[t.id] = true
    expect(t.left_by_a_try):is_absent()
    t.left_by_a_try = true
    expect(tries):equals(3)
    local n = 0
    for _ in pairs(ids) do n = n + 1 end
    expect(n):equals(3) -- each try has an id of its own
  end,
}

case "never passes" {
  retries = 1,
  act = function(t)
    t:attach("evidence", "x")
    error "again and again"
  end,
}
