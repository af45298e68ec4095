-- SPDX-License-Identifier: Apache-2.0
pattern { name = "states", stack = ".", sla = "15s" }
