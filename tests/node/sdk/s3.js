// SPDX-License-Identifier: Apache-2.0
// @aws-sdk/client-s3, lib-storage and s3-request-presigner on S3 as the local cloud offers it. What the
// client does by itself is judged: checksums in trailers, bodies in chunks, uploads in parts.
'use strict';

const assert = require('node:assert/strict');
const { createHash } = require('node:crypto');
const { Readable } = require('node:stream');
const { test, before, after } = require('node:test');
const {
  GetObjectCommand, PutObjectCommand, S3, paginateListObjectsV2, waitUntilBucketExists, waitUntilObjectExists,
} = require('@aws-sdk/client-s3');
const { Upload } = require('@aws-sdk/lib-storage');
const { getSignedUrl } = require('@aws-sdk/s3-request-presigner');
const { all, refused, unique } = require('./common.js');

const MIB = 1 << 20;
const client = new S3({ forcePathStyle: true });
const Bucket = unique('js');

before(async () => {
  await client.createBucket({ Bucket });
  await waitUntilBucketExists({ client, maxWaitTime: 20, minDelay: 1 }, { Bucket });
});

after(async () => {
  const { Versions = [], DeleteMarkers = [] } = await client.listObjectVersions({ Bucket });
  const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  const done = await client.deleteObjects({ Bucket, Delete: { Objects } });
  assert.equal(done.Errors, undefined);
  await client.deleteBucket({ Bucket });
  await refused(client.listObjectsV2({ Bucket }), 'NoSuchBucket');
  client.destroy();
});

const text = async (Key, more) => (await client.getObject({ Bucket, Key, ...more })).Body.transformToString();

test('buckets', async () => {
  assert.ok((await client.listBuckets({})).Buckets.some((b) => b.Name === Bucket && b.CreationDate instanceof Date));
  assert.equal((await client.getBucketLocation({ Bucket })).LocationConstraint, undefined);
});

test('an object with its metadata', async () => {
  const put = await client.putObject({
    Bucket, Key: 'k', Body: 'grüße', ContentType: 'text/x', Metadata: { one: '1' }, Tagging: 'a=b',
  });
  assert.equal(put.ETag, `"${createHash('md5').update('grüße').digest('hex')}"`);
  assert.equal(put.ChecksumType, 'FULL_OBJECT');
  await waitUntilObjectExists({ client, maxWaitTime: 20, minDelay: 1 }, { Bucket, Key: 'k' });
  const got = await client.getObject({ Bucket, Key: 'k' });
  assert.deepEqual([got.ContentType, got.Metadata, got.ContentLength, got.TagCount], ['text/x', { one: '1' }, 7, 1]);
  assert.equal(await got.Body.transformToString(), 'grüße');
  assert.equal(await text('k', { Range: 'bytes=-3' }), 'ße');
  assert.deepEqual((await client.getObjectTagging({ Bucket, Key: 'k' })).TagSet, [{ Key: 'a', Value: 'b' }]);
  await refused(client.putObject({ Bucket, Key: 'k', Body: 'x', IfNoneMatch: '*' }), 'PreconditionFailed');
  await refused(client.getObject({ Bucket, Key: 'none' }), 'NoSuchKey');
  await refused(client.headObject({ Bucket, Key: 'none' }), 'NotFound');
});

test('keys of all kinds', async () => {
  const keys = ['a b/ü%+?&=#.txt', '//double//slash/', '../up/./here', '%2F%252F', '😀', "~'()*!"];
  for (const Key of keys) {
    await client.putObject({ Bucket, Key: `keys/${Key}`, Body: Key });
    assert.equal(await text(`keys/${Key}`), Key);
    await client.copyObject({ Bucket, Key: 'copy', CopySource: `${Bucket}/${encodeURIComponent(`keys/${Key}`)}` });
    assert.equal(await text('copy'), Key);
  }
  const listed = await all(paginateListObjectsV2({ client, pageSize: 2 }, { Bucket, Prefix: 'keys/' }), 'Contents');
  assert.deepEqual(listed.map((o) => o.Key).sort(), keys.map((k) => `keys/${k}`).sort());
  const page = await client.listObjectsV2({ Bucket, Prefix: 'keys/', Delimiter: '/' });
  assert.ok(page.CommonPrefixes.some((p) => p.Prefix === 'keys/a b/'));
});

for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256']) {
  test(`the checksum ${ChecksumAlgorithm}`, async () => {
    const put = await client.putObject({ Bucket, Key: 'sum', Body: '123456789', ChecksumAlgorithm });
    const member = `Checksum${ChecksumAlgorithm}`;
    const got = await client.getObject({ Bucket, Key: 'sum', ChecksumMode: 'ENABLED' });
    assert.equal(got[member], put[member]);
    assert.equal(await got.Body.transformToString(), '123456789'); // and the client has compared
  });
}

test('a stream goes up in chunks, with its checksum behind them', async () => {
  const bytes = Buffer.alloc(3 * MIB, 'chunk');
  await client.putObject({ Bucket, Key: 'stream', Body: Readable.from([bytes.subarray(0, MIB), bytes.subarray(MIB)]), ContentLength: bytes.length });
  const got = await client.getObject({ Bucket, Key: 'stream' });
  assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), bytes);
});

test('an upload in parts', async () => {
  const bytes = Buffer.alloc(12 * MIB, 'part');
  const done = await new Upload({ client, params: { Bucket, Key: 'big', Body: Readable.from([bytes]) }, partSize: 5 * MIB }).done();
  assert.match(done.ETag, /-3"$/);
  const got = await client.getObject({ Bucket, Key: 'big' });
  assert.deepEqual(Buffer.from(await got.Body.transformToByteArray()), bytes);
  const parts = await client.getObjectAttributes({ Bucket, Key: 'big', ObjectAttributes: ['ObjectParts', 'ObjectSize'] });
  assert.deepEqual([parts.ObjectSize, parts.ObjectParts.TotalPartsCount], [bytes.length, 3]);
});

test('versions', async () => {
  await client.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
  const { VersionId } = await client.putObject({ Bucket, Key: 'v', Body: 'one' });
  await client.putObject({ Bucket, Key: 'v', Body: 'two' });
  assert.equal(await text('v', { VersionId }), 'one');
  assert.equal((await client.deleteObject({ Bucket, Key: 'v' })).DeleteMarker, true);
  await refused(client.getObject({ Bucket, Key: 'v' }), 'NoSuchKey');
});

test('presigned URLs', async () => {
  const put = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: 'signed ü' }), { expiresIn: 60 });
  assert.equal((await fetch(put, { method: 'PUT', body: 'by url' })).status, 200);
  const get = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'signed ü' }), { expiresIn: 60 });
  assert.equal(await (await fetch(get)).text(), 'by url');
  assert.equal((await fetch(get.replace('Expires=60', 'Expires=61'))).status, 403);
});
