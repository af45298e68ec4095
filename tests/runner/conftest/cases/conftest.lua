case "x" (function() end)
