// SPDX-License-Identifier: Apache-2.0
// Elements that this page alone has.

const badge = (outcome) =>
  el("span", { class: "letter mono " + outcome, title: outcome, "aria-label": outcome }, LETTERS[outcome]);
