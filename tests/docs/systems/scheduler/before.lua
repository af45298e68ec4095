-- SPDX-License-Identifier: Apache-2.0
pattern { name = "scheduler", stack = ".", sla = "15s" }
