/* SPDX-License-Identifier: Apache-2.0 */
/* State of services in SQLite. */
#include "local/store/store.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/error.h"
#include "base/json_text.h"
#include "base/log.h"

enum { STORE_PATH_MAX = 4096, STORE_SQL_MAX = 256 };

/* What every store has beside its plan's statements. */
enum control { BEGIN, COMMIT, ROLLBACK, CONTROLS };

static const char in_memory[] = ":memory:";

/* In memory one transaction lasts as long as the store, and those of services are savepoints in it:
 * SQLite then neither begins and ends one for each statement nor copies pages before they change.
 */
static const char *const in_file[CONTROLS] = {"BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"};
static const char *const inside[CONTROLS] = {"SAVEPOINT own", "RELEASE own", "ROLLBACK TO own"};

struct store {
    struct slrun_store base; /* first: what services have */
    const struct slrun_store_plan *plan;
    const char *const *texts; /* of its controls */
    sqlite3_stmt *controls[CONTROLS];
    sqlite3_stmt *statements[]; /* of the plan; NULL until the first use */
};

static bool execute(struct slrun_store *s, const char *sql)
{
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* ---- opening ---- */

/* The schema's format, as the file has it: 0 if it is new, -1 if it cannot be read. */
static int format_of(struct slrun_store *s)
{
    sqlite3_stmt *statement = NULL;
    int format = -1;
    if (sqlite3_prepare_v2(s->db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        format = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return format;
}

/* WAL with synchronous FULL: a commit is on the disk when it returns, so that what was answered
 * survives the machine's end, too. In memory SQLite ignores both. */
static bool set_up(struct store *store)
{
    static const char settings[] =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE; "
        "PRAGMA foreign_keys = ON";
    const struct slrun_store_plan *plan = store->plan;
    char sql[STORE_SQL_MAX];
    struct slrun_store *s = &store->base;
    if (plan->cache_kib) {
        (void)snprintf(sql, sizeof sql, "PRAGMA cache_size = -%d", plan->cache_kib);
        if (!execute(s, sql))
            return false;
    }
    (void)snprintf(sql, sizeof sql, "PRAGMA user_version = %d", plan->format);
    s->fresh = 0;
    /* One transaction: one wait for the disk. */
    return execute(s, settings) && execute(s, in_file[BEGIN]) && execute(s, plan->schema) &&
           execute(s, sql) && (store->texts == inside || execute(s, in_file[COMMIT]));
}

/* What fails here is a mistake in the plan. */
static void fail(struct store *store, const char *sql)
{
    struct slrun_store *s = &store->base;
    log_line(SLRUN_LOG_ERROR, "%s: %s: %s", store->plan->name, sqlite3_errmsg(s->db), sql);
    s->failed = 1;
}

/* The statement, prepared when it is used for the first time; in memory the schema, too, is made
 * only then: a process is up sooner, and most runs use few services. NULL: it cannot be. */
static sqlite3_stmt *use(struct store *store, const char *sql, sqlite3_stmt **statement)
{
    struct slrun_store *s = &store->base;
    if (s->fresh && !set_up(store))
        fail(store, store->plan->schema);
    if (!*statement &&
        sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK)
        fail(store, sql);
    return *statement;
}

/* Nobody asks SQLite what memory it has, and to count that takes a lock at each allocation. It
 * hears this before it is first used, and refuses it later. */
static void count_no_memory(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* A file is judged at once: it may be another process's, or of another format. */
static int open_at(struct store *store, const char *path, struct slrun_error *error)
{
    const struct slrun_store_plan *plan = store->plan;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    count_no_memory();
    bool opened = sqlite3_open_v2(path, &store->base.db, flags, NULL) == SQLITE_OK;
    store->base.fresh = !strcmp(path, in_memory);
    store->texts = store->base.fresh ? inside : in_file;
    if (opened && store->base.fresh)
        return 0;
    int format = opened ? format_of(&store->base) : -1;
    if (format > 0 && format != plan->format)
        return error_set(error, SLRUN_E_IO,
                         "%s: cannot open the state %s: it has format %d, and this slrun knows %d",
                         plan->name, path, format, plan->format);
    if (format >= 0 && set_up(store))
        return 0;
    return error_set(error, SLRUN_E_IO, "%s: cannot open the state %s: %s", plan->name, path,
                     sqlite3_errmsg(store->base.db));
}

static void store_close(struct slrun_store *s);

/* Nobody asks SQLite how much memory it has, and to count it takes a lock for each piece. It hears
 * of this before its first use only. */
static void spare_counting(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static struct slrun_store *store_open(const struct slrun_cloud *cloud,
                                      const struct slrun_store_plan *plan,
                                      struct slrun_error *error)
{
    char path[STORE_PATH_MAX];
    int n = cloud->data ? snprintf(path, sizeof path, "%s/%s.sqlite", cloud->data, plan->name)
                        : snprintf(path, sizeof path, "%s", in_memory);
    struct store *store = calloc(1, sizeof *store + plan->n_statements * sizeof(sqlite3_stmt *));
    if (!store) {
        error_set(error, SLRUN_E_MEMORY, "%s: no memory for the state", plan->name);
        return NULL;
    }
    spare_counting();
    store->base.api = &store_api;
    store->plan = plan;
    int rc = n >= 0 && (size_t)n < sizeof path
                 ? open_at(store, path, error)
                 : error_set(error, SLRUN_E_IO,
                             "%s: cannot open the state %.1024s...: its path "
                             "is too long",
                             plan->name, path);
    if (!rc)
        return &store->base;
    store_close(&store->base);
    return NULL;
}

static void store_rollback(struct slrun_store *s);

static void store_close(struct slrun_store *s)
{
    struct store *store = (struct store *)s;
    if (!s)
        return;
    if (s->db)
        store_rollback(s);
    for (size_t i = 0; i < store->plan->n_statements; i++)
        sqlite3_finalize(store->statements[i]);
    for (size_t i = 0; i < CONTROLS; i++)
        sqlite3_finalize(store->controls[i]);
    sqlite3_close(s->db);
    free(store);
}

/* ---- transactions ---- */

static int step_once(struct slrun_store *s, sqlite3_stmt *statement)
{
    bool ok = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    if (!ok)
        s->failed = 1;
    return ok ? 0 : -1;
}

static int control(struct slrun_store *s, enum control which)
{
    struct store *store = (struct store *)s;
    return step_once(s, use(store, store->texts[which], &store->controls[which]));
}

static int store_begin(struct slrun_store *s)
{
    if (!s || s->begun)
        return 0;
    s->begun = !control(s, BEGIN);
    return s->begun ? 0 : -1;
}

static void store_rollback(struct slrun_store *s)
{
    if (!s)
        return;
    if (s->begun)
        (void)control(s, ROLLBACK);
    if (s->begun && ((struct store *)s)->texts == inside)
        (void)control(s, COMMIT); /* a savepoint stays when it is gone back to */
    s->begun = s->failed = 0;
}

static int store_commit(struct slrun_store *s)
{
    if (!s)
        return 0;
    if (!s->failed && (!s->begun || !control(s, COMMIT))) {
        s->begun = 0;
        return 0;
    }
    store_rollback(s);
    return -1;
}

/* ---- statements ---- */

static void bind_json(struct slrun_store *s, sqlite3_stmt *statement, int at, const json_t *json)
{
    size_t size = 0;
    char *text = json ? json_text(json, 0, &size) : NULL;
    if (json && !text)
        s->failed = 1;
    sqlite3_bind_text64(statement, at, text, size, free, SQLITE_UTF8);
}

static void bind_blob(sqlite3_stmt *statement, int at, const void *data, size_t size)
{
    /* A NULL pointer would be SQL's NULL, not an empty blob. */
    sqlite3_bind_blob64(statement, at, data ? data : "", size, SQLITE_STATIC);
}

static sqlite3_stmt *bind_all(struct slrun_store *s, size_t which, const char *types, va_list args)
{
    struct store *store = (struct store *)s;
    sqlite3_stmt *statement = use(store, store->plan->statements[which], &store->statements[which]);
    for (int at = 1; *types; at++)
        switch (*types++) {
        case 'i':
            sqlite3_bind_int64(statement, at, va_arg(args, int64_t));
            break;
        case 'd':
            sqlite3_bind_int(statement, at, va_arg(args, int));
            break;
        case 'j':
            bind_json(s, statement, at, va_arg(args, const json_t *));
            break;
        case 'b': {
            const void *data = va_arg(args, const void *);
            bind_blob(statement, at, data, va_arg(args, size_t));
            break;
        }
        default:
            sqlite3_bind_text(statement, at, va_arg(args, const char *), -1, SQLITE_STATIC);
        }
    return statement;
}

static sqlite3_stmt *store_bind(struct slrun_store *s, size_t which, const char *types, ...)
{
    va_list args;
    va_start(args, types);
    sqlite3_stmt *statement = s ? bind_all(s, which, types, args) : NULL;
    va_end(args);
    return statement;
}

static int store_row(struct slrun_store *s, sqlite3_stmt *statement)
{
    int result = statement ? sqlite3_step(statement) : SQLITE_DONE;
    if (result == SQLITE_ROW)
        return 1;
    if (result != SQLITE_DONE)
        s->failed = 1;
    sqlite3_reset(statement);
    return 0;
}

static int store_run(struct slrun_store *s, size_t which, const char *types, ...)
{
    va_list args;
    if (!s)
        return 0;
    if (((struct store *)s)->plan->grouped && store_begin(s))
        return -1;
    va_start(args, types);
    int rc = step_once(s, bind_all(s, which, types, args));
    va_end(args);
    return rc;
}

/* ---- all of it ---- */

static bool delete_rows(struct slrun_store *s)
{
    sqlite3_stmt *tables = NULL;
    char sql[STORE_SQL_MAX];
    bool ok = sqlite3_prepare_v2(s->db,
                                 "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                 " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
                                 -1, &tables, NULL) == SQLITE_OK;
    while (ok && sqlite3_step(tables) == SQLITE_ROW) {
        (void)sqlite3_snprintf(sizeof sql, sql, "DELETE FROM \"%w\"",
                               sqlite3_column_text(tables, 0));
        ok = execute(s, sql);
    }
    sqlite3_finalize(tables);
    return ok;
}

static int store_clear(struct slrun_store *s)
{
    if (!s || s->fresh)
        return 0;
    store_rollback(s);
    if (store_begin(s))
        return -1;
    if (!delete_rows(s))
        s->failed = 1;
    return store_commit(s);
}

const struct slrun_stores store_api = {
    .struct_size = sizeof store_api,
    .open = store_open,
    .close = store_close,
    .clear = store_clear,
    .begin = store_begin,
    .commit = store_commit,
    .rollback = store_rollback,
    .bind = store_bind,
    .row = store_row,
    .run = store_run,
};
