-- SPDX-License-Identifier: Apache-2.0
pattern { name = "events", stack = ".", sla = "15s" }
