/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the store share: its statements. */
#ifndef SLRUN_S3_STORE_INTERNAL_H
#define SLRUN_S3_STORE_INTERNAL_H

#include <slrun/store.h>
#include <sqlite3.h>

#include "store/store.h"
#include "xml.h"

#define OBJECT_COLUMNS "id, key, version, latest, marker, modified_ms, size, etag, info, content"
#define BUCKET_COLUMNS "id, name, account, region, created_ms, versioning, lock, acl"

/* X(symbol, SQL) */
#define STORE_STATEMENTS(X)                                                                        \
    X(BUCKET, "SELECT " BUCKET_COLUMNS " FROM buckets WHERE name = ?1")                            \
    X(BUCKET_NEXT, "SELECT " BUCKET_COLUMNS " FROM buckets WHERE account = ?1 AND name > ?2"       \
                   " ORDER BY name LIMIT 1")                                                       \
    X(BUCKET_AFTER, "SELECT " BUCKET_COLUMNS " FROM buckets WHERE name > ?1 ORDER BY name"         \
                    " LIMIT 1")                                                                    \
    X(BUCKET_CONFIGURED, "SELECT " BUCKET_COLUMNS " FROM buckets WHERE name > ?1 AND EXISTS"       \
                         " (SELECT 1 FROM configs WHERE bucket = id AND which = ?2)"               \
                         " ORDER BY name LIMIT 1")                                                 \
    X(BUCKET_ADD, "INSERT INTO buckets(name, account, region, created_ms, versioning, lock, acl)"  \
                  " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")                                           \
    X(BUCKET_SET, "UPDATE buckets SET versioning = ?2, lock = ?3, acl = ?4 WHERE id = ?1")         \
    X(BUCKET_REMOVE, "DELETE FROM buckets WHERE id = ?1")                                          \
    X(BUCKET_FULL, "SELECT 1 FROM objects WHERE bucket = ?1 LIMIT 1")                              \
    X(CONFIG, "SELECT body FROM configs WHERE bucket = ?1 AND which = ?2")                         \
    X(CONFIG_SET, "INSERT OR REPLACE INTO configs VALUES(?1, ?2, ?3)")                             \
    X(CONFIG_REMOVE, "DELETE FROM configs WHERE bucket = ?1 AND which = ?2")                       \
    X(CONFIGS_REMOVE, "DELETE FROM configs WHERE bucket = ?1")                                     \
    X(OBJECT_LATEST, "SELECT " OBJECT_COLUMNS " FROM objects"                                      \
                     " WHERE bucket = ?1 AND key = ?2 AND latest = 1")                             \
    X(OBJECT_VERSION, "SELECT " OBJECT_COLUMNS " FROM objects"                                     \
                      " WHERE bucket = ?1 AND key = ?2 AND version = ?3 AND version <> 'null'")    \
    X(OBJECT_UNVERSIONED, "SELECT " OBJECT_COLUMNS " FROM objects"                                 \
                          " WHERE bucket = ?1 AND key = ?2 AND version = 'null'")                  \
    X(OBJECT_ID, "SELECT " OBJECT_COLUMNS " FROM objects WHERE id = ?1")                           \
    X(OBJECT_OF_UPLOAD, "SELECT " OBJECT_COLUMNS " FROM objects WHERE bucket = ?1 AND key = ?2"    \
                        " AND json_extract(info, '$.upload') = ?3 LIMIT 1")                        \
    X(OBJECT_TOP, "SELECT id, content, version FROM objects"                                       \
                  " WHERE bucket = ?1 AND key = ?2 AND latest = 1")                                \
    X(OBJECT_NULL, "SELECT id, content FROM objects"                                               \
                   " WHERE bucket = ?1 AND key = ?2 AND version = 'null'")                         \
    X(OBJECT_LAST, "SELECT max((SELECT ifnull(max(id), 0) FROM objects), (SELECT"                  \
                   " ifnull(max(json_extract(info, '$.place')), 0) FROM uploads))")                \
    X(OBJECT_OLD, "UPDATE objects SET latest = 0 WHERE id = ?1")                                   \
    X(OBJECT_REPLACE, "UPDATE objects SET marker = ?2, modified_ms = ?3, size = ?4, etag = ?5,"    \
                      " info = ?6, content = ?7 WHERE id = ?1")                                    \
    X(OBJECT_ADD,                                                                                  \
      "INSERT INTO objects(id, marker, modified_ms, size, etag, info, content, bucket,"            \
      " key, version, latest) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1)")                 \
    X(OBJECT_SET, "UPDATE objects SET info = ?2 WHERE id = ?1")                                    \
    X(OBJECT_REMOVE, "DELETE FROM objects WHERE id = ?1")                                          \
    X(OBJECT_NEW, "UPDATE objects SET latest = 1 WHERE id = (SELECT max(id) FROM objects"          \
                  " WHERE bucket = ?1 AND key = ?2)")                                              \
    X(WALK_CURRENT, "SELECT " OBJECT_COLUMNS " FROM objects WHERE bucket = ?1 AND key >= ?2"       \
                    " AND latest = 1 AND marker = 0 ORDER BY key")                                 \
    X(WALK_VERSIONS, "SELECT " OBJECT_COLUMNS " FROM objects WHERE bucket = ?1 AND key >= ?2"      \
                     " ORDER BY key, id DESC")                                                     \
    X(WALK_BEHIND, "SELECT " OBJECT_COLUMNS " FROM objects WHERE bucket = ?1 AND key >= ?2"        \
                   " AND NOT (key = ?2 AND id >= ?3) ORDER BY key, id DESC")                       \
    X(UPLOAD, "SELECT id, bucket, key, created_ms, info FROM uploads WHERE id = ?1")               \
    X(UPLOAD_ADD, "INSERT INTO uploads VALUES(?1, ?2, ?3, ?4, ?5)")                                \
    X(UPLOAD_REMOVE, "DELETE FROM uploads WHERE id = ?1")                                          \
    X(UPLOAD_NEXT, "SELECT id, bucket, key, created_ms, info FROM uploads WHERE bucket = ?1"       \
                   " AND (key, id) > (?2, ?3) ORDER BY key, id LIMIT 1")                           \
    X(PART_SET, "INSERT OR REPLACE INTO parts VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")                 \
    X(PART, "SELECT number, size, modified_ms, etag, checksum, content FROM parts"                 \
            " WHERE upload = ?1 AND number = ?2")                                                  \
    X(PART_NEXT, "SELECT number, size, modified_ms, etag, checksum, content FROM parts"            \
                 " WHERE upload = ?1 AND number > ?2 ORDER BY number LIMIT 1")                     \
    X(PARTS_REMOVE, "DELETE FROM parts WHERE upload = ?1")                                         \
    X(CONTENT_LAST, "SELECT max(id) FROM contents")                                                \
    X(CONTENT_ADD, "INSERT INTO contents(id, size, refs, number, data) VALUES(?1, ?2, 1, ?3, ?4)") \
    X(CONTENT_SET, "UPDATE contents SET size = ?2, data = ?3"                                      \
                   " WHERE id = ?1 AND refs = 1 AND number IS NULL")                               \
    X(CONTENT, "SELECT size, number, data FROM contents WHERE id = ?1")                            \
    X(CONTENT_REFS, "SELECT refs, number FROM contents WHERE id = ?1")                             \
    X(CONTENT_COUNT, "UPDATE contents SET refs = refs + ?2 WHERE id = ?1")                         \
    X(CONTENT_REMOVE, "DELETE FROM contents WHERE id = ?1")                                        \
    X(CONTENT_REMOVE_OWN, "DELETE FROM contents WHERE id = ?1 AND refs = 1 AND number IS NULL")    \
    X(FILES, "SELECT number FROM contents WHERE number IS NOT NULL")                               \
    X(FILE, "SELECT 1 FROM contents WHERE number = ?1")

enum store_statement {
#define STORE_ENUM(symbol, sql) STORE_##symbol,
    STORE_STATEMENTS(STORE_ENUM)
#undef STORE_ENUM
        STORE_STATEMENT_COUNT
};

/* Files that a transaction made or gave up. */
struct file_list {
    int64_t *numbers;
    size_t n, capacity;
};

struct store_cache;

enum { ID_UNKNOWN = -1 };

struct store {
    struct slrun_store *sql;
    const struct slrun_host *host;
    struct store_cache *cache;
    bool configured;                   /* the transaction wrote what the cache is about */
    int64_t last_object, last_content; /* ids that were given; ID_UNKNOWN: not looked yet */
    struct blobs *blobs;
    bool in_memory;
    sqlite3_stmt *walk; /* under way */
    int64_t walk_bucket;
    struct file_list made, dropped;
};

/* Has the next commit fail. */
void store_fail(struct store *store);

/* The statement, ready to be bound; one that writes begins a transaction. */
sqlite3_stmt *store_read(struct store *store, enum store_statement which);
sqlite3_stmt *store_write(struct store *store, enum store_statement which);
/* Runs one that writes. */
void store_run(struct store *store, sqlite3_stmt *statement);
/* Steps one that reads; true: there is a row. */
bool store_row(struct store *store, sqlite3_stmt *statement);
/* The id after *last, which `which` looks up the first time. No process gives one twice: whoever
 * remembers an id has that row or none. */
int64_t store_next_id(struct store *store, enum store_statement which, int64_t *last);

/* Borrowed until the last row was read. */
void store_bind_text(sqlite3_stmt *statement, int at, const char *text);
void store_bind_slice(sqlite3_stmt *statement, int at, struct slice slice);
void store_bind_json(struct store *store, sqlite3_stmt *statement, int at, const json_t *json);
const char *store_text(sqlite3_stmt *statement, int at, struct pool *pool);
struct slice store_slice(sqlite3_stmt *statement, int at, struct pool *pool);
json_t *store_json(struct store *store, sqlite3_stmt *statement, int at, struct pool *pool);

bool file_list_add(struct file_list *list, int64_t number);

/* ---- store_cache.c ---- */

/* A configuration of a bucket. */
struct config_name {
    int64_t bucket;
    const char *which;
};

struct store_cache *store_cache_new(void); /* NULL: no memory */
void store_cache_free(struct store_cache *cache);
void store_cache_clear(struct store_cache *cache);

/* What was added; copies are in the pool. false: it is to be read. */
bool store_cache_bucket(const struct store_cache *cache, struct pool *pool, const char *name,
                        struct bucket *bucket);
void store_cache_bucket_add(struct store_cache *cache, const struct bucket *bucket);
/* A configuration that was added, or NULL: it is to be read. All of it is gone with the next
 * store_cache_clear(). */
struct cached_config {
    char *which;
    struct slice text;              /* data NULL: there is none */
    struct pool pool;               /* of the text and what follows */
    bool xml_is_read, json_is_read; /* when it was first asked for */
    const struct xml_node *xml;     /* NULL: it is none */
    json_t *json;                   /* borrowed from the pool; NULL: it is none */
};
struct cached_config *store_cache_config(struct store_cache *cache, const struct config_name *name);
/* NULL: it is not kept; only those of a bucket that is there, too, are. */
struct cached_config *store_cache_config_add(struct store_cache *cache,
                                             const struct config_name *name, struct slice text);

#endif
