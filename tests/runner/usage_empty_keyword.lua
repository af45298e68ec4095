-- args: -q {spec} -k "" -m ""
-- out: 1 passed in
-- No words to select by select all, as in pytest.
case "x" (function() end)
