// SPDX-License-Identifier: Apache-2.0
// One case with all that is known of it.

// What slrun says of a failure: what failed stands behind "E", the line of the spec behind ">".
function failureText(text) {
  const kinds = [["E  ", "e"], [">", "here"]];
  return el("pre", { class: "code failure" }, text.split("\n").map((line) => {
    const kind = kinds.find(([begin]) => line.startsWith(begin));
    return el("span", { class: kind?.[1] }, line, "\n");
  }));
}

const titled = (title, ...content) => [el("h3", {}, title), ...content.flat(2)];

// The autopsy stands in the text, too; the page shows it by resources.
function ownText(c) {
  const at = c.autopsy ? c.failure.text.lastIndexOf("\n\nin the system since act (") : -1;
  return at < 0 ? c.failure.text : c.failure.text.slice(0, at);
}

function system(told) {
  if (!Array.isArray(told.ways) || told.ways.length === 0) return null;
  return systemDrawing(systemNodes(told, (i) => light($("case"), $("case").querySelectorAll(".autopsy > details")[i])), told.ways);
}

function autopsy(told) {
  if (!told) return [];
  const quiet = [["only for other cases", told.others], ["nothing to say", told.quiet], ["not answered in time", told.unanswered], ["could not be asked", told.problems],
    ["lets through only what matches", told.passes]];
  const names = (list) => (Array.isArray(list) ? list : []).join(", ");
  return titled("In the system since act", system(told), el("div", { class: "autopsy" },
    (Array.isArray(told.resources) ? told.resources : []).map((r) => el("details", { open: Boolean(r.level) },
      el("summary", {}, el("strong", { class: r.level === "error" ? "failed" : undefined }, r.label), "  ", r.says),
      Array.isArray(r.lines) && r.lines.length > 0 ? el("pre", {}, r.lines.join("\n")) : null)),
    facts(quiet.map(([name, list]) => [name, names(list)]))));
}

function attachments(list) {
  if (list.length === 0) return [];
  const parts = (a) => () => [a.base64 ? Uint8Array.from(atob(a.base64), (char) => char.charCodeAt(0)) : a.text];
  return titled("Attachments", table(["name", "#size", ""], list.map((a) => [a.name, bytes(a.size),
    a.text === undefined && a.base64 === undefined ? "too large for this page" : download(a.name, parts(a))])));
}

function polls(wait) {
  if (!Array.isArray(wait?.polls)) return [];
  return titled("What the polls saw", el("div", {}, wait.polls.map((group) => {
    const which = group.first === group.last ? `poll ${group.first}` : `polls ${group.first} to ${group.last}`;
    return el("details", { class: "call-details poll", open: wait.polls.length > 1 && group === wait.polls.at(-1), "data-at": group.at },
      el("summary", {}, el("span", { class: "op" }, which), el("span", { class: "seconds" }, `${millis(group.at)} after its start`)),
      el("pre", { class: "diff" }, (Array.isArray(group.lines) ? group.lines : []).join("\n")));
  })));
}

function light(box, element) {
  for (const lit of box.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (!element) return;
  element.open = true;
  element.classList.add("lit");
  element.scrollIntoView({ block: "nearest" });
}

// The group of polls that one of that time is in: the last that had begun.
function groupAt(box, ms) {
  return [...box.querySelectorAll(".poll")].filter((group) => Number(group.dataset.at) <= ms + 0.5).at(-1);
}

// The course of one try: the drawing, what its polls saw, what the system did, its calls.
function course(c, system = []) {
  const box = el("section", { class: "course" });
  if (!c.timeline) return fill(box, {}, system);
  const calls = callList(c), start = c.wait ? c.wait.start - c.timeline.began : 0;
  const chosen = {
    call: (i) => light(box, box.querySelector(`details[data-call="${i}"]`)),
    attempt: (at) => light(box, groupAt(box, at - start)),
  };
  const width = Math.max(360, $("case").clientWidth - 40);
  box.append(...titled("Timeline", timeline(c.timeline, calls, width, chosen)));
  if (c.timeline.every > 1) box.append(el("p", { class: "facts" }, `${counted(c.timeline.n_attempts, "poll")}, of which every ${ordinal(c.timeline.every)} is drawn`));
  box.append(...polls(c.wait), ...system, ...callRows(calls));
  return box;
}

function problems(list) {
  return list.map((p) => titled("Clean-up failed: " + p.of, failureText(p.failure?.text ?? "")));
}

function tries(list) {
  return list.map((one, i) => el("details", {}, el("summary", {}, `Try ${i + 1}: `, badge(one.outcome), ` ${one.failure?.summary ?? ""}`),
    one.failure ? failureText(one.failure.text) : null, course(one), one.notes ? el("pre", {}, one.notes) : null));
}

function head(c) {
  const command = `slrun ${quoted(c.id)}`;
  const said = [seconds(c.seconds), `${c.path}:${c.line}`, c.pattern && `pattern ${c.pattern}`,
    c.tags.length > 0 && `tags ${c.tags.join(", ")}`, c.interrupted && "interrupted", c.n_tries > 1 && `try ${c.n_tries}`,
    c.expected && `expected to fail: ${c.expected}`];
  return [
    el("div", { class: "top" }, badge(c.outcome), el("h2", { class: "id" }, c.id), copyButton(c.id, "copy id")),
    el("p", { class: "facts" }, said.filter(Boolean).join(" · ")),
    el("p", { class: "facts" }, "run it again: ", el("code", {}, command), " ", copyButton(command, "copy")),
  ];
}

function phases(c) {
  if (c.phases.length === 0) return [];
  return titled("Phases, in real time", bar(c.phases.map((phase) => [phase.name, phase.seconds])));
}

function drawCase(summary) {
  const c = whole(summary);
  $("case").replaceChildren(...head(c), ...phases(c),
    ...(c.failure ? titled(c.outcome === "skipped" ? "Skipped" : "What failed", failureText(ownText(c))) : []),
    course(c, autopsy(c.autopsy)), ...problems(c.problems).flat(), ...tries(c.tries),
    ...(c.notes ? titled("What it printed", el("pre", { class: "notes" }, c.notes)) : []), ...attachments(c.attachments));
  $("case").scrollTop = 0;
}

function drawNothing() {
  $("case").replaceChildren(el("p", { class: "facts" }, model.cases.length > 0 ? "Choose a case." : "No case has ended."));
}
