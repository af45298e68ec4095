/* SPDX-License-Identifier: Apache-2.0 */
/* What the local cloud's page shows: streams, their shards and records. */
#include "look.h"

#include <stdio.h>
#include <string.h>

#include "service.h"

enum { HOUR_MS = 3600000 };

static const char columns[] =
    "name|status|open shards:number|records:number|retention in hours:number|region|account";

static int64_t oldest_ms(const struct service *service, const struct stream *stream)
{
    return service_now(service) - stream->retention_hours * HOUR_MS;
}

static json_int_t count_records(const struct service *service, const struct stream *stream)
{
    int64_t oldest = oldest_ms(service, stream);
    size_t n = 0;
    for (size_t i = 0; i < stream->n_shards; i++)
        n += stream->shards[i].end - shard_find_time(&stream->shards[i], oldest);
    return (json_int_t)n;
}

static void row(const struct service *service, struct slrun_look *look, const struct stream *stream)
{
    const struct slrun_looks *looks = service->cloud->looks;
    json_int_t records = count_records(service, stream);
    char says[48] = "stream";
    if (records > 0) {
        (void)snprintf(says, sizeof says, "stream: %lld record%s", (long long)records,
                       records == 1 ? "" : "s");
    }
    looks->row(look, stream->arn,
               json_pack("[s s I I I s s]", stream->name, status_name(stream->status),
                         (json_int_t)stream->n_open, records, (json_int_t)stream->retention_hours,
                         stream->region, stream->account));
    looks->box(look, &(struct slrun_look_box){.says = says});
}

static void list_streams(void *state, struct slrun_look *look)
{
    const struct service *service = state;
    for (size_t i = 0; i < service->streams.n; i++) {
        int wanted = service->cloud->looks->want(look);
        if (wanted < 0)
            return;
        if (wanted)
            row(service, look, service_stream(service, i));
    }
}

/* ---- one stream ---- */

static json_t *parent_of(int32_t number)
{
    char id[SHARD_ID_SIZE];
    if (number == SHARD_NONE)
        return json_null();
    shard_id(number, id);
    return json_string(id);
}

static void show_shards(const struct slrun_looks *looks, struct slrun_look *look,
                        const struct stream *stream)
{
    looks->table(look, "Shards",
                 "shard:find|state|from hash key|to hash key|parent|adjacent parent", NULL);
    for (size_t i = 0; i < stream->n_shards; i++) {
        const struct shard *shard = &stream->shards[i];
        char id[SHARD_ID_SIZE], first[WIDE_TEXT_SIZE], last[WIDE_TEXT_SIZE];
        int wanted = looks->want(look);
        if (wanted < 0)
            return;
        if (wanted) {
            shard_id(shard->number, id);
            wide_to_text(&shard->first, first);
            wide_to_text(&shard->last, last);
            looks->row(look, NULL,
                       json_pack("[s s s s o o]", id, shard->ended_s == 0 ? "open" : "closed",
                                 first, last, parent_of(shard->parent),
                                 parent_of(shard->adjacent)));
        }
    }
}

static json_t *row_of(const struct slrun_looks *looks, const struct shard *shard,
                      const struct record *record)
{
    char id[SHARD_ID_SIZE], number[WIDE_TEXT_SIZE];
    shard_id(shard->number, id);
    shard_sequence_text(shard, record, number);
    return json_pack("[o s s I s]", looks->base64(record_data(record), record->data_length),
                     record->key, id, (json_int_t)record->arrival_ms, number);
}

static void show_records(const struct service *service, struct slrun_look *look,
                         const struct stream *stream)
{
    const struct slrun_looks *looks = service->cloud->looks;
    int64_t oldest = oldest_ms(service, stream);
    looks->table(look, "Records", "data:log|partition key|shard:find|arrived:time|sequence number",
                 NULL);
    for (size_t i = 0; i < stream->n_shards; i++) {
        const struct shard *shard = &stream->shards[i];
        for (size_t at = shard_find_time(shard, oldest); at < shard->end; at++) {
            int wanted = looks->want(look);
            if (wanted < 0)
                return;
            if (wanted)
                looks->row(look, NULL, row_of(looks, shard, shard->records[at]));
        }
    }
}

static void show_consumers(const struct slrun_looks *looks, struct slrun_look *look,
                           const struct stream *stream)
{
    if (stream->n_consumers == 0)
        return;
    looks->table(look, "Consumers", "name|status|created:time", NULL);
    for (size_t i = 0; i < stream->n_consumers && looks->want(look) > 0; i++) {
        const struct consumer *consumer = stream->consumers[i];
        looks->row(look, NULL,
                   json_pack("[s s I]", consumer->name, status_name(consumer->status),
                             (json_int_t)consumer->created_ms));
    }
}

static int show_stream(void *state, struct slrun_look *look, const char *arn)
{
    const struct service *service = state;
    const struct slrun_looks *looks = service->cloud->looks;
    size_t i = 0;
    while (i < service->streams.n && strcmp(service_stream(service, i)->arn, arn) != 0)
        i++;
    if (i == service->streams.n)
        return -1;
    const struct stream *stream = service_stream(service, i);
    looks->fact(look, "ARN", json_string(stream->arn));
    looks->fact(look, "status", json_string(status_name(stream->status)));
    looks->fact(look, "mode", json_string(stream->on_demand ? "ON_DEMAND" : "PROVISIONED"));
    looks->fact(look, "tags", json_incref(stream->tags));
    show_records(service, look, stream);
    show_shards(looks, look, stream);
    show_consumers(looks, look, stream);
    return 0;
}

const struct slrun_look_kind kinesis_looks[] = {
    {"streams", "Streams", columns, list_streams, show_stream},
    {NULL, NULL, NULL, NULL, NULL},
};
