/* SPDX-License-Identifier: Apache-2.0 */
/* The SQLite side. */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "attributes.h"

enum { PATH_SIZE = 4096 };

/* `user_version` of the file; another one is refused. */
#define FORMAT "1"

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS queues("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, region TEXT NOT NULL,"
    " name TEXT NOT NULL, created_s INTEGER NOT NULL, modified_s INTEGER NOT NULL,"
    " attributes TEXT NOT NULL, tags TEXT NOT NULL, UNIQUE(account, region, name));"
    "CREATE TABLE IF NOT EXISTS messages("
    " rank INTEGER PRIMARY KEY, queue INTEGER NOT NULL, id TEXT NOT NULL, sent_ms INTEGER NOT NULL,"
    " first_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL, receives INTEGER NOT NULL,"
    " receipt INTEGER NOT NULL, content TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS messages_queue ON messages(queue);"
    "CREATE TABLE IF NOT EXISTS duplicates("
    " queue INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL,"
    " PRIMARY KEY(queue, name)) WITHOUT ROWID;"
    "PRAGMA user_version = " FORMAT ";";

/* X(symbol, SQL) */
#define STATEMENTS(X)                                                                              \
    X(BEGIN, "BEGIN")                                                                              \
    X(COMMIT, "COMMIT")                                                                            \
    X(QUEUE_ADD, "INSERT INTO queues(account, region, name, created_s, modified_s, attributes,"    \
                 " tags) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")                                      \
    X(QUEUE_SET, "UPDATE queues SET modified_s = ?2, attributes = ?3, tags = ?4 WHERE id = ?1")    \
    X(QUEUE_REMOVE, "DELETE FROM queues WHERE id = ?1")                                            \
    X(MESSAGES_REMOVE, "DELETE FROM messages WHERE queue = ?1")                                    \
    X(DUPLICATES_REMOVE, "DELETE FROM duplicates WHERE queue = ?1")                                \
    X(MESSAGE_ADD, "INSERT INTO messages VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")              \
    X(MESSAGE_SET, "UPDATE messages SET first_ms = ?2, due_ms = ?3, receives = ?4, receipt = ?5"   \
                   " WHERE rank = ?1")                                                             \
    X(MESSAGE_REMOVE, "DELETE FROM messages WHERE rank = ?1")                                      \
    X(DUPLICATE_ADD, "INSERT OR REPLACE INTO duplicates VALUES(?1, ?2, ?3, ?4)")                   \
    X(QUEUES, "SELECT id, account, region, name, created_s, modified_s, attributes, tags"          \
              " FROM queues")                                                                      \
    X(MESSAGES, "SELECT rank, queue, id, sent_ms, first_ms, due_ms, receives, receipt, content"    \
                " FROM messages ORDER BY rank")                                                    \
    X(DUPLICATES, "SELECT name, entry FROM duplicates WHERE queue = ?1 ORDER BY at")

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
    int length = snprintf(path, sizeof path, "%s/sqs.sqlite", directory);
    bool fits = length >= 0 && (size_t)length < sizeof path;
    if (!fits || !set_up(store, path)) {
        error->kind = SLRUN_E_IO;
        (void)snprintf(error->message, sizeof error->message,
                       "sqs: cannot open the state %.1024s: %.512s", path,
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
        store->failed = !execute(store, "BEGIN; DELETE FROM queues; DELETE FROM messages; "
                                        "DELETE FROM duplicates; COMMIT") ||
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

/* Binds a string that sqlite copies. */
static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
    sqlite3_bind_text(statement, at, text == NULL ? "" : text, -1, SQLITE_TRANSIENT);
}

static void bind_json(sqlite3_stmt *statement, int at, const json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT);
    bind_text(statement, at, text);
    free(text);
}

void store_queue(struct store *store, struct queue *queue)
{
    if (store == NULL) {
        return;
    }
    bool is_new = queue->id == 0;
    sqlite3_stmt *s = store->statements[is_new ? QUEUE_ADD : QUEUE_SET];
    if (is_new) {
        bind_text(s, 1, queue->account);
        bind_text(s, 2, queue->region);
        bind_text(s, 3, queue->name);
        sqlite3_bind_int64(s, 4, queue->created_s);
    } else {
        sqlite3_bind_int64(s, 1, queue->id);
    }
    sqlite3_bind_int64(s, is_new ? 5 : 2, queue->modified_s);
    bind_json(s, is_new ? 6 : 3, queue->attributes);
    bind_json(s, is_new ? 7 : 4, queue->tags);
    run(store, is_new ? QUEUE_ADD : QUEUE_SET);
    if (is_new) {
        queue->id = sqlite3_last_insert_rowid(store->db);
    }
}

void store_queue_remove(struct store *store, const struct queue *queue)
{
    static const enum statement removals[] = {MESSAGES_REMOVE, DUPLICATES_REMOVE, QUEUE_REMOVE};
    for (size_t i = 0; store != NULL && i < sizeof removals / sizeof *removals; i++) {
        sqlite3_bind_int64(store->statements[removals[i]], 1, queue->id);
        run(store, removals[i]);
    }
}

void store_message(struct store *store, const struct message *m)
{
    if (store == NULL) {
        return;
    }
    sqlite3_stmt *s = store->statements[MESSAGE_ADD];
    sqlite3_bind_int64(s, 1, (int64_t)m->rank);
    sqlite3_bind_int64(s, 2, m->queue->id);
    bind_text(s, 3, m->id);
    sqlite3_bind_int64(s, 4, m->sent_ms);
    sqlite3_bind_int64(s, 5, m->first_ms);
    sqlite3_bind_int64(s, 6, m->due_ms);
    sqlite3_bind_int64(s, 7, m->receives);
    sqlite3_bind_int64(s, 8, (int64_t)m->receipt);
    bind_json(s, 9, m->content);
    run(store, MESSAGE_ADD);
}

void store_message_state(struct store *store, const struct message *m)
{
    if (store == NULL) {
        return;
    }
    sqlite3_stmt *s = store->statements[MESSAGE_SET];
    sqlite3_bind_int64(s, 1, (int64_t)m->rank);
    sqlite3_bind_int64(s, 2, m->first_ms);
    sqlite3_bind_int64(s, 3, m->due_ms);
    sqlite3_bind_int64(s, 4, m->receives);
    sqlite3_bind_int64(s, 5, (int64_t)m->receipt);
    run(store, MESSAGE_SET);
}

void store_message_remove(struct store *store, const struct message *m)
{
    if (store != NULL) {
        sqlite3_bind_int64(store->statements[MESSAGE_REMOVE], 1, (int64_t)m->rank);
        run(store, MESSAGE_REMOVE);
    }
}

void store_duplicate(struct store *store, const struct queue *queue, const char *key)
{
    if (store == NULL) {
        return;
    }
    const json_t *entry = json_object_get(queue->duplicates, key);
    sqlite3_stmt *s = store->statements[DUPLICATE_ADD];
    sqlite3_bind_int64(s, 1, queue->id);
    bind_text(s, 2, key);
    sqlite3_bind_int64(s, 3, json_integer_value(json_object_get(entry, "at")));
    bind_json(s, 4, entry);
    run(store, DUPLICATE_ADD);
}

/* ---- reading ---- */

static const char *column(sqlite3_stmt *statement, int at)
{
    const unsigned char *text = sqlite3_column_text(statement, at);
    return text == NULL ? "" : (const char *)text;
}

static bool load_duplicates(struct store *store, struct queue *queue)
{
    sqlite3_stmt *s = store->statements[DUPLICATES];
    int result;
    sqlite3_bind_int64(s, 1, queue->id);
    while ((result = sqlite3_step(s)) == SQLITE_ROW) {
        json_t *entry = json_loads(column(s, 1), 0, NULL);
        if (json_object_set_new(queue->duplicates, column(s, 0), entry) != 0) {
            break;
        }
    }
    sqlite3_reset(s);
    return result == SQLITE_DONE;
}

static bool load_queue(struct store *store, sqlite3_stmt *s, const struct store_visitor *visitor)
{
    struct queue *queue = queue_new(column(s, 1), column(s, 2), column(s, 3));
    json_t *attributes = json_loads(column(s, 6), 0, NULL);
    json_t *tags = json_loads(column(s, 7), 0, NULL);
    bool ok = queue != NULL && json_is_object(attributes) && json_is_object(tags);
    if (ok) {
        queue->id = sqlite3_column_int64(s, 0);
        queue->created_s = sqlite3_column_int64(s, 4);
        queue->modified_s = sqlite3_column_int64(s, 5);
        attributes_apply(queue, json_incref(attributes));
        ok = json_object_update(queue->tags, tags) == 0 && load_duplicates(store, queue);
    }
    json_decref(attributes);
    json_decref(tags);
    if (ok && visitor->add_queue(visitor->arg, queue)) {
        return true;
    }
    queue_free(queue);
    return false;
}

static bool load_message(sqlite3_stmt *s, const struct store_visitor *visitor)
{
    struct message *m = calloc(1, sizeof *m);
    if (m == NULL) {
        return false;
    }
    m->rank = (uint64_t)sqlite3_column_int64(s, 0);
    (void)snprintf(m->id, sizeof m->id, "%s", column(s, 2));
    m->sent_ms = sqlite3_column_int64(s, 3);
    m->first_ms = sqlite3_column_int64(s, 4);
    m->due_ms = sqlite3_column_int64(s, 5);
    m->receives = sqlite3_column_int64(s, 6);
    m->receipt = (uint64_t)sqlite3_column_int64(s, 7);
    m->content = json_loads(column(s, 8), 0, NULL);
    if (m->content != NULL && visitor->add_message(visitor->arg, m, sqlite3_column_int64(s, 1))) {
        return true;
    }
    message_free(m);
    return false;
}

bool store_load(struct store *store, const struct store_visitor *visitor)
{
    sqlite3_stmt *queues = store->statements[QUEUES], *messages = store->statements[MESSAGES];
    bool ok = true;
    while (ok && sqlite3_step(queues) == SQLITE_ROW) {
        ok = load_queue(store, queues, visitor);
    }
    sqlite3_reset(queues);
    while (ok && sqlite3_step(messages) == SQLITE_ROW) {
        ok = load_message(messages, visitor);
    }
    sqlite3_reset(messages);
    return ok;
}
