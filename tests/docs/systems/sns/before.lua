pattern { name = "sns", stack = ".", sla = "15s" }
