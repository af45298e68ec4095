/* SPDX-License-Identifier: Apache-2.0 */
/* Changes as records for Kinesis: DynamoDB's own form of them (Developer Guide, "Working with
 * DynamoDB Streams and Kinesis Data Streams: record view"), with both images whatever the table's
 * own stream shows. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/stream_record.h"
#include "table/destination.h"
#include "uuid.h"

enum { KEY_SIZE = 33 };

/* All changes of an item have the same, so that they stay in order. */
static void partition_key(const struct write *write, char key[KEY_SIZE])
{
    uint64_t high = 1469598103934665603U ^ (uint64_t)write->table->id;
    uint64_t low = write->key->hash;
    const struct value_bytes *parts[] = {&write->key->pk, &write->key->sk};
    for (size_t p = 0; p < 2; p++) {
        for (size_t i = 0; i < parts[p]->size; i++) {
            high = (high ^ parts[p]->data[i]) * 1099511628211U;
            low = (low ^ (high >> 29)) * 6364136223846793005U + p;
        }
    }
    snprintf(key, KEY_SIZE, "%016" PRIX64 "%016" PRIX64, high, low);
}

/* Two changes of an item within a millisecond differ in what it was. */
static json_t *event_id(const struct write *write, const char *key)
{
    char id[UUID_SIZE];
    const char *old = write->old->text == NULL ? "" : write->old->text;
    uuid_of((const char *const[]){key, write->table->name, old, NULL}, (uint64_t)write->now_ms, id);
    return json_string(id);
}

static bool add_image(json_t *change, const char *name, json_t *item, size_t *size)
{
    *size += item == NULL ? 0 : value_item_size(item);
    return item == NULL || json_object_set(change, name, item) == 0;
}

static json_t *change_of(const struct write *write)
{
    const struct table *table = write->table;
    const json_t *item = write->item == NULL ? write->old->item : write->item;
    json_int_t at = (json_int_t)write->now_ms * (table->destination_micro ? 1000 : 1);
    json_t *keys = key_attributes(table, NULL, item);
    size_t size = keys == NULL ? 0 : value_item_size(keys);
    json_t *change = json_pack("{s:I, s:o}", "ApproximateCreationDateTime", at, "Keys", keys);
    if (change == NULL || !add_image(change, "NewImage", write->item, &size) ||
        !add_image(change, "OldImage", write->old->item, &size) ||
        json_object_set_new(change, "SizeBytes", json_integer((json_int_t)size)) != 0 ||
        (table->destination_micro &&
         json_object_set_new(change, "ApproximateCreationDateTimePrecision",
                             json_string("MICROSECOND")) != 0)) {
        json_decref(change);
        return NULL;
    }
    return change;
}

static json_t *identity(const struct write *write)
{
    return write->by_ttl
               ? json_pack("{s:s, s:s}", "type", "Service", "principalId", "dynamodb.amazonaws.com")
               : json_null();
}

static json_t *make(const struct write *write, const char *key)
{
    return json_pack("{s:s, s:o, s:s, s:o, s:s, s:s, s:o, s:s}", "awsRegion", write->table->region,
                     "eventID", event_id(write, key), "eventName", stream_event_name(write),
                     "userIdentity", identity(write), "recordFormat", "application/json",
                     "tableName", write->table->name, "dynamodb", change_of(write), "eventSource",
                     "aws:dynamodb");
}

bool destination_record(const struct write *write)
{
    char key[KEY_SIZE];
    const struct table *table = write->table;
    partition_key(write, key);
    json_t *record = make(write, key);
    char *text = record == NULL ? NULL : write->cloud->host->json_text(record, 0, NULL);
    bool ok = text != NULL &&
              store_outbox_add(write->store, &(struct store_parcel){.account = table->account,
                                                                    .region = table->region,
                                                                    .stream = table->destination,
                                                                    .key = key,
                                                                    .record = text,
                                                                    .since_ms = write->now_ms});
    free(text);
    json_decref(record);
    return ok;
}
