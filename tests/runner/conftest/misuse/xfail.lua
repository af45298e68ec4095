
case "x" { xfail = { resaon = "y" }, act = function() end }
