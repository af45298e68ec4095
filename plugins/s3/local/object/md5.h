/* SPDX-License-Identifier: Apache-2.0 */
/*
 * MD5 (RFC 1321) of bodies, by OpenSSL's low-level functions: to look the algorithm up and set a
 * context up, which EVP does each time, takes longer than the MD5 of a small object.
 */
#ifndef SLRUN_S3_MD5_H
#define SLRUN_S3_MD5_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <openssl/md5.h>

enum { MD5_BYTES = MD5_DIGEST_LENGTH, MD5_TEXT_SIZE = 2 * MD5_BYTES + 1 };

/* false: it cannot be computed. */
bool md5_begin(MD5_CTX *md5);
bool md5_add(MD5_CTX *md5, const void *data, size_t size);
bool md5_end(MD5_CTX *md5, uint8_t digest[MD5_BYTES]);

#endif
