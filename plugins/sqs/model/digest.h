/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The digests of SQS: MD5 of a body and of message attributes (Developer Guide, "Calculating the
 * MD5 message digest for message attributes"), SHA-256 for content-based deduplication. Both halves
 * use them.
 */
#ifndef SLRUN_SQS_DIGEST_H
#define SLRUN_SQS_DIGEST_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_MD5_HEX = 33, DIGEST_SHA256_HEX = 65 }; /* with the NUL */

/* Lower-case hex. False: the library has no such digest, or no memory. */
bool digest_md5(const void *data, size_t size, char hex[DIGEST_MD5_HEX]);
bool digest_sha256(const void *data, size_t size, char hex[DIGEST_SHA256_HEX]);

/*
 * The digest of message attributes as they go over the wire: name to {DataType, StringValue or
 * BinaryValue in base64}. False when one of them is not of that form, or without memory.
 */
bool digest_attributes(const json_t *attributes, char hex[DIGEST_MD5_HEX]);

#endif
