pattern { name = "scheduler", stack = ".", sla = "15s" }
