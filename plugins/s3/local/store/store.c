/* SPDX-License-Identifier: Apache-2.0 */
/* Opening the store, its schema, transactions, and reading columns. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_internal.h"

/* Contents are apart from objects: rows that are listed stay short. */
static const char schema[] =
    "CREATE TABLE IF NOT EXISTS buckets("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, account TEXT NOT NULL,"
    " region TEXT NOT NULL, created_ms INTEGER NOT NULL, versioning INTEGER NOT NULL,"
    " lock INTEGER NOT NULL, acl TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS buckets_account ON buckets(account, name);"
    "CREATE TABLE IF NOT EXISTS configs("
    " bucket INTEGER NOT NULL, which TEXT NOT NULL, body BLOB NOT NULL,"
    " PRIMARY KEY(bucket, which)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS objects("
    " id INTEGER PRIMARY KEY, bucket INTEGER NOT NULL, key BLOB NOT NULL,"
    " version TEXT NOT NULL, latest INTEGER NOT NULL, marker INTEGER NOT NULL,"
    " modified_ms INTEGER NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,"
    " info TEXT NOT NULL, content INTEGER NOT NULL);"
    "CREATE UNIQUE INDEX IF NOT EXISTS objects_key ON objects(bucket, key, id DESC);"
    "CREATE INDEX IF NOT EXISTS objects_current ON objects(bucket, key) WHERE latest = 1;"
    "CREATE INDEX IF NOT EXISTS objects_version ON objects(bucket, key, version)"
    " WHERE version <> 'null';" /* of a key with very many versions, too, each is found at once */
    "CREATE TABLE IF NOT EXISTS uploads("
    " id TEXT PRIMARY KEY, bucket INTEGER NOT NULL, key BLOB NOT NULL,"
    " created_ms INTEGER NOT NULL, info TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS uploads_key ON uploads(bucket, key, id);"
    "CREATE TABLE IF NOT EXISTS parts("
    " upload TEXT NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL,"
    " modified_ms INTEGER NOT NULL, etag TEXT NOT NULL, checksum TEXT NOT NULL,"
    " content INTEGER NOT NULL, PRIMARY KEY(upload, number)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS contents("
    " id INTEGER PRIMARY KEY, size INTEGER NOT NULL, refs INTEGER NOT NULL,"
    " number INTEGER, data BLOB);"
    "CREATE UNIQUE INDEX IF NOT EXISTS contents_number ON contents(number)"
    " WHERE number IS NOT NULL;";

static const char *const statements[] = {
#define STORE_SQL(symbol, sql) [STORE_##symbol] = (sql),
    STORE_STATEMENTS(STORE_SQL)
#undef STORE_SQL
};

static const struct slrun_store_plan plan = {
    .name = "s3",
    .format = 1,
    .schema = schema,
    .statements = statements,
    .n_statements = STORE_STATEMENT_COUNT,
};

static bool is_used(void *arg, int64_t number)
{
    struct store *store = arg;
    sqlite3_stmt *s = store_read(store, STORE_FILE);
    sqlite3_bind_int64(s, 1, number);
    bool used = store_row(store, s);
    sqlite3_reset(s);
    return used;
}

struct store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error)
{
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return NULL;
    }
    store->in_memory = cloud->data == NULL;
    store->host = cloud->host;
    store->last_object = store->last_content = ID_UNKNOWN;
    store->cache = store_cache_new();
    store->blobs = blobs_open(cloud->data, error);
    if (store->cache == NULL)
        error->kind = SLRUN_E_MEMORY;
    else if (store->blobs != NULL)
        store->sql = cloud->stores->open(cloud, &plan, error);
    if (store->sql == NULL) {
        store_close(store);
        return NULL;
    }
    blobs_sweep(store->blobs, is_used, store);
    return store;
}

/* Files without a name go with their descriptors. */
static void remove_files(struct store *store)
{
    if (store->sql->fresh)
        return;
    sqlite3_stmt *s = store_read(store, STORE_FILES);
    while (store_row(store, s))
        blobs_remove(store->blobs, sqlite3_column_int64(s, 0));
    sqlite3_reset(s);
}

void store_close(struct store *store)
{
    if (store == NULL)
        return;
    if (store->sql != NULL) {
        store_rollback(store);
        if (store->in_memory)
            remove_files(store);
        store->sql->api->close(store->sql);
    }
    blobs_close(store->blobs);
    store_cache_free(store->cache);
    free(store->made.numbers);
    free(store->dropped.numbers);
    free(store);
}

struct blobs *store_blobs(const struct store *store)
{
    return store->blobs;
}

bool store_reset(struct store *store)
{
    store_rollback(store);
    store_walk_end(store);
    remove_files(store);
    store_cache_clear(store->cache);
    return store->sql->api->clear(store->sql) == 0;
}

/* ---- transactions ---- */

bool file_list_add(struct file_list *list, int64_t number)
{
    if (list->n == list->capacity) {
        size_t capacity = list->capacity * 2 + 16;
        int64_t *numbers = realloc(list->numbers, capacity * sizeof *numbers);
        if (numbers == NULL)
            return false;
        list->numbers = numbers;
        list->capacity = capacity;
    }
    list->numbers[list->n++] = number;
    return true;
}

static void end(struct store *store, struct file_list *unwanted)
{
    store->configured = false;
    for (size_t i = 0; i < unwanted->n; i++)
        blobs_remove(store->blobs, unwanted->numbers[i]);
    store->made.n = store->dropped.n = 0;
}

/* What was read in a transaction that is undone. */
static void forget(struct store *store)
{
    if (store->configured)
        store_cache_clear(store->cache);
}

bool store_commit(struct store *store)
{
    bool done = store->sql->api->commit(store->sql) == 0;
    if (!done) {
        store_walk_end(store);
        forget(store);
    }
    end(store, done ? &store->dropped : &store->made);
    return done;
}

void store_rollback(struct store *store)
{
    store_walk_end(store);
    store->sql->api->rollback(store->sql);
    forget(store);
    end(store, &store->made);
}

void store_fail(struct store *store)
{
    store->sql->failed = 1;
}

sqlite3_stmt *store_read(struct store *store, enum store_statement which)
{
    return store->sql->api->bind(store->sql, which, "");
}

sqlite3_stmt *store_write(struct store *store, enum store_statement which)
{
    (void)store->sql->api->begin(store->sql);
    return store->sql->api->bind(store->sql, which, "");
}

void store_run(struct store *store, sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        store_fail(store);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

bool store_row(struct store *store, sqlite3_stmt *statement)
{
    return store->sql->api->row(store->sql, statement);
}

int64_t store_next_id(struct store *store, enum store_statement which, int64_t *last)
{
    if (*last == ID_UNKNOWN) {
        sqlite3_stmt *s = store_read(store, which);
        *last = store_row(store, s) ? sqlite3_column_int64(s, 0) : 0;
        sqlite3_reset(s);
    }
    return ++*last;
}

/* ---- values ---- */

void store_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

void store_bind_slice(sqlite3_stmt *statement, int at, struct slice slice)
{
    sqlite3_bind_blob(statement, at, slice.data, (int)slice.size, SQLITE_STATIC);
}

void store_bind_json(struct store *store, sqlite3_stmt *statement, int at, const json_t *json)
{
    size_t size = 0;
    char *text = store->host->json_text(json, 0, &size);
    if (text == NULL)
        store_fail(store);
    sqlite3_bind_text64(statement, at, text, size, free, SQLITE_UTF8);
}

struct slice store_slice(sqlite3_stmt *statement, int at, struct pool *pool)
{
    const void *data = sqlite3_column_blob(statement, at);
    size_t size = (size_t)sqlite3_column_bytes(statement, at);
    const char *copy = pool_copy(pool, data == NULL ? "" : data, size);
    return (struct slice){copy == NULL ? "" : copy, copy == NULL ? 0 : size};
}

const char *store_text(sqlite3_stmt *statement, int at, struct pool *pool)
{
    return store_slice(statement, at, pool).data;
}

json_t *store_json(struct store *store, sqlite3_stmt *statement, int at, struct pool *pool)
{
    const void *text = sqlite3_column_text(statement, at);
    size_t size = (size_t)sqlite3_column_bytes(statement, at);
    json_t *json = pool_json(pool, store->host->json_read(text == NULL ? "" : text, size, 0, NULL));
    return json != NULL ? json : pool_json(pool, json_object());
}
