-- args: --clock=real -v -j 1
-- exit: 1
-- out: the stack of a failed set-up runs
-- out: fixture_errors.lua::its set-up fails ERROR
-- out: fixture_errors.lua::a file's set-up fails ERROR
-- out: fixture_errors.lua::and again ERROR
-- out: fixture_errors.lua::too slow ERROR
-- out: fixture_errors.lua::a loop ERROR
-- out: fixture_errors.lua::skips itself SKIPPED (not here)
-- out: fixture_errors.lua::skips for all SKIPPED (nor there)
-- out: fixture_errors.lua::not plain ERROR
-- out: fixture_errors.lua::its clean-up fails PASSED
-- out: fixture_errors.lua::a file's clean-up fails PASSED
-- out: ERROR in fixture_errors.lua::its set-up fails
-- out: fixture 'broken' (fixture_errors.lua:41)
-- out: E  breaks
-- out: ERROR in fixture_errors.lua::a file's set-up fails
-- out: fixture 'file_broken' (fixture_errors.lua:48)
-- out: E  expected 2, got 1
-- out: Captured output
-- out: said in a fixture
-- out: ERROR in fixture_errors.lua::and again
-- out: E  fixture 'file_broken': expected 2, got 1
-- out: told in full with fixture_errors.lua::a file's set-up fails
-- out: E  timeout after 0.1 s in phase setup
-- out: E  timeout after 0.1 s in phase setup, in Lua code that never waits
-- out: scope run is for plain data, which every file gets a copy of: f: a function cannot be sent
-- out: ERROR in clean-up of fixture_errors.lua::its clean-up fails
-- out: fixture 'bad_end'
-- out: E  its end breaks
-- out: ERROR in clean-up of fixture 'bad_file_end' (fixture_errors.lua:70)
-- out: E  the file's end breaks
-- out: ERROR 'fixture_errors.lua::its set-up fails' - fixture 'broken': fixture_errors.lua:
-- out: ERROR fixture_errors.lua - clean-up of fixture 'bad_file_end': fixture_errors.lua:
-- out: 2 passed, 2 skipped, 8 errors
-- no: never reached
-- no: own teardown of a failed set-up

local function never() print "never reached" error "never reached" end

fixture "broken" {
  setup = function(t)
    t:defer(function() io.write "the stack of a failed set-up runs\n" end)
    error "breaks"
  end,
  teardown = function() io.write "own teardown of a failed set-up\n" end,
}
fixture "file_broken" {
  scope = "file",
  setup = function(t)
    print "said in a fixture"
    expect(1):equals(2)
  end,
  teardown = function() io.write "own teardown of a failed set-up\n" end,
}
fixture "slow" { timeout = "100ms", setup = function(t) t:sleep "30s" end }
fixture "looping" { scope = "file", timeout = "100ms", setup = function() while true do end end }
fixture "skipping" { setup = function(t) t:skip "not here" end }
fixture "skipping_all" { scope = "run", setup = function(t) t:skip "nor there" end }
fixture "not_plain" { scope = "run", setup = function() return { f = function() end } end }
fixture "bad_end" { setup = function() end, teardown = function() error "its end breaks" end }

case "its set-up fails" { uses = { "broken" }, act = never, teardown = never }
case "a file's set-up fails" { uses = { "file_broken" }, act = never }
case "and again" { uses = { "file_broken" }, act = never }
case "too slow" { uses = { "slow" }, act = never }
case "a loop" { uses = { "looping" }, act = never }
case "skips itself" { uses = { "skipping" }, act = never }
case "skips for all" { uses = { "skipping_all" }, act = never }
fixture "bad_file_end" {
  scope = "file",
  setup = function() end,
  teardown = function() error "the file's end breaks" end,
}
case "not plain" { uses = { "not_plain" }, act = never }
case "its clean-up fails" { uses = { "bad_end" }, act = function() end }
case "a file's clean-up fails" { uses = { "bad_file_end" }, act = function() end }
