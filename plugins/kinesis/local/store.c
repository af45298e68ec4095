/* SPDX-License-Identifier: Apache-2.0 */
/* The SQLite side. */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "keep.h"

enum { PATH_SIZE = 4096 };

/* `user_version` of the file; another one is refused. */
#define FORMAT "1"

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
    " PRIMARY KEY(stream, part)) WITHOUT ROWID;"
    "PRAGMA user_version = " FORMAT ";";

/* X(symbol, SQL) */
#define STATEMENTS(X)                                                                              \
    X(BEGIN, "BEGIN")                                                                              \
    X(COMMIT, "COMMIT")                                                                            \
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

struct store {
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENT_COUNT];
    bool failed;
};

static const char *const texts[] = {
#define STATEMENT(symbol, sql) [symbol] = (sql),
    STATEMENTS(STATEMENT)
#undef STATEMENT
};

static bool execute(struct store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static bool known_format(struct store *store)
{
    sqlite3_stmt *statement = NULL;
    bool known = false;
    if (sqlite3_prepare_v2(store->db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        int version = sqlite3_column_int(statement, 0); /* an empty file has 0 */
        known = version == 0 || version == atoi(FORMAT);
    }
    sqlite3_finalize(statement);
    return known;
}

static bool set_up(struct store *store, const char *path)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path, &store->db, flags, NULL) != SQLITE_OK || !known_format(store) ||
        !execute(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
                        "PRAGMA locking_mode = EXCLUSIVE") ||
        !execute(store, schema)) {
        return false;
    }
    for (size_t i = 0; i < STATEMENT_COUNT; i++) {
        if (sqlite3_prepare_v3(store->db, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &store->statements[i], NULL) != SQLITE_OK) {
            return false;
        }
    }
    return true;
}

struct store *store_open(const char *directory, struct slrun_error *error)
{
    char path[PATH_SIZE];
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return NULL;
    }
    int length = snprintf(path, sizeof path, "%s/kinesis.sqlite", directory);
    bool fits = length >= 0 && (size_t)length < sizeof path;
    if (!fits || !set_up(store, path)) {
        error->kind = SLRUN_E_IO;
        (void)snprintf(error->message, sizeof error->message,
                       "kinesis: cannot open the state %.1024s: %.512s", path,
                       fits ? sqlite3_errmsg(store->db) : "the path is too long");
        store_close(store);
        return NULL;
    }
    return store;
}

void store_close(struct store *store)
{
    if (store == NULL) {
        return;
    }
    (void)store_commit(store);
    for (size_t i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
    }
    sqlite3_close(store->db);
    free(store);
}

void store_reset(struct store *store)
{
    if (store != NULL) {
        (void)store_commit(store);
        store->failed = !execute(store, "BEGIN; DELETE FROM streams; DELETE FROM records; "
                                        "DELETE FROM counters; COMMIT") ||
                        store->failed;
    }
}

/* ---- writing ---- */

static void run(struct store *store, enum statement which)
{
    sqlite3_stmt *statement = store->statements[which];
    if (which != BEGIN && which != COMMIT && sqlite3_get_autocommit(store->db) != 0) {
        run(store, BEGIN);
    }
    store->failed = sqlite3_step(statement) != SQLITE_DONE || store->failed;
    sqlite3_reset(statement);
}

bool store_commit(struct store *store)
{
    if (store == NULL) {
        return true;
    }
    if (sqlite3_get_autocommit(store->db) == 0) {
        run(store, COMMIT);
    }
    bool ok = !store->failed;
    store->failed = false;
    return ok;
}

/* Binds a string that lives until the statement has run. */
static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

void store_stream(struct store *store, struct stream *stream)
{
    if (store == NULL) {
        return;
    }
    json_t *kept = keep_stream(stream);
    char *text = kept == NULL ? NULL : json_dumps(kept, JSON_COMPACT);
    bool is_new = stream->id == 0;
    sqlite3_stmt *s = store->statements[is_new ? STREAM_ADD : STREAM_SET];
    if (text == NULL) {
        store->failed = true;
    } else {
        bind_text(s, 1, text);
        if (is_new) {
            bind_text(s, 2, stream->account);
            bind_text(s, 3, stream->region);
            bind_text(s, 4, stream->name);
        } else {
            sqlite3_bind_int64(s, 2, stream->id);
        }
        run(store, is_new ? STREAM_ADD : STREAM_SET);
        stream->id = is_new ? sqlite3_last_insert_rowid(store->db) : stream->id;
    }
    free(text);
    json_decref(kept);
}

void store_stream_remove(struct store *store, const struct stream *stream)
{
    static const enum statement removals[] = {RECORDS_REMOVE, COUNTERS_REMOVE, STREAM_REMOVE};
    for (size_t i = 0; store != NULL && i < sizeof removals / sizeof *removals; i++) {
        sqlite3_bind_int64(store->statements[removals[i]], 1, stream->id);
        run(store, removals[i]);
    }
}

static void store_counter(struct store *store, struct stream *stream, const struct shard *shard)
{
    sqlite3_stmt *s = store->statements[COUNTER_SET];
    sqlite3_bind_int64(s, 1, stream->id);
    sqlite3_bind_int64(s, 2, shard->number / COUNTER_SHARDS);
    sqlite3_bind_int64(s, 3, (int64_t)*stream_counter(stream, shard));
    run(store, COUNTER_SET);
}

void store_record(struct store *store, struct stream *stream, const struct shard *shard,
                  const struct record *record)
{
    if (store == NULL) {
        return;
    }
    sqlite3_stmt *s = store->statements[RECORD_ADD];
    sqlite3_bind_int64(s, 1, stream->id);
    sqlite3_bind_int64(s, 2, shard->number);
    sqlite3_bind_int64(s, 3, (int64_t)record->index);
    sqlite3_bind_int64(s, 4, record->second);
    sqlite3_bind_int64(s, 5, record->arrival_ms);
    sqlite3_bind_int64(s, 6, record->encrypted);
    sqlite3_bind_int64(s, 7, record->size);
    bind_text(s, 8, record->key);
    bind_text(s, 9, record_data(record));
    run(store, RECORD_ADD);
    store_counter(store, stream, shard);
}

void store_trim(struct store *store, const struct stream *stream, const struct shard *shard,
                uint64_t index)
{
    if (store != NULL) {
        sqlite3_stmt *s = store->statements[TRIM];
        sqlite3_bind_int64(s, 1, stream->id);
        sqlite3_bind_int64(s, 2, shard->number);
        sqlite3_bind_int64(s, 3, (int64_t)index);
        run(store, TRIM);
    }
}

/* ---- reading ---- */

static const char *column(sqlite3_stmt *statement, int at)
{
    const unsigned char *text = sqlite3_column_text(statement, at);
    return text == NULL ? "" : (const char *)text;
}

static bool load_counters(struct store *store, struct stream *stream)
{
    sqlite3_stmt *s = store->statements[COUNTERS];
    int result;
    sqlite3_bind_int64(s, 1, stream->id);
    while ((result = sqlite3_step(s)) == SQLITE_ROW) {
        int64_t part = sqlite3_column_int64(s, 0);
        if (part < 0 || (size_t)part * COUNTER_SHARDS >= stream->n_shards) {
            break;
        }
        stream->counters[part] = (uint64_t)sqlite3_column_int64(s, 1);
    }
    sqlite3_reset(s);
    return result == SQLITE_DONE;
}

static bool load_record(sqlite3_stmt *s, struct stream *stream)
{
    int64_t number = sqlite3_column_int64(s, 0);
    if (number < 0 || (size_t)number >= stream->n_shards) {
        return false;
    }
    const char *data = column(s, 7);
    struct record *record = record_new(column(s, 6), data, strlen(data));
    if (record == NULL) {
        return false;
    }
    record->index = (uint64_t)sqlite3_column_int64(s, 1);
    record->second = sqlite3_column_int64(s, 2);
    record->arrival_ms = sqlite3_column_int64(s, 3);
    record->encrypted = sqlite3_column_int(s, 4) != 0;
    record->size = (uint32_t)sqlite3_column_int64(s, 5);
    if (shard_append(&stream->shards[number], record)) {
        return true;
    }
    free(record);
    return false;
}

static bool load_records(struct store *store, struct stream *stream)
{
    sqlite3_stmt *s = store->statements[RECORDS];
    int result;
    sqlite3_bind_int64(s, 1, stream->id);
    while ((result = sqlite3_step(s)) == SQLITE_ROW && load_record(s, stream)) {
    }
    sqlite3_reset(s);
    return result == SQLITE_DONE;
}

static struct stream *load_stream(struct store *store, sqlite3_stmt *s)
{
    struct stream *stream = stream_new(column(s, 1), column(s, 2), column(s, 3));
    json_t *kept = json_loads(column(s, 4), 0, NULL);
    bool ok = stream != NULL && json_is_object(kept);
    if (ok) {
        stream->id = sqlite3_column_int64(s, 0);
        ok = keep_read(stream, kept) && load_counters(store, stream) && load_records(store, stream);
    }
    json_decref(kept);
    if (!ok) {
        stream_free(stream);
    }
    return ok ? stream : NULL;
}

bool store_load(struct store *store, bool (*add)(void *arg, struct stream *stream), void *arg)
{
    sqlite3_stmt *s = store->statements[STREAMS];
    int result;
    while ((result = sqlite3_step(s)) == SQLITE_ROW) {
        struct stream *stream = load_stream(store, s);
        if (stream == NULL || !add(arg, stream)) {
            stream_free(stream);
            break;
        }
    }
    sqlite3_reset(s);
    return result == SQLITE_DONE;
}
