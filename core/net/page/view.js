// SPDX-License-Identifier: Apache-2.0
// Elements. Text goes in as text and never as markup, whoever wrote it.

const $ = (id) => document.getElementById(id);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

// What can be chosen, by mouse and keys.
function choosable(element, label, chosen) {
  return fill(element, { class: (element.getAttribute("class") ?? "") + " hit", tabindex: 0, role: "button", "aria-label": label,
    onclick: chosen, onkeydown: (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        chosen();
      }
    } }, [svg("title", {}, label)]);
}

// Says for a moment that it has been done.
function copyButton(text, label) {
  const button = el("button", { type: "button", onclick: async () => {
    await copy(text);
    button.textContent = "copied";
    setTimeout(() => { button.textContent = label; }, 1200);
  } }, label);
  return button;
}

// Pages of files have no clipboard of their own in every browser.
async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = el("textarea", { "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

// A file to keep; what it is made of is put together when it is asked for.
function download(name, parts) {
  return el("button", { type: "button", onclick: () => {
    const url = URL.createObjectURL(new Blob(parts(), { type: "application/octet-stream" }));
    el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  } }, "download");
}

function table(heads, rows) {
  const numeric = (i) => (heads[i].startsWith("#") ? "n" : undefined);
  return el("table", {},
    el("thead", {}, el("tr", {}, heads.map((head, i) => el("th", { scope: "col", class: numeric(i) }, head.replace(/^#/, ""))))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell, i) => el("td", { class: numeric(i) }, cell))))));
}

function facts(pairs) {
  return el("dl", {}, pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}
