fixture "size" { setup = function() end }
case "x" { each = { size = { 1 } }, uses = { "size" }, act = function() end }
