-- SPDX-License-Identifier: Apache-2.0
pattern { name = "ssm", stack = ".", sla = "15s" }
