// SPDX-License-Identifier: Apache-2.0
// Columns and cells. slrun/look.h says what types there are.

const MEMBERS = 16; // columns that members become; the rest stands in one

function columnsOf(text) {
  return text.split("|").map((column) => {
    const [name, type] = column.split(":");
    return { name, type: type ?? "" };
  });
}

const isNumeric = (type) => type === "number" || type === "size";

const timed = (ms) => {
  const text = new Date(ms).toISOString();
  return el("time", { datetime: text, title: text }, text.slice(0, 10), " ", text.slice(11, 23));
};

const json = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 1));

function plain(value) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  const text = json(value);
  return text.length > 60 ? el("pre", { class: "json" }, text) : el("code", {}, JSON.stringify(value));
}

const findButton = (text) => el("button", { type: "button", class: "find", title: "show what has it", onclick: () => search(text) }, text);

const KINDS = {
  time: (value) => (typeof value === "number" && value > 0 ? timed(value) : ""),
  size: (value) => (typeof value === "number" ? bytes(value) : ""),
  number: (value) => (typeof value === "number" ? value.toLocaleString("en") : plain(value)),
  log: (value) => (value ? el("pre", {}, json(value)) : ""),
  find: (value) => (value ? findButton(String(value)) : ""),
};

const SHORT = 32; // characters that stay in one line

const isShort = (type, value) => type === "time" || (!type && typeof value === "string" && value.length <= SHORT);

function cell(type, value, size) {
  const shown = (KINDS[type] ?? plain)(value);
  return size ? [shown, el("p", { class: "facts" }, `the beginning of ${bytes(size)}`)] : shown;
}

// Members of objects become columns; those that most rows do not have stay together.
function spread(columns, rows) {
  const at = columns.findIndex((column) => column.type === "members");
  if (at < 0) return { columns, rows };
  const isOpen = (row) => row.cells[at] !== null && typeof row.cells[at] === "object" && !row.cut?.[at];
  const seen = new Map();
  for (const row of rows) for (const name of isOpen(row) ? Object.keys(row.cells[at]) : []) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen.keys()].slice(0, MEMBERS);
  const rest = seen.size > names.length || rows.some((row) => !isOpen(row));
  const others = (row) => (isOpen(row) ? Object.fromEntries(Object.entries(row.cells[at]).filter(([name]) => !names.includes(name))) : row.cells[at]);
  return {
    columns: [...columns.slice(0, at), ...names.map((name) => ({ name, type: "" })), ...(rest ? [{ name: "…", type: "" }] : []), ...columns.slice(at + 1)],
    rows: rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, at), ...names.map((name) => (isOpen(row) && Object.hasOwn(row.cells[at], name) ? row.cells[at][name] : null)),
      ...(rest ? [others(row)] : []), ...row.cells.slice(at + 1)], cut: row.cut?.[at] && rest ? { [at + names.length]: row.cut[at] } : row.cut })),
  };
}
