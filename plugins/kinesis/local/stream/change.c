/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Resharding. Every change is made of splits and merges of two, so that each shard has one parent
 * or two. A closed shard ends at the second of the change, its children begin a second later, as in
 * AWS; their records carry that second if they come before it.
 */
#include "stream/change.h"

#include <string.h>

enum { CREATED_BEFORE_S = 2 /* AWS: shards are older than the call that makes them */ };

bool change_begin(struct stream *stream, enum status status, json_t *pending, int64_t due_ms)
{
    json_decref(stream->pending);
    stream->pending = pending;
    stream->status = status;
    stream->due_ms = due_ms;
    return pending != NULL;
}

int64_t change_next(const struct stream *stream)
{
    int64_t next = stream->status == STATUS_ACTIVE ? INT64_MAX : stream->due_ms;
    for (size_t i = 0; i < stream->n_consumers; i++) {
        const struct consumer *consumer = stream->consumers[i];
        if (consumer->status != STATUS_ACTIVE && consumer->due_ms < next)
            next = consumer->due_ms;
    }
    return next;
}

bool change_is_deleted(const struct stream *stream, int64_t now)
{
    return stream->status == STATUS_DELETING && stream->due_ms <= now;
}

/* ---- splits and merges ---- */

static void close_shard(struct stream *stream, int32_t number, int64_t second)
{
    struct shard *shard = &stream->shards[number];
    shard->ended_s = second > shard->created_s ? second : shard->created_s;
}

static struct shard *child(struct stream *stream, const struct wide *first, const struct wide *last,
                           int64_t second)
{
    return stream_add_shard(stream, first, last, second + 1);
}

/* The numbers of the children are the two highest. */
static bool split(struct stream *stream, int32_t number, const struct wide *at, int64_t second)
{
    const struct wide first = stream->shards[number].first, last = stream->shards[number].last;
    const struct wide before = wide_subtract_small(at, 1);
    const struct wide ranges[2][2] = {{first, before}, {*at, last}};
    close_shard(stream, number, second);
    for (int i = 0; i < 2; i++) {
        struct shard *shard = child(stream, &ranges[i][0], &ranges[i][1], second);
        if (shard == NULL)
            return false;
        shard->parent = number;
    }
    return stream_list_open(stream);
}

static bool merge(struct stream *stream, int32_t one, int32_t other, int64_t second)
{
    const struct wide first = stream->shards[one].first, last = stream->shards[other].last;
    close_shard(stream, one, second);
    close_shard(stream, other, second);
    struct shard *shard = child(stream, &first, &last, second);
    if (shard == NULL)
        return false;
    shard->parent = one;
    shard->adjacent = other;
    return stream_list_open(stream);
}

/* The open shard that has this hash key. */
static int32_t number_at(struct stream *stream, const struct wide *hash)
{
    return stream_route(stream, hash)->number;
}

/* A stream on its way to `count` shards with equal ranges. */
struct scaling {
    struct stream *stream;
    size_t count;
    int64_t second; /* at which it happens */
};

/* Cuts at the borders between the ranges, first those in the middle: few generations. */
static bool cut(const struct scaling *s, size_t from, size_t to)
{
    if (from >= to)
        return true;
    size_t middle = from + (to - from) / 2;
    struct wide end = stream_range_end(middle, s->count), at = wide_add_small(&end, 1);
    int32_t number = number_at(s->stream, &at);
    bool there = wide_compare(&s->stream->shards[number].first, &at) == 0;
    return (there || split(s->stream, number, &at, s->second)) && cut(s, from, middle) &&
           cut(s, middle + 1, to);
}

/* Merges what lies in the range from `first` to `last`. */
static bool join(struct stream *stream, const struct wide *first, const struct wide *last,
                 int64_t second)
{
    for (;;) {
        int32_t one = number_at(stream, first);
        if (wide_compare(&stream->shards[one].last, last) >= 0)
            return true;
        struct wide next = wide_add_small(&stream->shards[one].last, 1);
        if (!merge(stream, one, number_at(stream, &next), second))
            return false;
    }
}

static bool scale(struct stream *stream, size_t count, int64_t second)
{
    struct wide first = {{0}};
    if (!cut(&(struct scaling){stream, count, second}, 0, count - 1))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct wide last = stream_range_end(i, count);
        if (!join(stream, &first, &last, second))
            return false;
        first = wide_add_small(&last, 1);
    }
    return true;
}

static bool create(struct stream *stream, size_t count)
{
    struct wide first = {{0}};
    int64_t second = stream->created_ms / 1000 - CREATED_BEFORE_S;
    for (size_t i = 0; i < count; i++) {
        struct wide last = stream_range_end(i, count);
        if (stream_add_shard(stream, &first, &last, second) == NULL)
            return false;
        first = wide_add_small(&last, 1);
    }
    return stream_list_open(stream);
}

/* ---- what is due ---- */

static int64_t integer(const json_t *pending, const char *name)
{
    return json_integer_value(json_object_get(pending, name));
}

static bool apply(struct stream *stream, const json_t *pending, int64_t second)
{
    const char *op = json_string_value(json_object_get(pending, "op"));
    const json_t *shards = json_object_get(pending, "shards");
    const char *at = json_string_value(json_object_get(pending, "at"));
    struct wide hash;
    if (op == NULL)
        return false;
    if (strcmp(op, "create") == 0)
        return create(stream, (size_t)integer(pending, "count"));
    if (strcmp(op, "scale") == 0)
        return scale(stream, (size_t)integer(pending, "count"), second);
    if (strcmp(op, "split") == 0) {
        return at != NULL && wide_from_text(&hash, at) &&
               split(stream, (int32_t)integer(pending, "shard"), &hash, second);
    }
    return strcmp(op, "merge") != 0 ||
           merge(stream, (int32_t)json_integer_value(json_array_get(shards, 0)),
                 (int32_t)json_integer_value(json_array_get(shards, 1)), second);
}

static bool settle_consumers(struct stream *stream, int64_t now)
{
    bool changed = false;
    for (size_t i = stream->n_consumers; i-- > 0;) {
        struct consumer *consumer = stream->consumers[i];
        if (consumer->status == STATUS_ACTIVE || consumer->due_ms > now)
            continue;
        changed = true;
        if (consumer->status == STATUS_DELETING)
            stream_remove_consumer(stream, consumer);
        else
            consumer->status = STATUS_ACTIVE;
    }
    return changed;
}

bool change_settle(struct stream *stream, int64_t now)
{
    bool changed = settle_consumers(stream, now);
    bool moving = stream->status == STATUS_CREATING || stream->status == STATUS_UPDATING;
    if (!moving || stream->due_ms > now)
        return changed;
    json_t *pending = stream->pending;
    stream->pending = NULL;
    if (!apply(stream, pending, stream->due_ms / 1000)) {
        stream->pending = pending; /* out of memory: tried again at the next request */
        return changed;
    }
    json_decref(pending);
    stream->status = STATUS_ACTIVE;
    return true;
}
