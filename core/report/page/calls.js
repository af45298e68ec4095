// SPDX-License-Identifier: Apache-2.0
// The AWS calls of a case: request and answer, as slrun masked them.

const callLabel = (call) =>
  `${call.operation} at ${millis(call.from)}, ${millis(call.to - call.from)}: ${call.said}`;

function callList() { return []; }
function callDetails() { return null; }
