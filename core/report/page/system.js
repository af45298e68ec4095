// SPDX-License-Identifier: Apache-2.0
// The system of a case that failed, for its drawing.

// What the page knows of each resource that is on a way; chosen(i): the i-th of the autopsy.
function systemNodes(told, chosen) {
  const list = (some) => (Array.isArray(some) ? some : []);
  const quiet = new Set(list(told.quiet)), others = new Set(list(told.others)), nodes = new Map();
  for (const label of list(told.ways).flatMap((way) => [way.from, way.to])) {
    const at = list(told.resources).findIndex((one) => one.label === label), one = list(told.resources)[at];
    const name = label.replace(/ .* -> .*/, ""); // of a mapping: the drawing says from where to where
    nodes.set(label, { label, name, small: name !== label, level: one?.level ?? "quiet", named: one?.named, chosen: at < 0 ? null : () => chosen(at),
      says: one?.says ?? (others.has(label) ? "only for other cases" : quiet.has(label) ? "nothing to say" : "") });
  }
  return nodes;
}
