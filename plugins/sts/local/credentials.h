/* SPDX-License-Identifier: Apache-2.0 */
/* Temporary credentials that the local cloud has given, and whose they are. */
#ifndef SLRUN_STS_CREDENTIALS_H
#define SLRUN_STS_CREDENTIALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

enum {
    ACCESS_KEY_SIZE = 21, /* "ASIA" and 16 characters, with the NUL, as all here */
    SECRET_SIZE = 41,
    TOKEN_SIZE = 201,
    ROLE_ID_SIZE = 22,
    ARN_SIZE = 256,
    USER_ID_SIZE = 96,
    ACCOUNT_SIZE = 13,
    CREDENTIALS_MAX = 100000 /* given out at one time */
};

/* Who calls: what GetCallerIdentity tells. */
struct identity {
    char arn[ARN_SIZE];
    char user_id[USER_ID_SIZE];
    char account[ACCOUNT_SIZE];
};

struct credentials {
    char access_key[ACCESS_KEY_SIZE];
    char secret[SECRET_SIZE];
    char token[TOKEN_SIZE];
    int64_t expires_ms;
    struct identity of;
    json_t *transitive; /* keys of tags that go on to roles which it assumes (tags.h), or NULL */
};

/* In the order in which they were given. */
struct wallet {
    struct credentials *all;
    size_t n, room;
};

void wallet_clear(struct wallet *wallet);

/* New credentials for `of`, forgetting those that ended before now_ms; NULL: there are too many, or
 * no memory or randomness. They stay where they are until the next call. */
const struct credentials *wallet_give(struct wallet *wallet, const struct identity *of,
                                      int64_t now_ms, int64_t expires_ms);

/* The ones of an access key, or NULL. */
const struct credentials *wallet_find(const struct wallet *wallet, const char *access_key);

#endif
