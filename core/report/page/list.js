// SPDX-License-Identifier: Apache-2.0
// The list of cases. Only the rows in sight are elements, so thousands cost as little as ten.

const ROW = 30, BEYOND = 8; // height of a row; rows above and below the sight

const list = { picked: null };

const rowId = (c) => "row-" + c.place;

function row(c, i) {
  const picked = c === list.picked;
  const element = el("div", { class: "row", role: "option", id: rowId(c), "aria-selected": String(picked),
      "aria-posinset": i + 1, "aria-setsize": model.shown.length, title: c.id, onclick: () => pick(c) },
    badge(c.outcome), c.n_problems > 0 && c.outcome !== "error" ? badge("error") : null,
    el("span", { class: "name" }, c.name, " ", el("span", { class: "file" }, c.path)),
    el("span", { class: "seconds" }, seconds(c.seconds)));
  element.style.top = i * ROW + "px";
  return element;
}

const sizeRows = () => { $("rows").style.height = model.shown.length * ROW + "px"; };

function drawList() {
  const box = $("list");
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - BEYOND);
  const last = Math.min(model.shown.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + BEYOND);
  sizeRows();
  $("rows").replaceChildren(...model.shown.slice(first, last).map((c, i) => row(c, first + i)));
  if (list.picked) box.setAttribute("aria-activedescendant", rowId(list.picked));
  else box.removeAttribute("aria-activedescendant");
}

// Scrolls as far as needed for the picked case to be in sight; to the middle where it is far away.
function revealPicked() {
  const box = $("list"), i = model.shown.indexOf(list.picked);
  if (i < 0) return;
  sizeRows(); // what has no height yet cannot be scrolled
  const above = box.scrollTop - i * ROW, below = (i + 1) * ROW - box.scrollTop - box.clientHeight;
  if (above > ROW || below > ROW) box.scrollTop = (i + 0.5) * ROW - box.clientHeight / 2;
  else if (above > 0) box.scrollTop -= above;
  else if (below > 0) box.scrollTop += below;
}

function step(by) {
  const n = model.shown.length;
  if (n === 0) return;
  const at = model.shown.indexOf(list.picked);
  pick(model.shown[at < 0 ? 0 : Math.min(n - 1, Math.max(0, at + by))]);
}

function openList() {
  $("list").addEventListener("scroll", () => requestAnimationFrame(drawList), { passive: true });
  new ResizeObserver(() => drawList()).observe($("list"));
}
