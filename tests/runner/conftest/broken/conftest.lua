fixture "x" { setpu = function() end }
