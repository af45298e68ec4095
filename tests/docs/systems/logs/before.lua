-- SPDX-License-Identifier: Apache-2.0
pattern { name = "logs", stack = ".", sla = "15s" }
