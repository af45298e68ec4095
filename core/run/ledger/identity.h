/* SPDX-License-Identifier: Apache-2.0 */
/* Where a run happened and as whom: what a sweep must find again before it removes anything. */
#ifndef SLRUN_RUN_IDENTITY_H
#define SLRUN_RUN_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

enum {
    IDENTITY_ACCOUNT_MAX = 13, /* 12 digits and the NUL */
    IDENTITY_MASKED_MAX = 16,
};

struct identity {
    const char *target;   /* "endpoint", "aws" */
    const char *endpoint; /* on aws: the one that is configured for all services, or NULL */
    const char *region;   /* never NULL */
    char account[IDENTITY_ACCOUNT_MAX]; /* "" where it is not known */
    char key[IDENTITY_MASKED_MAX];      /* access key id, masked: for people, never compared */
};

/* Fills account and key from an access key id. `aws`: the id is one of AWS's, and may name the
 * account (see identity_account). */
void identity_set_key(struct identity *identity, const char *access_key, bool aws);

/*
 * The account that an access key id of AWS belongs to, without a call: ids made since 2019 carry it
 * in base32 behind their first four letters. False for older and for foreign ones.
 */
bool identity_account(const char *access_key, char account[IDENTITY_ACCOUNT_MAX]);

/* Whether both are the same place: target, endpoint, region, and account where both know it. */
bool identity_same(const struct identity *a, const struct identity *b);

/* "http://127.0.0.1:4566, us-east-1", "aws 123456789012, eu-west-1". */
void identity_text(const struct identity *identity, char *text, size_t size);

/* The options that name this place again: " --endpoint-url http://... --region ...". */
void identity_options(const struct identity *identity, char *text, size_t size);

#endif
