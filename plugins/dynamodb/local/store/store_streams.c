/* SPDX-License-Identifier: Apache-2.0 */
/* Streams and their records. */
#include "store/store_internal.h"

static const char *column(sqlite3_stmt *statement, int at)
{
    const unsigned char *text = sqlite3_column_text(statement, at);
    return text == NULL ? "" : (const char *)text;
}

bool store_stream_add(struct store *store, struct store_stream *stream)
{
    sqlite3_stmt *statement = store_use(store, STORE_STREAM_ADD);
    store_bind_text(statement, 1, stream->account);
    store_bind_text(statement, 2, stream->region);
    store_bind_text(statement, 3, stream->table_name);
    store_bind_text(statement, 4, stream->view);
    store_bind_text(statement, 5, stream->key_schema);
    sqlite3_bind_int64(statement, 6, stream->created_ms);
    if (!store_run(statement))
        return false;
    stream->id = sqlite3_last_insert_rowid(store->sql->db);
    return true;
}

bool store_stream_close(struct store *store, int64_t id, int64_t closed_ms)
{
    sqlite3_stmt *statement = store_use(store, STORE_STREAM_CLOSE);
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int64(statement, 2, closed_ms);
    return store_run(statement);
}

bool store_stream_remove(struct store *store, int64_t id)
{
    sqlite3_stmt *statement = store_use(store, STORE_STREAM_REMOVE);
    sqlite3_bind_int64(statement, 1, id);
    return store_records_trim(store, id, INT64_MAX) && store_run(statement);
}

bool store_streams(struct store *store, bool (*visit)(void *arg, const struct store_stream *stream),
                   void *arg)
{
    if (store->sql->fresh)
        return true;
    sqlite3_stmt *statement = store_use(store, STORE_STREAMS);
    int result;
    bool ok = true;
    while (ok && (result = sqlite3_step(statement)) != SQLITE_DONE) {
        struct store_stream stream = {.id = sqlite3_column_int64(statement, 0),
                                      .created_ms = sqlite3_column_int64(statement, 1),
                                      .closed_ms = sqlite3_column_int64(statement, 2),
                                      .account = column(statement, 3),
                                      .region = column(statement, 4),
                                      .table_name = column(statement, 5),
                                      .view = column(statement, 6),
                                      .key_schema = column(statement, 7),
                                      .last = sqlite3_column_int64(statement, 8)};
        ok = result == SQLITE_ROW && visit(arg, &stream);
    }
    sqlite3_reset(statement);
    return ok;
}

bool store_record_add(struct store *store, int64_t stream, int64_t number, const char *record)
{
    sqlite3_stmt *statement = store_use(store, STORE_RECORD_ADD);
    sqlite3_bind_int64(statement, 1, stream);
    sqlite3_bind_int64(statement, 2, number);
    store_bind_text(statement, 3, record);
    return store_run(statement);
}

bool store_records_trim(struct store *store, int64_t stream, int64_t first)
{
    sqlite3_stmt *statement = store_use(store, STORE_RECORDS_TRIM);
    sqlite3_bind_int64(statement, 1, stream);
    sqlite3_bind_int64(statement, 2, first);
    return store_run(statement);
}

bool store_records(struct store *store, const struct store_record_range *range,
                   bool (*visit)(void *arg, int64_t number, const char *record), void *arg)
{
    sqlite3_stmt *statement = store_use(store, STORE_RECORDS);
    int result = SQLITE_DONE;
    sqlite3_bind_int64(statement, 1, range->stream);
    sqlite3_bind_int64(statement, 2, range->first);
    sqlite3_bind_int64(statement, 3, range->end);
    while ((result = sqlite3_step(statement)) == SQLITE_ROW &&
           visit(arg, sqlite3_column_int64(statement, 0), column(statement, 1))) {
    }
    sqlite3_reset(statement);
    return result == SQLITE_DONE || result == SQLITE_ROW;
}
