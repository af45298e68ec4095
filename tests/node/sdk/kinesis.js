// SPDX-License-Identifier: Apache-2.0
// @aws-sdk/client-kinesis on Kinesis as the local cloud offers it: in CBOR, over HTTP/2, as the client speaks by
// itself; with its other handler it speaks HTTP/1.1.
'use strict';

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const { Kinesis, waitUntilStreamExists, waitUntilStreamNotExists } = require('@aws-sdk/client-kinesis');
const { NodeHttpHandler } = require('@smithy/node-http-handler');
const { refused, unique, until } = require('./common.js');

const client = new Kinesis();
const StreamName = unique('js');
const text = (record) => Buffer.from(record.Data).toString();
const summary = async () => (await client.describeStreamSummary({ StreamName })).StreamDescriptionSummary;
const active = () => until(async () => (await summary()).StreamStatus === 'ACTIVE');

before(async () => {
  await client.createStream({ StreamName, ShardCount: 2 });
  await waitUntilStreamExists({ client, maxWaitTime: 20, minDelay: 1 }, { StreamName });
});

after(async () => {
  await client.deleteStream({ StreamName, EnforceConsumerDeletion: true });
  await waitUntilStreamNotExists({ client, maxWaitTime: 20, minDelay: 1 }, { StreamName });
  client.destroy();
});

test('streams are described and listed', async () => {
  const found = await summary();
  assert.equal(found.OpenShardCount, 2);
  assert.ok(found.StreamARN.endsWith(`:stream/${StreamName}`));
  assert.ok(Math.abs(found.StreamCreationTimestamp - Date.now()) < 600000);
  assert.ok((await client.listStreams({ ExclusiveStartStreamName: StreamName.slice(0, -1) })).StreamNames.includes(StreamName));
});

test('records and iterators', async () => {
  const data = Uint8Array.of(0, 255, 7);
  const put = await client.putRecord({ StreamName, Data: data, PartitionKey: 'schlüssel', ExplicitHashKey: '0' });
  const at = (ShardIteratorType, more) => client.getShardIterator({ StreamName, ShardId: put.ShardId, ShardIteratorType, ...more });
  const page = await client.getRecords(await at('TRIM_HORIZON'));
  assert.deepEqual(page.Records.map((r) => [...r.Data]), [[...data]]);
  assert.equal(page.Records[0].PartitionKey, 'schlüssel');
  assert.equal(page.Records[0].SequenceNumber, put.SequenceNumber);
  assert.ok(Math.abs(page.Records[0].ApproximateArrivalTimestamp - Date.now()) < 600000);
  assert.equal(page.MillisBehindLatest, 0);
  const latest = await at('LATEST');
  const batch = await client.putRecords({ StreamName, Records: ['a', 'b', 'c'].map((s) => (
    { Data: Buffer.from(s), PartitionKey: 'k', ExplicitHashKey: '0' })) });
  assert.equal(batch.FailedRecordCount, 0);
  const first = await client.getRecords({ ...latest, Limit: 2 });
  const rest = await client.getRecords({ ShardIterator: first.NextShardIterator });
  assert.deepEqual([...first.Records, ...rest.Records].map(text), ['a', 'b', 'c']);
  const b = batch.Records[1].SequenceNumber;
  const texts = async (iterator) => (await client.getRecords(await iterator)).Records.map(text);
  assert.deepEqual(await texts(at('AT_SEQUENCE_NUMBER', { StartingSequenceNumber: b })), ['b', 'c']);
  assert.deepEqual(await texts(at('AFTER_SEQUENCE_NUMBER', { StartingSequenceNumber: b })), ['c']);
  assert.equal((await texts(at('AT_TIMESTAMP', { Timestamp: new Date(1000) }))).length, 4);
});

test('shards are split and merged', async () => {
  const { Shards: [first] } = await client.listShards({ StreamName });
  const half = (BigInt(first.HashKeyRange.EndingHashKey) / 2n).toString();
  await client.splitShard({ StreamName, ShardToSplit: first.ShardId, NewStartingHashKey: half });
  await active();
  const { Shards } = await client.listShards({ StreamName, ShardFilter: { Type: 'AT_LATEST' } });
  assert.equal(Shards.length, 3);
  const [one, two] = Shards.filter((s) => s.ParentShardId === first.ShardId).map((s) => s.ShardId);
  await client.mergeShards({ StreamName, ShardToMerge: one, AdjacentShardToMerge: two });
  await active();
  assert.equal((await summary()).OpenShardCount, 2);
});

test('tags, consumers, retention', async () => {
  await client.addTagsToStream({ StreamName, Tags: { a: '1', b: '2' } });
  await client.removeTagsFromStream({ StreamName, TagKeys: ['a'] });
  assert.deepEqual((await client.listTagsForStream({ StreamName })).Tags, [{ Key: 'b', Value: '2' }]);
  const { StreamARN } = await summary();
  const { Consumer } = await client.registerStreamConsumer({ StreamARN, ConsumerName: 'c' });
  const consumer = { ConsumerARN: Consumer.ConsumerARN };
  await until(async () => (await client.describeStreamConsumer(consumer)).ConsumerDescription.ConsumerStatus === 'ACTIVE');
  assert.deepEqual((await client.listStreamConsumers({ StreamARN })).Consumers.map((c) => c.ConsumerName), ['c']);
  await client.deregisterStreamConsumer(consumer);
  await client.increaseStreamRetentionPeriod({ StreamName, RetentionPeriodHours: 48 });
  assert.equal((await summary()).RetentionPeriodHours, 48);
});

test('subscriptions to shards', async () => {
  const { StreamARN } = await summary();
  const { Consumer } = await client.registerStreamConsumer({ StreamARN, ConsumerName: 'fanout' });
  const { ConsumerARN } = Consumer;
  await until(async () => (await client.describeStreamConsumer({ ConsumerARN })).ConsumerDescription.ConsumerStatus === 'ACTIVE');
  const put = await client.putRecord({ StreamName, Data: Buffer.from('one'), PartitionKey: 'k' });
  const StartingPosition = { Type: 'AT_SEQUENCE_NUMBER', SequenceNumber: put.SequenceNumber };
  const asked = { ConsumerARN, ShardId: put.ShardId, StartingPosition };
  const { EventStream } = await client.subscribeToShard(asked);
  await refused(client.subscribeToShard(asked), 'ResourceInUseException');
  const found = [];
  for await (const { SubscribeToShardEvent: event } of EventStream) {
    assert.ok(event.ContinuationSequenceNumber);
    found.push(...event.Records.map(text));
    if (found.length === 1) await client.putRecord({ StreamName, Data: Buffer.from('two'), PartitionKey: 'k' });
    if (found.length === 2) break;
  }
  assert.deepEqual(found, ['one', 'two']);
  await client.deregisterStreamConsumer({ ConsumerARN });
});

test('the same over HTTP/1.1', async () => {
  const other = new Kinesis({ requestHandler: new NodeHttpHandler() });
  const put = await other.putRecord({ StreamName, Data: Buffer.from('1.1'), PartitionKey: 'k' });
  const { ShardIterator } = await client.getShardIterator(
    { StreamName, ShardId: put.ShardId, ShardIteratorType: 'AT_SEQUENCE_NUMBER', StartingSequenceNumber: put.SequenceNumber });
  assert.deepEqual((await client.getRecords({ ShardIterator })).Records.map(text), ['1.1']);
  other.destroy();
});

test('errors', async () => {
  await refused(client.putRecord({ StreamName: 'no-such-stream', Data: Buffer.from('x'), PartitionKey: 'k' }),
    'ResourceNotFoundException', /no-such-stream under account/);
  await refused(client.createStream({ StreamName, ShardCount: 1 }), 'ResourceInUseException');
  await refused(client.getRecords({ ShardIterator: 'x' }), 'InvalidArgumentException');
});
