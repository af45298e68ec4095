/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of objects. */
#include "store_internal.h"

/* All but its info. */
static void read_object(sqlite3_stmt *s, struct pool *pool, struct object *object)
{
    object->id = sqlite3_column_int64(s, 0);
    object->key = store_slice(s, 1, pool);
    object->version = store_text(s, 2, pool);
    object->latest = sqlite3_column_int(s, 3) != 0;
    object->marker = sqlite3_column_int(s, 4) != 0;
    object->modified_ms = sqlite3_column_int64(s, 5);
    object->size = (uint64_t)sqlite3_column_int64(s, 6);
    object->etag = store_text(s, 7, pool);
    object->content = sqlite3_column_int64(s, 9);
}

static sqlite3_stmt *find(struct store *store, const struct object *object)
{
    bool latest = object->version == NULL;
    sqlite3_stmt *s = store_read(store, latest ? STORE_OBJECT_LATEST : STORE_OBJECT_VERSION);
    sqlite3_bind_int64(s, 1, object->bucket);
    store_bind_slice(s, 2, object->key);
    if (!latest) {
        store_bind_text(s, 3, object->version);
    }
    return s;
}

bool store_object(struct store *store, struct pool *pool, struct object *object)
{
    sqlite3_stmt *s = find(store, object);
    bool found = store_row(store, s);
    if (found) {
        read_object(s, pool, object);
        object->info = store_json(s, 8, pool);
    }
    sqlite3_reset(s);
    return found;
}

bool store_object_brief(struct store *store, struct pool *pool, struct object *object)
{
    sqlite3_stmt *s = find(store, object);
    bool found = store_row(store, s);
    if (found) {
        read_object(s, pool, object);
    }
    sqlite3_reset(s);
    return found;
}

bool store_object_id(struct store *store, struct pool *pool, int64_t id, struct object *object)
{
    sqlite3_stmt *s = store_read(store, STORE_OBJECT_ID);
    sqlite3_bind_int64(s, 1, id);
    bool found = store_row(store, s);
    if (found) {
        read_object(s, pool, object);
        object->info = store_json(s, 8, pool);
    }
    sqlite3_reset(s);
    return found;
}

static void run_by_key(struct store *store, enum store_statement which, const struct object *object)
{
    sqlite3_stmt *s = store_write(store, which);
    sqlite3_bind_int64(s, 1, object->bucket);
    store_bind_slice(s, 2, object->key);
    store_run(store, s);
}

void store_object_add(struct store *store, struct object *object)
{
    run_by_key(store, STORE_OBJECT_OLD, object);
    sqlite3_stmt *s = store_write(store, STORE_OBJECT_ADD);
    sqlite3_bind_int64(s, 1, object->bucket);
    store_bind_slice(s, 2, object->key);
    store_bind_text(s, 3, object->version);
    sqlite3_bind_int(s, 4, object->marker);
    sqlite3_bind_int64(s, 5, object->modified_ms);
    sqlite3_bind_int64(s, 6, (int64_t)object->size);
    store_bind_text(s, 7, object->etag);
    store_bind_json(store, s, 8, object->info);
    sqlite3_bind_int64(s, 9, object->content);
    store_run(store, s);
    object->id = sqlite3_last_insert_rowid(store->sql->db);
    object->latest = true;
}

void store_object_set(struct store *store, const struct object *object)
{
    sqlite3_stmt *s = store_write(store, STORE_OBJECT_SET);
    sqlite3_bind_int64(s, 1, object->id);
    store_bind_json(store, s, 2, object->info);
    store_run(store, s);
}

void store_object_remove(struct store *store, const struct object *object)
{
    sqlite3_stmt *s = store_write(store, STORE_OBJECT_REMOVE);
    sqlite3_bind_int64(s, 1, object->id);
    store_run(store, s);
    store_content_drop(store, object->content);
    if (object->latest) {
        run_by_key(store, STORE_OBJECT_NEW, object);
    }
}

/* ---- walking ---- */

void store_walk(struct store *store, int64_t bucket, bool versions, struct slice from)
{
    store_walk_end(store);
    store->walk = store_read(store, versions ? STORE_WALK_VERSIONS : STORE_WALK_CURRENT);
    store->walk_bucket = bucket;
    sqlite3_bind_int64(store->walk, 1, bucket);
    store_bind_slice(store->walk, 2, from);
}

bool store_walk_next(struct store *store, struct pool *pool, struct object *object)
{
    if (store->walk == NULL || !store_row(store, store->walk)) {
        store_walk_end(store);
        return false;
    }
    object->bucket = store->walk_bucket;
    read_object(store->walk, pool, object);
    object->info = store_json(store->walk, 8, pool);
    return true;
}

void store_walk_end(struct store *store)
{
    if (store->walk != NULL) {
        sqlite3_reset(store->walk);
        store->walk = NULL;
    }
}
