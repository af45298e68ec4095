-- SPDX-License-Identifier: Apache-2.0
pattern { name = "http", stack = ".", sla = "15s" }
