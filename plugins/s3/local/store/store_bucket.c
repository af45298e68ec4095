/* SPDX-License-Identifier: Apache-2.0 */
/* Buckets and their configurations. */
#include "store/store_internal.h"

static void read_bucket(sqlite3_stmt *s, struct pool *pool, struct bucket *bucket)
{
    *bucket = (struct bucket){.id = sqlite3_column_int64(s, 0),
                              .name = store_text(s, 1, pool),
                              .account = store_text(s, 2, pool),
                              .region = store_text(s, 3, pool),
                              .created_ms = sqlite3_column_int64(s, 4),
                              .versioning = (enum versioning)sqlite3_column_int(s, 5),
                              .lock = sqlite3_column_int(s, 6) != 0,
                              .acl = store_text(s, 7, pool)};
}

static bool one_bucket(struct store *store, sqlite3_stmt *s, struct pool *pool,
                       struct bucket *bucket)
{
    bool found = store_row(store, s);
    if (found)
        read_bucket(s, pool, bucket);
    sqlite3_reset(s);
    return found;
}

bool store_bucket(struct store *store, struct pool *pool, const char *name, struct bucket *bucket)
{
    if (store_cache_bucket(store->cache, pool, name, bucket))
        return true;
    sqlite3_stmt *s = store_read(store, STORE_BUCKET);
    store_bind_text(s, 1, name);
    bool found = one_bucket(store, s, pool, bucket);
    if (found && !pool->failed)
        store_cache_bucket_add(store->cache, bucket);
    return found;
}

bool store_bucket_next(struct store *store, struct pool *pool, const char *account,
                       struct bucket *bucket)
{
    sqlite3_stmt *s = store_read(store, STORE_BUCKET_NEXT);
    store_bind_text(s, 1, account);
    store_bind_text(s, 2, bucket->name);
    return one_bucket(store, s, pool, bucket);
}

bool store_bucket_after(struct store *store, struct pool *pool, struct bucket *bucket)
{
    sqlite3_stmt *s = store_read(store, STORE_BUCKET_AFTER);
    store_bind_text(s, 1, bucket->name);
    return one_bucket(store, s, pool, bucket);
}

bool store_bucket_configured(struct store *store, struct pool *pool, const char *which,
                             struct bucket *bucket)
{
    sqlite3_stmt *s = store_read(store, STORE_BUCKET_CONFIGURED);
    store_bind_text(s, 1, bucket->name);
    store_bind_text(s, 2, which);
    return one_bucket(store, s, pool, bucket);
}

/* A statement that changes what the cache is about. */
static sqlite3_stmt *change(struct store *store, enum store_statement which)
{
    store->configured = true;
    store_cache_clear(store->cache);
    return store_write(store, which);
}

void store_bucket_add(struct store *store, struct bucket *bucket)
{
    sqlite3_stmt *s = change(store, STORE_BUCKET_ADD);
    store_bind_text(s, 1, bucket->name);
    store_bind_text(s, 2, bucket->account);
    store_bind_text(s, 3, bucket->region);
    sqlite3_bind_int64(s, 4, bucket->created_ms);
    sqlite3_bind_int(s, 5, (int)bucket->versioning);
    sqlite3_bind_int(s, 6, bucket->lock);
    store_bind_text(s, 7, bucket->acl);
    store_run(store, s);
    bucket->id = sqlite3_last_insert_rowid(store->sql->db);
}

void store_bucket_set(struct store *store, const struct bucket *bucket)
{
    sqlite3_stmt *s = change(store, STORE_BUCKET_SET);
    sqlite3_bind_int64(s, 1, bucket->id);
    sqlite3_bind_int(s, 2, (int)bucket->versioning);
    sqlite3_bind_int(s, 3, bucket->lock);
    store_bind_text(s, 4, bucket->acl);
    store_run(store, s);
}

/* Uploads under way go with it. */
void store_bucket_remove(struct store *store, const struct bucket *bucket)
{
    struct pool pool = {.blocks = NULL};
    struct upload upload = {.bucket = bucket->id, .id = ""};
    while (store_upload_next(store, &pool, &upload))
        store_upload_remove(store, upload.id);
    pool_free(&pool);
    static const enum store_statement removals[] = {STORE_CONFIGS_REMOVE, STORE_BUCKET_REMOVE};
    for (size_t i = 0; i < sizeof removals / sizeof *removals; i++) {
        sqlite3_stmt *s = change(store, removals[i]);
        sqlite3_bind_int64(s, 1, bucket->id);
        store_run(store, s);
    }
}

bool store_bucket_empty(struct store *store, const struct bucket *bucket)
{
    sqlite3_stmt *s = store_read(store, STORE_BUCKET_FULL);
    sqlite3_bind_int64(s, 1, bucket->id);
    bool full = store_row(store, s);
    sqlite3_reset(s);
    return !full;
}

/* ---- configurations ---- */

static struct slice read_config(struct store *store, struct pool *pool,
                                const struct config_name *name)
{
    struct slice body = {NULL, 0};
    sqlite3_stmt *s = store_read(store, STORE_CONFIG);
    sqlite3_bind_int64(s, 1, name->bucket);
    store_bind_text(s, 2, name->which);
    if (store_row(store, s))
        body = store_slice(s, 0, pool);
    sqlite3_reset(s);
    return body;
}

/* What is remembered of it; NULL: nothing, *body is what was read. */
static struct cached_config *find_config(struct store *store, struct pool *pool,
                                         const struct config_name *name, struct slice *body)
{
    struct cached_config *found = store_cache_config(store->cache, name);
    if (found == NULL) {
        *body = read_config(store, pool, name);
        found = pool->failed ? NULL : store_cache_config_add(store->cache, name, *body);
    }
    return found;
}

struct slice store_config(struct store *store, struct pool *pool, int64_t bucket, const char *which)
{
    const struct config_name name = {bucket, which};
    struct slice body = {NULL, 0};
    const struct cached_config *found = find_config(store, pool, &name, &body);
    if (found == NULL || found->text.data == NULL)
        return body;
    body = (struct slice){pool_copy(pool, found->text.data, found->text.size), found->text.size};
    return body.data == NULL ? (struct slice){"", 0} : body;
}

const struct xml_node *store_config_xml(struct store *store, struct pool *pool, int64_t bucket,
                                        const char *which)
{
    const struct config_name name = {bucket, which};
    struct slice body = {NULL, 0};
    struct cached_config *found = find_config(store, pool, &name, &body);
    if (found == NULL)
        return body.data == NULL ? NULL : xml_parse(pool, body);
    if (!found->xml_is_read && found->text.data != NULL) {
        found->xml = xml_parse(&found->pool, found->text);
        found->xml_is_read = true;
    }
    return found->xml == NULL ? NULL : xml_copy(pool, found->xml);
}

json_t *store_config_json(struct store *store, struct pool *pool, int64_t bucket, const char *which)
{
    const struct config_name name = {bucket, which};
    struct slice body = {NULL, 0};
    struct cached_config *found = find_config(store, pool, &name, &body);
    if (found == NULL) {
        return body.data == NULL ? NULL
                                 : pool_json(pool, json_loadb(body.data, body.size, 0, NULL));
    }
    if (!found->json_is_read && found->text.data != NULL) {
        found->json_is_read = true;
        found->json =
            pool_json(&found->pool, json_loadb(found->text.data, found->text.size, 0, NULL));
    }
    return pool_json(pool, json_incref(found->json));
}

void store_config_set(struct store *store, int64_t bucket, const char *which, struct slice text)
{
    sqlite3_stmt *s = change(store, STORE_CONFIG_SET);
    sqlite3_bind_int64(s, 1, bucket);
    store_bind_text(s, 2, which);
    store_bind_slice(s, 3, text);
    store_run(store, s);
}

void store_config_remove(struct store *store, int64_t bucket, const char *which)
{
    sqlite3_stmt *s = change(store, STORE_CONFIG_REMOVE);
    sqlite3_bind_int64(s, 1, bucket);
    store_bind_text(s, 2, which);
    store_run(store, s);
}
