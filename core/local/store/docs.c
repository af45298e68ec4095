/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of services, in a store that is opened when the first one asks. */
#include "local/store/docs.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/error.h"
#include "base/json_read.h"
#include "base/log.h"
#include "local/store/store.h"

enum statement { PUT, GET, REMOVE, FIRST, NEXT, STATEMENTS };

static const char *const statements[STATEMENTS] = {
    [PUT] = "INSERT OR REPLACE INTO docs(service, key, json) VALUES(?1, ?2, ?3)",
    [GET] = "SELECT json FROM docs WHERE service = ?1 AND key = ?2",
    [REMOVE] = "DELETE FROM docs WHERE service = ?1 AND key = ?2",
    [FIRST] = "SELECT json, key FROM docs WHERE service = ?1 AND key >= ?2 ORDER BY key LIMIT 1",
    [NEXT] = "SELECT json, key FROM docs WHERE service = ?1 AND key > ?2 ORDER BY key LIMIT 1",
};

static const struct slrun_store_plan plan = {
    .name = "documents",
    .format = 1,
    .schema = "CREATE TABLE IF NOT EXISTS docs(service TEXT NOT NULL, key TEXT NOT NULL,"
              " json TEXT NOT NULL, PRIMARY KEY(service, key)) WITHOUT ROWID",
    .statements = statements,
    .n_statements = STATEMENTS,
};

static struct slrun_store *store_of(const struct slrun_cloud *api)
{
    struct cloud *c = (struct cloud *)api;
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    if (!c->docs)
        c->docs = store_api.open(api, &plan, &error);
    if (!c->docs)
        log_line(SLRUN_LOG_ERROR, "%s", error.message);
    error_clear(&error);
    return c->docs;
}

/* What failed is logged; the next one begins anew. */
static int told(struct slrun_store *store, const char *service, const char *key)
{
    if (!store->failed)
        return 0;
    log_line(SLRUN_LOG_ERROR, "%s: document %.200s: %s", service, key, sqlite3_errmsg(store->db));
    store->failed = 0;
    return -1;
}

int docs_commit(struct cloud *c)
{
    turn_remove(c->turn, &c->docs_turn);
    if (!store_api.commit(c->docs))
        return 0;
    log_line(SLRUN_LOG_ERROR, "documents cannot be kept: %s", sqlite3_errmsg(c->docs->db));
    return -1;
}

static void on_turn(struct turn_task *task)
{
    (void)docs_commit((struct cloud *)((char *)task - offsetof(struct cloud, docs_turn)));
}

/* In memory every statement stands by itself: there is no disk to spare. */
static void group(struct cloud *c)
{
    if (!c->api.data || store_api.begin(c->docs))
        return;
    c->docs_turn.run = on_turn;
    turn_add(c->turn, &c->docs_turn);
}

int docs_put(const struct slrun_cloud *api, const char *service, const char *key, const json_t *doc)
{
    struct slrun_store *store = store_of(api);
    if (!store)
        return -1;
    group((struct cloud *)api);
    (void)store_api.run(store, PUT, "ttj", service, key, doc);
    return told(store, service, key);
}

int docs_remove(const struct slrun_cloud *api, const char *service, const char *key)
{
    struct slrun_store *store = store_of(api);
    if (!store)
        return -1;
    group((struct cloud *)api);
    (void)store_api.run(store, REMOVE, "tt", service, key);
    return told(store, service, key);
}

/* The document that a statement finds, and its key (if asked for, a malloc's one); or NULL. */
static json_t *find(struct slrun_store *store, sqlite3_stmt *statement, char **key)
{
    json_t *doc = NULL;
    if (store_api.row(store, statement)) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        const char *name = key ? (const char *)sqlite3_column_text(statement, 1) : NULL;
        size_t size = (size_t)sqlite3_column_bytes(statement, 0);
        doc = text ? json_read(text, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : NULL;
        if (key)
            *key = name ? strdup(name) : NULL;
        if (!doc || (key && !*key))
            store->failed = 1;
        sqlite3_reset(statement);
    }
    return doc;
}

json_t *docs_get(const struct slrun_cloud *api, const char *service, const char *key)
{
    struct slrun_store *store = store_of(api);
    if (!store)
        return NULL;
    json_t *doc = find(store, store_api.bind(store, GET, "tt", service, key), NULL);
    (void)told(store, service, key);
    return doc;
}

/* One look a document, so that each() finds no statement of ours under way. */
int docs_each(const struct slrun_cloud *api, const char *service, const char *prefix,
              int (*each)(void *arg, const char *key, const json_t *doc), void *arg)
{
    struct slrun_store *store = store_of(api);
    char *key = NULL;
    int rc = store ? 0 : -1;
    if (store && store->fresh)
        return 0;
    for (enum statement which = FIRST; !rc; which = NEXT) {
        char *from = key;
        key = NULL;
        json_t *doc =
            find(store, store_api.bind(store, which, "tt", service, from ? from : prefix), &key);
        rc = told(store, service, from ? from : prefix);
        free(from);
        bool behind = !doc || !key || strncmp(key, prefix, strlen(prefix)) != 0;
        if (!rc && !behind)
            rc = each(arg, key, doc);
        json_decref(doc);
        if (behind)
            break;
    }
    free(key);
    return rc;
}

void docs_reset(struct cloud *cloud)
{
    struct slrun_store *store = /* one that was not asked yet may lie in a file */
        cloud->api.data ? store_of(&cloud->api) : cloud->docs;
    if (store_api.clear(store))
        log_line(SLRUN_LOG_ERROR, "the documents cannot be forgotten: %s",
                 sqlite3_errmsg(store->db));
}

void docs_close(struct cloud *cloud)
{
    (void)store_api.commit(cloud->docs);
    store_api.close(cloud->docs);
    cloud->docs = NULL;
}
