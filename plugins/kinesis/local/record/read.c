/* SPDX-License-Identifier: Apache-2.0 */
/* GetShardIterator and GetRecords. */
#include "record/read.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "record/iterator.h"
#include "record/position.h"
#include "stream/store.h"

#define HOUR_MS INT64_C(3600000)

enum { DATE_SIZE = 40, ANSWER_BYTES_MAX = 10 * 1024 * 1024 };

/* ---- GetShardIterator ---- */

static json_t *iterator_text(struct call *call, const struct iterator *iterator)
{
    char text[ITERATOR_TEXT_SIZE];
    json_t *json = iterator_write(iterator, text) ? json_string(text) : NULL;
    if (json == NULL)
        fault_bare(&call->fault, FAULT_INTERNAL);
    return json;
}

json_t *op_get_shard_iterator(struct call *call)
{
    struct stream *stream = call_find_stream(call);
    if (stream != NULL && call_ends_dry(call)) /* whatever the shard: recorded in September 2026 */
        return NULL;
    const struct shard *shard = position_shard(call, stream, call_string(call, "ShardId"));
    const struct position position = {.stream = stream,
                                      .shard = shard,
                                      .type = call_string(call, "ShardIteratorType"),
                                      .sequence = call_string(call, "StartingSequenceNumber"),
                                      .timestamp = json_object_get(call->args, "Timestamp"),
                                      .operation = "GetShardIterator"};
    struct iterator iterator = {.taken_ms = call->now};
    if (shard == NULL || !position_index(call, &position, &iterator.index))
        return NULL;
    iterator.shard = shard->number;
    iterator.created_s = shard->created_s;
    (void)snprintf(iterator.name, sizeof iterator.name, "%s", stream->name);
    json_t *text = iterator_text(call, &iterator);
    return text == NULL ? NULL : json_pack("{s:o}", "ShardIterator", text);
}

/* ---- records ---- */

static json_t *record_json(const struct shard *shard, const struct record *record)
{
    char number[WIDE_TEXT_SIZE];
    shard_sequence_text(shard, record, number);
    json_t *json = json_object();
    json_object_set_new_nocheck(json, "SequenceNumber", json_string_nocheck(number));
    json_object_set_new_nocheck(json, "ApproximateArrivalTimestamp",
                                json_real((double)record->arrival_ms / 1000));
    json_object_set_new_nocheck(json, "Data",
                                json_stringn_nocheck(record_data(record), record->data_length));
    json_object_set_new_nocheck(json, "PartitionKey", json_string_nocheck(record->key));
    if (record->encrypted)
        json_object_set_new_nocheck(json, "EncryptionType", json_string_nocheck("KMS"));
    return json;
}

void read_records(const struct shard *shard, int64_t now, struct reading *r)
{
    size_t at = shard_find(shard, r->index), n = 0;
    r->records = json_array();
    r->bytes = 0;
    while (at < shard->end && n < r->limit) {
        const struct record *record = shard->records[at];
        if (n > 0 && r->bytes + record->size > r->bytes_max)
            break;
        json_array_append_new(r->records, record_json(shard, record));
        r->bytes += record->size;
        r->index = record->index + 1;
        r->behind_ms = now - record->arrival_ms;
        at++;
        n++;
    }
    r->behind_ms = at == shard->end || r->behind_ms < 0 ? 0 : r->behind_ms;
    r->at_end = shard->ended_s != 0 && at == shard->end && n == 0;
}

void read_trim(const struct service *service, struct stream *stream, struct shard *shard)
{
    if (shard_trim(shard, service_now(service) - stream->retention_hours * HOUR_MS) > 0) {
        uint64_t index = shard->head < shard->end ? shard->records[shard->head]->index
                                                  : *stream_counter(stream, shard);
        store_trim(service->store, stream, shard, index);
    }
}

static json_t *child_json(const struct shard *child)
{
    char id[SHARD_ID_SIZE], first[WIDE_TEXT_SIZE], last[WIDE_TEXT_SIZE];
    json_t *parents = json_array();
    const int32_t numbers[] = {child->parent, child->adjacent};
    for (int i = 0; i < 2; i++) {
        if (numbers[i] != SHARD_NONE) {
            shard_id(numbers[i], id);
            json_array_append_new(parents, json_string(id));
        }
    }
    shard_id(child->number, id);
    wide_to_text(&child->first, first);
    wide_to_text(&child->last, last);
    return json_pack("{s:s, s:o, s:{s:s, s:s}}", "ShardId", id, "ParentShards", parents,
                     "HashKeyRange", "StartingHashKey", first, "EndingHashKey", last);
}

json_t *read_children(const struct stream *stream, const struct shard *shard)
{
    json_t *children = json_array();
    for (size_t i = 0; i < stream->n_shards; i++) {
        const struct shard *other = &stream->shards[i];
        if (other->parent == shard->number || other->adjacent == shard->number)
            json_array_append_new(children, child_json(other));
    }
    return children;
}

/* ---- GetRecords ---- */

/* Thu Jan 22 01:22:02 UTC 2015 */
static void write_date(int64_t ms, char text[DATE_SIZE])
{
    static const char *const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    time_t second = (time_t)(ms / 1000);
    struct tm t;
    if (gmtime_r(&second, &t) == NULL)
        t = (struct tm){0};
    (void)snprintf(text, DATE_SIZE, "%s %s %02d %02d:%02d:%02d UTC %d", days[t.tm_wday],
                   months[t.tm_mon], t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_year + 1900);
}

static bool check_age(struct call *call, const struct iterator *iterator)
{
    char taken[DATE_SIZE], now[DATE_SIZE];
    if (call->now - iterator->taken_ms <= ITERATOR_LIFE_MS)
        return true;
    write_date(iterator->taken_ms, taken);
    write_date(call->now, now);
    return fault_set(&call->fault, FAULT_EXPIRED_ITERATOR,
                     "Iterator expired. The iterator was created at time %s while right now it is "
                     "%s which is further in the future than the tolerated delay of %d "
                     "milliseconds.",
                     taken, now, ITERATOR_LIFE_MS);
}

/* The shard of the iterator; one of a stream of the same name that is gone is not there. */
static struct shard *iterator_shard(struct call *call, const struct iterator *iterator,
                                    struct stream **stream)
{
    char id[SHARD_ID_SIZE];
    *stream = service_find(call->service, call->exchange->account, call->exchange->region,
                           iterator->name);
    struct shard *shard = *stream != NULL && (size_t)iterator->shard < (*stream)->n_shards
                              ? &(*stream)->shards[iterator->shard]
                              : NULL;
    if (shard != NULL && shard->created_s == iterator->created_s)
        return shard;
    shard_id(iterator->shard, id);
    fault_set(&call->fault, FAULT_NOT_FOUND,
              "Shard %s in stream %s under account %s does not exist", id, iterator->name,
              call->exchange->account);
    return NULL;
}

static bool throttle(struct call *call, const struct stream *stream, struct shard *shard)
{
    return !stream_has_limits(stream) || limits_read(&shard->limits, call->now) ||
           call_rate_exceeded(stream, shard, &call->fault);
}

json_t *op_get_records(struct call *call)
{
    struct iterator iterator;
    struct stream *stream;
    if (!iterator_read(&iterator, call_string(call, "ShardIterator")) ||
        iterator.taken_ms > call->now)
        return no_answer(fault_set(&call->fault, FAULT_INVALID_ARGUMENT, "Invalid ShardIterator."));
    struct shard *shard =
        check_age(call, &iterator) ? iterator_shard(call, &iterator, &stream) : NULL;
    if (shard == NULL || call_ends_dry(call) || !throttle(call, stream, shard))
        return NULL;
    struct reading reading = {.index = iterator.index,
                              .limit = (size_t)call_integer(call, "Limit", LIMIT_MAX),
                              .bytes_max = ANSWER_BYTES_MAX};
    read_trim(call->service, stream, shard);
    read_records(shard, call->now, &reading);
    limits_count_read(&shard->limits, (int64_t)reading.bytes);
    json_t *answer = json_pack("{s:o, s:I}", "Records", reading.records, "MillisBehindLatest",
                               (json_int_t)reading.behind_ms);
    if (reading.at_end) {
        json_object_set_new(answer, "ChildShards", read_children(stream, shard));
        return answer;
    }
    iterator.taken_ms = call->now;
    iterator.index = reading.index;
    json_object_set_new(answer, "NextShardIterator", iterator_text(call, &iterator));
    return answer;
}
