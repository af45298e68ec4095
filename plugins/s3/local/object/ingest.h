/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A body on its way in: hashed piece by piece, kept in memory up to CONTENT_INLINE_MAX bytes and
 * beyond that written to a file, so that any size takes the same memory.
 */
#ifndef SLRUN_S3_INGEST_H
#define SLRUN_S3_INGEST_H

#include "object/md5.h"
#include "object/sums.h"
#include "store/store.h"

struct ingest {
    struct store *store;
    MD5_CTX md5;
    struct s3_checksum sum;
    struct s3_checksum also; /* a second one, of ingest_also() */
    char *data;           /* all, or what the file does not have yet: CONTENT_INLINE_MAX at most */
    size_t waiting, room; /* bytes in it, and its size */
    uint64_t size;
    int64_t number; /* of its file */
    int fd;         /* -1: no file yet */
    bool failed;    /* no memory, no room */
    bool synced;    /* all of it is on the disk */
    /* after ingest_end() */
    uint8_t digest[MD5_BYTES];
    char etag[MD5_TEXT_SIZE];
    char checksum[S3_CHECKSUM_TEXT_SIZE];
    char also_text[S3_CHECKSUM_TEXT_SIZE]; /* empty: there is no second one */
};

/* `size` bytes of a content from `offset` on. */
struct ingest_span {
    const struct content *content;
    int fd; /* of its file; -1: it is opened when it is read, not on another thread */
    uint64_t offset, size;
};

/* `kind` NONE: no checksum. A failure is remembered for ingest_keep(). */
void ingest_begin(struct ingest *ingest, struct store *store, enum s3_checksum_kind kind);
/* Computes one more checksum; right after ingest_begin(). */
void ingest_also(struct ingest *ingest, enum s3_checksum_kind kind);
void ingest_add(struct ingest *ingest, const void *data, size_t size);
/* Has a file from now on, so that what follows may be added on another thread. */
bool ingest_make_file(struct ingest *ingest);
/* Adds a part of a content. */
void ingest_add_span(struct ingest *ingest, const struct ingest_span *span);
/* Adds a whole content without hashing it. */
void ingest_append_span(struct ingest *ingest, const struct ingest_span *span);
/* Ends the hashes. */
void ingest_end(struct ingest *ingest);
/* Whether it has a file that is kept, and so has to be synced. */
bool ingest_is_kept(const struct ingest *ingest);
/* Writes that file to the disk, on any thread; else ingest_keep() does. */
void ingest_sync(struct ingest *ingest);
/* All of it, where it is small: for the row of an object. data NULL: it is in a file, or failed. */
struct slice ingest_small(const struct ingest *ingest);
/* Makes it a content of the store; 0: it failed. */
int64_t ingest_keep(struct ingest *ingest);
/* Frees what was not kept. */
void ingest_free(struct ingest *ingest);

#endif
