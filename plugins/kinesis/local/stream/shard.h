/* SPDX-License-Identifier: Apache-2.0 */
/* A shard and its records, in memory. Time is always a parameter. */
#ifndef SLRUN_KINESIS_SHARD_H
#define SLRUN_KINESIS_SHARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "record/sequence.h"
#include "stream/limits.h"

#define SHARD_NUMBER_MAX INT32_MAX

enum { SHARD_ID_SIZE = 24, SHARD_NONE = -1 };

struct record {
    uint64_t index;     /* in the shard's sequence */
    int64_t second;     /* likewise */
    int64_t arrival_ms; /* since 1970 */
    bool encrypted;
    uint32_t size; /* bytes of key and data, as the limits count them */
    uint32_t data_at;
    uint32_t data_length; /* base64, as it came */
    char key[];           /* the partition key; the data stand at key + data_at */
};

struct shard {
    int32_t number;
    int32_t parent, adjacent; /* numbers of the shards it came from, or SHARD_NONE */
    struct wide first, last;  /* hash keys */
    int64_t created_s;
    int64_t ended_s;         /* 0: it is open */
    struct record **records; /* in order, `head` of them gone */
    size_t head, end, capacity;
    struct limits limits;
};

/* A record with copies of key and data (base64), or NULL. Index and times are the caller's. */
struct record *record_new(const char *key, const char *data, size_t data_length);

const char *record_data(const struct record *record);

/* Takes over the record, whose index is the highest so far. False: out of memory. */
bool shard_append(struct shard *shard, struct record *record);

/* Drops the records that arrived before `before_ms`; how many. */
size_t shard_trim(struct shard *shard, int64_t before_ms);

void shard_clear(struct shard *shard);

/* The place of the first record whose index (arrival) is at least that; shard->end if none. */
size_t shard_find(const struct shard *shard, uint64_t index);
size_t shard_find_time(const struct shard *shard, int64_t arrival_ms);

/* shardId-000000000000 */
void shard_id(int32_t number, char id[SHARD_ID_SIZE]);

/* The number that an id names: any text with a hyphen before it, or the number alone. False: it
 * can name no shard. */
bool shard_read_id(const char *id, int32_t *number);

/* Its first and last sequence number; the latter only of a closed shard. */
struct sequence shard_first_sequence(const struct shard *shard);
struct sequence shard_last_sequence(const struct shard *shard);
/* The sequence number of a record in it, as users see it. */
void shard_sequence_text(const struct shard *shard, const struct record *record,
                         char text[WIDE_TEXT_SIZE]);

#endif
