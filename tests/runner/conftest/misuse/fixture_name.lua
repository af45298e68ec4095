fixture "id" { setup = function() end }
