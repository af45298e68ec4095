/* SPDX-License-Identifier: Apache-2.0 */
/* When items expire, by time to live. */
#include "store/store_internal.h"

static sqlite3_stmt *bound(struct store *store, enum store_statement which,
                           const struct store_expiry *expiry)
{
    sqlite3_stmt *statement = store_use(store, which);
    sqlite3_bind_int64(statement, 1, expiry->due_s);
    sqlite3_bind_int64(statement, 2, expiry->part);
    sqlite3_bind_int64(statement, 3, expiry->item);
    return statement;
}

bool store_expiry_add(struct store *store, const struct store_expiry *expiry)
{
    if (expiry->due_s < store->soonest_s)
        store->soonest_s = expiry->due_s;
    return store_run(bound(store, STORE_EXPIRY_ADD, expiry));
}

bool store_expiry_remove(struct store *store, const struct store_expiry *expiry)
{
    return store_run(bound(store, STORE_EXPIRY_REMOVE, expiry));
}

bool store_expiries_clear(struct store *store, int64_t part)
{
    sqlite3_stmt *statement = store_use(store, STORE_EXPIRIES_REMOVE);
    sqlite3_bind_int64(statement, 1, part);
    return store_run(statement);
}

bool store_expiry_first(struct store *store, struct store_expiry *expiry)
{
    sqlite3_stmt *statement = store_use(store, STORE_EXPIRY_FIRST);
    int result = sqlite3_step(statement);
    *expiry = (struct store_expiry){.due_s = INT64_MAX};
    if (result == SQLITE_ROW) {
        *expiry = (struct store_expiry){.due_s = sqlite3_column_int64(statement, 0),
                                        .part = sqlite3_column_int64(statement, 1),
                                        .item = sqlite3_column_int64(statement, 2)};
    }
    sqlite3_reset(statement);
    store->soonest_s = expiry->due_s;
    return result == SQLITE_ROW || result == SQLITE_DONE;
}

int64_t store_soonest(const struct store *store)
{
    return store->soonest_s;
}

bool store_get_id(struct store *store, int64_t id, struct store_row *row)
{
    sqlite3_stmt *statement = store_use(store, STORE_GET_ID);
    *row = (struct store_row){0};
    sqlite3_bind_int64(statement, 1, id);
    int result = sqlite3_step(statement);
    bool ok = result == SQLITE_DONE || (result == SQLITE_ROW && store_read_row(statement, row));
    sqlite3_reset(statement);
    return ok;
}
