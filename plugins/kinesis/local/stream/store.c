/* SPDX-License-Identifier: Apache-2.0 */
/* The SQLite side. */
#include "stream/store.h"

#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "stream/keep.h"

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS streams("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, region TEXT NOT NULL,"
    " name TEXT NOT NULL, content TEXT NOT NULL, UNIQUE(account, region, name));"
    "CREATE TABLE IF NOT EXISTS records("
    " stream INTEGER NOT NULL, shard INTEGER NOT NULL, place INTEGER NOT NULL,"
    " second INTEGER NOT NULL, arrival_ms INTEGER NOT NULL, encrypted INTEGER NOT NULL,"
    " size INTEGER NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,"
    " PRIMARY KEY(stream, shard, place)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS counters("
    " stream INTEGER NOT NULL, part INTEGER NOT NULL, next INTEGER NOT NULL,"
    " PRIMARY KEY(stream, part)) WITHOUT ROWID;";

/* X(symbol, SQL) */
#define STATEMENTS(X)                                                                              \
    X(STREAM_ADD, "INSERT INTO streams(content, account, region, name) VALUES(?1, ?2, ?3, ?4)")    \
    X(STREAM_SET, "UPDATE streams SET content = ?1 WHERE id = ?2")                                 \
    X(STREAM_REMOVE, "DELETE FROM streams WHERE id = ?1")                                          \
    X(RECORDS_REMOVE, "DELETE FROM records WHERE stream = ?1")                                     \
    X(COUNTERS_REMOVE, "DELETE FROM counters WHERE stream = ?1")                                   \
    X(RECORD_ADD, "INSERT INTO records VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")                \
    X(COUNTER_SET, "INSERT OR REPLACE INTO counters VALUES(?1, ?2, ?3)")                           \
    X(TRIM, "DELETE FROM records WHERE stream = ?1 AND shard = ?2 AND place < ?3")                 \
    X(STREAMS, "SELECT id, account, region, name, content FROM streams")                           \
    X(RECORDS, "SELECT shard, place, second, arrival_ms, encrypted, size, name, content"           \
               " FROM records WHERE stream = ?1 ORDER BY shard, place")                            \
    X(COUNTERS, "SELECT part, next FROM counters WHERE stream = ?1")

enum statement {
#define STATEMENT(symbol, sql) symbol,
    STATEMENTS(STATEMENT)
#undef STATEMENT
        STATEMENT_COUNT
};

static const char *const texts[] = {
#define STATEMENT(symbol, sql) [symbol] = (sql),
    STATEMENTS(STATEMENT)
#undef STATEMENT
};

static const struct slrun_store_plan plan = {
    .name = "kinesis",
    .format = 1,
    .schema = schema,
    .statements = texts,
    .n_statements = STATEMENT_COUNT,
    .grouped = 1,
};

struct slrun_store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error)
{
    return cloud->stores->open(cloud, &plan, error);
}

/* ---- writing ---- */

bool store_commit(struct slrun_store *store)
{
    return store == NULL || store->api->commit(store) == 0;
}

void store_stream(struct slrun_store *store, struct stream *stream)
{
    if (store == NULL)
        return;
    json_t *kept = keep_stream(stream);
    if (kept == NULL)
        store->failed = true;
    else if (stream->id != 0)
        store->api->run(store, STREAM_SET, "ji", kept, stream->id);
    else if (store->api->run(store, STREAM_ADD, "jttt", kept, stream->account, stream->region,
                             stream->name) == 0)
        stream->id = sqlite3_last_insert_rowid(store->db);
    json_decref(kept);
}

void store_stream_remove(struct slrun_store *store, const struct stream *stream)
{
    static const enum statement removals[] = {RECORDS_REMOVE, COUNTERS_REMOVE, STREAM_REMOVE};
    for (size_t i = 0; store != NULL && i < sizeof removals / sizeof *removals; i++)
        store->api->run(store, removals[i], "i", stream->id);
}

void store_record(struct slrun_store *store, struct stream *stream, const struct shard *shard,
                  const struct record *record)
{
    if (store != NULL) {
        store->api->run(store, RECORD_ADD, "iiiiiiitt", stream->id, (int64_t)shard->number,
                        (int64_t)record->index, (int64_t)record->second,
                        (int64_t)record->arrival_ms, (int64_t)record->encrypted,
                        (int64_t)record->size, record->key, record_data(record));
        store->api->run(store, COUNTER_SET, "iii", stream->id,
                        (int64_t)(shard->number / COUNTER_SHARDS),
                        (int64_t)*stream_counter(stream, shard));
    }
}

void store_trim(struct slrun_store *store, const struct stream *stream, const struct shard *shard,
                uint64_t index)
{
    if (store != NULL)
        store->api->run(store, TRIM, "iii", stream->id, (int64_t)shard->number, (int64_t)index);
}

/* ---- reading ---- */

static const char *column(sqlite3_stmt *statement, int at)
{
    const unsigned char *text = sqlite3_column_text(statement, at);
    return text == NULL ? "" : (const char *)text;
}

static bool load_counters(struct slrun_store *store, struct stream *stream)
{
    sqlite3_stmt *s = store->api->bind(store, COUNTERS, "i", stream->id);
    bool ok = true;
    while (ok && store->api->row(store, s)) {
        int64_t part = sqlite3_column_int64(s, 0);
        ok = part >= 0 && (size_t)part * COUNTER_SHARDS < stream->n_shards;
        if (ok)
            stream->counters[part] = (uint64_t)sqlite3_column_int64(s, 1);
    }
    sqlite3_reset(s);
    return ok && !store->failed;
}

static bool load_record(sqlite3_stmt *s, struct stream *stream)
{
    int64_t number = sqlite3_column_int64(s, 0);
    if (number < 0 || (size_t)number >= stream->n_shards)
        return false;
    const char *data = column(s, 7);
    struct record *record = record_new(column(s, 6), data, strlen(data));
    if (record == NULL)
        return false;
    record->index = (uint64_t)sqlite3_column_int64(s, 1);
    record->second = sqlite3_column_int64(s, 2);
    record->arrival_ms = sqlite3_column_int64(s, 3);
    record->encrypted = sqlite3_column_int(s, 4) != 0;
    record->size = (uint32_t)sqlite3_column_int64(s, 5);
    if (shard_append(&stream->shards[number], record))
        return true;
    free(record);
    return false;
}

static bool load_records(struct slrun_store *store, struct stream *stream)
{
    sqlite3_stmt *s = store->api->bind(store, RECORDS, "i", stream->id);
    bool ok = true;
    while (ok && store->api->row(store, s))
        ok = load_record(s, stream);
    sqlite3_reset(s);
    return ok && !store->failed;
}

static struct stream *load_stream(struct slrun_store *store, sqlite3_stmt *s)
{
    struct stream *stream = stream_new(column(s, 1), column(s, 2), column(s, 3));
    json_t *kept = json_loads(column(s, 4), 0, NULL);
    bool ok = stream != NULL && json_is_object(kept);
    if (ok) {
        stream->id = sqlite3_column_int64(s, 0);
        ok = keep_read(stream, kept) && load_counters(store, stream) && load_records(store, stream);
    }
    json_decref(kept);
    if (!ok)
        stream_free(stream);
    return ok ? stream : NULL;
}

bool store_load(struct slrun_store *store, bool (*add)(void *arg, struct stream *stream), void *arg)
{
    sqlite3_stmt *s = store->api->bind(store, STREAMS, "");
    bool ok = true;
    while (ok && store->api->row(store, s)) {
        struct stream *stream = load_stream(store, s);
        ok = stream != NULL && add(arg, stream);
        if (!ok)
            stream_free(stream);
    }
    sqlite3_reset(s);
    return ok && !store->failed;
}
