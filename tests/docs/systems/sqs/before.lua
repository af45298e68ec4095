-- SPDX-License-Identifier: Apache-2.0
pattern { name = "sqs", stack = ".", sla = "15s" }
