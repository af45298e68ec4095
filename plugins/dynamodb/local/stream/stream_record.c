/* SPDX-License-Identifier: Apache-2.0 */
/* Records (API Reference, Record and StreamRecord). */
#include "stream/stream_record.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/cloud.h>

#include "stream/shard.h"

/* Trimmed records stay longer than any iterator lives, so that reading them is noticed. */
enum { EVENT_ID_SIZE = 33, TRIM_DELAY_MS = 30 * 60 * 1000 };

/* Equal as DynamoDB compares: the members of sets have no order. */
static bool same_item(const json_t *a, const json_t *b)
{
    const char *name;
    json_t *value;
    if (json_object_size(a) != json_object_size(b))
        return false;
    json_object_foreach ((json_t *)(uintptr_t)a, name, value) {
        const json_t *other = json_object_get(b, name);
        if (other == NULL || !value_equal(value, other))
            return false;
    }
    return true;
}

bool stream_changes(const struct write *write)
{
    const json_t *old = write->old->item;
    return old == NULL || write->item == NULL ? old != write->item : !same_item(old, write->item);
}

bool stream_wants(const struct write *write)
{
    const struct stream *stream = write->table->stream;
    return stream != NULL && stream_is_open(stream) && stream_changes(write);
}

const char *stream_event_name(const struct write *write)
{
    return write->item == NULL ? "REMOVE" : write->old->item == NULL ? "INSERT" : "MODIFY";
}

/* Nothing hangs on it but that no two are the same. */
static void make_event_id(const struct stream *stream, int64_t number, char id[EVENT_ID_SIZE])
{
    uint64_t high = (uint64_t)number * 0x9e3779b97f4a7c15U + (uint64_t)stream->id;
    uint64_t low = (high ^ (high >> 29)) * 0xbf58476d1ce4e5b9U;
    snprintf(id, EVENT_ID_SIZE, "%016" PRIx64 "%016" PRIx64, high, low ^ (low >> 32));
}

/* Puts an image in, if the view has it and the item is there. `size` grows by its bytes. */
static bool add_image(json_t *change, const char *name, json_t *item, size_t *size)
{
    if (item == NULL)
        return true;
    *size += value_item_size(item);
    return json_object_set(change, name, item) == 0;
}

static bool add_images(const struct write *write, json_t *change, size_t *size)
{
    const char *view = write->table->stream->view;
    bool both = strcmp(view, "NEW_AND_OLD_IMAGES") == 0;
    return (!(both || strcmp(view, "NEW_IMAGE") == 0) ||
            add_image(change, "NewImage", write->item, size)) &&
           (!(both || strcmp(view, "OLD_IMAGE") == 0) ||
            add_image(change, "OldImage", write->old->item, size));
}

/* StreamRecord. */
static json_t *describe(const struct write *write, int64_t number)
{
    char sequence[SHARD_SEQUENCE_SIZE];
    const json_t *item = write->item == NULL ? write->old->item : write->item;
    json_t *keys = key_attributes(write->table, NULL, item);
    size_t size = keys == NULL ? 0 : value_item_size(keys);
    shard_sequence(number, sequence);
    json_t *change = json_pack("{s:I, s:o, s:s, s:s}", "ApproximateCreationDateTime",
                               (json_int_t)(write->now_ms / 1000), "Keys", keys, "SequenceNumber",
                               sequence, "StreamViewType", write->table->stream->view);
    if (change == NULL || !add_images(write, change, &size) ||
        json_object_set_new(change, "SizeBytes", json_integer((json_int_t)size)) != 0) {
        json_decref(change);
        return NULL;
    }
    return change;
}

static json_t *make(const struct write *write, int64_t number)
{
    char id[EVENT_ID_SIZE];
    make_event_id(write->table->stream, number, id);
    json_t *record =
        json_pack("{s:s, s:s, s:s, s:s, s:s, s:o}", "eventID", id, "eventName",
                  stream_event_name(write), "eventVersion", "1.1", "eventSource", "aws:dynamodb",
                  "awsRegion", write->table->region, "dynamodb", describe(write, number));
    if (record != NULL && write->by_ttl &&
        json_object_set_new(record, "userIdentity",
                            json_pack("{s:s, s:s}", "Type", "Service", "PrincipalId",
                                      "dynamodb.amazonaws.com")) != 0) {
        json_decref(record);
        return NULL;
    }
    return record;
}

bool stream_record(const struct write *write)
{
    struct stream *stream = write->table->stream;
    int64_t number = write->now_ms * SHARD_NUMBERS_A_MS;
    if (number <= stream->last)
        number = stream->last + 1;
    json_t *record = make(write, number);
    char *text = record == NULL ? NULL : write->cloud->host->json_text(record, 0, NULL);
    bool ok =
        text != NULL && store_record_add(write->store, stream->id, number, text) &&
        store_records_trim(write->store, stream->id, shard_horizon(write->now_ms - TRIM_DELAY_MS));
    if (ok) {
        stream->last = number;
        write->cloud->notify(write->cloud, stream->arn);
    }
    free(text);
    json_decref(record);
    return ok;
}
