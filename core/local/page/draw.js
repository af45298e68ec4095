// SPDX-License-Identifier: Apache-2.0
// Lists, things and the services beside them.

function row(table, columns, given) {
  const href = table.leads && given.key !== undefined ? linkTo(leadTo(table.leads, given.key)) : null;
  return el("tr", {}, columns.map(({ type }, i) => {
    const shown = cell(type, given.cells[i], given.cut?.[i]);
    return el("td", { class: isNumeric(type) ? "n" : isShort(type, given.cells[i]) ? "short" : undefined }, i === 0 && href ? el("a", { href }, shown || "(no name)") : shown);
  }));
}

// Which rows these are, and the way to others.
function pages(table, i) {
  const from = place.table === i ? place.from : 0;
  if (table.next === undefined && from === 0) return null;
  const go = (to, text) => el("button", { type: "button", onclick: () => turnTo(i, to) }, text);
  return el("div", { class: "more" },
    place.find ? `among rows ${from + 1} to ${table.next ?? "the last"}` : `rows ${from + 1} to ${table.next ?? from + table.rows.length}`,
    from > 0 ? go(0, "first rows") : null, table.next === undefined ? null : go(table.next, "more rows"));
}

function drawTable(table, i, title) {
  const { columns, rows } = spread(columnsOf(table.columns), table.rows);
  const found = rows.length > 0
    ? el("table", {}, el("thead", {}, el("tr", {}, columns.map(({ name, type }) => el("th", { scope: "col", class: isNumeric(type) ? "n" : undefined }, name)))),
      el("tbody", {}, rows.map((given) => row(table, columns, given))))
    : el("p", { class: "none" }, place.find ? `none with “${place.find}”` : "none");
  return el("section", { "aria-label": table.title }, el("h3", {}, title ?? table.title), found, i === null ? null : pages(table, i));
}

const isEmpty = (value) => value === "" || (typeof value === "object" && Object.keys(value).length === 0);

const drawFacts = (list) =>
  el("dl", {}, list.filter(([, value]) => !isEmpty(value)).map(([name, value, size]) => [el("dt", {}, name), el("dd", {}, cell(/ at$/.test(name) ? "time" : "", value, size))]));

function drawThing(told) {
  return [told.facts ? drawFacts(told.facts) : null, ...(told.tables ?? []).map((table, i) => drawTable(table, i))];
}

function pathLine() {
  const at = place.path.map((word, i) => [i > 0 ? " / " : "", i < place.path.length - 1 && i > 0 ? el("a", { href: linkTo(place.path.slice(0, i + 1)) }, word)
    : i < place.path.length - 1 ? word : el("strong", {}, word)]);
  return el("h2", { class: "path id" }, el("a", { href: "#" }, "all"), " / ", at.flat());
}

function drawAll(told) {
  const there = told.services.flatMap((service) => service.kinds.filter(({ table }) => table.rows.length > 0).map((kind) => {
    const section = drawTable({ ...kind.table, leads: kind.table.leads && `${service.name}/${kind.table.leads}` }, null, `${service.name}: ${kind.table.title}`);
    if (kind.table.next !== undefined) section.append(el("p", { class: "more" }, el("a", { href: linkTo([service.name, kind.kind]) }, "all of them")));
    return section;
  }));
  if (there.length > 0) return there;
  return [el("p", { class: "none" }, place.find ? `Nothing has “${place.find}”.` : "Nothing is there yet. Any AWS SDK makes something, with the endpoint "),
    place.find ? null : el("code", {}, location.origin)];
}

// The services and how many of each kind there are.
function drawServices(told) {
  $("services").replaceChildren(...told.services.flatMap((service) => [el("h2", {}, service.name), ...service.kinds.map(({ kind, table }) => {
    const here = place.path[0] === service.name && place.path[1] === kind;
    return el("a", { href: linkTo([service.name, kind]), "aria-current": here ? "page" : undefined }, table.title,
      el("span", { class: "n" }, table.rows.length + (table.next === undefined ? "" : "+")));
  })]));
}

function drawClock(told) {
  const ahead = Math.round(told.ahead_ms / 1000);
  const now = new Date(told.now_ms).toISOString().replace("T", " ").slice(0, 19) + " UTC";
  $("clock").textContent = Math.abs(ahead) > 1 ? `${now}, ${seconds(ahead)} ahead of real time` : now;
}
