pattern { name = "ssm", stack = ".", sla = "15s" }
