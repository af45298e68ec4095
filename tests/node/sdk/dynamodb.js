// SPDX-License-Identifier: Apache-2.0
// @aws-sdk/client-dynamodb and lib-dynamodb on DynamoDB as the local cloud offers it.
'use strict';

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const { DynamoDB, paginateListTables, waitUntilTableExists, waitUntilTableNotExists } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocument, NumberValue, paginateQuery, paginateScan } = require('@aws-sdk/lib-dynamodb');
const { all, refused, unique } = require('./common.js');

const client = new DynamoDB();
const document = DynamoDBDocument.from(client, { marshallOptions: { removeUndefinedValues: true } });
const TableName = unique('js');

before(async () => {
  await client.createTable({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'p', AttributeType: 'S' }, { AttributeName: 's', AttributeType: 'N' },
      { AttributeName: 'colour', AttributeType: 'S' },
    ],
    KeySchema: [{ AttributeName: 'p', KeyType: 'HASH' }, { AttributeName: 's', KeyType: 'RANGE' }],
    GlobalSecondaryIndexes: [{
      IndexName: 'by-colour', KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }],
  });
  const { state, reason } = await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName });
  assert.equal(state, 'SUCCESS');
  assert.equal(reason.Table.TableStatus, 'ACTIVE');
  assert.ok(reason.Table.CreationDateTime instanceof Date);
});

after(async () => {
  await client.deleteTable({ TableName });
  await waitUntilTableNotExists({ client, maxWaitTime: 20, minDelay: 1 }, { TableName });
  await refused(client.describeTable({ TableName }), 'ResourceNotFoundException');
  client.destroy();
});

test('tables are listed', async () => {
  assert.ok((await all(paginateListTables({ client, pageSize: 1 }, {}), 'TableNames')).includes(TableName));
});

test('attributes of every type', async () => {
  const Item = {
    p: { S: 'types ü😀' }, s: { N: '1' }, big: { N: '12345678901234567890123456789012345678' }, bytes: { B: Uint8Array.of(0, 255) },
    yes: { BOOL: true }, none: { NULL: true }, list: { L: [{ S: 'a' }, { N: '1.5' }] }, map: { M: { k: { S: '' } } },
    ss: { SS: ['x', 'y'] }, ns: { NS: ['1', '2'] }, bs: { BS: [Uint8Array.of(7)] },
  };
  await client.putItem({ TableName, Item });
  const got = await client.getItem({ TableName, Key: { p: Item.p, s: Item.s }, ConsistentRead: true });
  assert.deepEqual(got.Item, Item);
});

test('documents', async () => {
  const Key = { p: 'doc', s: 1 };
  const put = await document.put({
    TableName, Item: { ...Key, list: [1, 'two', { three: 3 }], set: new Set(['a']), left: undefined }, ReturnConsumedCapacity: 'TOTAL',
  });
  assert.equal(put.ConsumedCapacity.CapacityUnits, 1); // without a colour it is in no index
  const updated = await document.update({
    TableName, Key, UpdateExpression: 'SET #l[0] = #l[0] + :n, colour = :c REMOVE #s', ReturnValues: 'ALL_NEW',
    ExpressionAttributeNames: { '#l': 'list', '#s': 'set' }, ExpressionAttributeValues: { ':n': 41, ':c': 'blue' },
  });
  assert.deepEqual(updated.Attributes, { ...Key, list: [42, 'two', { three: 3 }], colour: 'blue' });
  const found = await document.query({
    TableName, IndexName: 'by-colour', KeyConditionExpression: 'colour = :c', ExpressionAttributeValues: { ':c': 'blue' },
  });
  assert.deepEqual(found.Items, [{ ...Key, colour: 'blue' }]);
  const exact = DynamoDBDocument.from(new DynamoDB(), { unmarshallOptions: { wrapNumbers: true } });
  await exact.put({ TableName, Item: { p: 'doc', s: 2, n: NumberValue.from('0.1234567890123456789') } });
  assert.equal((await exact.get({ TableName, Key: { p: 'doc', s: 2 } })).Item.n.value, '0.1234567890123456789');
  exact.destroy();
  assert.deepEqual((await document.delete({ TableName, Key, ReturnValues: 'ALL_OLD' })).Attributes.list[0], 42);
  assert.equal((await document.get({ TableName, Key })).Item, undefined);
});

test('pages, batches, transactions', async () => {
  const items = Array.from({ length: 23 }, (_, s) => ({ p: 'many', s, half: s % 2 }));
  const written = await document.batchWrite({ RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) } });
  assert.deepEqual(written.UnprocessedItems, {});
  const query = {
    TableName, KeyConditionExpression: 'p = :p', FilterExpression: 'half = :h', ExpressionAttributeValues: { ':p': 'many', ':h': 1 },
  };
  const odd = await all(paginateQuery({ client: document, pageSize: 5 }, query), 'Items');
  assert.deepEqual(odd.map((item) => item.s), [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21]);
  const scanned = await all(paginateScan({ client: document, pageSize: 4 }, {
    TableName, FilterExpression: 'p = :p', ExpressionAttributeValues: { ':p': 'many' },
  }), 'Items');
  assert.equal(scanned.length, 23);
  const got = await document.batchGet({ RequestItems: { [TableName]: { Keys: [{ p: 'many', s: 1 }, { p: 'many', s: 99 }] } } });
  assert.deepEqual(got.Responses[TableName], [items[1]]);
  await document.transactWrite({ TransactItems: [
    { Put: { TableName, Item: { p: 'tx', s: 1 }, ConditionExpression: 'attribute_not_exists(p)' } },
    { Delete: { TableName, Key: { p: 'many', s: 0 } } },
  ] });
  const both = await document.transactGet({ TransactItems: [
    { Get: { TableName, Key: { p: 'tx', s: 1 } } }, { Get: { TableName, Key: { p: 'many', s: 0 } } },
  ] });
  assert.deepEqual(both.Responses.map((r) => r.Item), [{ p: 'tx', s: 1 }, undefined]);
});

test('errors', async () => {
  const Item = { p: 'err', s: 1, v: 'old' };
  await document.put({ TableName, Item });
  const failed = await refused(document.put({
    TableName, Item, ConditionExpression: 'attribute_not_exists(p)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }), 'ConditionalCheckFailedException', /conditional request failed/);
  assert.deepEqual(failed.Item.v, { S: 'old' });
  const cancelled = await refused(document.transactWrite({ TransactItems: [
    { Update: { TableName, Key: { p: 'x', s: 1 }, UpdateExpression: 'SET a = :a', ExpressionAttributeValues: { ':a': 1 } } },
    { ConditionCheck: { TableName, Key: { p: 'x', s: 2 }, ConditionExpression: 'attribute_exists(p)' } },
  ] }), 'TransactionCanceledException');
  assert.deepEqual(cancelled.CancellationReasons.map((r) => r.Code), ['None', 'ConditionalCheckFailed']);
  await refused(document.get({ TableName, Key: { p: 'x' } }), 'ValidationException', /does not match the schema/);
  await refused(document.get({ TableName: `${TableName}x`, Key: { p: 'x', s: 1 } }), 'ResourceNotFoundException');
});
