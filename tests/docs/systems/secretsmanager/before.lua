pattern { name = "secretsmanager", stack = ".", sla = "15s" }
