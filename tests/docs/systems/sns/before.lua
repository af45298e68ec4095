-- SPDX-License-Identifier: Apache-2.0
pattern { name = "sns", stack = ".", sla = "15s" }
