-- args: -rP
-- out: before\0after
-- out: the next line
-- A byte of zero in what a case prints ends neither the line nor the text.
case "prints" (function()
  print "before\0after"
  print "the next line"
end)
