-- SPDX-License-Identifier: Apache-2.0
pattern { name = "secretsmanager", stack = ".", sla = "15s" }
