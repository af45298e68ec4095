-- SPDX-License-Identifier: Apache-2.0
-- Made by script/docs from the comments of the sources; `slrun stubs` writes it for editors.
---@meta

---A number and a unit (ms, s, m, h, d), such as "250ms" or "2m".
---@alias slrun.duration string

---@alias slrun.type "nil"|"boolean"|"number"|"string"|"table"|"function"|"thread"|"userdata"|"integer"|"float"|"null"|"list"|"map"

---@class slrun.xfail
---@field reason string Why it is expected to fail.
---@field on? string|string[] On which target: `local`, `endpoint`, `aws`, or what `--target-name` calls it. On any other the mark means nothing.
---@field strict? boolean Whether a case that passes all the same has failed.

---@class slrun.pattern
---@field name string Of the pattern.
---@field about? string What it is, in a sentence.
---@field sla? slrun.duration How long a wait of its cases may take.
---@field timeout? slrun.duration How long each of its cases may take.
---@field stack? string Its system under test: a directory with a CloudFormation or SAM template, or the template, relative to the spec.
---@field parameters? table<string, any> Parameters of the stack's template: a table of strings, numbers and booleans.
---@field uses? string[] Fixtures of each of its cases.
---@field tags? string[] Words to tell cases apart by. A case has the pattern's too.
---@field skip? boolean|string The case does not run and is reported as skipped; `false` takes the pattern's back.
---@field only_on? ("local"|"endpoint"|"aws")[] On any other target the case is skipped: `"local"`, `"endpoint"`, `"aws"`.
---@field xfail? string|false|slrun.xfail The case is expected to fail; `false` takes the pattern's back.
---@field serial? boolean|string `true`: nothing else of the run runs beside it. A name: one case of that group at a time.
---@field retries? integer How often a case that has failed is tried again.

---@class slrun.case
---@field seed? fun(t: slrun.t): any Prepares. What it returns is not used.
---@field listen? fun(t: slrun.t): any Opens what must be open before `act`: a listener, or a table of some.
---@field act? fun(t: slrun.t): any Does what is tested. What it returns is `t.acted`.
---@field poll? fun(t: slrun.t, listener: any): any Fetches, again and again, until `check` holds.
---@field check? fun(t: slrun.t, found: any): any Judges what `poll` returned; without a `poll` what the listener has, without either what `act` returned.
---@field give_up? fun(t: slrun.t, found: any): any Asked after each check that failed. A true value ends the wait; a string is the reason that is shown.
---@field teardown? fun(t: slrun.t): any Runs at the end, whatever has happened, before the other clean-up.
---@field each? table Makes one case for each value of a list, under the list's name on `t`; a list of such tables makes one for each combination.
---@field rows? table<string, any>[] Makes one case for each row, whose fields are on `t`; its `name` goes into the id.
---@field every? slrun.duration A fixed cadence of polls.
---@field stays? slrun.duration How long `check` must go on holding once it holds.
---@field sla? slrun.duration How long the wait may take.
---@field timeout? slrun.duration How long all phases together may take, but for `teardown`.
---@field uses? string[] The fixtures that it needs, besides the pattern's.
---@field tags? string[] Words to tell cases apart by. A case has the pattern's too.
---@field skip? boolean|string The case does not run and is reported as skipped; `false` takes the pattern's back.
---@field only_on? ("local"|"endpoint"|"aws")[] On any other target the case is skipped: `"local"`, `"endpoint"`, `"aws"`.
---@field xfail? string|false|slrun.xfail The case is expected to fail; `false` takes the pattern's back.
---@field serial? boolean|string `true`: nothing else of the run runs beside it. A name: one case of that group at a time.
---@field retries? integer How often a case that has failed is tried again.
---@field controls? ("clock"|"faults")[] It controls the local cloud, so it runs alone, and only on `local`. Not for `pattern`.

---@class slrun.fixture
---@field scope? "case"|"file"|"run" How long it lives.
---@field setup fun(t: slrun.t): any Makes it, and returns its value. It may do all that a phase may.
---@field teardown? fun(t: slrun.t, value: any): any Runs when nobody needs it any more.
---@field uses? string[] Fixtures that it needs itself; their values are on its `t`.
---@field autouse? boolean Each case that can see the fixture uses it.
---@field timeout? slrun.duration How long its `setup` may take.

---@class slrun.wait
---@field poll fun(t: slrun.t): any Fetches, again and again.
---@field check? fun(t: slrun.t, found: any): any Judges.
---@field give_up? fun(t: slrun.t, found: any): any Asked after each check that failed; a true value ends the wait.
---@field within? slrun.duration How long it may take: a duration.
---@field every? slrun.duration A fixed cadence of polls: a duration.
---@field stays? slrun.duration How long `check` must go on holding once it holds: a duration.

---@class slrun.error
---@field kind string What kind of error it is; see below.
---@field code string AWS's code, such as `ResourceNotFoundException`; empty where none came.
---@field message string AWS's text, or slrun's.
---@field hint string What to do about it; often empty.
---@field service string The service, such as `dynamodb`.
---@field operation string The operation, such as `get_item`.
---@field status integer The HTTP status; 0 where no answer came.
---@field tries integer How often it was sent; 0 where it was not.
---@field detail any The document of the error, such as one with the `Item` that failed a condition.
---@field where string `"file:line: "` of the call.

---What a case is given. Phases may put fields of their own on it; parameters and fixtures stand there by name.
---@class slrun.t
---@field acted any What `act` returned.
---@field id string A string that belongs to this case and this run alone: lower-case letters, digits and single hyphens, a letter first, at most 32 of them. It may stand in names of tables, queues, buckets, streams and stacks, and at the beginning of keys: none begins with another. A retry has another one. What comes back is asked for it by `text:find(t.id, 1, true)`: without the `true` its hyphen is one of Lua's patterns.
---@field parameters table<string, any> The parameters of the stack.
---@field resources table<string, string> The physical ids of the stack's resources by their logical ids.
---@field stack table<string, string> The outputs of the stack.
---@field target "local"|"endpoint"|"aws" Where the run happens: `"local"`, `"endpoint"` or `"aws"`.
---@field [string] any
local t = {}

---Runs `f(t)` beside the phases, that long from now: it plays a part of the system. It ends with the last phase; an error in it ends the case.
---@param duration slrun.duration a duration
---@param f fun(t: slrun.t) a function
function t:after(duration, f) end

---Keeps data with the result of the case; shown by name and size.
---@param name string a string of 1 to 128 characters, without `/`
---@param data any a string is kept as it is, anything else as JSON
function t:attach(name, data) end

---Runs `f(t)` at the end of the case, after `teardown`, the last deferred first. It does not survive the death of slrun; a claim does.
---@param f fun(t: slrun.t) a function
function t:defer(f) end

---Writes a line that is shown with a failure; values that are no strings as Lua would write them, secrets masked.
---@param ... any
function t:log(...) end

---The time in seconds since 1970, with fraction: of the local cloud's clock, which jumps while all cases wait; elsewhere the machine's.
---@return number
function t:now() end

---What the claim names is emptied at the end of the case, whoever filled it, and must then be empty. Returns the claim.
---@param claim any what a service's constructor of claims returns, such as `dynamodb.partition`
---@return any
function t:own(claim) end

---Ends the case here, as skipped.
---@param reason? string a string
function t:skip(reason) end

---Waits; other cases go on.
---@param duration slrun.duration a duration
function t:sleep(duration) end

---The wait engine, in any phase. Returns what `poll` returned last.
---@param words slrun.wait
---@return any
function t:wait(words) end

---@class slrun.expectation
local expectation = {}

---Holds when both are deeply equal.
---@param want any any value
---@return slrun.expectation
function expectation:equals(want) end

---Holds when what `want` has is there and matches; what else the subject has does not count.
---@param want any a value; strings may be Lua patterns, and functions judge
---@return slrun.expectation
function expectation:matches(want) end

---Holds for a string, or a table, of that length (Lua's `#`).
---@param n integer a whole number from 0
---@return slrun.expectation
function expectation:has_length(n) end

---Holds for a string in which that text stands, for a table with a member that matches `want`, and for a set with that member.
---@param want any a value; where the subject is a string, a string
---@return slrun.expectation
function expectation:contains(want) end

---Holds for a number that differs by at most so much.
---@param want number a number
---@param tolerance? number a number from 0
---@return slrun.expectation
function expectation:is_near(want, tolerance) end

---Holds for a value of that type.
---@param type slrun.type a name of the list below
---@return slrun.expectation
function expectation:is_a(type) end

---Holds for `true`, and no other true value.
---@return slrun.expectation
function expectation:is_true() end

---Holds for `false`, and not for nil.
---@return slrun.expectation
function expectation:is_false() end

---Holds for nil.
---@return slrun.expectation
function expectation:is_absent() end

---Holds for everything but nil, also for `false`.
---@return slrun.expectation
function expectation:exists() end

---Holds for a value of which a JSON Schema holds.
---@param schema table|string a table, or the path of a JSON file, relative to the spec
---@return slrun.expectation
function expectation:conforms_to(schema) end

---Calls the subject, a function, and holds when it raises that error.
---@param error? any an error code of AWS, a text or Lua pattern that the message has, or a table that matches the error's fields
---@return slrun.expectation
function expectation:raises(error) end

---Holds for a number, or a string, that is greater.
---@param want number|string a number or a string
---@return slrun.expectation
function expectation:is_above(want) end

---Holds for a number, or a string, that is less.
---@param want number|string a number or a string
---@return slrun.expectation
function expectation:is_below(want) end

---Holds for a number, or a string, that is greater or equal.
---@param want number|string a number or a string
---@return slrun.expectation
function expectation:is_at_least(want) end

---Holds for a number, or a string, that is less or equal.
---@param want number|string a number or a string
---@return slrun.expectation
function expectation:is_at_most(want) end

---Turns the matchers behind it around.
---@return slrun.expectation
function expectation:never() end

---The reason is shown with a failure of the matchers behind it.
---@param reason string a string
---@return slrun.expectation
function expectation:because(reason) end

---Goes on with what stands there in the subject; where the path ends early, with nil.
---@param path string a string: names with dots between, places of a list as `[1]`, any other name as `["a.b"]`
---@return slrun.expectation
function expectation:at(path) end

---Goes on with what the subject, a text or binary, says as JSON. It fails where that is none.
---@return slrun.expectation
function expectation:json() end

---@class slrun.listener
local listener = {}

---All that it has kept since it was opened and that was not taken, oldest first. For queues also `messages()`.
---@return any[]
function listener:records() end

---Takes the oldest out of it and returns them; fewer if there are not so many.
---@param n? integer how many
---@return any[]
function listener:take(n) end

---What came and did not match, oldest first: the newest 1,000 of the source.
---@return any[]
function listener:others() end

---Waits until it has so many, and returns them all.
---@param n? integer how many
---@param within? slrun.duration a duration
---@return any[]
function listener:wait(n, within) end

---It hears nothing more, and keeps what it has. The end of the case does it too.
function listener:close() end

---Bytes that need not be text.
---@class slrun.binary
local binary = {}

---The bytes.
---@return string
function binary:bytes() end

---Says what the file tests, and what holds for all of its cases.
---@param words slrun.pattern
function pattern(words) end

---Declares a test. `case "name" (function(t) ... end)` is short for one with `act` alone.
---@param name string
---@return fun(words: slrun.case|fun(t: slrun.t))
function case(name) end

---Declares something that cases need.
---@param name string
---@return fun(words: slrun.fixture)
function fixture(name) end

---An expectation about `x`, which the matchers behind it judge.
---@param x any
---@return slrun.expectation
function expect(x) end
