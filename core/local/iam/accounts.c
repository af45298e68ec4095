/* SPDX-License-Identifier: Apache-2.0 */
/* Whose access keys are: in the order of the keys. */
#include "local/iam/accounts.h"

#include <stdlib.h>
#include <string.h>

static int by_key(const void *a, const void *b)
{
    const struct account_key *left = a, *right = b;
    return strcmp(left->key, right->key);
}

static void forget_ended(struct accounts *accounts, int64_t now_ms)
{
    size_t kept = 0;
    for (size_t i = 0; i < accounts->n; i++)
        if (accounts->all[i].expires_ms > now_ms)
            accounts->all[kept++] = accounts->all[i];
    accounts->n = kept;
}

static int make_room(struct accounts *accounts, int64_t now_ms)
{
    if (accounts->n == accounts->room)
        forget_ended(accounts, now_ms);
    if (accounts->n < accounts->room)
        return 0;
    size_t room = accounts->room ? accounts->room * 2 : 16;
    struct account_key *all =
        accounts->n < ACCOUNTS_MAX ? realloc(accounts->all, room * sizeof *all) : NULL;
    if (!all)
        return -1;
    accounts->all = all;
    accounts->room = room;
    return 0;
}

int accounts_add(struct accounts *accounts, const struct account_key *key, int64_t now_ms)
{
    size_t at = 0;
    if (make_room(accounts, now_ms))
        return -1;
    for (size_t end = accounts->n; at < end;) {
        size_t middle = at + (end - at) / 2;
        if (by_key(&accounts->all[middle], key) < 0)
            at = middle + 1;
        else
            end = middle;
    }
    memmove(accounts->all + at + 1, accounts->all + at, (accounts->n - at) * sizeof *key);
    accounts->all[at] = *key;
    accounts->n++;
    return 0;
}

const char *accounts_find(const struct accounts *accounts, const char *key)
{
    struct account_key wanted;
    size_t size = strlen(key);
    if (!accounts->n || size >= sizeof wanted.key)
        return NULL;
    memcpy(wanted.key, key, size + 1);
    const struct account_key *found =
        bsearch(&wanted, accounts->all, accounts->n, sizeof wanted, by_key);
    return found ? found->account : NULL;
}

void accounts_clear(struct accounts *accounts)
{
    free(accounts->all);
    *accounts = (struct accounts){NULL, 0, 0};
}
