// SPDX-License-Identifier: Apache-2.0
// The AWS calls of a case: request and answer, as slrun masked them.

// Calls are told by the real clock; the drawing goes by the virtual one, which has jumped by then.
function virtualAt(course, ms) {
  let jumped = 0;
  for (const [at, by] of course.jumps) {
    if (at - jumped - by > ms + 0.05) break;
    jumped += by;
  }
  return ms + jumped;
}

function statusOf(call) {
  const last = call.tries.at(-1);
  if (call.cancelled) return "given up";
  if (call.error) return [last?.status || null, call.error.code || call.error.kind].filter(Boolean).join(" ");
  return last ? String(last.status) : "";
}

const nTries = (call) => call.tries.length + (call.more_tries ?? 0);

// The calls of a try, with their places in the drawing.
function callList(c) {
  const lines = model.calls.get(c.timeline.id) ?? [];
  return lines.map((line) => JSON.parse(line.slice(line.indexOf(" ")))).map((call) => ({ ...call, from: virtualAt(c.timeline, call.at_ms), to: virtualAt(c.timeline, call.at_ms + call.ms),
    name: `${call.service}.${call.operation}`, bad: Boolean(call.error) })).sort((a, b) => a.from - b.from);
}

const callLabel = (call) =>
  `${call.name} at ${millis(call.from)}, ${millis(call.ms)}: ${statusOf(call)}`
    + (nTries(call) > 1 ? `, ${nTries(call)} tries` : "");

const shown = (value) => (typeof value === "string" ? value : JSON.stringify(value));

const parameters = (call) =>
  Object.entries(call.parameters ?? {}).map(([name, value]) => `${name}=${shown(value)}`).join(" ");

function body(message) {
  if (message.hidden) return el("p", { class: "facts" }, "The body is not shown: there are secrets in it.");
  if (message.file) return el("p", { class: "facts" }, `The body is the file ${message.file}.`);
  if (message.body === undefined || message.body === "") return null;
  const text = message.cut || message.encoding ? message.body : pretty(message.body);
  const notes = [message.encoding, message.cut && `the beginning of ${bytes(message.size)}`].filter(Boolean).join(", ");
  return [notes ? el("p", { class: "facts" }, notes) : null, el("pre", { class: "code" }, text)];
}

const headers = (list) => el("pre", { class: "code" }, list.map(([name, value]) => `${name}: ${value}`).join("\n"));

function message(title, first, told) {
  return [el("h4", {}, title), el("p", { class: "mono" }, first),
    el("details", {}, el("summary", {}, counted((told.headers ?? []).length, "header")), headers(told.headers ?? [])), body(told)];
}

function triesOf(call) {
  return table(["try", "status", "request id", "error", "#waited", "#took"], call.tries.map((t, i) =>
    [i + 1, t.status || "none", t.request_id, t.code, millis(t.delay_ms + t.queued_ms), millis(t.ms)]));
}

// Request and answer are put together when they are looked at.
function exchange(call) {
  const request = call.request, response = call.response;
  return [
    call.error ? el("p", { class: "failed error-text" }, `${call.error.code || call.error.kind}: ${call.error.message}`) : null,
    triesOf(call),
    request ? message("Request", `${request.method} ${request.url}`, request) : el("p", { class: "facts" }, "Request and response do not stand in this page."),
    response ? message("Response", `HTTP ${response.status}`, response) : null,
  ];
}

function callDetails(call, i) {
  const box = el("div", {});
  return el("details", { class: "call-details", "data-call": i, ontoggle: (event) => {
    if (event.target.open && !box.hasChildNodes()) fill(box, {}, exchange(call));
  } },
  el("summary", {}, el("span", { class: "op mono" }, call.name, " ", el("span", { class: "file" }, parameters(call))),
    el("span", { class: call.bad ? "failed" : "seconds" }, statusOf(call)),
    nTries(call) > 1 ? el("span", { class: "seconds" }, `${nTries(call)} tries`) : null,
    el("span", { class: "seconds" }, call.phase), el("span", { class: "seconds" }, millis(call.ms))), box);
}

function callRows(calls) {
  if (calls.length === 0) return [];
  return titled("AWS calls", ...calls.map((call, i) => callDetails(call, i)));
}
