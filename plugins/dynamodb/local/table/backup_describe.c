/* SPDX-License-Identifier: Apache-2.0 */
/* What a backup tells of its table (API Reference, SourceTableDetails and
 * SourceTableFeatureDetails). */
#include "table/backup.h"

#include "table/table.h"

static bool take(json_t *to, const char *name, const json_t *from, const char *old_name)
{
    json_t *value = json_object_get(from, old_name);
    return value == NULL || json_object_set(to, name, value) == 0;
}

/* The units alone. */
static json_t *units(const json_t *description)
{
    const json_t *all = json_object_get(description, "ProvisionedThroughput");
    json_t *json = json_object();
    if (json == NULL || !take(json, "ReadCapacityUnits", all, "ReadCapacityUnits") ||
        !take(json, "WriteCapacityUnits", all, "WriteCapacityUnits")) {
        json_decref(json);
        return NULL;
    }
    return json;
}

json_t *backup_source(const struct table *table, const json_t *description)
{
    static const char *const same[] = {"TableName",         "TableId",   "TableArn",
                                       "KeySchema",         "ItemCount", "TableSizeBytes",
                                       "OnDemandThroughput"};
    bool on_demand = table_says(table->definition, "BillingMode", "PAY_PER_REQUEST");
    json_t *json = json_pack("{s:o, s:s}", "ProvisionedThroughput", units(description),
                             "BillingMode", on_demand ? "PAY_PER_REQUEST" : "PROVISIONED");
    bool ok = json != NULL && take(json, "TableCreationDateTime", description, "CreationDateTime");
    for (size_t i = 0; ok && i < sizeof same / sizeof *same; i++)
        ok = take(json, same[i], description, same[i]);
    if (!ok) {
        json_decref(json);
        return NULL;
    }
    return json;
}

static json_t *index_info(const json_t *index, bool global)
{
    static const char *const same[] = {"IndexName", "KeySchema", "Projection",
                                       "OnDemandThroughput"};
    json_t *json = json_object();
    bool ok = json != NULL;
    for (size_t i = 0; ok && i < sizeof same / sizeof *same; i++)
        ok = take(json, same[i], index, same[i]);
    if (!ok || (global && json_object_set_new(json, "ProvisionedThroughput", units(index)) != 0)) {
        json_decref(json);
        return NULL;
    }
    return json;
}

static bool add_indexes(json_t *json, const char *name, const json_t *description, bool global)
{
    const json_t *indexes = json_object_get(description, name);
    json_t *list = indexes == NULL ? NULL : json_array();
    for (size_t i = 0; i < json_array_size(indexes); i++) {
        if (json_array_append_new(list, index_info(json_array_get(indexes, i), global)) != 0) {
            json_decref(list);
            return false;
        }
    }
    return indexes == NULL || json_object_set_new(json, name, list) == 0;
}

json_t *backup_features(const struct table *table, const json_t *description)
{
    json_t *json = json_object();
    if (json == NULL || !add_indexes(json, "LocalSecondaryIndexes", description, false) ||
        !add_indexes(json, "GlobalSecondaryIndexes", description, true) ||
        !take(json, "StreamDescription", description, "StreamSpecification") ||
        !take(json, "SSEDescription", description, "SSEDescription") ||
        (table->ttl != NULL &&
         json_object_set_new(json, "TimeToLiveDescription",
                             json_pack("{s:s, s:s}", "TimeToLiveStatus", "ENABLED", "AttributeName",
                                       table->ttl)) != 0)) {
        json_decref(json);
        return NULL;
    }
    return json;
}
