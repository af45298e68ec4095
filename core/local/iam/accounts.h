/* SPDX-License-Identifier: Apache-2.0 */
/* Whose the access keys are that the local cloud itself has given out (AWS STS). */
#ifndef SLRUN_LOCAL_ACCOUNTS_H
#define SLRUN_LOCAL_ACCOUNTS_H

#include <stddef.h>
#include <stdint.h>

enum {
    ACCOUNTS_KEY_SIZE = 32, /* bytes of an access key, with the NUL */
    ACCOUNTS_NUMBER_SIZE = 13,
    ACCOUNTS_MAX = 100000 /* keys that have not ended */
};

struct account_key {
    char key[ACCOUNTS_KEY_SIZE];
    char account[ACCOUNTS_NUMBER_SIZE];
    int64_t expires_ms;
};

/* By key. All zero: there are none. */
struct accounts {
    struct account_key *all;
    size_t n, room;
};

/* `key` speaks for `account` from now on, until expires_ms at least. 0, or -1: there are too many,
 * one of the two is too long, or there is no memory. */
int accounts_add(struct accounts *accounts, const struct account_key *key, int64_t now_ms);

/* The account of a key (borrowed until the next change), or NULL: it was given to nobody. */
const char *accounts_find(const struct accounts *accounts, const char *key);

void accounts_clear(struct accounts *accounts);

#endif
