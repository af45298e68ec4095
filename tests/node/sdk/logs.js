// SPDX-License-Identifier: Apache-2.0
// @aws-sdk/client-cloudwatch-logs on CloudWatch Logs as the local cloud offers it.
'use strict';

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const { CloudWatchLogs, paginateDescribeLogGroups, paginateFilterLogEvents } = require('@aws-sdk/client-cloudwatch-logs');
const { all, refused, unique } = require('./common.js');

const client = new CloudWatchLogs();
const logGroupName = unique('/js');
const stream = { logGroupName, logStreamName: 'one' };

before(async () => {
  await client.createLogGroup({ logGroupName, tags: { team: 'blue' } });
  await client.createLogStream(stream);
});

after(async () => {
  await client.deleteLogStream(stream);
  await client.deleteLogGroup({ logGroupName });
  await refused(client.describeLogStreams({ logGroupName }), 'ResourceNotFoundException');
  client.destroy();
});

test('groups', async () => {
  await client.putRetentionPolicy({ logGroupName, retentionInDays: 7 });
  const [group] = await all(paginateDescribeLogGroups({ client }, { logGroupNamePrefix: logGroupName }), 'logGroups');
  assert.deepEqual([group.logGroupName, group.retentionInDays], [logGroupName, 7]);
  const resourceArn = group.arn.replace(/:\*$/, '');
  await client.tagResource({ resourceArn, tags: { more: '1' } });
  await client.untagResource({ resourceArn, tagKeys: ['team'] });
  assert.deepEqual((await client.listTagsForResource({ resourceArn })).tags, { more: '1' });
});

test('events', async () => {
  const now = Date.now();
  const put = await client.putLogEvents({ ...stream, logEvents: [
    { timestamp: now, message: 'ERROR grüße' }, { timestamp: now + 1, message: '{"level":"info","code":200}' },
    { timestamp: now + 2, message: '{"level":"error","code":500}' },
  ] });
  assert.equal(put.rejectedLogEventsInfo, undefined);
  const { events, nextForwardToken } = await client.getLogEvents({ ...stream, startFromHead: true, limit: 2 });
  assert.deepEqual(events.map((e) => [e.timestamp, e.message]), [[now, 'ERROR grüße'], [now + 1, '{"level":"info","code":200}']]);
  const rest = await client.getLogEvents({ ...stream, startFromHead: true, nextToken: nextForwardToken });
  assert.equal(rest.events.length, 1);
  const found = async (filterPattern) => (
    await all(paginateFilterLogEvents({ client, pageSize: 1 }, { logGroupName, filterPattern }), 'events')).map((e) => e.message);
  assert.equal((await found('')).length, 3);
  assert.deepEqual(await found('ERROR'), ['ERROR grüße']);
  assert.deepEqual(await found('{ $.code = 2* }'), ['{"level":"info","code":200}']);
  assert.deepEqual(await found('{ $.code >= 500 && $.level = "err*" }'), ['{"level":"error","code":500}']);
  const { logStreams } = await client.describeLogStreams({ logGroupName });
  assert.deepEqual(logStreams.map((s) => [s.logStreamName, s.firstEventTimestamp]), [['one', now]]);
});

test('errors', async () => {
  await refused(client.createLogGroup({ logGroupName }), 'ResourceAlreadyExistsException', /already exists/);
  await refused(client.putLogEvents({ ...stream, logStreamName: 'none', logEvents: [{ timestamp: Date.now(), message: 'x' }] }),
    'ResourceNotFoundException');
  await refused(client.putRetentionPolicy({ logGroupName, retentionInDays: 2 }), 'InvalidParameterException');
});
