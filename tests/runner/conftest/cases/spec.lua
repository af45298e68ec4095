case "y" (function() end)
