// SPDX-License-Identifier: Apache-2.0
// Who hands on to whom as a drawing, from left to right, and what each one says.
//
// nodes: a Map of { label, name, says, level: "quiet", "notice" or "error", named, chosen(), small }; chosen: what a click
// on it does, if anything. ways: a list of { from, to }, labels.

const BOX = 156, SMALL = 104, HIGH = 40, BETWEEN = 32, BELOW = 14, CHAR = 7; // pixels
const SHRUNK = 0.75; // of its size, before it is moved sideways

const shortened = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

// The columns of the nodes: behind all that hand on to them, but for ways that lead back.
function setColumns(nodes, ways) {
  const next = (label) => ways.filter((way) => way.from === label).map((way) => way.to);
  const seen = new Set(), order = [], handed = new Set(ways.map((way) => way.to));
  const visit = (label) => {
    if (seen.has(label)) return;
    seen.add(label);
    next(label).forEach(visit);
    order.unshift(label);
  };
  [...nodes.keys()].filter((label) => !handed.has(label)).forEach(visit);
  [...nodes.keys()].forEach(visit); // rings that nobody leads into
  const place = new Map(order.map((label, i) => [label, i]));
  for (const label of order) {
    for (const to of next(label)) {
      if (place.get(to) > place.get(label)) nodes.get(to).column = Math.max(nodes.get(to).column, nodes.get(label).column + 1);
    }
  }
}

// The rows within the columns: near those that hand on to them.
function setRows(nodes, ways) {
  const columns = [];
  for (const node of nodes.values()) (columns[node.column] ??= []).push(node);
  for (const column of columns) {
    for (const node of column) {
      const from = ways.filter((way) => way.to === node.label).map((way) => nodes.get(way.from)).filter((one) => one.column < node.column);
      node.near = from.length > 0 ? from.reduce((sum, one) => sum + one.row, 0) / from.length : 0;
    }
    column.sort((a, b) => a.near - b.near);
    column.forEach((node, row) => { node.row = row; });
  }
  return columns;
}

function wayLine(from, to) {
  const x1 = from.x + from.width, y1 = from.y + HIGH / 2, y2 = to.y + HIGH / 2;
  if (to.x > from.x) {
    const half = Math.max(BETWEEN / 2, (to.x - x1) / 2);
    return `M${x1} ${y1}C${x1 + half} ${y1} ${to.x - half} ${y2} ${to.x - 5} ${y2}`;
  }
  const low = Math.max(from.y, to.y) + HIGH + 10; // back, below both
  return `M${from.x + from.width / 2} ${from.y + HIGH}V${low}H${to.x + to.width / 2}V${to.y + HIGH + 5}`;
}

function systemBox(node) {
  const chars = (node.width - 12) / CHAR;
  const box = svg("g", { class: `resource is-${node.level}${node.named ? " named" : ""}` },
    svg("rect", { x: node.x, y: node.y, width: node.width, height: HIGH, rx: 5 }),
    svg("text", { class: "name", x: node.x + 7, y: node.y + 16 }, shortened(node.name, chars)),
    svg("text", { class: "dim", x: node.x + 7, y: node.y + 31 }, shortened(node.says, chars * 1.15)));
  const told = node.says ? `${node.label}: ${node.says}` : node.label;
  return node.chosen ? choosable(box, told, node.chosen) : fill(box, {}, [svg("title", {}, told)]);
}

function systemDrawing(nodes, ways) {
  for (const node of nodes.values()) Object.assign(node, { column: 0, width: node.small ? SMALL : BOX });
  setColumns(nodes, ways);
  const columns = setRows(nodes, ways), most = Math.max(...columns.map((column) => column.length));
  let width = 1 - BETWEEN;
  for (const column of columns) {
    const x = width + BETWEEN;
    for (const node of column) [node.x, node.y] = [x, 1 + (node.row + (most - column.length) / 2) * (HIGH + BELOW)];
    width = x + Math.max(...column.map((node) => node.width)) + 1;
  }
  const height = most * (HIGH + BELOW) + 6;
  const head = svg("defs", {}, svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 3, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
    svg("path", { class: "arrow-head", d: "M0 0L8 4L0 8z" })));
  const drawing = svg("svg", { role: "group", viewBox: `0 0 ${width} ${height}`,
    "aria-label": `The system: ${counted(nodes.size, "resource")}, ${counted(ways.length, "way")}` }, head,
  ways.map((way) => svg("path", { class: "way", d: wayLine(nodes.get(way.from), nodes.get(way.to)), "marker-end": "url(#arrow)" })),
  [...nodes.values()].map((node) => systemBox(node)));
  drawing.style.maxWidth = width + "px";
  drawing.style.minWidth = width * SHRUNK + "px";
  return el("div", { class: "system" }, drawing);
}
