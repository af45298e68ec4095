case "x" { each = { log = { 1 } }, act = function() end }
