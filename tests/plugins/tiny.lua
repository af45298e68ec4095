-- SPDX-License-Identifier: Apache-2.0
case "is never run: the plugins are loaded before" (function() end)
