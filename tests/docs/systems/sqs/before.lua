pattern { name = "sqs", stack = ".", sla = "15s" }
