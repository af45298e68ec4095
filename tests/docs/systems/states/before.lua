pattern { name = "states", stack = ".", sla = "15s" }
