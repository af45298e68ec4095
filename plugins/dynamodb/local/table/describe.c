/* SPDX-License-Identifier: Apache-2.0 */
/* A table's description (API Reference, TableDescription). */
#include <string.h>

#include "table/encryption.h"
#include "table/table.h"
#include "table/throughput.h"
#include "text.h"

#define MS_PER_S 1000.0

json_t *table_arn(const struct table *table, const char *index)
{
    struct text text = {0};
    text_add(&text, "arn:aws:dynamodb:%s:%s:table/%s%s%s", table->region, table->account,
             table->name, index == NULL ? "" : "/index/", index == NULL ? "" : index);
    json_t *json = json_string(text_string(&text));
    text_free(&text);
    return json;
}

/* On-demand tables have zeros. */
static json_t *throughput(const json_t *holder)
{
    const json_t *given = json_object_get(holder, "ProvisionedThroughput");
    json_t *times = json_object_get(holder, "ThroughputTimes");
    json_t *json = json_pack("{s:i, s:I, s:I}", "NumberOfDecreasesToday", 0, "ReadCapacityUnits",
                             json_integer_value(json_object_get(given, "ReadCapacityUnits")),
                             "WriteCapacityUnits",
                             json_integer_value(json_object_get(given, "WriteCapacityUnits")));
    if (times != NULL && json_object_update(json, times) != 0) {
        json_decref(json);
        return NULL;
    }
    return json;
}

static bool set(json_t *json, const char *name, json_t *value)
{
    return json_object_set_new(json, name, value) == 0;
}

static json_t *describe_index(struct call *call, const struct table *table,
                              const struct index *index, const char *status)
{
    struct store_count count = {0};
    json_t *json = value_copy(index->definition);
    if (json == NULL || !store_count_entries(call->service->store, index->part, &count) ||
        !set(json, "IndexArn", table_arn(table, index->name)) ||
        !set(json, "IndexSizeBytes", json_integer(count.bytes)) ||
        !set(json, "ItemCount", json_integer(count.items)) ||
        (index->global &&
         (!set(json, "IndexStatus", json_string(status)) ||
          !set(json, "ProvisionedThroughput", throughput(index->definition)) ||
          !throughput_describe(json, index->definition, table->definition, status)))) {
        json_decref(json);
        return NULL;
    }
    return json;
}

static bool add_indexes(struct call *call, const struct table *table, json_t *json,
                        const char *status)
{
    /* indexes of a table that changes are usable all the time */
    const char *of_index = strcmp(status, "UPDATING") == 0 ? "ACTIVE" : status;
    for (size_t i = 0; i < table->n_indexes; i++) {
        const struct index *index = &table->indexes[i];
        const char *name = index->global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
        if (json_object_get(json, name) == NULL && !set(json, name, json_array()))
            return false;
        if (json_array_append_new(json_object_get(json, name),
                                  describe_index(call, table, index, of_index)) != 0)
            return false;
    }
    return true;
}

/* The mode counts as set when the table has been created, or changed. */
static bool add_billing(const struct table *table, json_t *json, double created)
{
    bool creating = table_says(json, "TableStatus", "CREATING");
    bool on_demand = table_says(table->definition, "BillingMode", "PAY_PER_REQUEST");
    const json_t *since = json_object_get(table->definition, "OnDemandSince");
    if (!set(json, "ProvisionedThroughput", throughput(table->definition)))
        return false;
    if (!on_demand && since == NULL)
        return true;
    json_t *summary =
        json_pack("{s:s}", "BillingMode", on_demand ? "PAY_PER_REQUEST" : "PROVISIONED");
    return set(json, "BillingModeSummary", summary) &&
           (creating || set(summary, "LastUpdateToPayPerRequestDateTime",
                            json_real(since == NULL ? created : json_real_value(since))));
}

/* When the class was changed is told; not that it is the usual one from the beginning. */
static bool add_class(const json_t *definition, json_t *json)
{
    json_t *class = json_object_get(definition, "TableClass");
    return class == NULL || set(json, "TableClassSummary",
                                json_pack("{s:O, s:O*}", "TableClass", class, "LastUpdateDateTime",
                                          json_object_get(definition, "ClassSince")));
}

static bool add_encryption(const struct table *table, json_t *json)
{
    json_t *sse = encryption_describe(table);
    return sse == NULL || set(json, "SSEDescription", sse);
}

static bool add_options(const struct table *table, json_t *json)
{
    const json_t *definition = table->definition;
    json_t *stream = json_object_get(definition, "StreamSpecification");
    bool protected = json_is_true(json_object_get(definition, "DeletionProtectionEnabled"));
    return set(json, "DeletionProtectionEnabled", json_boolean(protected)) &&
           add_class(definition, json) &&
           (!json_is_true(json_object_get(stream, "StreamEnabled")) ||
            json_object_set(json, "StreamSpecification", stream) == 0) &&
           add_encryption(table, json);
}

static bool add_stream(const struct table *table, json_t *json)
{
    const struct stream *stream = table->stream;
    return stream == NULL || (set(json, "LatestStreamArn", stream_arn(stream)) &&
                              set(json, "LatestStreamLabel", json_string(stream->label)));
}

/* Where the table was restored from; AWS is at it while the table is being created. */
static bool add_restore(const struct table *table, json_t *json, const char *status)
{
    json_t *summary = value_copy(json_object_get(table->definition, "RestoreSummary"));
    bool creating = strcmp(status, "CREATING") == 0;
    return summary == NULL ||
           (json_object_set_new(summary, "RestoreInProgress", json_boolean(creating)) == 0 &&
            set(json, "RestoreSummary", summary));
}

static json_t *begin(const struct table *table, const char *status, double created)
{
    return json_pack("{s:O, s:s, s:O, s:s, s:f, s:O, s:o}", "AttributeDefinitions",
                     json_object_get(table->definition, "AttributeDefinitions"), "TableName",
                     table->name, "KeySchema", json_object_get(table->definition, "KeySchema"),
                     "TableStatus", status, "CreationDateTime", created, "TableId",
                     json_object_get(table->definition, "TableId"), "TableArn",
                     table_arn(table, NULL));
}

json_t *table_describe(struct call *call, const struct table *table, const char *status)
{
    struct store_count count = {0};
    double created = (double)table->created_ms / MS_PER_S;
    json_t *json = begin(table, status, created);
    if (json == NULL || !store_count_items(call->service->store, table->part, &count) ||
        !set(json, "TableSizeBytes", json_integer(count.bytes)) ||
        !set(json, "ItemCount", json_integer(count.items)) || !add_billing(table, json, created) ||
        !throughput_describe(json, table->definition, table->definition, status) ||
        !add_indexes(call, table, json, status) || !add_options(table, json) ||
        !add_stream(table, json) || !add_restore(table, json, status)) {
        json_decref(json);
        fault_internal(&call->fault);
        return NULL;
    }
    return json;
}
