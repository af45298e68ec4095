/* SPDX-License-Identifier: Apache-2.0 */
/* Records on their way to streams of Kinesis. */
#include "store/store_internal.h"

bool store_outbox_add(struct store *store, const struct store_parcel *parcel)
{
    sqlite3_stmt *statement = store_use(store, STORE_OUTBOX_ADD);
    store_bind_text(statement, 1, parcel->account);
    store_bind_text(statement, 2, parcel->region);
    store_bind_text(statement, 3, parcel->stream);
    store_bind_text(statement, 4, parcel->key);
    store_bind_text(statement, 5, parcel->record);
    sqlite3_bind_int64(statement, 6, parcel->since_ms);
    store->outbox = true;
    return store_run(statement);
}

bool store_outbox_remove(struct store *store, int64_t id)
{
    sqlite3_stmt *statement = store_use(store, STORE_OUTBOX_REMOVE);
    sqlite3_bind_int64(statement, 1, id);
    return store_run(statement);
}

bool store_outbox_waits(const struct store *store)
{
    return store->outbox;
}

static const char *text(sqlite3_stmt *statement, int column)
{
    const unsigned char *value = sqlite3_column_text(statement, column);
    return value == NULL ? "" : (const char *)value;
}

bool store_outbox(struct store *store, bool (*visit)(void *arg, const struct store_parcel *parcel),
                  void *arg)
{
    sqlite3_stmt *statement = store_use(store, STORE_OUTBOX);
    int result = SQLITE_DONE;
    bool more = true;
    store->outbox = false;
    while (more && (result = sqlite3_step(statement)) == SQLITE_ROW) {
        store->outbox = true;
        more = visit(arg, &(struct store_parcel){.id = sqlite3_column_int64(statement, 0),
                                                 .account = text(statement, 1),
                                                 .region = text(statement, 2),
                                                 .stream = text(statement, 3),
                                                 .key = text(statement, 4),
                                                 .record = text(statement, 5),
                                                 .since_ms = sqlite3_column_int64(statement, 6)});
    }
    sqlite3_reset(statement);
    return result == SQLITE_DONE || result == SQLITE_ROW;
}
