pattern { name = "kinesis", stack = ".", sla = "15s" }
