/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4 of one kind of request: a POST to "/" by access key test, in us-east-1. */
#ifndef SLRUN_BENCH_SIGN_H
#define SLRUN_BENCH_SIGN_H

#include "floor/case.h"

#include <openssl/evp.h>
#include <time.h>

#define SIGN_DATE_LEN  17 /* 20260102T030405Z and its NUL */
#define SIGN_VALUE_LEN 320

struct signer {
    char host[64];
    time_t second; /* the one that `date` says */
    char date[SIGN_DATE_LEN];
    char service[16]; /* of the cached key */
    char key_day[9];  /* of the cached key */
    unsigned char key[32];
    EVP_MD *sha256;
    EVP_MD_CTX *digest;
};

void sign_open(struct signer *s, const char *host);
void sign_close(struct signer *s);

/* Writes the value of the Authorization header; the request must carry s->date as X-Amz-Date. */
void sign_call(struct signer *s, const struct call *call, char value[SIGN_VALUE_LEN]);

#endif
