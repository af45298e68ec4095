pattern { name = "events", stack = ".", sla = "15s" }
