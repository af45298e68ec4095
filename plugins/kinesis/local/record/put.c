/* SPDX-License-Identifier: Apache-2.0 */
/* PutRecord and PutRecords. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

#include <slrun/member.h>

#include "service.h"
#include "stream/store.h"

enum { MD5_SIZE = 16, REQUEST_BYTES_MAX = 10 * 1024 * 1024 };

/* Where the record belongs: its explicit hash key, or the MD5 of its partition key. */
static bool hash_of(struct call *call, const json_t *entry, struct wide *hash)
{
    const char *given = slrun_text(entry, "ExplicitHashKey"),
               *key = slrun_text(entry, "PartitionKey");
    const struct wide end = wide_power(HASH_KEY_BITS);
    unsigned char digest[MD5_SIZE];
    unsigned size = sizeof digest;
    if (given == NULL) {
        if (EVP_Digest(key, strlen(key), digest, &size, EVP_md5(), NULL) != 1)
            return fault_bare(&call->fault, FAULT_INTERNAL);
        *hash = wide_from_bytes(digest);
        return true;
    }
    return (wide_from_text(hash, given) && wide_compare(hash, &end) < 0) ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
                     "Specified value was %s",
                     given);
}

/* A stream that takes records. Until it is there, AWS says that it is not. */
static struct stream *writable(struct call *call)
{
    struct stream *stream = call_stream(call);
    if (stream != NULL && stream->status != STATUS_ACTIVE && stream->status != STATUS_UPDATING) {
        fault_set(&call->fault, FAULT_NOT_FOUND, "Stream %s under account %s not found.",
                  stream->name, stream->account);
        return NULL;
    }
    return stream;
}

static size_t size_of(const json_t *entry)
{
    return param_blob_size(json_object_get(entry, "Data")) +
           json_string_length(json_object_get(entry, "PartitionKey"));
}

/* A record gets its place when it is put; one that comes before its shard's first second gets that
 * second. NULL: out of memory. */
static const struct record *append(struct call *call, struct stream *stream, struct shard *shard,
                                   const json_t *entry)
{
    const json_t *data = json_object_get(entry, "Data");
    uint64_t *counter = stream_counter(stream, shard);
    struct record *record = record_new(slrun_text(entry, "PartitionKey"), json_string_value(data),
                                       json_string_length(data));
    if (record == NULL)
        return NULL;
    int64_t first_ms = shard->created_s * 1000;
    record->arrival_ms = call->now > first_ms ? call->now : first_ms;
    record->second = record->arrival_ms / 1000;
    record->index = *counter;
    record->size = (uint32_t)size_of(entry);
    record->encrypted = stream->key_id != NULL;
    if (!shard_append(shard, record)) {
        free(record);
        return NULL;
    }
    ++*counter;
    call->service->cloud->notify(call->service->cloud, stream->arn);
    store_record(call->service->store, stream, shard, record);
    return record;
}

/* The answer for one record, without its place in a list: a new reference. */
static json_t *placed(const struct shard *shard, const struct record *record)
{
    char id[SHARD_ID_SIZE], number[WIDE_TEXT_SIZE];
    shard_id(shard->number, id);
    shard_sequence_text(shard, record, number);
    return json_pack("{s:s, s:s}", "ShardId", id, "SequenceNumber", number);
}

/* Whether the shard takes one more record now. */
static bool has_room(const struct call *call, const struct stream *stream, struct shard *shard,
                     const json_t *entry)
{
    return !stream_has_limits(stream) ||
           limits_write(&shard->limits, call->now, (int64_t)size_of(entry));
}

/* ---- PutRecord ---- */

/* AWS checks the number and does nothing else with it: later records are ordered anyway. */
static bool check_ordering(struct call *call, const struct stream *stream)
{
    const char *number = call_string(call, "SequenceNumberForOrdering");
    struct sequence sequence;
    return number == NULL ||
           (sequence_read(&sequence, number) && sequence.second <= call->now / 1000) ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "ExclusiveMinimumSequenceNumber %s used in PutRecord on stream %s under "
                     "account %s is invalid.",
                     number, stream->name, stream->account);
}

json_t *op_put_record(struct call *call)
{
    struct stream *stream = writable(call);
    struct wide hash;
    if (stream == NULL || !hash_of(call, call->args, &hash) || !check_ordering(call, stream) ||
        call_ends_dry(call))
        return NULL;
    struct shard *shard = stream_place(stream, &hash);
    if (!has_room(call, stream, shard, call->args))
        return no_answer(call_rate_exceeded(stream, shard, &call->fault));
    const struct record *record = append(call, stream, shard, call->args);
    json_t *answer = record == NULL ? NULL : placed(shard, record);
    if (answer == NULL)
        return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
    if (record->encrypted)
        json_object_set_new(answer, "EncryptionType", json_string("KMS"));
    return answer;
}

/* ---- PutRecords ---- */

struct entry {
    const json_t *json;
    int32_t shard;
    size_t place; /* in the request */
};

static int by_shard(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;
    if (one->shard != other->shard)
        return one->shard < other->shard ? -1 : 1;
    return one->place < other->place ? -1 : one->place > other->place;
}

static bool check_size(struct call *call, const json_t *records)
{
    size_t size = 0;
    for (size_t i = 0; i < json_array_size(records); i++)
        size += size_of(json_array_get(records, i));
    return size <= REQUEST_BYTES_MAX ||
           fault_set(&call->fault, FAULT_INVALID_ARGUMENT, "Records size exceeds %d MB limit",
                     REQUEST_BYTES_MAX / 1024 / 1024);
}

/* The records by shard: those of one shard get numbers in a row. */
static bool sort(struct call *call, struct stream *stream, const json_t *records,
                 struct entry *entries)
{
    for (size_t i = 0; i < json_array_size(records); i++) {
        struct wide hash;
        entries[i].json = json_array_get(records, i);
        entries[i].place = i;
        if (!hash_of(call, entries[i].json, &hash))
            return false;
        entries[i].shard = stream_place(stream, &hash)->number;
    }
    qsort(entries, json_array_size(records), sizeof *entries, by_shard);
    return true;
}

/* What happened to one record; counts it if it was not taken. */
static json_t *put(struct call *call, struct stream *stream, const struct entry *entry,
                   json_int_t *failed)
{
    struct shard *shard = &stream->shards[entry->shard];
    struct fault fault = {FAULT_NONE, NULL};
    const struct record *record = NULL;
    if (has_room(call, stream, shard, entry->json))
        record = append(call, stream, shard, entry->json);
    else
        (void)call_rate_exceeded(stream, shard, &fault);
    if (record != NULL)
        return placed(shard, record);
    ++*failed;
    json_t *result = json_pack("{s:s, s:s}", "ErrorCode", fault_name(&fault), "ErrorMessage",
                               fault.message == NULL ? "Internal Service Failure" : fault.message);
    fault_free(&fault);
    return result;
}

static json_t *put_all(struct call *call, struct stream *stream, struct entry *entries, size_t n)
{
    json_t *results = json_array();
    json_int_t failed = 0;
    for (size_t i = 0; i < n; i++)
        json_array_append_new(results, json_null());
    for (size_t i = 0; i < n; i++) {
        if (json_array_set_new(results, entries[i].place,
                               put(call, stream, &entries[i], &failed)) != 0) {
            json_decref(results);
            return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
        }
    }
    json_t *answer = json_pack("{s:I, s:o}", "FailedRecordCount", failed, "Records", results);
    if (stream->key_id != NULL)
        json_object_set_new(answer, "EncryptionType", json_string("KMS"));
    return answer;
}

json_t *op_put_records(struct call *call)
{
    struct stream *stream = writable(call);
    const json_t *records = json_object_get(call->args, "Records");
    size_t n = json_array_size(records);
    if (stream == NULL || !check_size(call, records))
        return NULL;
    struct entry *entries = calloc(n, sizeof *entries);
    json_t *answer = NULL;
    if (entries == NULL)
        fault_bare(&call->fault, FAULT_INTERNAL);
    else if (sort(call, stream, records, entries) && !call_ends_dry(call))
        answer = put_all(call, stream, entries, n);
    free(entries);
    return answer;
}
