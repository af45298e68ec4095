/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies on their way in. */
#include "object/ingest.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hex.h"

enum { COPY_SIZE = 256 << 10, BUFFER_MIN = 4096 };

void ingest_begin(struct ingest *ingest, struct store *store, enum s3_checksum_kind kind)
{
    *ingest =
        (struct ingest){.store = store, .fd = -1, .sum.kind = SUM_NONE, .also.kind = SUM_NONE};
    ingest->failed = !md5_begin(&ingest->md5);
    if (kind != SUM_NONE)
        ingest->failed = !s3_checksum_begin(&ingest->sum, kind) || ingest->failed;
}

void ingest_also(struct ingest *ingest, enum s3_checksum_kind kind)
{
    ingest->failed = !s3_checksum_begin(&ingest->also, kind) || ingest->failed;
}

static bool write_all(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t n = write(fd, data, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        data += n;
        size -= (size_t)n;
    }
    return true;
}

/* Most bodies are small. */
static bool reserve(struct ingest *ingest, size_t size)
{
    size_t room = ingest->room == 0 ? BUFFER_MIN : ingest->room;
    while (room < size)
        room *= 2;
    char *data = room == ingest->room ? ingest->data : realloc(ingest->data, room);
    if (data != NULL) {
        ingest->data = data;
        ingest->room = room;
    }
    return data != NULL;
}

bool ingest_make_file(struct ingest *ingest)
{
    if (ingest->fd < 0)
        ingest->fd = blobs_create(store_blobs(ingest->store), &ingest->number);
    return ingest->fd >= 0;
}

/* Makes room in the buffer: what came so far goes to the file. */
static bool flush(struct ingest *ingest)
{
    size_t size = ingest->waiting;
    ingest->waiting = 0;
    return ingest_make_file(ingest) && write_all(ingest->fd, ingest->data, size);
}

static void keep(struct ingest *ingest, const void *data, size_t size)
{
    const char *at = data;
    ingest->size += size;
    while (!ingest->failed && size > 0) {
        if (ingest->waiting == CONTENT_INLINE_MAX) {
            ingest->failed = !flush(ingest);
            continue;
        }
        size_t left = CONTENT_INLINE_MAX - ingest->waiting, part = size < left ? size : left;
        if (!reserve(ingest, ingest->waiting + part)) {
            ingest->failed = true;
            return;
        }
        memcpy(ingest->data + ingest->waiting, at, part);
        ingest->waiting += part;
        at += part;
        size -= part;
    }
}

void ingest_add(struct ingest *ingest, const void *data, size_t size)
{
    if (ingest->failed || size == 0)
        return;
    ingest->failed = !md5_add(&ingest->md5, data, size);
    if (ingest->sum.kind != SUM_NONE)
        ingest->failed = !s3_checksum_add(&ingest->sum, data, size) || ingest->failed;
    if (ingest->also.kind != SUM_NONE)
        ingest->failed = !s3_checksum_add(&ingest->also, data, size) || ingest->failed;
    keep(ingest, data, size);
}

/* A range of a file. */
struct span {
    int fd;
    uint64_t offset, size;
};

/* Gives it to add(), piece by piece. */
static void add_file(struct ingest *ingest, struct span span,
                     void (*add)(struct ingest *ingest, const void *data, size_t size))
{
    char *buffer = malloc(COPY_SIZE);
    while (buffer != NULL && span.size > 0) {
        size_t wanted = span.size < COPY_SIZE ? (size_t)span.size : COPY_SIZE;
        ssize_t n = pread(span.fd, buffer, wanted, (off_t)span.offset);
        if (n <= 0)
            break;
        add(ingest, buffer, (size_t)n);
        span.offset += (uint64_t)n;
        span.size -= (uint64_t)n;
    }
    ingest->failed = span.size > 0 || ingest->failed;
    free(buffer);
}

/* Its file, which *own says to close. */
static int file_of(struct ingest *ingest, const struct ingest_span *span, bool *own)
{
    *own = span->fd < 0;
    int fd = *own ? blobs_read(store_blobs(ingest->store), span->content->number) : span->fd;
    ingest->failed = fd < 0 || ingest->failed;
    return fd;
}

void ingest_add_span(struct ingest *ingest, const struct ingest_span *span)
{
    bool own;
    if (!span->content->in_file) {
        ingest_add(ingest, span->content->data.data + span->offset, (size_t)span->size);
        return;
    }
    int fd = file_of(ingest, span, &own);
    if (fd >= 0)
        add_file(ingest, (struct span){fd, span->offset, span->size}, ingest_add);
    if (fd >= 0 && own)
        (void)close(fd);
}

/* In the kernel, which shares the blocks where the file system can; how much it did. */
static uint64_t copy_in_kernel(int from, int to, uint64_t size)
{
    off_t at = 0;
    ssize_t n = 1;
    while (n > 0 && (uint64_t)at < size)
        n = copy_file_range(from, &at, to, NULL, (size_t)(size - (uint64_t)at), 0);
    return (uint64_t)at;
}

void ingest_append_span(struct ingest *ingest, const struct ingest_span *span)
{
    bool own;
    if (ingest->failed || span->size == 0)
        return;
    if (!span->content->in_file) {
        keep(ingest, span->content->data.data, span->content->data.size);
        return;
    }
    int fd = file_of(ingest, span, &own);
    ingest->failed = ingest->failed || !flush(ingest);
    if (!ingest->failed) {
        uint64_t done = copy_in_kernel(fd, ingest->fd, span->size);
        ingest->size += done;
        add_file(ingest, (struct span){fd, done, span->size - done}, keep);
    }
    if (fd >= 0 && own)
        (void)close(fd);
}

void ingest_end(struct ingest *ingest)
{
    ingest->failed = ingest->failed || !md5_end(&ingest->md5, ingest->digest);
    hex_encode(ingest->digest, sizeof ingest->digest, ingest->etag);
    if (ingest->sum.kind != SUM_NONE)
        ingest->failed = ingest->failed || !s3_checksum_end(&ingest->sum, ingest->checksum);
    if (ingest->also.kind != SUM_NONE)
        ingest->failed = ingest->failed || !s3_checksum_end(&ingest->also, ingest->also_text);
}

bool ingest_is_kept(const struct ingest *ingest)
{
    return ingest->fd >= 0 && !ingest->failed && blobs_are_kept(store_blobs(ingest->store));
}

void ingest_sync(struct ingest *ingest)
{
    if (ingest->failed || ingest->synced)
        return;
    ingest->synced = flush(ingest) && blobs_sync(store_blobs(ingest->store), ingest->fd);
    ingest->failed = !ingest->synced;
}

struct slice ingest_small(const struct ingest *ingest)
{
    if (ingest->failed || ingest->fd >= 0)
        return (struct slice){NULL, 0};
    return (struct slice){ingest->size == 0 ? "" : ingest->data, (size_t)ingest->size};
}

int64_t ingest_keep(struct ingest *ingest)
{
    int64_t id = 0;
    struct slice small = ingest_small(ingest);
    if (small.data != NULL)
        return store_content_add(ingest->store, small.data, small.size);
    ingest_sync(ingest);
    if (ingest->failed)
        return 0;
    id = store_content_add_file(ingest->store, ingest->number, ingest->size);
    blobs_done(store_blobs(ingest->store), ingest->fd);
    ingest->fd = -1;
    return id;
}

void ingest_free(struct ingest *ingest)
{
    if (ingest->fd >= 0) {
        blobs_done(store_blobs(ingest->store), ingest->fd);
        blobs_remove(store_blobs(ingest->store), ingest->number);
    }
    s3_checksum_drop(&ingest->sum);
    s3_checksum_drop(&ingest->also);
    free(ingest->data);
    *ingest = (struct ingest){.fd = -1, .sum.kind = SUM_NONE, .also.kind = SUM_NONE};
}
