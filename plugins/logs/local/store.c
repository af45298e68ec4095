/* SPDX-License-Identifier: Apache-2.0 */
#include "local/store.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { PATH_SIZE = 4096, FORMAT = 1 /* user_version of the file; another one is refused */ };

static const char settings[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                               "PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = ON;";

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
    " SET bytes = bytes - length(CAST(old.message AS BLOB)) - 26 WHERE id = old.grp; END;"
    "PRAGMA user_version = 1;"; /* FORMAT */

static bool execute(struct store *store, const char *sql)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    store->failed = true;
    return false;
}

static bool known_format(struct store *store)
{
    sqlite3_stmt *query = store_query(store, "PRAGMA user_version", "");
    bool known = store_row(store, query) && (sqlite3_column_int(query, 0) == 0 /* a new file */ ||
                                             sqlite3_column_int(query, 0) == FORMAT);
    sqlite3_finalize(query);
    return known;
}

int store_open(struct store *store, const char *directory, struct slrun_error *error)
{
    char path[PATH_SIZE];
    int n = snprintf(path, sizeof path, "%s%s",
                     directory ? directory : ":memory:", directory ? "/logs.sqlite" : "");
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (n > 0 && (size_t)n < sizeof path &&
        sqlite3_open_v2(path, &store->db, flags, NULL) == SQLITE_OK && known_format(store) &&
        execute(store, settings) && execute(store, schema))
        return 0;
    error->kind = SLRUN_E_IO;
    (void)snprintf(error->message, sizeof error->message,
                   "logs: cannot open the state %.1024s: %.512s", path,
                   store->db ? sqlite3_errmsg(store->db) : "the path is too long");
    return -1;
}

void store_close(struct store *store)
{
    sqlite3_close(store->db);
}

void store_begin(struct store *store)
{
    store->failed = false;
    (void)execute(store, "BEGIN");
}

bool store_end(struct store *store, bool keep)
{
    bool kept = keep && !store->failed && execute(store, "COMMIT");
    if (!kept)
        (void)sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return kept || (!keep && !store->failed);
}

static sqlite3_stmt *bound(struct store *store, const char *sql, const char *types, va_list args)
{
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(store->db, sql, -1, &query, NULL) != SQLITE_OK) {
        store->failed = true;
        return NULL;
    }
    for (int i = 0; types[i]; i++)
        if (types[i] == 'i')
            sqlite3_bind_int64(query, i + 1, va_arg(args, int64_t));
        else
            sqlite3_bind_text(query, i + 1, va_arg(args, const char *), -1, SQLITE_TRANSIENT);
    return query;
}

sqlite3_stmt *store_query(struct store *store, const char *sql, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    sqlite3_stmt *query = bound(store, sql, types, args);
    va_end(args);
    return query;
}

bool store_row(struct store *store, sqlite3_stmt *query)
{
    int result = query ? sqlite3_step(query) : SQLITE_ERROR;
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        store->failed = true;
    return result == SQLITE_ROW;
}

void store_run(struct store *store, const char *sql, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    sqlite3_stmt *query = bound(store, sql, types, args);
    va_end(args);
    (void)store_row(store, query);
    sqlite3_finalize(query);
}
