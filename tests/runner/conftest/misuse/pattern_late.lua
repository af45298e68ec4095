case "x" (function() end)
pattern { name = "late" }
