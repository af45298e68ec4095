/* SPDX-License-Identifier: Apache-2.0 */
/* Records in an array that loses its head as they grow old. */
#include "stream/shard.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 16 };

struct record *record_new(const char *key, const char *data, size_t data_length)
{
    size_t key_size = strlen(key) + 1;
    struct record *record = malloc(sizeof *record + key_size + data_length + 1);
    if (record == NULL)
        return NULL;
    *record = (struct record){.data_at = (uint32_t)key_size, .data_length = (uint32_t)data_length};
    memcpy(record->key, key, key_size);
    memcpy(record->key + key_size, data, data_length);
    record->key[key_size + data_length] = '\0';
    return record;
}

const char *record_data(const struct record *record)
{
    return record->key + record->data_at;
}

/* The room of what is gone is used again once it is half of all. */
static bool make_room(struct shard *shard)
{
    size_t n = shard->end - shard->head;
    if (shard->head > n) {
        memmove(shard->records, shard->records + shard->head, n * sizeof *shard->records);
        shard->head = 0;
        shard->end = n;
        return true;
    }
    size_t capacity = shard->capacity == 0 ? FIRST_CAPACITY : shard->capacity * 2;
    struct record **records = realloc(shard->records, capacity * sizeof *records);
    if (records == NULL)
        return false;
    shard->records = records;
    shard->capacity = capacity;
    return true;
}

bool shard_append(struct shard *shard, struct record *record)
{
    if (shard->end == shard->capacity && !make_room(shard))
        return false;
    shard->records[shard->end++] = record;
    return true;
}

size_t shard_trim(struct shard *shard, int64_t before_ms)
{
    size_t from = shard->head;
    while (shard->head < shard->end && shard->records[shard->head]->arrival_ms < before_ms)
        free(shard->records[shard->head++]);
    return shard->head - from;
}

void shard_clear(struct shard *shard)
{
    (void)shard_trim(shard, INT64_MAX);
    free(shard->records);
    shard->records = NULL;
    shard->head = shard->end = shard->capacity = 0;
}

/* The place of the first record that is not before a limit. */
static size_t find(const struct shard *shard, const void *limit,
                   bool (*is_before)(const struct record *record, const void *limit))
{
    size_t low = shard->head, high = shard->end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(shard->records[middle], limit))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_before_index(const struct record *record, const void *limit)
{
    return record->index < *(const uint64_t *)limit;
}

size_t shard_find(const struct shard *shard, uint64_t index)
{
    return find(shard, &index, is_before_index);
}

static bool is_before_time(const struct record *record, const void *limit)
{
    return record->arrival_ms < *(const int64_t *)limit;
}

size_t shard_find_time(const struct shard *shard, int64_t arrival_ms)
{
    return find(shard, &arrival_ms, is_before_time);
}

void shard_id(int32_t number, char id[SHARD_ID_SIZE])
{
    int64_t value = number;
    (void)snprintf(id, SHARD_ID_SIZE, "shardId-%012" PRId64, value);
}

bool shard_read_id(const char *id, int32_t *number)
{
    const char *hyphen = strchr(id, '-');
    const char *digits = hyphen == NULL || hyphen[1] == '\0' ? id : hyphen + 1;
    size_t n = strcspn(digits, "-"), zeros = strspn(digits, "0");
    int64_t value = 0;
    if (n == 0 || strspn(digits, "0123456789") != n || (n > zeros && n - zeros > 10))
        return false;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (digits[i] - '0');
    *number = (int32_t)(value <= SHARD_NUMBER_MAX ? value : 0);
    return value <= SHARD_NUMBER_MAX;
}

struct sequence shard_first_sequence(const struct shard *shard)
{
    return (struct sequence){.version = 2,
                             .created_s = shard->created_s,
                             .second = shard->created_s,
                             .shard = shard->number};
}

struct sequence shard_last_sequence(const struct shard *shard)
{
    return (struct sequence){.version = 2,
                             .created_s = shard->created_s,
                             .index = SEQUENCE_INDEX_MAX,
                             .second = shard->ended_s,
                             .shard = shard->number};
}

void shard_sequence_text(const struct shard *shard, const struct record *record,
                         char text[WIDE_TEXT_SIZE])
{
    const struct sequence sequence = {.version = 2,
                                      .created_s = shard->created_s,
                                      .index = record->index,
                                      .second = record->second,
                                      .shard = shard->number};
    sequence_write(&sequence, text);
}
