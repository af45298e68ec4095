// SPDX-License-Identifier: Apache-2.0
"use strict";
// How values are put in words.

function seconds(s) {
  if (s === 0) return "0";
  if (s >= 100) return s.toFixed(0) + " s";
  if (s >= 1) return s.toFixed(2) + " s";
  return (s * 1000).toFixed(s < 0.01 ? 1 : 0) + " ms";
}

const millis = (ms) => seconds(ms / 1000);

function bytes(n) {
  if (n < 1024) return n + " B";
  return n < 1048576 ? (n / 1024).toFixed(1) + " KiB" : (n / 1048576).toFixed(1) + " MiB";
}

const counted = (n, what) => n.toLocaleString("en") + " " + what + (n === 1 ? "" : "s");

const ordinal = (n) => n + (n === 2 ? "nd" : "th");

const dated = (ms) => new Date(ms).toISOString().replace("T", " ").replace(/\.\d+Z$/, " UTC");

// A word of a shell; what needs no quotes has none.
const quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : "'" + word.replaceAll("'", "'\\''") + "'");

// JSON as one reads it; other text as it is.
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
