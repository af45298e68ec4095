// SPDX-License-Identifier: Apache-2.0
// What is shown stands behind the # of the address: #SERVICE/KIND/KEY?find=TEXT&table=I&from=N

const place = { path: [], find: "", table: 0, from: 0 };

function decoded(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

function readPlace() {
  const [path, query] = location.hash.slice(1).split("?");
  const words = new URLSearchParams(query ?? "");
  place.path = path.split("/").filter(Boolean).slice(0, 3).map(decoded);
  place.find = words.get("find") ?? "";
  place.table = Number(words.get("table")) || 0;
  place.from = Number(words.get("from")) || 0;
}

const pathText = (path) => path.map(encodeURIComponent).join("/");

function queryText(of) {
  const words = new URLSearchParams();
  if (of.find) words.set("find", of.find);
  if (of.from) {
    words.set("table", of.table);
    words.set("from", of.from);
  }
  const text = words.toString();
  return text && "?" + text;
}

const linkTo = (path) => "#" + pathText(path);

// Where the page is told what is there.
const addressOf = (of) => "/_slrun/look" + (of.path.length > 0 ? "/" + pathText(of.path) : "") + queryText(of);

// `leads` of a table: a kind of this service, or of another one.
const leadTo = (leads, key) => [...(leads.includes("/") ? leads.split("/") : [place.path[0], leads]), key];
