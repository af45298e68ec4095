/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Server-side encryption as clients see it: headers, checks of customers' keys, ETags. Nothing is
 * encrypted: the local cloud keeps no secrets. An object's info has
 * "sse": {"algorithm": "AES256" or "aws:kms"..., "key": ARN, "bucket-key": true} or
 * {"customer": MD5 of the key in base64}; absent: AES256, with S3's own keys.
 */
#ifndef SLRUN_S3_SSE_H
#define SLRUN_S3_SSE_H

#include "service.h"

/* The headers of a put, else the bucket's default. false: the fault is set. */
bool sse_read_headers(struct call *call, json_t *info);
void sse_add_headers(struct call *call, const json_t *info);
/* Whether the request has the key that the object was put with. false: the fault is set. */
bool sse_may_read(struct call *call, const json_t *info);
/* The same, of a part and its upload. */
bool sse_may_add(struct call *call, const json_t *info);
/* The same, of a copy's source. */
bool sse_may_copy(struct call *call, const json_t *info);
/* The ETag of such an object: its MD5, unless KMS or a customer's key encrypts it. */
const char *sse_etag(struct call *call, const json_t *info, const char *md5);

bool op_update_encryption(struct call *call); /* sse_update.c */

#endif
