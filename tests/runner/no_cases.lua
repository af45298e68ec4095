-- exit: 5
-- out: no cases in 1 file
local unused = 1
