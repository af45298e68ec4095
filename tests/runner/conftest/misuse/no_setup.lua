fixture "a" { teardown = function() end }
