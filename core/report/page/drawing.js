// SPDX-License-Identifier: Apache-2.0
// Elements that this page alone has.

const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

const badge = (outcome) =>
  el("span", { class: "letter mono " + outcome, title: outcome, "aria-label": outcome }, LETTERS[outcome]);
