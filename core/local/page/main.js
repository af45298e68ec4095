// SPDX-License-Identifier: Apache-2.0
// Asks every two seconds while somebody looks, and draws what has changed.

const EVERY = 2000;
const last = { services: "", shown: "" };
let paused = false, timer = 0, asking = 0;

async function ask(path, find) {
  const answer = await fetch(addressOf({ ...place, path, find: find ?? place.find, from: path === place.path ? place.from : 0 }), { cache: "no-store" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

const changed = (name, value) => {
  const text = JSON.stringify(value);
  const differs = text !== last[name];
  last[name] = text;
  return differs;
};

// What is shown with a thing, each with its title.
async function withOthers(told) {
  const others = await Promise.all((told?.see ?? []).map(async (see) => ({ title: see.title, kind: see.kind, key: see.key, told: await ask([...see.kind.split("/"), see.key]) })));
  return { told, others };
}

function drawShown({ told, others }, drawing) {
  const box = $("shown"), top = box.scrollTop, left = box.scrollLeft;
  const focused = box.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const thing = told ? drawThing(told) : [el("p", { class: "none" }, "It is not there (any more).")];
  box.replaceChildren(pathLine(), ...(told && drawing ? [drawing] : []), ...thing.filter(Boolean), ...others.filter((other) => other.told).flatMap((other) => [
    el("h3", {}, el("a", { href: linkTo([...other.kind.split("/"), other.key]) }, other.title)),
    ...(other.told.tables ?? []).map((table) => drawTable({ ...table, leads: table.leads && !table.leads.includes("/") ? `${other.kind.split("/")[0]}/${table.leads}` : table.leads }, null, table.title))]));
  box.scrollTo(left, top);
  if (focused) box.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

function selecting() {
  const selection = getSelection();
  return !selection.isCollapsed && $("shown").contains(selection.anchorNode);
}

// Only the latest question is drawn.
async function look(force) {
  const mine = ++asking;
  clearTimeout(timer);
  try {
    const all = await ask([], "");
    const shown = place.path.length > 1 ? await withOthers(await ask(place.path)) : place.find ? await ask([]) : all;
    if (mine !== asking) return;
    draw(all, shown, force);
    say("");
  } catch (error) {
    if (mine !== asking) return;
    say(`the local cloud does not answer (${error.message})`);
  }
  again();
}

function draw(all, shown, force) {
  drawClock(all);
  if (changed("services", [all.services.map((service) => service.kinds.map(({ table }) => [table.rows.length, table.next])), place.path]) || force) drawServices(all);
  const differs = changed("shown", [place, all.drawing, shown.services ?? [shown.told?.facts, shown.told?.tables, shown.others?.map((other) => other.told?.tables)]]);
  if ((!differs && !force) || (!force && selecting())) return;
  const drawing = place.find || place.path.length === 2 ? null : drawSystem(all.drawing);
  if (place.path.length > 1) drawShown(shown, drawing);
  else $("shown").replaceChildren(...[drawing, ...drawAll(shown)].filter(Boolean));
  document.body.dataset.drawn = Number(document.body.dataset.drawn ?? 0) + 1;
}

function say(text) {
  $("state").textContent = text || (paused ? "paused" : "");
  $("state").classList.toggle("bad", Boolean(text));
}

function again() {
  clearTimeout(timer);
  if (!paused && document.visibilityState === "visible") timer = setTimeout(() => look(), EVERY);
}

function pause() {
  paused = !paused;
  $("pause").setAttribute("aria-pressed", String(paused));
  $("pause").textContent = paused ? "go on" : "pause";
  say("");
  if (paused) clearTimeout(timer);
  else look();
}

function keep(push) {
  const hash = "#" + pathText(place.path) + queryText(place);
  if (push) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
}

function search(text) {
  place.find = text;
  place.from = 0;
  $("find").value = text;
  keep(false);
  look(true);
}

function turnTo(table, from) {
  place.table = table;
  place.from = from;
  keep(true);
  $("shown").scrollTo(0, 0);
  look(true);
}

function go() {
  readPlace();
  $("find").value = place.find;
  $("shown").scrollTo(0, 0);
  look(true);
}

const KEYS = {
  "/": () => $("find").focus(),
  p: pause,
  Escape: () => { location.hash = pathText(place.path.length > 2 ? place.path.slice(0, 2) : []); },
};

function onKey(event) {
  const typing = event.target.matches("input");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing && event.key === "Escape") {
    event.target.blur();
  } else if (!typing && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

addEventListener("hashchange", go);
addEventListener("popstate", go);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible" && !paused) look(); });
document.addEventListener("keydown", onKey);
$("controls").addEventListener("submit", (event) => event.preventDefault());
$("find").addEventListener("input", () => search($("find").value));
$("pause").addEventListener("click", pause);
go();
