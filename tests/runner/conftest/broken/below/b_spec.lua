case "y" (function() io.write "ran below a broken conftest\n" end)
