// SPDX-License-Identifier: Apache-2.0
// The course of a case as a drawing: time goes to the right, by the virtual clock.

const LEFT = 74, RIGHT = 84, LANE = 16, LANES_MAX = 12;

// The waits' ends stand in the drawing where that leaves the rest readable.
function span(course, calls) {
  const last = Math.max(course.ended, 1, ...calls.map((call) => call.to));
  const near = course.deadlines.map(([at]) => at).filter((at) => at <= last * 1.5);
  return Math.max(last, ...near) * 1.02;
}

// A round step of the axis: 1, 2 or 5 times a power of ten.
function axisStep(length) {
  const rough = length / 6, power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((n) => n * power).find((s) => s >= rough);
}

function axis(length, x, height) {
  const marks = [], by = axisStep(length);
  for (let at = 0; at <= length; at += by) {
    marks.push(svg("line", { class: "axis", x1: x(at), x2: x(at), y1: 0, y2: height }),
      svg("text", { class: "dim", x: x(at) + 2, y: height + 12 }, millis(at)));
  }
  return marks;
}

function phaseBands(course, x, height) {
  return course.phases.map(([name, from], i) => {
    const to = course.phases[i + 1]?.[1] ?? course.ended, width = Math.max(1, x(to) - x(from));
    return svg("g", {}, svg("title", {}, `${name}: from ${millis(from)} to ${millis(to)}`),
      svg("rect", { class: "phase " + phaseClass(name), x: x(from), y: 0, width, height: LANE }),
      width > 7 * name.length ? svg("text", { x: x(from) + 3, y: 12 }, name) : null,
      svg("line", { class: "axis", x1: x(from), x2: x(from), y1: 0, y2: height }));
  });
}

function jumpBands(course, x, height) {
  return course.jumps.filter(([at, by]) => x(at) - x(at - by) >= 1).map(([at, by]) =>
    svg("g", {}, svg("title", {}, `the local cloud's clock jumped: ${millis(by)} in no time`),
      svg("rect", { class: "jump", x: x(at - by), y: LANE, width: x(at) - x(at - by), height: height - LANE })));
}

// The first lane that is free at its beginning; what overlaps lies in lanes of its own.
function laneOf(lanes, call) {
  let i = lanes.findIndex((end) => end <= call.from);
  if (i < 0) i = lanes.length < LANES_MAX ? lanes.length : LANES_MAX - 1;
  lanes[i] = Math.max(lanes[i] ?? 0, call.to);
  return i;
}

function callBars(calls, x, top, lanes, chosen) {
  return calls.map((call, i) => {
    const y = top + laneOf(lanes, call) * LANE;
    return choosable(svg("g", { class: "call" + (call.bad ? " bad" : ""), "data-call": i },
      svg("rect", { x: x(call.from), y: y + 2, width: Math.max(2, x(call.to) - x(call.from)), height: LANE - 5 })),
    callLabel(call), () => chosen(i));
  });
}

function attemptTicks(course, x, y, chosen) {
  return course.attempts.map(([from, to, held], i) => choosable(
    svg("circle", { class: held ? "held" : "not-yet", cx: x(from), cy: y, r: 4, "data-attempt": i }),
    `poll at ${millis(from)}, took ${millis(to - from)}: ${held ? "held" : "not yet"}`, () => chosen(from)));
}

function slaLines(course, length, x, height) {
  return course.deadlines.map(([at, within]) => (at <= length
    ? [svg("line", { class: "sla", x1: x(at), x2: x(at), y1: 0, y2: height }),
      svg("text", { x: x(at) + 4, y: height - 3 }, "SLA " + millis(within))]
    : svg("text", { class: "dim", x: x(length) + 4, y: 12 }, "SLA " + millis(within) + " →")));
}

function arrivalMarks(course, x, y) {
  return course.arrivals.map(([at, label]) => svg("g", {}, svg("title", {}, `${millis(at)}: ${label} heard something`),
    svg("path", { class: "arrival", d: `M${x(at) - 4} ${y - 8}h8l-4 8z` })));
}

const laneName = (y, text) => svg("text", { class: "dim", x: 0, y }, text);

function hatch() {
  return svg("defs", {}, svg("pattern", { id: "hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse" },
    svg("path", { class: "hatching", d: "M0 6L6 0" })));
}

// chosen: { call(i), attempt(at) }
function timeline(course, calls, width, chosen) {
  const length = span(course, calls), x = (ms) => LEFT + (Math.max(0, ms) / length) * (width - LEFT - RIGHT);
  const lanes = [], bars = callBars(calls, x, LANE + 6, lanes, chosen.call);
  let y = LANE + 6 + lanes.length * LANE;
  const rows = [laneName(12, "phases"), calls.length > 0 ? laneName(LANE + 18, "calls") : null];
  if (course.attempts.length > 0) rows.push(laneName(y + 14, "polls"), attemptTicks(course, x, (y += 22) - 12, chosen.attempt));
  if (course.arrivals.length > 0) rows.push(laneName(y + 12, "arrivals"), arrivalMarks(course, x, (y += 18) - 6));
  const told = `Timeline: ${counted(course.phases.length, "phase")}, ${counted(calls.length, "call")}, ${counted(course.n_attempts, "poll")}`;
  return svg("svg", { class: "timeline", role: "group", "aria-label": told, width, height: y + 16, viewBox: `0 0 ${width} ${y + 16}` },
    hatch(), axis(length, x, y), jumpBands(course, x, y), phaseBands(course, x, y), bars, rows, slaLines(course, length, x, y));
}
