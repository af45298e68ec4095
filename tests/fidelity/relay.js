// SPDX-License-Identifier: Apache-2.0
// Stands for kinesalite's own server in its tests: what it is asked goes to the server of FIDELITY_URL, byte for byte.
const Module = require('module');
const net = require('net');

const { hostname, port } = new URL(process.env.FIDELITY_URL);

function relay() {
  return net.createServer((from) => {
    const to = net.connect(Number(port), hostname);
    from.on('error', () => to.destroy()).on('close', () => to.destroy());
    to.on('error', () => from.destroy()).on('close', () => from.destroy());
    from.pipe(to).pipe(from);
  });
}

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  // the tests ask for the package itself
  return request === '..' && /\btest\/\w+\.js$/.test(parent.filename) ? relay : load.call(this, request, parent, ...rest);
};
