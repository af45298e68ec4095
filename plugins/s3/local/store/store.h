/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What S3 knows, in SQLite: buckets and their configurations, versions of objects, uploads and
 * their parts, contents. In memory, or where state is kept in DIR/s3.sqlite; bodies past
 * CONTENT_INLINE_MAX lie in files (blob.h).
 *
 * What a request writes is one transaction: store_commit() makes it last, store_rollback() undoes
 * it; the first write begins it. A write that fails is remembered, and the commit then fails.
 * What is read lives in the pool that is given; functions that read say whether it is there.
 */
#ifndef SLRUN_S3_STORE_H
#define SLRUN_S3_STORE_H

#include <stdint.h>

#include <slrun/cloud.h>

#include "store/blob.h"
#include "store/pool.h"

enum { CONTENT_INLINE_MAX = 64 << 10 };

enum versioning { VERSIONING_NEVER, VERSIONING_ENABLED, VERSIONING_SUSPENDED };

struct bucket {
    int64_t id;
    const char *name, *account, *region;
    int64_t created_ms;
    enum versioning versioning;
    bool lock;       /* object lock is on */
    const char *acl; /* JSON text of what acl.h says: few requests look at it */
};

/* One version of an object. */
struct object {
    int64_t id; /* higher: newer */
    int64_t bucket;
    struct slice key;
    const char *version; /* "null", or its id */
    bool latest, marker;
    int64_t modified_ms;
    uint64_t size;
    const char *etag;  /* without quotes */
    json_t *info;      /* object.h says what is in it; borrowed */
    int64_t content;   /* 0: none */
    struct slice body; /* bytes that store_object_add() makes its content; data NULL: it has it */
};

struct upload {
    const char *id;
    int64_t bucket;
    struct slice key;
    int64_t created_ms;
    json_t *info;
};

struct part {
    int number;
    uint64_t size;
    int64_t modified_ms;
    const char *etag;
    const char *checksum; /* base64, or "" */
    int64_t content;
};

/* Bytes: in memory, or in the file `number`. */
struct content {
    uint64_t size;
    bool in_file;
    struct slice data;
    int64_t number;
};

struct store;
struct sqlite3_stmt;
struct xml_node;

/* NULL with `error` filled. */
struct store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error);
/* NULL is fine. What was not committed is undone. */
void store_close(struct store *store);
/* Deletes everything, files of contents too. False: SQLite failed. */
bool store_reset(struct store *store);
/* False: it failed, or a write before it did; all is as before the first of them. */
bool store_commit(struct store *store);
void store_rollback(struct store *store);
/* The files of contents; borrowed. */
struct blobs *store_blobs(const struct store *store);

/* ---- buckets ---- */

/* The bucket of that name, whosever it is. */
bool store_bucket(struct store *store, struct pool *pool, const char *name, struct bucket *bucket);
void store_bucket_add(struct store *store, struct bucket *bucket); /* sets its id */
/* Writes its versioning, lock and acl. */
void store_bucket_set(struct store *store, const struct bucket *bucket);
/* With its configurations and uploads; it is empty. */
void store_bucket_remove(struct store *store, const struct bucket *bucket);
/* Whether there is no version and no delete marker in it. */
bool store_bucket_empty(struct store *store, const struct bucket *bucket);

/* The next bucket of the account behind bucket->name, by names. */
bool store_bucket_next(struct store *store, struct pool *pool, const char *account,
                       struct bucket *bucket);
/* The next one of any account. */
bool store_bucket_after(struct store *store, struct pool *pool, struct bucket *bucket);
/* The next one of any account that has the configuration `which`. */
bool store_bucket_configured(struct store *store, struct pool *pool, const char *which,
                             struct bucket *bucket);

/* The text of the configuration `which` ("lifecycle") of a bucket; data NULL: there is none. */
struct slice store_config(struct store *store, struct pool *pool, int64_t bucket,
                          const char *which);
/* The same, read as a document or as JSON that nobody changes; NULL: there is none, or it is not
 * that. */
const struct xml_node *store_config_xml(struct store *store, struct pool *pool, int64_t bucket,
                                        const char *which);
json_t *store_config_json(struct store *store, struct pool *pool, int64_t bucket,
                          const char *which);
void store_config_set(struct store *store, int64_t bucket, const char *which, struct slice text);
void store_config_remove(struct store *store, int64_t bucket, const char *which);

/* ---- objects ---- */

/* That of object->bucket, key and version, or the latest with a version of NULL: also where it is a
 * delete marker. */
bool store_object(struct store *store, struct pool *pool, struct object *object);
/* The version with that id. */
bool store_object_id(struct store *store, struct pool *pool, int64_t id, struct object *object);
/* The version that the upload made. */
bool store_object_of_upload(struct store *store, struct pool *pool, const char *upload,
                            struct object *object);
/* Adds it as the latest; sets its id and, with a body, its content. A version "null" takes the
 * place of the one that is there. */
void store_object_add(struct store *store, struct object *object);
/* A place among the versions, behind which comes what is added from now on: an object's id. */
int64_t store_object_place(struct store *store);
/* Adds it at the place object->id; what came since stays newer, but of a version "null". */
void store_object_add_at(struct store *store, struct object *object);
/* Writes the info of the version with object->id. */
void store_object_set(struct store *store, const struct object *object);
/* The newest of those that stay becomes the latest; its content has one owner fewer. */
void store_object_remove(struct store *store, const struct object *object);

/* Walking: keys from `from` on, in the order of their bytes; all versions, newest first, or only
 * the latest ones that are no delete markers. One walk at a time. */
void store_walk(struct store *store, int64_t bucket, bool versions, struct slice from);
/* All versions behind this one: of its key those that are older than its id, and further keys. */
void store_walk_behind(struct store *store, const struct object *object);
/* False: there are no more. */
bool store_walk_next(struct store *store, struct pool *pool, struct object *object);
void store_walk_end(struct store *store);

/* ---- uploads ---- */

bool store_upload(struct store *store, struct pool *pool, const char *id, struct upload *upload);
void store_upload_add(struct store *store, const struct upload *upload);
void store_upload_remove(struct store *store, const char *id); /* with its parts */
/* The next of upload->bucket behind upload->key and id, by key and time. */
bool store_upload_next(struct store *store, struct pool *pool, struct upload *upload);
/* In place of one of the same number. */
void store_part_set(struct store *store, const char *upload, const struct part *part);
/* The part part->number of an upload. */
bool store_part(struct store *store, struct pool *pool, const char *upload, struct part *part);
/* The part with the next higher number than part->number. */
bool store_part_next(struct store *store, struct pool *pool, const char *upload, struct part *part);

/* ---- contents: bytes that versions and parts share ---- */

/* Keeps the bytes, with one owner. Its id. */
int64_t store_content_add(struct store *store, const void *data, size_t size);
/* Puts the bytes in place of a content's; false: others have it, too, or it is none in memory. */
bool store_content_set(struct store *store, int64_t id, struct slice data);
/* Takes over the file. */
int64_t store_content_add_file(struct store *store, int64_t number, uint64_t size);
bool store_content(struct store *store, struct pool *pool, int64_t id, struct content *content);
/* One more, one fewer that have it; without any it goes. 0 is none. */
void store_content_share(struct store *store, int64_t id);
void store_content_drop(struct store *store, int64_t id);

#endif
