pattern { name = "lambda", stack = ".", sla = "15s" }
