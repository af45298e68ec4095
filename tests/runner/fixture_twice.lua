-- files: fixture_twice.lua conftest/misuse
-- exit: 2
-- out: ERROR collecting fixture_twice.lua
-- out: fixture_twice.lua:19: a fixture named "a" stands at line 18 already
-- out: conftest/misuse/fixture_name.lua:1: fixture 'id': t.id is t's own; choose another name
-- out: conftest/misuse/fixture_scope.lua:3: fixture: 'scope' is "case", "file" or "run", got "fiel"; did you mean "file"?
-- out: conftest/misuse/list.lua:3: case: 'tags' must be a list of strings, got a table with something else in it
-- out: conftest/misuse/no_setup.lua:1: fixture "a": 'setup' is missing
-- out: conftest/misuse/no_table.lua:2: the case or fixture at line 1 has no table behind its name
-- out: conftest/misuse/parameter.lua:1: parameter 'log': t.log is t's own; choose another name
-- out: conftest/misuse/parameter_and_fixture.lua:2: case "x[1]": 'size' is a parameter, and a fixture (conftest/misuse/parameter_and_fixture.lua:1)
-- out: conftest/misuse/pattern_late.lua:2: pattern stands before the cases
-- out: conftest/misuse/retries.lua:2: case: 'retries' must be a whole number from 0 to 100, got -1
-- out: conftest/misuse/target.lua:3: 'only_on' has no 'locl'; did you mean 'local'?
-- out: conftest/misuse/xfail.lua:2: xfail has no 'resaon'; did you mean 'reason'?
-- out: 12 errors in

fixture "a" { setup = function() end }
fixture "a" { setup = function() end }
