/* SPDX-License-Identifier: Apache-2.0 */
/* What a completion and its repetition share. */
#ifndef SLRUN_S3_COMPLETE_H
#define SLRUN_S3_COMPLETE_H

#include <openssl/evp.h>

#include "service.h"

/* An object's ETag is the MD5 of those of its n parts, which are added one by one (hex). */
void complete_add_md5(EVP_MD_CTX *md5, const char *etag);
const char *complete_etag(struct call *call, EVP_MD_CTX *md5, size_t n);

/* `sums`: with the object's checksum. */
void complete_answer(struct call *call, const struct object *object, bool sums);

/* The upload is gone: the answer once more, where the request completed it. */
bool complete_again(struct call *call);

#endif
