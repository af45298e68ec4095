-- SPDX-License-Identifier: Apache-2.0
pattern { name = "kinesis", stack = ".", sla = "15s" }
