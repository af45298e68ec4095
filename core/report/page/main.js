// SPDX-License-Identifier: Apache-2.0
// What the page shows stands behind the # of its address, so that a link leads to a case.

const state = { q: "", outcomes: new Set(), file: "", pattern: "", tag: "", sort: "in the order of collection" };

function stateText(c) {
  const words = new URLSearchParams();
  if (state.q) words.set("q", state.q);
  if (state.outcomes.size > 0) words.set("outcome", [...state.outcomes].join(","));
  for (const name of ["file", "pattern", "tag"]) if (state[name]) words.set(name, state[name]);
  if (state.sort !== Object.keys(ORDERS)[0]) words.set("sort", state.sort);
  if (c) words.set("case", c.id);
  return words.toString();
}

const linkTo = (c) => new URLSearchParams({ case: c.id }).toString();

function keepState() {
  history.replaceState(null, "", "#" + stateText(list.picked));
}

function pick(c) {
  list.picked = c;
  drawCase(c);
  revealPicked();
  drawList();
  keepState();
}

function changed() {
  choose(state);
  $("shown").textContent = `${model.shown.length.toLocaleString("en")} of ${model.cases.length.toLocaleString("en")}`;
  drawOutcomes(state, changed);
  revealPicked();
  drawList();
  keepState();
}

function readState() {
  const words = new URLSearchParams(location.hash.slice(1));
  state.q = words.get("q") ?? "";
  state.outcomes = new Set((words.get("outcome") ?? "").split(",").filter((word) => word in RANK));
  for (const name of ["file", "pattern", "tag"]) state[name] = words.get(name) ?? "";
  state.sort = words.get("sort") in ORDERS ? words.get("sort") : Object.keys(ORDERS)[0];
  $("search").value = state.q;
  for (const name of ["file", "pattern", "tag", "sort"]) $(name).value = state[name];
  return model.byId.get(words.get("case"));
}

// Without an address that says what to show, the first case that failed: that is what the page is opened for.
function goToFailure() {
  const bad = model.cases.find((c) => ["failed", "error", "timeout"].includes(c.outcome));
  if (bad && location.hash === "") history.replaceState(null, "", "#" + linkTo(bad));
}

function go() {
  list.picked = readState() ?? null;
  if (list.picked) drawCase(list.picked);
  else drawNothing();
  changed();
}

function options(id, all, values) {
  const select = $(id);
  select.replaceChildren(...(all ? [el("option", { value: "" }, all)] : []), ...values.map((value) => el("option", { value }, value)));
  select.hidden = all && values.length < 2;
  select.addEventListener("change", () => {
    state[id] = select.value;
    changed();
  });
}

function openFilters() {
  options("file", "all files", distinct((c) => [c.path]));
  options("pattern", "all patterns", distinct((c) => [c.pattern]));
  options("tag", "all tags", distinct((c) => c.tags));
  options("sort", null, Object.keys(ORDERS));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("search").addEventListener("input", () => {
    state.q = $("search").value;
    changed();
  });
}

const KEYS = {
  "/": () => $("search").focus(),
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Home: () => step(-model.shown.length),
  End: () => step(model.shown.length),
  Enter: () => $("case").focus(),
  Escape: () => $("list").focus(),
};
const IN_LIST = ["ArrowDown", "ArrowUp", "Home", "End", "Enter"]; // elsewhere they scroll, and press buttons

function onKey(event) {
  const typing = event.target.matches("input, select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key] || (typing && event.key !== "Escape")) return;
  if (IN_LIST.includes(event.key) && event.target !== $("list") && event.target !== document.body) return;
  event.preventDefault();
  KEYS[event.key]();
}

function start() {
  readData($("data").textContent);
  document.title = `${model.end ? "" : "(not ended) "}slrun ${model.run.run ?? ""}: ${counted(model.cases.length, "case")}`;
  openFilters();
  openList();
  drawVerdict();
  drawRun();
  goToFailure();
  go();
  addEventListener("hashchange", go);
  addEventListener("keydown", onKey);
  addEventListener("resize", () => list.picked && drawCase(list.picked));
}

addEventListener("DOMContentLoaded", start);
