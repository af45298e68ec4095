/* SPDX-License-Identifier: Apache-2.0 */
/* Streams to JSON and back. Hash keys are decimal texts. */
#include "stream/keep.h"

#include <stdio.h>
#include <string.h>

#include <slrun/member.h>

/* ---- writing ---- */

static json_t *shard_json(const struct shard *shard)
{
    char first[WIDE_TEXT_SIZE], last[WIDE_TEXT_SIZE];
    wide_to_text(&shard->first, first);
    wide_to_text(&shard->last, last);
    return json_pack("[s, s, i, i, I, I]", first, last, shard->parent, shard->adjacent,
                     (json_int_t)shard->created_s, (json_int_t)shard->ended_s);
}

static json_t *consumer_json(const struct consumer *consumer)
{
    return json_pack("{s:s, s:I, s:I, s:i, s:O, s:s*}", "name", consumer->name, "created",
                     (json_int_t)consumer->created_ms, "due", (json_int_t)consumer->due_ms,
                     "status", (int)consumer->status, "tags", consumer->tags, "policy",
                     consumer->policy);
}

json_t *keep_stream(const struct stream *stream)
{
    json_t *shards = json_array(), *consumers = json_array();
    bool ok = shards != NULL && consumers != NULL;
    for (size_t i = 0; ok && i < stream->n_shards; i++)
        ok = json_array_append_new(shards, shard_json(&stream->shards[i])) == 0;
    for (size_t i = 0; ok && i < stream->n_consumers; i++)
        ok = json_array_append_new(consumers, consumer_json(stream->consumers[i])) == 0;
    if (!ok) {
        json_decref(shards);
        json_decref(consumers);
        return NULL;
    }
    return json_pack(
        "{s:s, s:i, s:I, s:O*, s:I, s:I, s:I, s:I, s:b, s:b, s:O, s:s*, s:s*, s:O, s:o, "
        "s:o}",
        "id", stream->stream_id, "status", (int)stream->status, "due", (json_int_t)stream->due_ms,
        "pending", stream->pending, "created", (json_int_t)stream->created_ms, "retention",
        (json_int_t)stream->retention_hours, "recordKiB", (json_int_t)stream->record_kib, "warm",
        (json_int_t)stream->warm_mibps, "onDemand", stream->on_demand, "even", stream->even,
        "metrics", stream->metrics, "key", stream->key_id, "policy", stream->policy, "tags",
        stream->tags, "shards", shards, "consumers", consumers);
}

/* ---- reading ---- */

static bool read_shard(struct stream *stream, const json_t *kept)
{
    const char *first = json_string_value(json_array_get(kept, 0));
    const char *last = json_string_value(json_array_get(kept, 1));
    struct wide from, to;
    if (first == NULL || last == NULL || !wide_from_text(&from, first) ||
        !wide_from_text(&to, last))
        return false;
    struct shard *shard =
        stream_add_shard(stream, &from, &to, json_integer_value(json_array_get(kept, 4)));
    if (shard != NULL) {
        shard->parent = (int32_t)json_integer_value(json_array_get(kept, 2));
        shard->adjacent = (int32_t)json_integer_value(json_array_get(kept, 3));
        shard->ended_s = json_integer_value(json_array_get(kept, 5));
    }
    return shard != NULL;
}

static int64_t integer(const json_t *kept, const char *name)
{
    return json_integer_value(json_object_get(kept, name));
}

/* An unknown status is read as ACTIVE. */
static enum status status_of(const json_t *kept)
{
    int64_t status = integer(kept, "status");
    return status >= STATUS_CREATING && status <= STATUS_DELETING ? (enum status)status
                                                                  : STATUS_ACTIVE;
}

static bool read_consumer(struct stream *stream, const json_t *kept)
{
    const char *name = slrun_text(kept, "name");
    struct consumer *consumer = name == NULL ? NULL : stream_add_consumer(stream, name);
    if (consumer == NULL)
        return false;
    consumer->created_ms = integer(kept, "created");
    consumer->due_ms = integer(kept, "due");
    consumer->status = status_of(kept);
    return json_object_update(consumer->tags, json_object_get(kept, "tags")) == 0 &&
           replace_text(&consumer->policy, slrun_text(kept, "policy"));
}

static bool read_lists(struct stream *stream, const json_t *kept)
{
    const json_t *shards = json_object_get(kept, "shards");
    const json_t *consumers = json_object_get(kept, "consumers");
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(shards); i++)
        ok = read_shard(stream, json_array_get(shards, i));
    for (size_t i = 0; ok && i < json_array_size(consumers); i++)
        ok = read_consumer(stream, json_array_get(consumers, i));
    return ok && stream_list_open(stream);
}

bool keep_read(struct stream *stream, const json_t *kept)
{
    const char *id = slrun_text(kept, "id");
    stream->status = status_of(kept);
    stream->due_ms = integer(kept, "due");
    stream->pending = json_incref(json_object_get(kept, "pending"));
    stream->created_ms = integer(kept, "created");
    stream->retention_hours = integer(kept, "retention");
    stream->record_kib = integer(kept, "recordKiB");
    stream->warm_mibps = integer(kept, "warm");
    stream->on_demand = json_is_true(json_object_get(kept, "onDemand"));
    stream->even = json_is_true(json_object_get(kept, "even"));
    (void)snprintf(stream->stream_id, sizeof stream->stream_id, "%s", id == NULL ? "" : id);
    return json_array_extend(stream->metrics, json_object_get(kept, "metrics")) == 0 &&
           json_object_update(stream->tags, json_object_get(kept, "tags")) == 0 &&
           replace_text(&stream->key_id, slrun_text(kept, "key")) &&
           replace_text(&stream->policy, slrun_text(kept, "policy")) && read_lists(stream, kept);
}
