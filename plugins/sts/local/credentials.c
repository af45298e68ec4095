/* SPDX-License-Identifier: Apache-2.0 */
#include "local/credentials.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* Fills `text` with size - 1 random characters A-Z and 2-7, behind what it begins with. */
static bool random_text(char *text, size_t size, const char *begin)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    size_t at = strlen(begin);
    memcpy(text, begin, at);
    if (getrandom(text + at, size - at, 0) != (ssize_t)(size - at))
        return false;
    for (; at < size - 1; at++)
        text[at] = letters[(unsigned char)text[at] % (sizeof letters - 1)];
    text[size - 1] = '\0';
    return true;
}

void wallet_clear(struct wallet *wallet)
{
    for (size_t i = 0; i < wallet->n; i++)
        json_decref(wallet->all[i].transitive);
    free(wallet->all);
    *wallet = (struct wallet){.n = 0};
}

static void forget(struct wallet *wallet, int64_t now_ms)
{
    size_t kept = 0;
    for (size_t i = 0; i < wallet->n; i++)
        if (wallet->all[i].expires_ms > now_ms)
            wallet->all[kept++] = wallet->all[i];
        else
            json_decref(wallet->all[i].transitive);
    wallet->n = kept;
}

static bool make_room(struct wallet *wallet)
{
    if (wallet->n < wallet->room)
        return true;
    size_t room = wallet->room ? wallet->room * 2 : 16;
    struct credentials *all =
        room > CREDENTIALS_MAX ? NULL : realloc(wallet->all, room * sizeof *all);
    if (!all)
        return false;
    wallet->all = all;
    wallet->room = room;
    return true;
}

const struct credentials *wallet_give(struct wallet *wallet, const struct identity *of,
                                      int64_t now_ms, int64_t expires_ms)
{
    forget(wallet, now_ms);
    if (!make_room(wallet))
        return NULL;
    struct credentials *c = &wallet->all[wallet->n];
    *c = (struct credentials){.expires_ms = expires_ms, .of = *of};
    if (!random_text(c->access_key, sizeof c->access_key, "ASIA") ||
        !random_text(c->secret, sizeof c->secret, "") ||
        !random_text(c->token, sizeof c->token, ""))
        return NULL;
    wallet->n++;
    return c;
}

const struct credentials *wallet_find(const struct wallet *wallet, const char *access_key)
{
    for (size_t i = wallet->n; access_key && i-- > 0;)
        if (strcmp(wallet->all[i].access_key, access_key) == 0)
            return &wallet->all[i];
    return NULL;
}
