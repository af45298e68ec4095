/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SHA-256 (FIPS 180-4) and its HMAC (RFC 2104) by OpenSSL's low-level functions.
 * EVP would first initialise the library (its configuration, its error texts, the names of all its
 * algorithms): a third of what the local cloud does before its first answer.
 */
#ifndef SLRUN_NET_SHA256_H
#define SLRUN_NET_SHA256_H

#include <openssl/sha.h>
#include <stdbool.h>
#include <stddef.h>

enum { SHA256_SIZE = 32 /* bytes of a hash */ };

/* A key, as the hashes that every message begins with. It is a secret: its owner wipes it. */
struct hmac_key {
    SHA256_CTX inner, outer;
};

/* Each is false when OpenSSL refuses. */
bool sha256_begin(SHA256_CTX *hash);
bool sha256_add(SHA256_CTX *hash, const void *data, size_t size);
bool sha256_end(SHA256_CTX *hash, unsigned char out[SHA256_SIZE]);
bool sha256(const void *data, size_t size, unsigned char out[SHA256_SIZE]);
bool hmac_set_key(struct hmac_key *key, const void *secret, size_t size);
bool hmac_sha256(const struct hmac_key *key, const void *data, size_t size,
                 unsigned char out[SHA256_SIZE]);

#endif
