/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GetShardIterator and GetRecords. An iterator is text: the stream's ARN, and behind it the shard,
 * the number of the next record and when the iterator was made; so nothing is kept for it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "params/params.h"
#include "stream/shard.h"
#include "stream/stream_ops.h"

#define ITERATOR_LIFE_MS (INT64_C(15) * 60 * 1000)
#define ITERATOR_MARK    "|1|"

enum { ANSWER_BYTES_MAX = 1024 * 1024 };

struct iterator {
    struct stream *stream;
    struct shard shard;
    int64_t next; /* number of the record to begin with */
    int64_t made_ms;
};

static json_t *write_iterator(const struct iterator *iterator)
{
    json_t *arn = stream_arn(iterator->stream);
    json_t *text =
        json_sprintf("%s" ITERATOR_MARK "%" PRId64 ".%" PRId64 ".%" PRId64, json_string_value(arn),
                     iterator->shard.index, iterator->next, iterator->made_ms);
    json_decref(arn);
    return text;
}

static bool past(struct fault *fault)
{
    return fault_set(fault, FAULT_TRIMMED,
                     "The operation attempted to read past the oldest stream record in a shard.");
}

static bool read_iterator(struct call *call, const char *text, struct iterator *iterator)
{
    int64_t now_ms = call_now_ms(call);
    const char *mark = strstr(text, ITERATOR_MARK);
    int64_t index;
    if (mark == NULL || sscanf(mark + strlen(ITERATOR_MARK), "%" SCNd64 ".%" SCNd64 ".%" SCNd64,
                               &index, &iterator->next, &iterator->made_ms) != 3)
        return fault_invalid(&call->fault, "Invalid ShardIterator");
    iterator->stream = stream_named(call, text, (size_t)(mark - text));
    if (iterator->stream == NULL)
        return false;
    if (now_ms - iterator->made_ms > ITERATOR_LIFE_MS)
        return fault_set(&call->fault, FAULT_ITERATOR_EXPIRED, "Iterator expired");
    if (index < 0 || index >= shard_count(iterator->stream, now_ms) || iterator->next < 0)
        return fault_invalid(&call->fault, "Invalid ShardIterator");
    if (index < shard_oldest(iterator->stream, now_ms))
        return past(&call->fault);
    iterator->shard = shard_at(iterator->stream, index, now_ms);
    return true;
}

/* What stands between the shard's first record and its end, and is not trimmed yet. */
static int64_t within(const struct iterator *iterator, int64_t number, int64_t now_ms)
{
    const struct shard *shard = &iterator->shard;
    int64_t first = shard_horizon(now_ms) > shard->first ? shard_horizon(now_ms) : shard->first;
    number = number < first ? first : number;
    return number > shard->end ? shard->end : number;
}

static bool from_sequence(struct call *call, struct iterator *iterator, bool after)
{
    const char *text = call_string(call, "SequenceNumber");
    int64_t number;
    if (text == NULL)
        return fault_invalid(&call->fault, "SequenceNumber is required for this ShardIteratorType");
    if (!shard_number(text, &number) || number < iterator->shard.first ||
        number >= iterator->shard.end)
        return fault_invalid(&call->fault, "Invalid SequenceNumber: it is not of this shard");
    if (number < shard_horizon(call_now_ms(call)))
        return past(&call->fault);
    iterator->next = number + after;
    return true;
}

static bool from_timestamp(struct call *call, struct iterator *iterator)
{
    const json_t *timestamp = json_object_get(call->args, "Timestamp");
    double ms = json_number_value(timestamp) * 1000.0;
    int64_t now_ms = call_now_ms(call);
    if (timestamp == NULL || ms < 0)
        return fault_invalid(&call->fault, "Timestamp is required for this ShardIteratorType");
    int64_t from_ms = ms > (double)now_ms ? now_ms + 1 : (int64_t)ms;
    iterator->next = within(iterator, from_ms * SHARD_NUMBERS_A_MS, now_ms);
    return true;
}

/* Behind the newest record there is: the shard of an enabled stream goes on from there. */
static int64_t latest(const struct iterator *iterator, int64_t now_ms)
{
    return within(iterator, iterator->stream->last + 1, now_ms);
}

static bool place(struct call *call, struct iterator *iterator)
{
    int64_t now_ms = call_now_ms(call);
    bool after = call_says(call, "ShardIteratorType", "AFTER_SEQUENCE_NUMBER");
    if (after || call_says(call, "ShardIteratorType", "AT_SEQUENCE_NUMBER"))
        return from_sequence(call, iterator, after);
    if (json_object_get(call->args, "SequenceNumber") != NULL) {
        return fault_invalid(&call->fault,
                             "SequenceNumber cannot be given with this ShardIteratorType");
    }
    if (call_says(call, "ShardIteratorType", "AT_TIMESTAMP"))
        return from_timestamp(call, iterator);
    iterator->next = call_says(call, "ShardIteratorType", "LATEST") ? latest(iterator, now_ms)
                                                                    : within(iterator, 0, now_ms);
    return true;
}

json_t *op_get_shard_iterator(struct call *call)
{
    const char *arn = call_string(call, "StreamArn");
    const char *id = call_string(call, "ShardId");
    struct iterator iterator = {.stream = stream_named(call, arn, strlen(arn)),
                                .made_ms = call_now_ms(call)};
    if (iterator.stream == NULL)
        return NULL;
    if (!shard_find(iterator.stream, id, iterator.made_ms, &iterator.shard)) {
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "Requested resource not found: Shard: %s in stream: %s not found", id, arn);
        return NULL;
    }
    if (!place(call, &iterator))
        return NULL;
    return json_pack("{s:o}", "ShardIterator", write_iterator(&iterator));
}

struct page {
    json_t *records;
    size_t most;
    size_t bytes;
    int64_t next;
    int64_t horizon;
    bool full;
    bool failed;
    bool trimmed;
};

static bool take(void *arg, int64_t number, const char *text)
{
    struct page *page = arg;
    size_t size = strlen(text);
    page->full = json_array_size(page->records) == page->most ||
                 (page->bytes != 0 && page->bytes + size > ANSWER_BYTES_MAX);
    page->trimmed = number < page->horizon;
    if (page->full || page->trimmed)
        return false;
    page->failed =
        json_array_append_new(page->records, json_loadb(text, size, JSON_ALLOW_NUL, NULL)) != 0;
    page->bytes += size;
    page->next = number + 1;
    return !page->failed;
}

/* The iterator moves behind what was read. */
static bool read_page(struct call *call, struct iterator *iterator, json_t *records, bool *more)
{
    const json_t *limit = json_object_get(call->args, "Limit");
    struct page page = {
        .records = records,
        .most = limit == NULL ? RECORDS_MAX : (size_t)json_integer_value(limit),
        .next = iterator->next,
        .horizon = shard_horizon(call_now_ms(call)),
    };
    /* An open shard's records may be numbered past its end, when many came in one millisecond. */
    struct store_record_range range = {.stream = iterator->stream->id,
                                       .first = iterator->next,
                                       .end =
                                           iterator->shard.open ? INT64_MAX : iterator->shard.end};
    if (!store_records(call->service->store, &range, take, &page) || page.failed)
        return fault_internal(&call->fault);
    if (page.trimmed)
        return past(&call->fault);
    iterator->next = page.next;
    *more = page.full || iterator->shard.open;
    return true;
}

json_t *op_get_records(struct call *call)
{
    struct iterator iterator = {.stream = NULL};
    bool more = false;
    if (!read_iterator(call, call_string(call, "ShardIterator"), &iterator))
        return NULL;
    json_t *records = json_array();
    json_t *answer = json_pack("{s:o}", "Records", records);
    bool ok =
        answer != NULL ? read_page(call, &iterator, records, &more) : fault_internal(&call->fault);
    iterator.made_ms = call_now_ms(call);
    if (ok && more &&
        json_object_set_new(answer, "NextShardIterator", write_iterator(&iterator)) != 0)
        ok = fault_internal(&call->fault);
    if (ok)
        return answer;
    json_decref(answer);
    return NULL;
}
