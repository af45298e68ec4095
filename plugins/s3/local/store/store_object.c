/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of objects. */
#include <string.h>

#include "store/store_internal.h"

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

static void bind_key(sqlite3_stmt *s, int at, const struct object *object)
{
    sqlite3_bind_int64(s, at, object->bucket);
    store_bind_slice(s, at + 1, object->key);
}

static bool is_null(const char *version)
{
    return strcmp(version, "null") == 0;
}

static sqlite3_stmt *find(struct store *store, const struct object *object)
{
    const char *version = object->version;
    enum store_statement which = version == NULL    ? STORE_OBJECT_LATEST
                                 : is_null(version) ? STORE_OBJECT_UNVERSIONED
                                                    : STORE_OBJECT_VERSION;
    sqlite3_stmt *s = store_read(store, which);
    bind_key(s, 1, object);
    if (which == STORE_OBJECT_VERSION)
        store_bind_text(s, 3, version);
    return s;
}

static bool read_one(struct store *store, sqlite3_stmt *s, struct pool *pool, struct object *object)
{
    bool found = store_row(store, s);
    if (found) {
        read_object(s, pool, object);
        object->info = store_json(store, s, 8, pool);
    }
    sqlite3_reset(s);
    return found;
}

bool store_object(struct store *store, struct pool *pool, struct object *object)
{
    return read_one(store, find(store, object), pool, object);
}

bool store_object_id(struct store *store, struct pool *pool, int64_t id, struct object *object)
{
    sqlite3_stmt *s = store_read(store, STORE_OBJECT_ID);
    sqlite3_bind_int64(s, 1, id);
    return read_one(store, s, pool, object);
}

bool store_object_of_upload(struct store *store, struct pool *pool, const char *upload,
                            struct object *object)
{
    sqlite3_stmt *s = store_read(store, STORE_OBJECT_OF_UPLOAD);
    bind_key(s, 1, object);
    store_bind_text(s, 3, upload);
    return read_one(store, s, pool, object);
}

/* ---- writing ---- */

static void run_by_id(struct store *store, enum store_statement which, int64_t id)
{
    sqlite3_stmt *s = store_write(store, which);
    sqlite3_bind_int64(s, 1, id);
    store_run(store, s);
}

/* A row that is there under the key of a new version. */
struct row {
    int64_t id, content;
    bool null; /* its version is "null" */
};

static bool find_row(struct store *store, enum store_statement which, const struct object *object,
                     struct row *row)
{
    sqlite3_stmt *s = store_read(store, which);
    bind_key(s, 1, object);
    bool found = store_row(store, s);
    if (found) {
        *row = (struct row){sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1),
                            which == STORE_OBJECT_NULL ||
                                is_null((const char *)sqlite3_column_text(s, 2))};
    }
    sqlite3_reset(s);
    return found;
}

/* What a version in place of another one does not share with it. */
static void bind_facts(struct store *store, sqlite3_stmt *s, const struct object *object)
{
    sqlite3_bind_int64(s, 1, object->id);
    sqlite3_bind_int(s, 2, object->marker);
    sqlite3_bind_int64(s, 3, object->modified_ms);
    sqlite3_bind_int64(s, 4, (int64_t)object->size);
    store_bind_text(s, 5, object->etag);
    store_bind_json(store, s, 6, object->info);
    sqlite3_bind_int64(s, 7, object->content);
}

static void add_content(struct store *store, struct object *object)
{
    if (object->body.data != NULL)
        object->content = store_content_add(store, object->body.data, object->body.size);
}

/* Its row is the newest one already, so no index changes; a small body takes the old one's row. */
static void replace(struct store *store, struct object *object, const struct row *old)
{
    bool in_place = object->body.data != NULL && old->content != 0 &&
                    store_content_set(store, old->content, object->body);
    if (in_place)
        object->content = old->content;
    else
        add_content(store, object);
    sqlite3_stmt *s = store_write(store, STORE_OBJECT_REPLACE);
    object->id = old->id;
    bind_facts(store, s, object);
    store_run(store, s);
    if (!in_place)
        store_content_drop(store, old->content);
}

static void insert(struct store *store, struct object *object)
{
    add_content(store, object);
    sqlite3_stmt *s = store_write(store, STORE_OBJECT_ADD);
    bind_facts(store, s, object);
    bind_key(s, 8, object);
    store_bind_text(s, 10, object->version);
    store_run(store, s);
}

/* Takes away the version "null" that is there. */
static void drop_null(struct store *store, const struct object *object)
{
    struct row old;
    if (find_row(store, STORE_OBJECT_NULL, object, &old)) {
        run_by_id(store, STORE_OBJECT_REMOVE, old.id);
        store_content_drop(store, old.content);
    }
}

void store_object_add(struct store *store, struct object *object)
{
    struct row top;
    bool null = is_null(object->version);
    bool found = find_row(store, STORE_OBJECT_TOP, object, &top);
    object->latest = true;
    if (found && null && top.null) {
        replace(store, object, &top);
        return;
    }
    if (found && null)
        drop_null(store, object);
    if (found)
        run_by_id(store, STORE_OBJECT_OLD, top.id);
    object->id = store_object_place(store);
    insert(store, object);
}

int64_t store_object_place(struct store *store)
{
    return store_next_id(store, STORE_OBJECT_LAST, &store->last_object);
}

void store_object_add_at(struct store *store, struct object *object)
{
    struct row top;
    if (is_null(object->version))
        drop_null(store, object);
    bool found = find_row(store, STORE_OBJECT_TOP, object, &top);
    object->latest = !found || top.id < object->id;
    if (found && object->latest)
        run_by_id(store, STORE_OBJECT_OLD, top.id);
    insert(store, object);
    if (!object->latest)
        run_by_id(store, STORE_OBJECT_OLD, object->id);
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
    run_by_id(store, STORE_OBJECT_REMOVE, object->id);
    store_content_drop(store, object->content);
    if (object->latest) {
        sqlite3_stmt *s = store_write(store, STORE_OBJECT_NEW);
        bind_key(s, 1, object);
        store_run(store, s);
    }
}

/* ---- walking ---- */

static void walk(struct store *store, enum store_statement which, int64_t bucket, struct slice from)
{
    store_walk_end(store);
    store->walk = store_read(store, which);
    store->walk_bucket = bucket;
    sqlite3_bind_int64(store->walk, 1, bucket);
    sqlite3_bind_blob(store->walk, 2, from.data, (int)from.size, SQLITE_TRANSIENT);
}

void store_walk(struct store *store, int64_t bucket, bool versions, struct slice from)
{
    walk(store, versions ? STORE_WALK_VERSIONS : STORE_WALK_CURRENT, bucket, from);
}

void store_walk_behind(struct store *store, const struct object *object)
{
    walk(store, STORE_WALK_BEHIND, object->bucket, object->key);
    sqlite3_bind_int64(store->walk, 3, object->id);
}

bool store_walk_next(struct store *store, struct pool *pool, struct object *object)
{
    if (store->walk == NULL || !store_row(store, store->walk)) {
        store_walk_end(store);
        return false;
    }
    object->bucket = store->walk_bucket;
    read_object(store->walk, pool, object);
    object->info = store_json(store, store->walk, 8, pool);
    return true;
}

void store_walk_end(struct store *store)
{
    if (store->walk != NULL) {
        sqlite3_reset(store->walk);
        store->walk = NULL;
    }
}
