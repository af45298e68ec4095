pattern { name = "logs", stack = ".", sla = "15s" }
