// SPDX-License-Identifier: Apache-2.0
// fauxqs on a port of loopback, without its log: usage: node fauxqs.mjs NODE_MODULES PORT
import net from "node:net";

const [modules, port] = process.argv.slice(2);
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (options, ...rest) { // it would listen at all addresses
  return listen.call(this, { ...options, host: "127.0.0.1" }, ...rest);
};
const { startFauxqs } = await import(`${modules}/fauxqs/dist/app.js`);
await startFauxqs({ port: Number(port), logger: false });
