// SPDX-License-Identifier: Apache-2.0
// The run as a whole: what it was, how it ended, where the time went.

const SLOWEST = 10;
const WAIT = { poll: "wait", check: "wait" };
const PHASES = ["setup", "seed", "listen", "act", "wait", "teardown"]; // in their order

function outcomeCounts() {
  const counts = {};
  for (const c of model.cases) {
    counts[c.outcome] = (counts[c.outcome] ?? 0) + 1;
    if (c.n_problems > 0 && c.outcome !== "error") counts.error = (counts.error ?? 0) + 1;
  }
  return counts;
}

function drawOutcomes(state, changed) {
  const counts = outcomeCounts();
  $("outcomes").replaceChildren(...OUTCOMES.filter(([word]) => counts[word]).map(([word]) =>
    el("button", { type: "button", "aria-pressed": String(state.outcomes.has(word)), "data-outcome": word, onclick: () => {
      if (!state.outcomes.delete(word)) state.outcomes.add(word);
      changed();
    } }, badge(word), " ", counts[word].toLocaleString("en"), " ", word)));
}

function drawVerdict() {
  const end = model.end, run = model.run;
  const took = end ? " in " + seconds(end.seconds) : "; the run has not ended, or was killed";
  const of = run.cases > model.cases.length ? ` of ${run.cases}` : "";
  $("verdict").textContent = `${model.cases.length.toLocaleString("en")}${of} case${model.cases.length === 1 ? "" : "s"}${took}`
    + (end?.stopped ? "; " + end.stopped : "") + besides();
}

// What the terminal counts as errors and is of no case.
function besides() {
  const files = model.end?.collection_errors?.length ?? 0;
  const cleanUps = model.fixtures.reduce((all, f) => all + f.problems.length, 0);
  return (files ? `; ${counted(files, "file")} could not be collected` : "")
    + (cleanUps ? `; ${counted(cleanUps, "clean-up")} of fixtures failed` : "");
}

// Seconds of all cases by phase.
function phaseTotals() {
  const totals = {};
  for (const c of model.cases) {
    for (const phase of c.phases) {
      const name = WAIT[phase.name] ?? phase.name;
      totals[name] = (totals[name] ?? 0) + phase.seconds;
    }
  }
  return Object.entries(totals).sort(([a], [b]) => PHASES.indexOf(a) - PHASES.indexOf(b));
}

const phaseClass = (name) =>
  "p-" + ({ wait: "poll" }[name] ?? (["seed", "listen", "act", "poll", "check", "teardown"].includes(name) ? name : "other"));

function bar(parts) {
  const sum = parts.reduce((all, [, value]) => all + value, 0) || 1;
  return [
    el("div", { class: "bar", role: "img", "aria-label": parts.map(([name, value]) => `${name} ${seconds(value)}`).join(", ") },
      parts.map(([name, value]) => {
        const part = el("span", { class: phaseClass(name), title: `${name}: ${seconds(value)}` });
        part.style.width = (100 * value) / sum + "%";
        return part;
      })),
    el("div", { class: "legend" }, parts.map(([name, value]) => el("span", {},
      el("i", { class: phaseClass(name) }), `${name} ${seconds(value)} (${((100 * value) / sum).toFixed(0)} %)`))),
  ];
}

function slowest() {
  const cases = [...model.cases].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return table(["#seconds", "case"], cases.map((c) =>
    [seconds(c.seconds), el("a", { href: "#" + linkTo(c), class: "id" }, c.id)]));
}

function problemsOfRun() {
  const blocks = (model.end?.collection_errors ?? []).map((e) => [el("h3", {}, "Could not be collected: " + e.path), el("pre", {}, e.text)]);
  for (const f of model.fixtures) {
    for (const p of f.problems) {
      const step = p.of === `fixture '${f.name}'` ? "" : ": " + p.of;
      blocks.push([el("h3", {}, `Clean-up of fixture '${f.name}' (${f.path}:${f.line})${step}`), el("pre", {}, p.failure?.text ?? "")]);
    }
  }
  return blocks;
}

function drawRun() {
  const run = model.run, end = model.end;
  const problems = problemsOfRun();
  $("run-body").replaceChildren(...problems.flat(), el("div", { class: "columns" },
    el("div", {}, facts([
      ["slrun", run.version], ["run", run.run], ["began", run.time_ms && dated(run.time_ms)],
      ["target", run.target + (run.endpoint ? ` (${run.endpoint})` : "")], ["region", run.region], ["at once", run.jobs || null],
      ["shuffled by", run.seed ? "--seed " + run.seed : null],
      ["files", run.files], ["deselected", run.deselected || null], ["took", end && seconds(end.seconds)],
      ["part", run.shard && `${run.shard} of ${counted(run.whole, "case")}`],
      ...(run.notes ?? []).concat(model.notices).map((note) => ["", note]),
    ])),
    el("div", {}, el("h3", {}, "Where the time of all cases went"), bar(phaseTotals())),
    el("div", {}, el("h3", {}, "The slowest"), slowest())));
  if (problems.length > 0) $("run").open = true;
}
