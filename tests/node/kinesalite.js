// SPDX-License-Identifier: Apache-2.0
// kinesalite on a free port of loopback, in memory; prints its address. Streams change at once.
'use strict';

const server = require('kinesalite')({
  createStreamMs: 20, deleteStreamMs: 20, updateStreamMs: 20, shardLimit: 10000,
});
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port));
