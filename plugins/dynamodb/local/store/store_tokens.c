/* SPDX-License-Identifier: Apache-2.0 */
/* The tokens of transactions, for as long as they count. */
#include <stdio.h>

#include "store/store_internal.h"

static void bind_name(sqlite3_stmt *statement, const struct store_token *token)
{
    store_bind_text(statement, 1, token->account);
    store_bind_text(statement, 2, token->region);
    store_bind_text(statement, 3, token->token);
    sqlite3_bind_int64(statement, 4, token->used_ms);
}

bool store_token_get(struct store *store, struct store_token *token)
{
    sqlite3_stmt *statement = store_use(store, STORE_TOKEN_GET);
    bind_name(statement, token);
    int result = sqlite3_step(statement);
    const unsigned char *text = result == SQLITE_ROW ? sqlite3_column_text(statement, 0) : NULL;
    snprintf(token->digest, sizeof token->digest, "%s", text == NULL ? "" : (const char *)text);
    token->cancelled = text != NULL && sqlite3_column_int(statement, 1) != 0;
    sqlite3_reset(statement);
    return result == SQLITE_DONE || text != NULL;
}

bool store_token_add(struct store *store, const struct store_token *token, int64_t expired_ms)
{
    sqlite3_stmt *expire = store_use(store, STORE_TOKENS_EXPIRE);
    sqlite3_stmt *add = store_use(store, STORE_TOKEN_ADD);
    sqlite3_bind_int64(expire, 1, expired_ms);
    bind_name(add, token);
    store_bind_text(add, 5, token->digest);
    sqlite3_bind_int(add, 6, token->cancelled);
    return store_run(expire) && store_run(add);
}
