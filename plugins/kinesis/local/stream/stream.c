/* SPDX-License-Identifier: Apache-2.0 */
/* Streams in memory. */
#include "stream/stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HOUR_MS INT64_C(3600000)

enum { ARN_SIZE = 512 };

const char *status_name(enum status status)
{
    static const char *const names[] = {[STATUS_CREATING] = "CREATING",
                                        [STATUS_ACTIVE] = "ACTIVE",
                                        [STATUS_UPDATING] = "UPDATING",
                                        [STATUS_DELETING] = "DELETING"};
    return names[status];
}

bool replace_text(char **slot, const char *value)
{
    char *copy = value == NULL ? NULL : strdup(value);
    if (value != NULL && copy == NULL)
        return false;
    free(*slot);
    *slot = copy;
    return true;
}

struct stream *stream_new(const char *account, const char *region, const char *name)
{
    struct stream *stream = calloc(1, sizeof *stream);
    char arn[ARN_SIZE];
    if (stream == NULL)
        return NULL;
    (void)snprintf(arn, sizeof arn, "arn:aws:kinesis:%s:%s:stream/%s", region, account, name);
    stream->retention_hours = RETENTION_MIN_HOURS;
    stream->record_kib = RECORD_KIB_MIN;
    stream->metrics = json_array();
    stream->tags = json_object();
    if (stream->metrics == NULL || stream->tags == NULL || !replace_text(&stream->arn, arn) ||
        !replace_text(&stream->account, account) || !replace_text(&stream->region, region) ||
        !replace_text(&stream->name, name)) {
        stream_free(stream);
        return NULL;
    }
    return stream;
}

static void consumer_free(struct consumer *consumer)
{
    free(consumer->name);
    free(consumer->policy);
    json_decref(consumer->tags);
    free(consumer);
}

void stream_free(struct stream *stream)
{
    if (stream == NULL)
        return;
    for (size_t i = 0; i < stream->n_shards; i++)
        shard_clear(&stream->shards[i]);
    for (size_t i = 0; i < stream->n_consumers; i++)
        consumer_free(stream->consumers[i]);
    json_decref(stream->pending);
    json_decref(stream->metrics);
    json_decref(stream->tags);
    free(stream->account);
    free(stream->region);
    free(stream->name);
    free(stream->arn);
    free(stream->key_id);
    free(stream->policy);
    free(stream->shards);
    free(stream->open);
    free(stream->counters);
    free(stream->consumers);
    free(stream);
}

/* ---- shards ---- */

static size_t counters(size_t n_shards)
{
    return (n_shards + COUNTER_SHARDS - 1) / COUNTER_SHARDS;
}

/* The arrays have the room of the next power of two. */
static bool make_room(struct stream *stream)
{
    size_t n = stream->n_shards;
    if (n > 0 && (n & (n - 1)) != 0)
        return true;
    size_t room = n == 0 ? 1 : n * 2;
    struct shard *shards = realloc(stream->shards, room * sizeof *shards);
    if (shards == NULL)
        return false;
    stream->shards = shards;
    uint64_t *all = realloc(stream->counters, counters(room) * sizeof *all);
    if (all == NULL)
        return false;
    for (size_t i = counters(n); i < counters(room); i++)
        all[i] = 1; /* the first record is above the shard's first sequence number */
    stream->counters = all;
    return true;
}

struct shard *stream_add_shard(struct stream *stream, const struct wide *first,
                               const struct wide *last, int64_t created_s)
{
    if (!make_room(stream))
        return NULL;
    struct shard *shard = &stream->shards[stream->n_shards];
    *shard = (struct shard){.number = (int32_t)stream->n_shards++,
                            .parent = SHARD_NONE,
                            .adjacent = SHARD_NONE,
                            .first = *first,
                            .last = *last,
                            .created_s = created_s};
    return shard;
}

static int by_first(const void *a, const void *b)
{
    const struct shard *const *one = a, *const *other = b;
    return wide_compare(&(*one)->first, &(*other)->first);
}

bool stream_list_open(struct stream *stream)
{
    const struct shard **open = calloc(stream->n_shards + 1, sizeof *open);
    int32_t *numbers = calloc(stream->n_shards + 1, sizeof *numbers);
    size_t n = 0;
    if (open == NULL || numbers == NULL) {
        free(open);
        free(numbers);
        return false;
    }
    for (size_t i = 0; i < stream->n_shards; i++)
        if (stream->shards[i].ended_s == 0)
            open[n++] = &stream->shards[i];
    qsort(open, n, sizeof *open, by_first);
    for (size_t i = 0; i < n; i++)
        numbers[i] = open[i]->number;
    free(open);
    free(stream->open);
    stream->open = numbers;
    stream->n_open = n;
    return true;
}

struct shard *stream_route(struct stream *stream, const struct wide *hash)
{
    size_t low = 0, high = stream->n_open;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (wide_compare(&stream->shards[stream->open[middle]].last, hash) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low == stream->n_open ? NULL : &stream->shards[stream->open[low]];
}

struct shard *stream_place(struct stream *stream, const struct wide *hash)
{
    if (!stream->even || !stream->on_demand || stream->n_open == 0)
        return stream_route(stream, hash);
    return &stream->shards[stream->open[stream->turn++ % stream->n_open]];
}

uint64_t *stream_counter(struct stream *stream, const struct shard *shard)
{
    return &stream->counters[shard->number / COUNTER_SHARDS];
}

struct wide stream_range_end(size_t i, size_t n)
{
    struct wide all = wide_power(HASH_KEY_BITS);
    struct wide size = wide_divide(&all, (uint32_t)n, NULL);
    struct wide end = i + 1 == n ? all : wide_multiply(&size, (uint32_t)i + 1);
    return wide_subtract_small(&end, 1);
}

bool stream_shard_expired(const struct stream *stream, const struct shard *shard, int64_t now)
{
    return shard->ended_s != 0 && shard->ended_s * 1000 + stream->retention_hours * HOUR_MS < now;
}

bool stream_has_limits(const struct stream *stream)
{
    const char *value = json_string_value(json_object_get(stream->tags, LIMITS_TAG));
    return value != NULL && strcmp(value, "on") == 0 && !stream->on_demand;
}

/* ---- consumers ---- */

struct consumer *stream_find_consumer(const struct stream *stream, const char *name)
{
    for (size_t i = 0; i < stream->n_consumers; i++)
        if (strcmp(stream->consumers[i]->name, name) == 0)
            return stream->consumers[i];
    return NULL;
}

struct consumer *stream_add_consumer(struct stream *stream, const char *name)
{
    struct consumer **all =
        realloc(stream->consumers, (stream->n_consumers + 1) * sizeof *stream->consumers);
    struct consumer *consumer = calloc(1, sizeof *consumer);
    if (all != NULL)
        stream->consumers = all;
    if (all == NULL || consumer == NULL || !replace_text(&consumer->name, name) ||
        (consumer->tags = json_object()) == NULL) {
        if (consumer != NULL)
            consumer_free(consumer);
        return NULL;
    }
    all[stream->n_consumers++] = consumer;
    return consumer;
}

void stream_remove_consumer(struct stream *stream, struct consumer *consumer)
{
    size_t i = 0;
    while (stream->consumers[i] != consumer)
        i++;
    stream->n_consumers--;
    memmove(stream->consumers + i, stream->consumers + i + 1,
            (stream->n_consumers - i) * sizeof *stream->consumers);
    consumer_free(consumer);
}
