/* SPDX-License-Identifier: Apache-2.0 */
/* The SQLite side. */
#include "store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "attributes.h"

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
    " PRIMARY KEY(queue, name)) WITHOUT ROWID;";

/* X(symbol, SQL) */
#define STATEMENTS(X)                                                                              \
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

static const char *const texts[] = {
#define STATEMENT(symbol, sql) [symbol] = (sql),
    STATEMENTS(STATEMENT)
#undef STATEMENT
};

static const struct slrun_store_plan plan = {
    .name = "sqs",
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

void store_queue(struct slrun_store *store, struct queue *queue)
{
    if (store == NULL)
        return;
    if (queue->id != 0) {
        store->api->run(store, QUEUE_SET, "iijj", queue->id, queue->modified_s, queue->attributes,
                        queue->tags);
    } else if (store->api->run(store, QUEUE_ADD, "tttiijj", queue->account, queue->region,
                               queue->name, queue->created_s, queue->modified_s, queue->attributes,
                               queue->tags) == 0) {
        queue->id = sqlite3_last_insert_rowid(store->db);
    }
}

void store_queue_remove(struct slrun_store *store, const struct queue *queue)
{
    static const enum statement removals[] = {MESSAGES_REMOVE, DUPLICATES_REMOVE, QUEUE_REMOVE};
    for (size_t i = 0; store != NULL && i < sizeof removals / sizeof *removals; i++)
        store->api->run(store, removals[i], "i", queue->id);
}

void store_message(struct slrun_store *store, const struct message *m)
{
    if (store != NULL) {
        store->api->run(store, MESSAGE_ADD, "iitiiiiij", (int64_t)m->rank, m->queue->id, m->id,
                        m->sent_ms, m->first_ms, m->due_ms, m->receives, (int64_t)m->receipt,
                        m->content);
    }
}

void store_message_state(struct slrun_store *store, const struct message *m)
{
    if (store != NULL) {
        store->api->run(store, MESSAGE_SET, "iiiii", (int64_t)m->rank, m->first_ms, m->due_ms,
                        m->receives, (int64_t)m->receipt);
    }
}

void store_message_remove(struct slrun_store *store, const struct message *m)
{
    if (store != NULL)
        store->api->run(store, MESSAGE_REMOVE, "i", (int64_t)m->rank);
}

void store_duplicate(struct slrun_store *store, const struct queue *queue, const char *key)
{
    if (store != NULL) {
        const json_t *entry = json_object_get(queue->duplicates, key);
        int64_t at = json_integer_value(json_object_get(entry, "at"));
        store->api->run(store, DUPLICATE_ADD, "itij", queue->id, key, at, entry);
    }
}

void store_duplicates_clear(struct slrun_store *store, const struct queue *queue)
{
    if (store != NULL)
        store->api->run(store, DUPLICATES_REMOVE, "i", queue->id);
}

/* ---- reading ---- */

static const char *column(sqlite3_stmt *statement, int at)
{
    const unsigned char *text = sqlite3_column_text(statement, at);
    return text == NULL ? "" : (const char *)text;
}

static bool load_duplicates(struct slrun_store *store, struct queue *queue)
{
    sqlite3_stmt *s = store->api->bind(store, DUPLICATES, "i", queue->id);
    bool ok = true;
    while (ok && store->api->row(store, s)) {
        json_t *entry = json_loads(column(s, 1), 0, NULL);
        ok = json_object_set_new(queue->duplicates, column(s, 0), entry) == 0;
    }
    sqlite3_reset(s);
    return ok && !store->failed;
}

static bool load_queue(struct slrun_store *store, sqlite3_stmt *s,
                       const struct store_visitor *visitor)
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
    if (ok && visitor->add_queue(visitor->arg, queue))
        return true;
    queue_free(queue);
    return false;
}

static bool load_message(sqlite3_stmt *s, const struct store_visitor *visitor)
{
    struct message *m = calloc(1, sizeof *m);
    if (m == NULL)
        return false;
    m->rank = (uint64_t)sqlite3_column_int64(s, 0);
    (void)snprintf(m->id, sizeof m->id, "%s", column(s, 2));
    m->sent_ms = sqlite3_column_int64(s, 3);
    m->first_ms = sqlite3_column_int64(s, 4);
    m->due_ms = sqlite3_column_int64(s, 5);
    m->receives = sqlite3_column_int64(s, 6);
    m->receipt = (uint64_t)sqlite3_column_int64(s, 7);
    m->content = json_loads(column(s, 8), 0, NULL);
    if (m->content != NULL && visitor->add_message(visitor->arg, m, sqlite3_column_int64(s, 1)))
        return true;
    message_free(m);
    return false;
}

bool store_load(struct slrun_store *store, const struct store_visitor *visitor)
{
    sqlite3_stmt *queues = store->api->bind(store, QUEUES, "");
    sqlite3_stmt *messages = store->api->bind(store, MESSAGES, "");
    bool ok = true;
    while (ok && store->api->row(store, queues))
        ok = load_queue(store, queues, visitor);
    while (ok && store->api->row(store, messages))
        ok = load_message(messages, visitor);
    sqlite3_reset(queues);
    sqlite3_reset(messages);
    return ok && !store->failed;
}
