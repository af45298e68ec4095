/* SPDX-License-Identifier: Apache-2.0 */
/* Reading one shard, and how far it has been handled. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "readers/filter.h"
#include "readers/position.h"
#include "readers/stream.h"

enum { READ_MIN = 100, READ_AHEAD = 1000 };

static struct reader *reader_of(const struct shard *shard)
{
    return &shard->stream->base;
}

void shard_free(struct shard *shard)
{
    reader_timer_stop(reader_of(shard), &shard->again);
    for (size_t i = 0; i < shard->n_lanes; i++)
        lane_close(&shard->lanes[i]);
    json_decref(shard->iterator);
    free(shard->lanes);
    free(shard);
}

/* ---- how far ---- */

static const char *lowest(const struct stream *stream, const char *a, const json_t *record)
{
    const char *b = record ? record_number(stream, record) : NULL;
    return !b || (a && sequence_compare(a, b) < 0) ? a : b;
}

/* The first record that is not handled, or NULL. */
static const char *first_left(const struct shard *shard)
{
    const char *first = NULL;
    for (size_t i = 0; i < shard->n_lanes; i++) {
        const struct lane *lane = &shard->lanes[i];
        for (const struct part *part = lane->parts; part; part = part->next)
            first = lowest(shard->stream, first, json_array_get(part->records, 0));
        first = lowest(shard->stream, first, json_array_get(lane->records, 0));
    }
    return first;
}

static json_t *position_of(const struct shard *shard)
{
    const char *left = first_left(shard);
    if (shard->state == SHARD_DONE)
        return json_pack("{s:b}", "done", 1);
    if (left)
        return json_pack("{s:s, s:b}", "from", left, "after", 0);
    return *shard->from ? json_pack("{s:s, s:b}", "from", shard->from, "after", (int)shard->after)
                        : json_object();
}

void stream_save(const struct stream *stream)
{
    json_t *shards = json_object();
    for (const struct shard *shard = stream->shards; shard; shard = shard->next)
        (void)json_object_set_new(shards, shard->id, position_of(shard));
    json_t *position =
        json_pack("{s:I, s:o}", "since", (json_int_t)stream->since_ms, "shards", shards);
    if (position && stream->listed)
        position_save(&stream->base.engine->host, stream->base.uuid, position);
    json_decref(position);
}

static bool all_idle(const struct shard *shard)
{
    for (size_t i = 0; i < shard->n_lanes; i++)
        if (!lane_idle(&shard->lanes[i]))
            return false;
    return true;
}

void shard_advanced(struct shard *shard)
{
    struct stream *stream = shard->stream;
    bool done = shard->state == SHARD_ENDED && all_idle(shard);
    if (done)
        shard->state = SHARD_DONE;
    if (reader_cloud(&stream->base)->data || stream->base.stopping)
        stream_save(stream);
    if (done)
        stream_advanced(stream);
    else
        shard_pump(shard);
}

/* ---- reading ---- */

static void on_again(void *arg)
{
    shard_pump(arg);
}

static void try_later(struct shard *shard)
{
    struct reader *reader = reader_of(shard);
    shard->again.fire = on_again;
    shard->again.arg = shard;
    if (!reader->stopping)
        reader_timer_set(reader, &shard->again, reader_now(reader) + backoff_ms(++shard->errors));
}

static void forget_iterator(struct shard *shard)
{
    json_decref(shard->iterator);
    shard->iterator = NULL;
}

/* Whether the error says that only this iterator is of no use. */
static bool begin_anew(struct shard *shard, const char *code)
{
    if (strcmp(code, "TrimmedDataAccessException") == 0) {
        *shard->from = '\0';
        shard->type = "TRIM_HORIZON";
        return true;
    }
    bool expired = strcmp(code, "ExpiredIteratorException") == 0;
    shard->late = shard->late || expired;
    return expired;
}

static void failed(struct shard *shard, const struct slrun_error *error)
{
    if (begin_anew(shard, error->code)) {
        forget_iterator(shard);
        shard_pump(shard);
    } else if (strcmp(error->code, "ResourceNotFoundException") == 0) {
        reader_tell_error(reader_of(shard), error);
        shard->more = false; /* until there is news */
        forget_iterator(shard);
    } else {
        reader_tell_error(reader_of(shard), error);
        try_later(shard);
    }
}

static uint64_t hash_of(const json_t *key)
{
    char *text = json_dumps(key, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (const char *c = text; c && *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
    free(text);
    return hash ^ (hash >> 32);
}

static struct lane *lane_of(struct shard *shard, const json_t *record)
{
    const struct stream_kind *kind = shard->stream->kind;
    const json_t *key = json_object_get(json_object_get(record, kind->part), kind->key);
    return &shard->lanes[shard->n_lanes == 1 ? 0 : hash_of(key) % shard->n_lanes];
}

/* What filters see: of Kinesis the record with its data decoded. */
static bool passes(struct shard *shard, const json_t *record)
{
    struct reader *reader = reader_of(shard);
    const char *content = reader->source->content;
    const json_t *seen = content ? json_object_get(record, shard->stream->kind->part) : record;
    json_t *text =
        content && reader->patterns ? slrun_base64_inner(json_object_get(seen, content)) : NULL;
    bool ok = reader_lets_pass(reader, &(struct filter_record){seen, content, text});
    json_decref(text);
    return ok;
}

/* Of a stream without AT_TIMESTAMP all is read, and what is too old left out. */
static bool too_old(const struct shard *shard, const json_t *record)
{
    const struct stream *stream = shard->stream;
    return shard->late && !stream->kind->timestamps && strcmp(shard->type, "LATEST") == 0 &&
           record_arrival(stream, record) < stream->since_ms / 1000 * 1000;
}

static void take(struct shard *shard, const json_t *given)
{
    const struct stream *stream = shard->stream;
    json_t *record = stream->kind->event(&stream->base, shard->id, given);
    if (!record)
        return;
    (void)snprintf(shard->from, sizeof shard->from, "%s", record_number(stream, record));
    shard->after = true;
    bool old = too_old(shard, record);
    if (!old && passes(shard, record)) {
        lane_add(lane_of(shard, record), record);
        return;
    }
    reader_left_out(reader_of(shard), old ? 0 : 1);
    json_decref(record);
}

static void on_records(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct shard *shard = arg;
    const json_t *records = json_object_get(result, "Records");
    size_t i;
    json_t *record;
    shard->reading = false;
    if (reader_end(reader_of(shard)) || reader_of(shard)->stopping)
        return; /* what was read is read again */
    if (!result) {
        failed(shard, error);
        return;
    }
    shard->errors = 0;
    forget_iterator(shard);
    shard->iterator = json_incref(json_object_get(result, "NextShardIterator"));
    shard->more = shard->more_since || json_array_size(records) > 0 ||
                  json_integer_value(json_object_get(result, "MillisBehindLatest")) > 0;
    shard->more_since = false;
    if (!json_is_string(shard->iterator))
        shard->state = SHARD_ENDED;
    json_array_foreach (records, i, record)
        take(shard, record);
    for (i = 0; i < shard->n_lanes; i++)
        lane_pump(&shard->lanes[i]);
    shard_advanced(shard);
}

static void read_records(struct shard *shard)
{
    const struct stream *stream = shard->stream;
    int64_t n = (int64_t)(stream->base.batch_size * shard->n_lanes);
    n = n < READ_MIN ? READ_MIN : n;
    n = n > stream->kind->limit ? stream->kind->limit : n;
    shard->more_since = false;
    shard->reading = reader_call(
        reader_of(shard),
        &(struct reader_call){.operation = "get_records",
                              .args = json_pack("{s:O, s:I}", "ShardIterator", shard->iterator,
                                                "Limit", (json_int_t)n),
                              .done = on_records,
                              .arg = shard});
}

/* ---- where to begin ---- */

static void on_iterator(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct shard *shard = arg;
    shard->reading = false;
    if (reader_end(reader_of(shard)) || reader_of(shard)->stopping)
        return;
    if (result) {
        shard->iterator = json_incref(json_object_get(result, "ShardIterator"));
        shard->placed = true;
        stream_placed(shard->stream);
        shard_pump(shard);
    } else if (strcmp(error->code, "ResourceNotFoundException") == 0) {
        shard->state = SHARD_ENDED; /* it is gone with all that it had */
        stream_placed(shard->stream);
        shard_advanced(shard);
    } else {
        failed(shard, error);
    }
}

static void set_text(json_t *args, const char *name, const char *text)
{
    (void)json_object_set_new(args, name, json_string(text));
}

static json_t *iterator_args(const struct shard *shard)
{
    const struct stream *stream = shard->stream;
    const char *type = shard->type;
    double at = (double)stream->since_ms / 1000;
    json_t *args = json_pack("{s:s}", "ShardId", shard->id);
    stream->kind->name(stream, args);
    if (strcmp(type, "LATEST") == 0 && shard->late)
        type = stream->kind->timestamps ? "AT_TIMESTAMP" : "TRIM_HORIZON";
    else if (strcmp(type, "AT_TIMESTAMP") == 0)
        at = json_number_value(json_object_get(stream->base.config, "StartingPositionTimestamp"));
    if (*shard->from) {
        type = shard->after ? "AFTER_SEQUENCE_NUMBER" : "AT_SEQUENCE_NUMBER";
        (void)json_object_set_new(
            args, shard->stream->kind->timestamps ? "StartingSequenceNumber" : "SequenceNumber",
            json_string(shard->from));
    } else if (strcmp(type, "AT_TIMESTAMP") == 0) {
        (void)json_object_set_new(args, "Timestamp", json_real(at));
    }
    set_text(args, "ShardIteratorType", type);
    return args;
}

static void get_iterator(struct shard *shard)
{
    shard->reading =
        reader_call(reader_of(shard), &(struct reader_call){.operation = "get_shard_iterator",
                                                            .args = iterator_args(shard),
                                                            .done = on_iterator,
                                                            .arg = shard});
}

/* ---- */

static bool has_room(const struct shard *shard)
{
    size_t n = 0;
    for (size_t i = 0; i < shard->n_lanes; i++)
        n += json_array_size(shard->lanes[i].records);
    return n < shard->stream->base.batch_size * shard->n_lanes + READ_AHEAD;
}

void shard_pump(struct shard *shard)
{
    if (shard->state != SHARD_OPEN || shard->reading || shard->again.timer ||
        reader_of(shard)->stopping)
        return;
    if (!shard->iterator)
        get_iterator(shard);
    else if (shard->more && has_room(shard))
        read_records(shard);
}
