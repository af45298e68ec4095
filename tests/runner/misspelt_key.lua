-- exit: 2
-- out: ERROR collecting misspelt_key.lua
-- out: misspelt_key.lua:8: case has no 'sead'; did you mean 'seed'?
-- out: >    8 | case "x" { sead = function() end }
-- out: |            ^^^^
-- out: 1 error in

case "x" { sead = function() end }
