/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4 of requests in us-east-1, with the signing key of the day kept. Paths and
 * queries are sent as they are: they hold nothing that would have to be encoded. */
#ifndef SLRUN_BENCH_SIGN_H
#define SLRUN_BENCH_SIGN_H

#include <openssl/sha.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#define SIGN_DATE_LEN  17 /* 20260102T030405Z and its NUL */
#define SIGN_VALUE_LEN 384
#define SIGN_HEX_LEN   65
#define SIGN_SCOPE_LEN 64
#define SIGN_NAMES_LEN 96

/* The parts of the Authorization header: KEY/SCOPE after the first, then names and signature. */
#define SIGN_CREDENTIAL "AWS4-HMAC-SHA256 Credential="
#define SIGN_NAMES      ", SignedHeaders="
#define SIGN_SIGNATURE  ", Signature="

struct sign_key {
    SHA256_CTX inner, outer;
};

struct signer {
    char host[64];
    char access_key[32];
    char secret_key[48]; /* behind "AWS4" */
    time_t second;       /* the one that `date` says */
    char date[SIGN_DATE_LEN];
    char service[16];           /* of the key */
    char scope[SIGN_SCOPE_LEN]; /* of the key */
    struct sign_key key;
};

/* What is signed besides host and date. */
struct sign_request {
    const char *method;
    const char *path;
    const char *service;
    const char *type;   /* Content-Type, or NULL */
    const char *target; /* X-Amz-Target, or NULL */
    const char *hash; /* the body's SHA-256, which is then sent as X-Amz-Content-Sha256, or NULL */
    const char *body; /* without a hash */
    size_t body_len;
};

/* What requests have in common that differ in their body alone; good for one second. */
struct sign_form {
    char names[SIGN_NAMES_LEN]; /* of the signed headers */
    SHA256_CTX canonical;       /* up to the body's hash */
    SHA256_CTX inner;           /* of the string to sign, up to the hash of the canonical request */
};

/* Keys of at most 31 characters. */
void sign_open(struct signer *s, const char *host, const char *access_key, const char *secret_key);

/* The SHA-256 of the bytes in hexadecimal digits. */
void sign_hash(const void *data, size_t size, char hash[SIGN_HEX_LEN]);

/* Sets date and key; whether the date is another than before, and with it every form. */
bool sign_now(struct signer *s, const char *service);

/* Hashes what comes before the body's hash. `body` does not count. */
void sign_begin(const struct signer *s, const struct sign_request *r, struct sign_form *form);

/* The signature of a request with that body. */
void sign_end(const struct signer *s, const struct sign_form *form, const char *body_hash,
              char signature[SIGN_HEX_LEN]);

/* All at once: writes the value of the Authorization header. The request must carry s->date as
 * X-Amz-Date. */
void sign_request(struct signer *s, const struct sign_request *r, char value[SIGN_VALUE_LEN]);

#endif
