// SPDX-License-Identifier: Apache-2.0
// @aws-sdk/client-sts on STS as the local cloud offers it: the query protocol.
'use strict';

const assert = require('node:assert/strict');
const { test, after } = require('node:test');
const { STS } = require('@aws-sdk/client-sts');
const { refused } = require('./common.js');

const client = new STS();
after(() => client.destroy());

const RoleArn = 'arn:aws:iam::123456789012:role/team/Builder';

test('who is calling', async () => {
  const who = await client.getCallerIdentity({});
  assert.match(who.Account, /^\d{12}$/);
  assert.equal(who.Arn, `arn:aws:iam::${who.Account}:root`);
});

test('a role is somebody else', async () => {
  const { AssumedRoleUser, Credentials: c } = await client.assumeRole({ RoleArn, RoleSessionName: 'me@work', DurationSeconds: 900 });
  assert.ok(Math.abs(c.Expiration - Date.now() - 900000) < 60000);
  const other = new STS({ credentials: { accessKeyId: c.AccessKeyId, secretAccessKey: c.SecretAccessKey, sessionToken: c.SessionToken } });
  const who = await other.getCallerIdentity({});
  assert.equal(who.Arn, 'arn:aws:sts::123456789012:assumed-role/Builder/me@work');
  assert.deepEqual([who.Arn, who.UserId], [AssumedRoleUser.Arn, AssumedRoleUser.AssumedRoleId]);
  other.destroy();
});

test('sessions', async () => {
  const { Credentials } = await client.getSessionToken({ DurationSeconds: 3600 });
  assert.match(Credentials.AccessKeyId, /^ASIA/);
  const { FederatedUser } = await client.getFederationToken({ Name: 'guest' });
  assert.match(FederatedUser.Arn, /:federated-user\/guest$/);
  assert.match((await client.getAccessKeyInfo({ AccessKeyId: Credentials.AccessKeyId })).Account, /^\d{12}$/);
});

test('errors', async () => {
  await refused(client.assumeRole({ RoleArn, RoleSessionName: 'a b' }), 'ValidationError', /regular expression pattern/);
  const wrong = new STS({ credentials: { accessKeyId: 'test', secretAccessKey: 'wrong' } });
  await refused(wrong.getCallerIdentity({}), 'SignatureDoesNotMatch');
  wrong.destroy();
});
