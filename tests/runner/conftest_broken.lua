-- args: {spec} conftest/broken
-- exit: 2
-- out: ERROR collecting conftest/broken/conftest.lua
-- out: conftest/broken/conftest.lua:1: fixture has no 'setpu'; did you mean 'setup'?
-- out: 2 spec files below it are not collected
-- out: 1 error in
-- no: ran below

case "is fine" (function() end)
