/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shards and sequence numbers. Records are numbered by their time: milliseconds since 1970 times
 * SHARD_NUMBERS_A_MS, and on from there within one millisecond. A stream has one open shard; after
 * four hours it is closed and a child takes over, as AWS does. So all about shards follows from
 * the moments at which the stream was made and closed.
 */
#ifndef SLRUN_DYNAMODB_SHARD_H
#define SLRUN_DYNAMODB_SHARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stream/stream.h"

#define SHARD_LIFE_MS      (INT64_C(4) * 60 * 60 * 1000)
#define SHARD_NUMBERS_A_MS INT64_C(100000)

enum { SHARD_ID_SIZE = 48, SHARD_SEQUENCE_SIZE = 32 };

/* Records first to end - 1; `end` of an open shard is only for numbers that are there already. */
struct shard {
    int64_t index; /* from 0, in the stream */
    int64_t first;
    int64_t end;
    bool open;
};

/* The shards of a stream that can be read now, oldest first: from shard_oldest() on, up to
 * shard_count() - 1. */
int64_t shard_oldest(const struct stream *stream, int64_t now_ms);
int64_t shard_count(const struct stream *stream, int64_t now_ms);
struct shard shard_at(const struct stream *stream, int64_t index, int64_t now_ms);

/* The first number that is not trimmed yet. */
int64_t shard_horizon(int64_t now_ms);

void shard_id(const struct stream *stream, int64_t index, char id[SHARD_ID_SIZE]);

/* The readable shard with that id; false: there is none. */
bool shard_find(const struct stream *stream, const char *id, int64_t now_ms, struct shard *out);

/* A number as clients see it: 21 digits. */
void shard_sequence(int64_t number, char text[SHARD_SEQUENCE_SIZE]);

/* The number that a client gave back; false: it was never one. */
bool shard_number(const char *text, int64_t *number);

#endif
