/* SPDX-License-Identifier: Apache-2.0 */
/* Shards, as they follow from a stream's times. */
#include "stream/shard.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEQUENCE_TAIL "000" /* brings a number to the 21 digits that clients expect */

/* Where the last shard ends so far. */
static int64_t last_ms(const struct stream *stream, int64_t now_ms)
{
    int64_t end_ms = stream_is_open(stream) ? now_ms : stream->closed_ms;
    return end_ms < stream->created_ms ? stream->created_ms : end_ms;
}

int64_t shard_count(const struct stream *stream, int64_t now_ms)
{
    return (last_ms(stream, now_ms) - stream->created_ms) / SHARD_LIFE_MS + 1;
}

int64_t shard_horizon(int64_t now_ms)
{
    return (now_ms - STREAM_RETENTION_MS) * SHARD_NUMBERS_A_MS;
}

struct shard shard_at(const struct stream *stream, int64_t index, int64_t now_ms)
{
    int64_t start_ms = stream->created_ms + index * SHARD_LIFE_MS;
    bool last = index + 1 == shard_count(stream, now_ms);
    struct shard shard = {.index = index,
                          .first = start_ms * SHARD_NUMBERS_A_MS,
                          .end = (start_ms + SHARD_LIFE_MS) * SHARD_NUMBERS_A_MS,
                          .open = last && stream_is_open(stream)};
    if (last)
        shard.end = (last_ms(stream, now_ms) + 1) * SHARD_NUMBERS_A_MS;
    return shard;
}

int64_t shard_oldest(const struct stream *stream, int64_t now_ms)
{
    int64_t count = shard_count(stream, now_ms);
    int64_t index = 0;
    while (index + 1 < count && shard_at(stream, index, now_ms).end <= shard_horizon(now_ms))
        index++;
    return index;
}

void shard_id(const struct stream *stream, int64_t index, char id[SHARD_ID_SIZE])
{
    uint32_t mixed = (uint32_t)(stream->id * 2654435761 + index * 40503);
    snprintf(id, SHARD_ID_SIZE, "shardId-%020" PRId64 "-%08" PRIx32,
             stream->created_ms + index * SHARD_LIFE_MS, mixed);
}

bool shard_find(const struct stream *stream, const char *id, int64_t now_ms, struct shard *out)
{
    char own[SHARD_ID_SIZE];
    for (int64_t i = shard_oldest(stream, now_ms); i < shard_count(stream, now_ms); i++) {
        shard_id(stream, i, own);
        if (strcmp(own, id) == 0) {
            *out = shard_at(stream, i, now_ms);
            return true;
        }
    }
    return false;
}

void shard_sequence(int64_t number, char text[SHARD_SEQUENCE_SIZE])
{
    snprintf(text, SHARD_SEQUENCE_SIZE, "%" PRId64 SEQUENCE_TAIL, number);
}

bool shard_number(const char *text, int64_t *number)
{
    char digits[SHARD_SEQUENCE_SIZE];
    size_t size = strlen(text);
    size_t tail = strlen(SEQUENCE_TAIL);
    if (size <= tail || size >= sizeof digits || strspn(text, "0123456789") != size ||
        strcmp(text + size - tail, SEQUENCE_TAIL) != 0)
        return false;
    snprintf(digits, sizeof digits, "%.*s", (int)(size - tail), text);
    *number = strtoll(digits, NULL, 10);
    return *number > 0 && *number < INT64_MAX;
}
