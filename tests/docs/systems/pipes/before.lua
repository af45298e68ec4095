pattern { name = "pipes", stack = ".", sla = "15s" }
