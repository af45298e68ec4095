/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A stream, its shards and its consumers, in memory. Nothing here answers requests or reads a
 * clock. A stream on its way to another state (CREATING, UPDATING, DELETING) gets there when the
 * clock has reached due_ms; `pending` says what happens then.
 */
#ifndef SLRUN_KINESIS_STREAM_H
#define SLRUN_KINESIS_STREAM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "params/params.h"
#include "stream/shard.h"

enum status { STATUS_CREATING, STATUS_ACTIVE, STATUS_UPDATING, STATUS_DELETING };

enum {
    COUNTER_SHARDS = 5, /* shards that share a counter of indexes, as in AWS */
    HASH_KEY_BITS = 128
};

struct consumer {
    char *name;
    int64_t created_ms;
    int64_t due_ms;
    enum status status;
    json_t *tags;
    char *policy; /* or NULL */
};

struct stream {
    int64_t id; /* in the store; 0: not kept yet */
    char *account, *region, *name, *arn;
    char stream_id[STREAM_ID_SIZE];
    enum status status;
    int64_t due_ms;
    json_t *pending; /* {"op": ...}, or NULL; see change.h */
    int64_t created_ms;
    int64_t retention_hours;
    int64_t record_kib; /* the largest record */
    int64_t warm_mibps; /* 0: not asked for */
    bool on_demand;
    bool even;       /* RecordDistributionStrategy AUTO; counts while it is on demand */
    size_t turn;     /* for that: where the next record goes; not kept */
    json_t *metrics; /* enhanced monitoring: names */
    char *key_id;    /* encryption, or NULL */
    char *policy;    /* or NULL */
    json_t *tags;
    struct shard *shards; /* by number */
    size_t n_shards;
    int32_t *open; /* numbers of the open shards, by hash key */
    size_t n_open;
    uint64_t *counters; /* the next index, for each COUNTER_SHARDS shards */
    struct consumer **consumers;
    size_t n_consumers;
};

/* A stream without shards; strings are copied. NULL: out of memory. */
struct stream *stream_new(const char *account, const char *region, const char *name);
void stream_free(struct stream *stream);

/* Adds a shard for the hash keys from first to last; parents are numbers or SHARD_NONE. NULL: out
 * of memory. It moves the other shards in memory. */
struct shard *stream_add_shard(struct stream *stream, const struct wide *first,
                               const struct wide *last, int64_t created_s);

/* Makes the list of open shards anew; after shards were added or closed. False: out of memory. */
bool stream_list_open(struct stream *stream);

/* The open shard that the hash key belongs to; NULL only if there is none at all. */
struct shard *stream_route(struct stream *stream, const struct wide *hash);

/* The open shard that a record with that hash key is put into. */
struct shard *stream_place(struct stream *stream, const struct wide *hash);

/* The counter of a shard's indexes. */
uint64_t *stream_counter(struct stream *stream, const struct shard *shard);

/* The end of the hash keys of shard `i` of `n` equal ones. */
struct wide stream_range_end(size_t i, size_t n);

/* Whether all that a closed shard had is too old to be kept. */
bool stream_shard_expired(const struct stream *stream, const struct shard *shard, int64_t now);

/* Whether the throughput limits of shards count (limits.h). */
bool stream_has_limits(const struct stream *stream);

struct consumer *stream_find_consumer(const struct stream *stream, const char *name);
struct consumer *stream_add_consumer(struct stream *stream, const char *name);
void stream_remove_consumer(struct stream *stream, struct consumer *consumer);

/* "ACTIVE" */
const char *status_name(enum status status);

/* Copies `value` (which may be NULL) to *slot, freeing what was there. False: out of memory. */
bool replace_text(char **slot, const char *value);

#endif
