// SPDX-License-Identifier: Apache-2.0
// @aws-sdk/client-sqs on SQS as the local cloud offers it. The client checks the MD5 of each message.
'use strict';

const assert = require('node:assert/strict');
const { test, after } = require('node:test');
const { SQS, paginateListQueues } = require('@aws-sdk/client-sqs');
const { all, refused, unique } = require('./common.js');

const client = new SQS();
after(() => client.destroy());

const create = async (name, Attributes) => (await client.createQueue({ QueueName: name, Attributes })).QueueUrl;

test('queues', async () => {
  const name = unique('js');
  const QueueUrl = await create(name, { VisibilityTimeout: '7' });
  assert.ok(QueueUrl.startsWith(process.env.AWS_ENDPOINT_URL) && QueueUrl.endsWith(`/${name}`), QueueUrl);
  assert.equal((await client.getQueueUrl({ QueueName: name })).QueueUrl, QueueUrl);
  await client.setQueueAttributes({ QueueUrl, Attributes: { DelaySeconds: '1' } });
  const { Attributes } = await client.getQueueAttributes({ QueueUrl, AttributeNames: ['All'] });
  assert.deepEqual([Attributes.VisibilityTimeout, Attributes.DelaySeconds], ['7', '1']);
  await client.tagQueue({ QueueUrl, Tags: { a: '1', b: '2' } });
  await client.untagQueue({ QueueUrl, TagKeys: ['a'] });
  assert.deepEqual((await client.listQueueTags({ QueueUrl })).Tags, { b: '2' });
  const more = [await create(`${name}-1`), await create(`${name}-2`)];
  assert.deepEqual(await all(paginateListQueues({ client, pageSize: 1 }, { QueueNamePrefix: name }), 'QueueUrls'), [QueueUrl, ...more]);
  for (const url of [QueueUrl, ...more]) await client.deleteQueue({ QueueUrl: url });
  await refused(client.getQueueUrl({ QueueName: name }), 'QueueDoesNotExist', /does not exist/);
});

test('messages', async () => {
  const QueueUrl = await create(unique('js'));
  const attributes = {
    n: { DataType: 'Number', StringValue: '1.5' }, b: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 1, 255) },
    s: { DataType: 'String', StringValue: 'ü' },
  };
  const sent = await client.sendMessage({ QueueUrl, MessageBody: 'grüße <&> 😀', MessageAttributes: attributes });
  const { Messages: [message] } = await client.receiveMessage({
    QueueUrl, WaitTimeSeconds: 5, MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'],
  });
  assert.equal(message.MessageId, sent.MessageId);
  assert.equal(message.Body, 'grüße <&> 😀');
  assert.deepEqual(message.MessageAttributes, attributes);
  assert.equal(message.Attributes.ApproximateReceiveCount, '1');
  const ReceiptHandle = message.ReceiptHandle;
  await client.changeMessageVisibility({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 });
  const again = (await client.receiveMessage({ QueueUrl, WaitTimeSeconds: 5 })).Messages[0];
  assert.equal(again.MessageId, sent.MessageId);
  await client.deleteMessage({ QueueUrl, ReceiptHandle: again.ReceiptHandle });
  assert.equal((await client.receiveMessage({ QueueUrl })).Messages, undefined);
  await client.deleteQueue({ QueueUrl });
});

test('a long poll ends with the message', async () => {
  const QueueUrl = await create(unique('js'));
  const poll = client.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
  await client.sendMessage({ QueueUrl, MessageBody: 'late' });
  assert.equal((await poll).Messages[0].Body, 'late');
  await client.deleteQueue({ QueueUrl });
});

test('batches', async () => {
  const QueueUrl = await create(unique('js'));
  const sent = await client.sendMessageBatch({ QueueUrl, Entries: [
    { Id: 'a', MessageBody: '1' }, { Id: 'b', MessageBody: '2' }, { Id: 'c', MessageBody: '3', DelaySeconds: 901 },
  ] });
  assert.deepEqual(sent.Successful.map((e) => e.Id), ['a', 'b']);
  assert.deepEqual(sent.Failed.map((e) => [e.Id, e.SenderFault]), [['c', true]]);
  const { Messages } = await client.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 });
  assert.deepEqual(Messages.map((m) => m.Body), ['1', '2']);
  const entries = Messages.map((m, i) => ({ Id: String(i), ReceiptHandle: m.ReceiptHandle }));
  const shown = await client.changeMessageVisibilityBatch({ QueueUrl, Entries: entries.map((e) => ({ ...e, VisibilityTimeout: 60 })) });
  assert.equal(shown.Successful.length, 2);
  const done = await client.deleteMessageBatch({ QueueUrl, Entries: [...entries, { Id: 'x', ReceiptHandle: 'none' }] });
  assert.deepEqual([done.Successful.length, done.Failed[0].Code], [2, 'ReceiptHandleIsInvalid']);
  await client.purgeQueue({ QueueUrl });
  await client.deleteQueue({ QueueUrl });
});

test('FIFO and dead letters', async () => {
  const name = unique('js');
  const dead = await create(`${name}-dead.fifo`, { FifoQueue: 'true' });
  const { Attributes: { QueueArn } } = await client.getQueueAttributes({ QueueUrl: dead, AttributeNames: ['QueueArn'] });
  const QueueUrl = await create(`${name}.fifo`, {
    FifoQueue: 'true', ContentBasedDeduplication: 'true', VisibilityTimeout: '0',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: QueueArn, maxReceiveCount: 1 }),
  });
  for (const MessageBody of ['1', '2', '1']) await client.sendMessage({ QueueUrl, MessageBody, MessageGroupId: 'g' });
  assert.deepEqual((await client.listDeadLetterSourceQueues({ QueueUrl: dead })).queueUrls, [QueueUrl]);
  const first = await client.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 });
  assert.deepEqual(first.Messages.map((m) => m.Body), ['1', '2']);
  assert.equal((await client.receiveMessage({ QueueUrl })).Messages, undefined);
  const lost = await client.receiveMessage({ QueueUrl: dead, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 });
  assert.deepEqual(lost.Messages.map((m) => m.Body), ['1', '2']);
  for (const url of [QueueUrl, dead]) await client.deleteQueue({ QueueUrl: url });
});

test('errors', async () => {
  const QueueUrl = await create(unique('js'));
  await refused(client.sendMessageBatch({ QueueUrl, Entries: [] }), 'EmptyBatchRequest');
  await refused(client.deleteMessage({ QueueUrl, ReceiptHandle: 'none' }), 'ReceiptHandleIsInvalid');
  await refused(client.createQueue({ QueueName: 'a b' }), 'InvalidParameterValue');
  await refused(client.sendMessage({ QueueUrl: `${QueueUrl}x`, MessageBody: 'x' }), 'QueueDoesNotExist');
  await client.deleteQueue({ QueueUrl });
});
