-- SPDX-License-Identifier: Apache-2.0
pattern { name = "pipes", stack = ".", sla = "15s" }
