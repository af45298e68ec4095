// SPDX-License-Identifier: Apache-2.0
// What the page knows: the lines of data, and which of the cases are shown.

const OUTCOMES = [
  ["failed", "F"], ["timeout", "T"], ["error", "E"], ["flaky", "R"], ["xpassed", "X"], ["passed", "."],
  ["xfailed", "x"], ["skipped", "s"],
];
const LETTERS = Object.fromEntries(OUTCOMES);
const RANK = Object.fromEntries(OUTCOMES.map(([word], i) => [word, i]));

const model = { run: {}, end: null, cases: [], fixtures: [], notices: [], byId: new Map(), shown: [],
  calls: new Map() }; // by t.id: lines

// What is left out of a line where it is so.
const SUMMARY = { pattern: null, tags: [], summary: null, n_tries: 1, n_problems: 0, interrupted: false, expected: null };
const DETAILS = { failure: null, autopsy: null, problems: [], tries: [], attachments: [], notes: null };
const COURSE = { attempts: [], n_attempts: 0, every: 1, deadlines: [], jumps: [], arrivals: [] };

// Each case has two lines, and one for each of its calls. Only the first is read before the case is
// looked at: behind a tab stands what else is known of it, behind "#" and a t.id a call.
function readLine(line) {
  if (line[0] === "\t") {
    model.cases.at(-1).rest = line;
    return;
  }
  if (line[0] === "#") {
    const id = line.slice(1, line.indexOf(" ")), lines = model.calls.get(id);
    if (lines) lines.push(line);
    else model.calls.set(id, [line]);
    return;
  }
  const record = JSON.parse(line);
  if (record.event === "case") {
    model.cases.push({ ...SUMMARY, ...record });
  } else if (record.event === "fixture") {
    model.fixtures.push(record);
  } else if (record.event === "notice") {
    model.notices.push(record.text);
  } else if (record.event === "run_begin") {
    model.run = record;
  } else {
    model.end = record;
  }
}

function readData(text) {
  for (const line of text.split("\n")) if (line !== "") readLine(line);
  model.cases.sort((a, b) => a.order - b.order);
  model.cases.forEach((c, i) => { c.place = i; });
  for (const c of model.cases) {
    model.byId.set(c.id, c);
    c.words = (c.id + "\n" + (c.summary ?? "") + "\n" + c.tags.join(" ")).toLowerCase();
  }
}

// A case, or one try of it, with its whole timeline.
const withCourse = (c) => (c.timeline ? { ...c, timeline: { ...COURSE, ...c.timeline } } : c);

// A case with everything that is known of it.
function whole(c) {
  if (!c.all) {
    c.all = withCourse({ ...DETAILS, ...(c.rest ? JSON.parse(c.rest) : {}), ...c });
    c.all.tries = c.all.tries.map(withCourse);
  }
  return c.all;
}

const ORDERS = {
  "in the order of collection": () => 0,
  "worst first": (a, b) => RANK[a.outcome] - RANK[b.outcome],
  "slowest first": (a, b) => b.seconds - a.seconds,
  "fastest first": (a, b) => a.seconds - b.seconds,
};

// state: q, outcomes (a set; empty: all), file, pattern, tag, sort
function isShown(c, state, words) {
  return (state.outcomes.size === 0 || state.outcomes.has(c.outcome)
      || (state.outcomes.has("error") && c.n_problems > 0))
    && (!state.file || c.path === state.file)
    && (!state.pattern || c.pattern === state.pattern)
    && (!state.tag || c.tags.includes(state.tag))
    && words.every((word) => c.words.includes(word));
}

function choose(state) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  model.shown = model.cases.filter((c) => isShown(c, state, words));
  model.shown.sort(ORDERS[state.sort] ?? (() => 0));
}

function distinct(of) {
  return [...new Set(model.cases.flatMap(of))].filter(Boolean).sort();
}
