pattern { name = "http", stack = ".", sla = "15s" }
