// SPDX-License-Identifier: Apache-2.0
// A mocha reporter: the least of JUnit, into the file FIDELITY_REPORT, and a dot a test on the terminal.
const fs = require('fs');

function escape(text) {
  return String(text).replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '?')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

module.exports = function report(runner) {
  const lines = [];
  const add = (test, inner) => lines.push(
    `<testcase classname="${escape(test.parent.fullTitle())}" name="${escape(test.title)}">${inner}</testcase>`);
  runner.on('pass', (test) => { add(test, ''); process.stdout.write('.'); });
  runner.on('pending', (test) => { add(test, '<skipped/>'); process.stdout.write('s'); });
  runner.on('fail', (test, problem) => {
    add(test, `<failure message="${escape(problem.message)}"/>`);
    process.stdout.write('F');
  });
  runner.on('end', () => {
    fs.writeFileSync(process.env.FIDELITY_REPORT, `<testsuite>\n${lines.join('\n')}\n</testsuite>\n`);
    process.stdout.write('\n');
  });
};
