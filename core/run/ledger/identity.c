/* SPDX-License-Identifier: Apache-2.0 */
#include "run/ledger/identity.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { KEY_LENGTH = 20, KEY_PREFIX = 4 };

bool identity_account(const char *access_key, char account[IDENTITY_ACCOUNT_MAX])
{
    static const char base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint64_t bits = 0;
    char digits[24];
    account[0] = '\0';
    if (strlen(access_key) != KEY_LENGTH || (strncmp(access_key, "AKIA", KEY_PREFIX) != 0 &&
                                             strncmp(access_key, "ASIA", KEY_PREFIX) != 0))
        return false;
    if (access_key[KEY_PREFIX] < 'Q') /* of before 2019: no account in it */
        return false;
    for (int i = 0; i < 10; i++) {
        const char *digit = strchr(base32, access_key[KEY_PREFIX + i]);
        if (!digit)
            return false;
        bits = bits << 5 | (uint64_t)(digit - base32);
    }
    /* 50 bits: the first says that the rest is there, the next 40 are the account */
    if (snprintf(digits, sizeof digits, "%012" PRIu64, bits >> 9 & 0xffffffffffu) !=
        IDENTITY_ACCOUNT_MAX - 1)
        return false;
    memcpy(account, digits, IDENTITY_ACCOUNT_MAX);
    return true;
}

void identity_set_key(struct identity *identity, const char *access_key, bool aws)
{
    size_t n = access_key ? strlen(access_key) : 0;
    identity->account[0] = identity->key[0] = '\0';
    if (n == 0)
        return;
    snprintf(identity->key, sizeof identity->key, "%.4s...%s", access_key,
             n >= 12 ? access_key + n - 4 : "");
    if (aws)
        identity_account(access_key, identity->account);
}

static bool same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* "http://h:1/" is "http://h:1". */
static bool same_endpoint(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    size_t n = strlen(a), m = strlen(b);
    n -= n > 0 && a[n - 1] == '/';
    m -= m > 0 && b[m - 1] == '/';
    return n == m && strncmp(a, b, n) == 0;
}

bool identity_same(const struct identity *a, const struct identity *b)
{
    if (!same(a->target, b->target) || !same_endpoint(a->endpoint, b->endpoint) ||
        !same(a->region, b->region))
        return false;
    return !*a->account || !*b->account || strcmp(a->account, b->account) == 0;
}

void identity_text(const struct identity *id, char *text, size_t size)
{
    if (id->endpoint)
        snprintf(text, size, "%s, %s", id->endpoint, id->region);
    else
        snprintf(text, size, "%s%s%s, %s", id->target, *id->account ? " " : "", id->account,
                 id->region);
}

void identity_options(const struct identity *id, char *text, size_t size)
{
    if (id->endpoint && strcmp(id->target, "aws") != 0)
        snprintf(text, size, " --endpoint-url %s --region %s", id->endpoint, id->region);
    else
        snprintf(text, size, " --target %s --region %s", id->target, id->region);
}
