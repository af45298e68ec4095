/* SPDX-License-Identifier: Apache-2.0 */
/* Opening the SQLite state, its schema, transactions, and the tables' definitions. */
#include <stdlib.h>
#include <string.h>

#include "store/store_internal.h"

enum { CACHE_KIB = 65536 };

/* Items are found by a key of their own (not WITHOUT ROWID): SQLite reads a whole 400 KB row to
 * compare it, but not a short index entry. */
static const char schema[] =
    "CREATE TABLE IF NOT EXISTS tables("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, region TEXT NOT NULL,"
    " name TEXT NOT NULL, created_ms INTEGER NOT NULL, definition TEXT NOT NULL,"
    " tags TEXT NOT NULL, UNIQUE(account, region, name));"
    "CREATE TABLE IF NOT EXISTS items("
    " id INTEGER PRIMARY KEY, part INTEGER NOT NULL, hash INTEGER NOT NULL, pk BLOB NOT NULL,"
    " sk BLOB NOT NULL, size INTEGER NOT NULL, item TEXT NOT NULL);"
    "CREATE UNIQUE INDEX IF NOT EXISTS items_key ON items(part, hash, pk, sk);"
    "CREATE TABLE IF NOT EXISTS entries("
    " part INTEGER NOT NULL, hash INTEGER NOT NULL, pk BLOB NOT NULL, sk BLOB NOT NULL,"
    " base_hash INTEGER NOT NULL, base_pk BLOB NOT NULL, base_sk BLOB NOT NULL,"
    " item INTEGER NOT NULL,"
    " PRIMARY KEY(part, hash, pk, sk, base_hash, base_pk, base_sk)) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS streams("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, region TEXT NOT NULL,"
    " table_name TEXT NOT NULL, view TEXT NOT NULL, key_schema TEXT NOT NULL,"
    " created_ms INTEGER NOT NULL, closed_ms INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS records("
    " id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, number INTEGER NOT NULL,"
    " record TEXT NOT NULL, UNIQUE(stream, number));"
    "CREATE TABLE IF NOT EXISTS expiries("
    " due_s INTEGER NOT NULL, part INTEGER NOT NULL, item INTEGER NOT NULL,"
    " PRIMARY KEY(due_s, part, item)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS expiries_part ON expiries(part);"
    "CREATE TABLE IF NOT EXISTS backups("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, region TEXT NOT NULL,"
    " arn TEXT NOT NULL, expires_ms INTEGER NOT NULL, document TEXT NOT NULL);"
    "CREATE TABLE IF NOT EXISTS history("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, part INTEGER NOT NULL, at_ms INTEGER NOT NULL,"
    " hash INTEGER NOT NULL, pk BLOB NOT NULL, sk BLOB NOT NULL, size INTEGER NOT NULL,"
    " item TEXT);"
    "CREATE INDEX IF NOT EXISTS history_key ON history(part, hash, pk, sk);"
    "CREATE INDEX IF NOT EXISTS history_time ON history(part, at_ms);"
    "CREATE TABLE IF NOT EXISTS outbox("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, region TEXT NOT NULL,"
    " stream TEXT NOT NULL, key TEXT NOT NULL, record TEXT NOT NULL, since_ms INTEGER NOT NULL);"
    "CREATE TABLE IF NOT EXISTS transactions("
    " account TEXT NOT NULL, region TEXT NOT NULL, token TEXT NOT NULL, used_ms INTEGER NOT NULL,"
    " digest TEXT NOT NULL, cancelled INTEGER NOT NULL,"
    " PRIMARY KEY(account, region, token)) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS transactions_used ON transactions(used_ms);";

static const char *const statements[] = {
#define STORE_SQL(symbol, sql) [STORE_##symbol] = (sql),
    STORE_STATEMENTS(STORE_SQL)
#undef STORE_SQL
};

static const struct slrun_store_plan plan = {
    .name = "dynamodb",
    .format = 1,
    .schema = schema,
    .statements = statements,
    .n_statements = STORE_STATEMENT_COUNT,
    .cache_kib = CACHE_KIB,
};

struct store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error)
{
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return NULL;
    }
    store->host = cloud->host;
    store->sql = cloud->stores->open(cloud, &plan, error);
    store->soonest_s = INT64_MAX;
    store->outbox = store->sql != NULL && !store->sql->fresh;
    if (store->sql == NULL ||
        (!store->sql->fresh && !store_expiry_first(store, &(struct store_expiry){0}))) {
        store_close(store);
        return NULL;
    }
    return store;
}

void store_close(struct store *store)
{
    if (store != NULL && store->sql != NULL)
        store->sql->api->close(store->sql);
    free(store);
}

sqlite3_stmt *store_use(struct store *store, enum store_statement which)
{
    return store->sql->api->bind(store->sql, which, "");
}

bool store_run(sqlite3_stmt *statement)
{
    int result = sqlite3_step(statement);
    sqlite3_reset(statement);
    return result == SQLITE_DONE;
}

bool store_begin(struct store *store)
{
    bool begun = store->sql->api->begin(store->sql) == 0;
    if (!begun)
        store_rollback(store);
    return begun;
}

bool store_commit(struct store *store)
{
    return store->sql->api->commit(store->sql) == 0;
}

bool store_in_transaction(const struct store *store)
{
    return store->sql->begun != 0;
}

void store_rollback(struct store *store)
{
    store->sql->api->rollback(store->sql);
}

bool store_reset(struct store *store)
{
    return store->sql->api->clear(store->sql) == 0 &&
           store_expiry_first(store, &(struct store_expiry){0});
}

int64_t store_part(int64_t table_id, size_t index)
{
    return table_id * STORE_PARTS + (int64_t)index;
}

void store_bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}

bool store_table_add(struct store *store, struct store_table *table)
{
    sqlite3_stmt *statement = store_use(store, STORE_TABLE_ADD);
    store_bind_text(statement, 1, table->account);
    store_bind_text(statement, 2, table->region);
    store_bind_text(statement, 3, table->name);
    sqlite3_bind_int64(statement, 4, table->created_ms);
    store_bind_text(statement, 5, table->definition);
    store_bind_text(statement, 6, table->tags);
    if (!store_run(statement))
        return false;
    table->id = sqlite3_last_insert_rowid(store->sql->db);
    return true;
}

bool store_table_define(struct store *store, int64_t id, const char *definition)
{
    sqlite3_stmt *statement = store_use(store, STORE_TABLE_DEFINE);
    sqlite3_bind_int64(statement, 1, id);
    store_bind_text(statement, 2, definition);
    return store_run(statement);
}

bool store_table_tags(struct store *store, int64_t id, const char *tags)
{
    sqlite3_stmt *statement = store_use(store, STORE_TABLE_TAGS);
    sqlite3_bind_int64(statement, 1, id);
    store_bind_text(statement, 2, tags);
    return store_run(statement);
}

static bool remove_all(struct store *store, int64_t id)
{
    sqlite3_stmt *items = store_use(store, STORE_ITEMS_REMOVE);
    sqlite3_stmt *entries = store_use(store, STORE_ENTRIES_REMOVE);
    sqlite3_stmt *table = store_use(store, STORE_TABLE_REMOVE);
    sqlite3_bind_int64(items, 1, store_part(id, 0));
    sqlite3_bind_int64(entries, 1, store_part(id, 0));
    sqlite3_bind_int64(entries, 2, store_part(id, STORE_PARTS - 1));
    sqlite3_bind_int64(table, 1, id);
    return store_run(items) && store_run(entries) && store_run(table) &&
           store_expiries_clear(store, store_part(id, 0)) &&
           store_history_clear(store, store_part(id, 0));
}

bool store_table_remove(struct store *store, int64_t id)
{
    if (!store_begin(store))
        return false;
    if (remove_all(store, id) && store_commit(store))
        return true;
    store_rollback(store);
    return false;
}

static const char *column(sqlite3_stmt *statement, int at)
{
    const unsigned char *text = sqlite3_column_text(statement, at);
    return text == NULL ? "" : (const char *)text;
}

bool store_tables(struct store *store, bool (*visit)(void *arg, const struct store_table *table),
                  void *arg)
{
    if (store->sql->fresh)
        return true;
    sqlite3_stmt *statement = store_use(store, STORE_TABLES);
    int result;
    bool ok = true;
    while (ok && (result = sqlite3_step(statement)) != SQLITE_DONE) {
        struct store_table table = {.id = sqlite3_column_int64(statement, 0),
                                    .created_ms = sqlite3_column_int64(statement, 1),
                                    .account = column(statement, 2),
                                    .region = column(statement, 3),
                                    .name = column(statement, 4),
                                    .definition = column(statement, 5),
                                    .tags = column(statement, 6)};
        ok = result == SQLITE_ROW && visit(arg, &table);
    }
    sqlite3_reset(statement);
    return ok;
}
