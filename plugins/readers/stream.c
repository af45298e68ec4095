/* SPDX-License-Identifier: Apache-2.0 */
/* Streams: their kinds, and which shards they have. */
#include "readers/stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readers/event.h"
#include "readers/position.h"

enum { KINESIS_LIMIT = 10000, DYNAMODB_LIMIT = 1000 };
#define DYNAMODB_RETENTION_MS (INT64_C(24) * 60 * 60 * 1000)

static struct stream *stream_of(struct reader *reader)
{
    return (struct stream *)reader;
}

/* ---- Amazon Kinesis ---- */

static json_t *kinesis_list_args(const struct stream *stream, const char *after)
{
    return after ? json_pack("{s:s}", "NextToken", after)
                 : json_pack("{s:s}", "StreamName", stream->base.name);
}

static const json_t *kinesis_listed(const json_t *result, const char **after)
{
    *after = json_string_value(json_object_get(result, "NextToken"));
    return json_object_get(result, "Shards");
}

static void kinesis_name(const struct stream *stream, json_t *args)
{
    (void)json_object_set_new(args, "StreamName", json_string(stream->base.name));
}

static const struct stream_kind kinesis = {.list = "list_shards",
                                           .list_args = kinesis_list_args,
                                           .listed = kinesis_listed,
                                           .name = kinesis_name,
                                           .event = event_of_kinesis,
                                           .part = "kinesis",
                                           .number = "sequenceNumber",
                                           .arrival = "approximateArrivalTimestamp",
                                           .key = "partitionKey",
                                           .info = "KinesisBatchInfo",
                                           .ms = true,
                                           .timestamps = true,
                                           .limit = KINESIS_LIMIT};

/* ---- Amazon DynamoDB Streams ---- */

static json_t *dynamodb_list_args(const struct stream *stream, const char *after)
{
    return after ? json_pack("{s:s, s:s}", "StreamArn", stream->base.stream,
                             "ExclusiveStartShardId", after)
                 : json_pack("{s:s}", "StreamArn", stream->base.stream);
}

static const json_t *dynamodb_listed(const json_t *result, const char **after)
{
    const json_t *description = json_object_get(result, "StreamDescription");
    *after = json_string_value(json_object_get(description, "LastEvaluatedShardId"));
    return json_object_get(description, "Shards");
}

static void dynamodb_name(const struct stream *stream, json_t *args)
{
    (void)json_object_set_new(args, "StreamArn", json_string(stream->base.stream));
}

static const struct stream_kind dynamodb = {.list = "describe_stream",
                                            .list_args = dynamodb_list_args,
                                            .listed = dynamodb_listed,
                                            .name = dynamodb_name,
                                            .event = event_of_dynamodb,
                                            .part = "dynamodb",
                                            .number = "SequenceNumber",
                                            .arrival = "ApproximateCreationDateTime",
                                            .key = "Keys",
                                            .info = "DDBStreamBatchInfo",
                                            .limit = DYNAMODB_LIMIT,
                                            .retention_ms = DYNAMODB_RETENTION_MS};

/* ---- records ---- */

const char *record_number(const struct stream *stream, const json_t *record)
{
    const json_t *part = json_object_get(record, stream->kind->part);
    const char *number = json_string_value(json_object_get(part, stream->kind->number));
    return number ? number : "";
}

int64_t record_arrival(const struct stream *stream, const json_t *record)
{
    const json_t *part = json_object_get(record, stream->kind->part);
    double seconds = json_number_value(json_object_get(part, stream->kind->arrival));
    return (int64_t)(seconds * 1000 + 0.5);
}

int sequence_compare(const char *a, const char *b)
{
    a += strspn(a, "0");
    b += strspn(b, "0");
    size_t n = strlen(a), m = strlen(b);
    return n != m ? (n < m ? -1 : 1) : strcmp(a, b);
}

/* ---- shards ---- */

static struct shard *find(const struct stream *stream, const char *id)
{
    struct shard *shard = stream->shards;
    while (shard && strcmp(shard->id, id) != 0)
        shard = shard->next;
    return shard;
}

static void copy_text(char *to, size_t size, const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    (void)snprintf(to, size, "%s", text ? text : "");
}

/* Where a shard goes on that this mapping has seen before. */
static void resume(struct shard *shard, const json_t *position)
{
    copy_text(shard->from, sizeof shard->from, position, "from");
    shard->after = json_is_true(json_object_get(position, "after"));
    shard->late = true;
    if (json_is_true(json_object_get(position, "done")))
        shard->state = SHARD_DONE;
}

/* Shards that come later are read whole: their parents say where. */
static void place(struct shard *shard, const json_t *description)
{
    const struct stream *stream = shard->stream;
    const json_t *position =
        json_object_get(json_object_get(stream->position, "shards"), shard->id);
    const json_t *range = json_object_get(description, "SequenceNumberRange");
    const char *type = json_string_value(json_object_get(stream->base.config, "StartingPosition"));
    bool first = !stream->listed && !stream->position;
    shard->type = (first || position) && type ? type : "TRIM_HORIZON";
    if (position)
        resume(shard, position);
    else if (strcmp(shard->type, "LATEST") == 0 && json_object_get(range, "EndingSequenceNumber"))
        shard->state = SHARD_DONE;
}

static bool open_lanes(struct shard *shard)
{
    size_t n = (size_t)reader_integer(&shard->stream->base, "ParallelizationFactor", 1);
    shard->lanes = calloc(n, sizeof *shard->lanes);
    for (size_t i = 0; shard->lanes && i < n; i++)
        if (!lane_open(&shard->lanes[shard->n_lanes++], shard))
            return false;
    return shard->lanes != NULL;
}

static void add(struct stream *stream, const json_t *description)
{
    const char *id = json_string_value(json_object_get(description, "ShardId"));
    struct shard *shard = id && !find(stream, id) ? calloc(1, sizeof *shard) : NULL;
    if (!shard)
        return;
    shard->stream = stream;
    shard->more = true;
    (void)snprintf(shard->id, sizeof shard->id, "%s", id);
    copy_text(shard->parents[0], SHARD_ID_SIZE, description, "ParentShardId");
    copy_text(shard->parents[1], SHARD_ID_SIZE, description, "AdjacentParentShardId");
    place(shard, description);
    if (!open_lanes(shard)) {
        shard_free(shard);
        return;
    }
    struct shard **at = &stream->shards;
    while (*at)
        at = &(*at)->next;
    *at = shard;
}

static bool parents_done(const struct stream *stream, const struct shard *shard)
{
    for (int i = 0; i < 2; i++) {
        const struct shard *parent = find(stream, shard->parents[i]);
        if (parent && parent->state != SHARD_DONE)
            return false;
    }
    return true;
}

static void pump(struct stream *stream)
{
    for (struct shard *shard = stream->shards; shard; shard = shard->next) {
        if (shard->state == SHARD_NEW && parents_done(stream, shard))
            shard->state = SHARD_OPEN;
        shard_pump(shard);
    }
}

void stream_placed(struct stream *stream)
{
    for (const struct shard *shard = stream->shards; shard; shard = shard->next)
        if (shard->state == SHARD_OPEN && !shard->placed)
            return;
    if (stream->listed)
        reader_ready(&stream->base);
}

/* ---- listing ---- */

static void list(struct stream *stream, const char *after);

static void on_again(void *arg)
{
    list(arg, NULL);
}

/* A stream that is gone is not asked for again before there is news of one. */
static void not_listed(struct stream *stream, const struct slrun_error *error)
{
    reader_tell_error(&stream->base, error);
    if (!stream->base.stopping && strcmp(error->code, "ResourceNotFoundException") != 0)
        reader_timer_set(&stream->base, &stream->again,
                         reader_now(&stream->base) + BACKOFF_FIRST_MS);
    else
        stream->stale = true;
    reader_ready(&stream->base);
}

static void on_listed(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct stream *stream = arg;
    const char *after = NULL;
    size_t i;
    json_t *description;
    stream->listing = false;
    if (reader_end(&stream->base) || stream->base.stopping)
        return;
    if (!result) {
        not_listed(stream, error);
        return;
    }
    json_array_foreach (stream->kind->listed(result, &after), i, description)
        add(stream, description);
    if (after) {
        list(stream, after);
        return;
    }
    stream->listed = true;
    pump(stream);
    stream_placed(stream);
    if (stream->stale)
        list(stream, NULL);
}

static void list(struct stream *stream, const char *after)
{
    stream->stale = stream->listing;
    if (stream->listing || stream->base.stopping)
        return;
    stream->listing = reader_call(
        &stream->base, &(struct reader_call){.operation = stream->kind->list,
                                             .lists = true,
                                             .args = stream->kind->list_args(stream, after),
                                             .done = on_listed,
                                             .arg = stream});
}

void stream_advanced(struct stream *stream)
{
    list(stream, NULL);
}

/* ---- as a source ---- */

static bool start(struct reader *reader, const struct stream_kind *kind)
{
    struct stream *stream = stream_of(reader);
    stream->kind = kind;
    stream->position = position_load(&reader->engine->host, reader->uuid);
    const json_t *since = json_object_get(stream->position, "since");
    stream->since_ms = since ? json_integer_value(since) : reader_now(reader);
    stream->again.fire = on_again;
    stream->again.arg = stream;
    list(stream, NULL);
    return stream->listing;
}

static bool start_kinesis(struct reader *reader)
{
    return start(reader, &kinesis);
}

static bool start_dynamodb(struct reader *reader)
{
    return start(reader, &dynamodb);
}

static bool all_done(const struct stream *stream)
{
    const struct shard *shard = stream->shards;
    while (shard && shard->state == SHARD_DONE)
        shard = shard->next;
    return !shard;
}

static void news(struct reader *reader)
{
    struct stream *stream = stream_of(reader);
    for (struct shard *shard = stream->shards; shard; shard = shard->next)
        shard->more = shard->more_since = true;
    if (stream->stale || all_done(stream))
        list(stream, NULL);
    pump(stream);
}

static void stop(struct reader *reader)
{
    struct stream *stream = stream_of(reader);
    reader_timer_stop(reader, &stream->again);
    for (struct shard *shard = stream->shards; shard; shard = shard->next) {
        reader_timer_stop(reader, &shard->again);
        for (size_t i = 0; i < shard->n_lanes; i++)
            lane_stop(&shard->lanes[i]);
    }
    stream_save(stream);
}

static void drop(struct reader *reader)
{
    struct stream *stream = stream_of(reader);
    reader_timer_stop(reader, &stream->again);
    while (stream->shards) {
        struct shard *shard = stream->shards;
        stream->shards = shard->next;
        shard_free(shard);
    }
    json_decref(stream->position);
}

const struct source source_kinesis = {.service = "kinesis",
                                      .size = sizeof(struct stream),
                                      .content = "data",
                                      .start = start_kinesis,
                                      .news = news,
                                      .stop = stop,
                                      .drop = drop};
const struct source source_dynamodb = {.service = "dynamodb",
                                       .size = sizeof(struct stream),
                                       .start = start_dynamodb,
                                       .news = news,
                                       .stop = stop,
                                       .drop = drop};
