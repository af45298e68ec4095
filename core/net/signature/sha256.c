/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 and HMAC. */
#define OPENSSL_SUPPRESS_DEPRECATED /* EVP is what is meant to take their place: see the header */
#include "net/signature/sha256.h"

#include <openssl/crypto.h>
#include <string.h>

enum { BLOCK = SHA256_CBLOCK, INNER = 0x36, OUTER = 0x5c };

bool sha256_begin(SHA256_CTX *hash)
{
    return SHA256_Init(hash) == 1;
}

bool sha256_add(SHA256_CTX *hash, const void *data, size_t size)
{
    return SHA256_Update(hash, data, size) == 1;
}

bool sha256_end(SHA256_CTX *hash, unsigned char out[SHA256_SIZE])
{
    return SHA256_Final(out, hash) == 1;
}

bool sha256(const void *data, size_t size, unsigned char out[SHA256_SIZE])
{
    SHA256_CTX hash;
    return sha256_begin(&hash) && sha256_add(&hash, data, size) && sha256_end(&hash, out);
}

static bool begin(SHA256_CTX *hash, unsigned char block[BLOCK], unsigned pad)
{
    for (size_t i = 0; i < BLOCK; i++)
        block[i] = (unsigned char)(block[i] ^ pad);
    return sha256_begin(hash) && sha256_add(hash, block, BLOCK);
}

bool hmac_set_key(struct hmac_key *key, const void *secret, size_t size)
{
    unsigned char block[BLOCK] = {0};
    bool done = true;
    if (size > BLOCK)
        done = sha256(secret, size, block);
    else
        memcpy(block, secret, size);
    done = done && begin(&key->inner, block, INNER) && begin(&key->outer, block, INNER ^ OUTER);
    OPENSSL_cleanse(block, sizeof block);
    return done;
}

bool hmac_sha256(const struct hmac_key *key, const void *data, size_t size,
                 unsigned char out[SHA256_SIZE])
{
    struct hmac_key of = *key;
    bool done = sha256_add(&of.inner, data, size) && sha256_end(&of.inner, out) &&
                sha256_add(&of.outer, out, SHA256_SIZE) && sha256_end(&of.outer, out);
    OPENSSL_cleanse(&of, sizeof of);
    return done;
}
