-- SPDX-License-Identifier: Apache-2.0
pattern { name = "lambda", stack = ".", sla = "15s" }
