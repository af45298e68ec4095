-- SPDX-License-Identifier: Apache-2.0
pattern { name = "refunds", tags = { "shop" } }

case "a refund is rounded to cents" {
  each = { cents = { 1, 250 } },
  act = function(t) return t.cents / 100 end,
  check = function(t, amount) expect(amount * 100):equals(t.cents) end,
}
