case "x";
case "y" { act = function() end }
