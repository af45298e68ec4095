// SPDX-License-Identifier: Apache-2.0
// What the tours of @aws-sdk/* v3 share. Endpoint, region and keys come from the environment alone.
'use strict';

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');

const BOUND = 20000; // ms that anything may take here at most

exports.unique = (prefix) => `${prefix}-${randomUUID().slice(0, 13)}`;

// The error that the call must end with.
exports.refused = async (call, name, message = /./) => {
  try {
    await call;
  } catch (error) {
    assert.equal(error.name, name, `${error.name}: ${error.message}`);
    assert.match(error.message, message);
    assert.ok(error.$metadata.requestId || error.$metadata.httpStatusCode, 'metadata');
    return error;
  }
  return assert.fail(`expected ${name}, none was raised`);
};

// What look() returns, once that is true.
exports.until = async (look) => {
  const end = Date.now() + BOUND;
  for (;;) {
    const found = await look();
    if (found) return found;
    assert.ok(Date.now() < end, 'it takes too long');
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};

// All that the pages of a paginator list under a name.
exports.all = async (pages, member) => {
  const found = [];
  for await (const page of pages) found.push(...(page[member] ?? []));
  return found;
};
