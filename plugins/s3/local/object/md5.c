/* SPDX-License-Identifier: Apache-2.0 */
/* MD5. */
#define OPENSSL_SUPPRESS_DEPRECATED /* EVP is what is meant to take their place: see the header */
#include "object/md5.h"

bool md5_begin(MD5_CTX *md5)
{
    return MD5_Init(md5) == 1;
}

bool md5_add(MD5_CTX *md5, const void *data, size_t size)
{
    return MD5_Update(md5, data, size) == 1;
}

bool md5_end(MD5_CTX *md5, uint8_t digest[MD5_BYTES])
{
    return MD5_Final(digest, md5) == 1;
}
