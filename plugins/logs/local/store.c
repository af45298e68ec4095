/* SPDX-License-Identifier: Apache-2.0 */
#include "local/store.h"

/* A group's bytes are counted by triggers, for events go in many ways. */
static const char schema[] =
    "CREATE TABLE IF NOT EXISTS groups(id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " account TEXT NOT NULL, region TEXT NOT NULL, name TEXT NOT NULL, created_ms INTEGER NOT NULL,"
    " retention_days INTEGER, kms TEXT, class TEXT NOT NULL, protected INTEGER NOT NULL,"
    " tags TEXT NOT NULL, bytes INTEGER NOT NULL DEFAULT 0, UNIQUE(account, region, name));"
    "CREATE TABLE IF NOT EXISTS streams(id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " grp INTEGER NOT NULL REFERENCES groups(id) ON DELETE CASCADE, name TEXT NOT NULL,"
    " created_ms INTEGER NOT NULL, first_ms INTEGER, last_ms INTEGER, ingested_ms INTEGER,"
    " UNIQUE(grp, name));"
    "CREATE TABLE IF NOT EXISTS events(id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " grp INTEGER NOT NULL, stream INTEGER NOT NULL REFERENCES streams(id) ON DELETE CASCADE,"
    " at_ms INTEGER NOT NULL, ingested_ms INTEGER NOT NULL, message TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS events_grp ON events(grp, at_ms);"
    "CREATE INDEX IF NOT EXISTS events_stream ON events(stream, at_ms);"
    "CREATE TRIGGER IF NOT EXISTS event_comes AFTER INSERT ON events BEGIN UPDATE groups"
    " SET bytes = bytes + length(CAST(new.message AS BLOB)) + 26 WHERE id = new.grp; END;"
    "CREATE TRIGGER IF NOT EXISTS event_goes AFTER DELETE ON events BEGIN UPDATE groups"
    " SET bytes = bytes - length(CAST(old.message AS BLOB)) - 26 WHERE id = old.grp; END;";

static const char *const statements[] = {
#define STORE_SQL(symbol, sql) [STORE_##symbol] = (sql),
    STORE_STATEMENTS(STORE_SQL)
#undef STORE_SQL
};

static const struct slrun_store_plan plan = {
    .name = "logs",
    .format = 1,
    .schema = schema,
    .statements = statements,
    .n_statements = STORE_STATEMENT_COUNT,
};

struct slrun_store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error)
{
    return cloud->stores->open(cloud, &plan, error);
}

bool store_end(struct slrun_store *store, bool keep)
{
    bool failed = store->failed;
    if (keep)
        return store->api->commit(store) == 0;
    store->api->rollback(store);
    return !failed;
}
