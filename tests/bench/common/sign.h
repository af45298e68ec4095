/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4 of requests in us-east-1, with the signing key of the day kept. Paths and
 * queries are sent as they are: they hold nothing that would have to be encoded. */
#ifndef SLRUN_BENCH_SIGN_H
#define SLRUN_BENCH_SIGN_H

#include <openssl/evp.h>
#include <time.h>

#define SIGN_DATE_LEN  17 /* 20260102T030405Z and its NUL */
#define SIGN_VALUE_LEN 384
#define SIGN_HEX_LEN   65

struct signer {
    char host[64];
    char access_key[32];
    char secret_key[48]; /* behind "AWS4" */
    time_t second;       /* the one that `date` says */
    char date[SIGN_DATE_LEN];
    char service[16]; /* of the cached key */
    char key_day[9];  /* of the cached key */
    unsigned char key[32];
    EVP_MD *sha256;
    EVP_MD_CTX *digest;
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

/* Keys of at most 31 characters. */
void sign_open(struct signer *s, const char *host, const char *access_key, const char *secret_key);
void sign_close(struct signer *s);

/* The SHA-256 of the bytes in hexadecimal digits. */
void sign_hash(struct signer *s, const void *data, size_t size, char hash[SIGN_HEX_LEN]);

/* Writes the value of the Authorization header; the request must carry s->date as X-Amz-Date. */
void sign_request(struct signer *s, const struct sign_request *r, char value[SIGN_VALUE_LEN]);

#endif
