/* SPDX-License-Identifier: Apache-2.0 */
/* Multipart uploads, their parts, and contents. */
#include "store/store_internal.h"

static bool one_upload(struct store *store, sqlite3_stmt *s, struct pool *pool,
                       struct upload *upload)
{
    bool found = store_row(store, s);
    if (found) {
        *upload = (struct upload){.id = store_text(s, 0, pool),
                                  .bucket = sqlite3_column_int64(s, 1),
                                  .key = store_slice(s, 2, pool),
                                  .created_ms = sqlite3_column_int64(s, 3),
                                  .info = store_json(store, s, 4, pool)};
    }
    sqlite3_reset(s);
    return found;
}

bool store_upload(struct store *store, struct pool *pool, const char *id, struct upload *upload)
{
    sqlite3_stmt *s = store_read(store, STORE_UPLOAD);
    store_bind_text(s, 1, id);
    return one_upload(store, s, pool, upload);
}

bool store_upload_next(struct store *store, struct pool *pool, struct upload *upload)
{
    sqlite3_stmt *s = store_read(store, STORE_UPLOAD_NEXT);
    struct slice key = upload->key.data == NULL ? (struct slice){"", 0} : upload->key;
    sqlite3_bind_int64(s, 1, upload->bucket);
    store_bind_slice(s, 2, key);
    store_bind_text(s, 3, upload->id);
    return one_upload(store, s, pool, upload);
}

void store_upload_add(struct store *store, const struct upload *upload)
{
    sqlite3_stmt *s = store_write(store, STORE_UPLOAD_ADD);
    store_bind_text(s, 1, upload->id);
    sqlite3_bind_int64(s, 2, upload->bucket);
    store_bind_slice(s, 3, upload->key);
    sqlite3_bind_int64(s, 4, upload->created_ms);
    store_bind_json(store, s, 5, upload->info);
    store_run(store, s);
}

void store_upload_remove(struct store *store, const char *id)
{
    static const enum store_statement removals[] = {STORE_PARTS_REMOVE, STORE_UPLOAD_REMOVE};
    struct pool pool = {.blocks = NULL};
    struct part part = {.number = 0};
    while (store_part_next(store, &pool, id, &part))
        store_content_drop(store, part.content);
    for (size_t i = 0; i < sizeof removals / sizeof *removals; i++) {
        sqlite3_stmt *s = store_write(store, removals[i]);
        store_bind_text(s, 1, id);
        store_run(store, s);
    }
    pool_free(&pool);
}

/* ---- parts ---- */

static bool one_part(struct store *store, enum store_statement which, struct pool *pool,
                     struct part *part)
{
    sqlite3_stmt *s = store_read(store, which);
    sqlite3_bind_int(s, 2, part->number);
    bool found = store_row(store, s);
    if (found) {
        *part = (struct part){.number = sqlite3_column_int(s, 0),
                              .size = (uint64_t)sqlite3_column_int64(s, 1),
                              .modified_ms = sqlite3_column_int64(s, 2),
                              .etag = store_text(s, 3, pool),
                              .checksum = store_text(s, 4, pool),
                              .content = sqlite3_column_int64(s, 5)};
    }
    sqlite3_reset(s);
    return found;
}

bool store_part(struct store *store, struct pool *pool, const char *upload, struct part *part)
{
    store_bind_text(store_read(store, STORE_PART), 1, upload);
    return one_part(store, STORE_PART, pool, part);
}

bool store_part_next(struct store *store, struct pool *pool, const char *upload, struct part *part)
{
    store_bind_text(store_read(store, STORE_PART_NEXT), 1, upload);
    return one_part(store, STORE_PART_NEXT, pool, part);
}

void store_part_set(struct store *store, const char *upload, const struct part *part)
{
    struct pool pool = {.blocks = NULL};
    struct part old = {.number = part->number};
    if (store_part(store, &pool, upload, &old))
        store_content_drop(store, old.content);
    pool_free(&pool);
    sqlite3_stmt *s = store_write(store, STORE_PART_SET);
    store_bind_text(s, 1, upload);
    sqlite3_bind_int(s, 2, part->number);
    sqlite3_bind_int64(s, 3, (int64_t)part->size);
    sqlite3_bind_int64(s, 4, part->modified_ms);
    store_bind_text(s, 5, part->etag);
    store_bind_text(s, 6, part->checksum);
    sqlite3_bind_int64(s, 7, part->content);
    store_run(store, s);
}

/* ---- contents ---- */

/* The statement with a new id and the size. */
static sqlite3_stmt *new_content(struct store *store, uint64_t size)
{
    sqlite3_stmt *s = store_write(store, STORE_CONTENT_ADD);
    sqlite3_bind_int64(s, 1, store_next_id(store, STORE_CONTENT_LAST, &store->last_content));
    sqlite3_bind_int64(s, 2, (int64_t)size);
    return s;
}

int64_t store_content_add(struct store *store, const void *data, size_t size)
{
    sqlite3_stmt *s = new_content(store, size);
    sqlite3_bind_blob(s, 4, data, (int)size, SQLITE_STATIC);
    store_run(store, s);
    return store->last_content;
}

bool store_content_set(struct store *store, int64_t id, struct slice data)
{
    sqlite3_stmt *s = store_write(store, STORE_CONTENT_SET);
    sqlite3_bind_int64(s, 1, id);
    sqlite3_bind_int64(s, 2, (int64_t)data.size);
    store_bind_slice(s, 3, data);
    store_run(store, s);
    return sqlite3_changes(store->sql->db) > 0;
}

int64_t store_content_add_file(struct store *store, int64_t number, uint64_t size)
{
    sqlite3_stmt *s = new_content(store, size);
    if (!file_list_add(&store->made, number))
        store_fail(store);
    sqlite3_bind_int64(s, 3, number);
    store_run(store, s);
    return store->last_content;
}

bool store_content(struct store *store, struct pool *pool, int64_t id, struct content *content)
{
    sqlite3_stmt *s = store_read(store, STORE_CONTENT);
    sqlite3_bind_int64(s, 1, id);
    bool found = store_row(store, s);
    if (found) {
        content->size = (uint64_t)sqlite3_column_int64(s, 0);
        content->in_file = sqlite3_column_type(s, 1) != SQLITE_NULL;
        content->number = sqlite3_column_int64(s, 1);
        content->data = store_slice(s, 2, pool);
        found = content->in_file || content->data.size == content->size; /* else: no memory */
    }
    sqlite3_reset(s);
    return found;
}

static void count(struct store *store, int64_t id, int change)
{
    sqlite3_stmt *s = store_write(store, STORE_CONTENT_COUNT);
    sqlite3_bind_int64(s, 1, id);
    sqlite3_bind_int(s, 2, change);
    store_run(store, s);
}

void store_content_share(struct store *store, int64_t id)
{
    if (id != 0)
        count(store, id, 1);
}

/* How many have it; the file's number, where it is one, in *number. */
static int64_t refs_of(struct store *store, int64_t id, int64_t *number)
{
    sqlite3_stmt *s = store_read(store, STORE_CONTENT_REFS);
    sqlite3_bind_int64(s, 1, id);
    bool found = store_row(store, s);
    int64_t refs = found ? sqlite3_column_int64(s, 0) : 0;
    *number = found && sqlite3_column_type(s, 1) != SQLITE_NULL ? sqlite3_column_int64(s, 1) : -1;
    sqlite3_reset(s);
    return refs;
}

static bool remove_content(struct store *store, enum store_statement which, int64_t id)
{
    sqlite3_stmt *s = store_write(store, which);
    sqlite3_bind_int64(s, 1, id);
    store_run(store, s);
    return sqlite3_changes(store->sql->db) > 0;
}

void store_content_drop(struct store *store, int64_t id)
{
    int64_t number = -1;
    if (id == 0 || remove_content(store, STORE_CONTENT_REMOVE_OWN, id))
        return;
    int64_t refs = refs_of(store, id, &number);
    if (refs > 1)
        count(store, id, -1);
    if (refs != 1)
        return;
    (void)remove_content(store, STORE_CONTENT_REMOVE, id);
    if (number >= 0 && !file_list_add(&store->dropped, number))
        store_fail(store);
}
