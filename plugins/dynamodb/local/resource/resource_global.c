/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::DynamoDB::GlobalTable: what its replica in the stack's region is as a table. Capacity that
 * would be scaled begins with its seed, or its least. */
#include <string.h>

#include "expr/value.h"
#include "resource/resource_calls.h"

static bool take(json_t *to, const json_t *from, const char *name)
{
    json_t *value = json_object_get(from, name);
    return value == NULL || json_object_set(to, name, value) == 0;
}

static bool take_all(json_t *to, const json_t *from, const char *const *names)
{
    bool ok = true;
    for (; ok && *names != NULL; names++)
        ok = take(to, from, *names);
    return ok;
}

static const json_t *find(const json_t *list, const char *member, const char *value)
{
    size_t i;
    json_t *one;
    json_array_foreach ((json_t *)(uintptr_t)list, i, one) {
        const char *its = json_string_value(json_object_get(one, member));
        if (its != NULL && strcmp(its, value) == 0)
            return one;
    }
    return NULL;
}

/* Units of a holder's settings, as they are told or as scaling begins; NULL: it tells none. */
static json_t *units(const json_t *holder, const char *settings, const char *fixed,
                     const char *scaled)
{
    const json_t *of = json_object_get(holder, settings);
    const json_t *scaling = json_object_get(of, scaled);
    json_t *value = json_object_get(of, fixed);
    value = value == NULL ? json_object_get(scaling, "SeedCapacity") : value;
    return value == NULL ? json_object_get(scaling, "MinCapacity") : value;
}

/* ProvisionedThroughput and OnDemandThroughput: writes stand with the table or index, reads with
 * its replica. */
static bool set_units(json_t *to, const json_t *global, const json_t *replica)
{
    json_t *reads = units(replica, "ReadProvisionedThroughputSettings", "ReadCapacityUnits",
                          "ReadCapacityAutoScalingSettings");
    json_t *writes = units(global, "WriteProvisionedThroughputSettings", "WriteCapacityUnits",
                           "WriteCapacityAutoScalingSettings");
    json_t *most_reads = json_object_get(json_object_get(replica, "ReadOnDemandThroughputSettings"),
                                         "MaxReadRequestUnits");
    json_t *most_writes = json_object_get(
        json_object_get(global, "WriteOnDemandThroughputSettings"), "MaxWriteRequestUnits");
    return ((reads == NULL && writes == NULL) ||
            json_object_set_new(to, "ProvisionedThroughput",
                                json_pack("{s:O*, s:O*}", "ReadCapacityUnits", reads,
                                          "WriteCapacityUnits", writes)) == 0) &&
           ((most_reads == NULL && most_writes == NULL) ||
            json_object_set_new(to, "OnDemandThroughput",
                                json_pack("{s:O*, s:O*}", "MaxReadRequestUnits", most_reads,
                                          "MaxWriteRequestUnits", most_writes)) == 0);
}

static json_t *index_of(const json_t *index, const json_t *replica)
{
    static const char *const same[] = {"IndexName", "KeySchema", "Projection", "WarmThroughput",
                                       NULL};
    const json_t *its = find(json_object_get(replica, "GlobalSecondaryIndexes"), "IndexName",
                             json_string_value(json_object_get(index, "IndexName")));
    json_t *one = json_object();
    if (one == NULL || !take_all(one, index, same) ||
        !take(one, its, "ContributorInsightsSpecification") || !set_units(one, index, its)) {
        json_decref(one);
        return NULL;
    }
    return one;
}

static bool set_indexes(json_t *to, const json_t *global, const json_t *replica)
{
    const json_t *indexes = json_object_get(global, "GlobalSecondaryIndexes");
    json_t *list = indexes == NULL ? NULL : json_array();
    for (size_t i = 0; i < json_array_size(indexes); i++) {
        if (json_array_append_new(list, index_of(json_array_get(indexes, i), replica)) != 0) {
            json_decref(list);
            return false;
        }
    }
    return indexes == NULL || json_object_set_new(to, "GlobalSecondaryIndexes", list) == 0;
}

/* The key is the replica's. */
static bool set_encryption(json_t *to, const json_t *global, const json_t *replica)
{
    const json_t *sse = json_object_get(global, "SSESpecification");
    json_t *one = sse == NULL ? NULL : value_copy(sse);
    return sse == NULL ||
           (take(one, json_object_get(replica, "SSESpecification"), "KMSMasterKeyId") &&
            json_object_set_new(to, "SSESpecification", one) == 0);
}

json_t *resource_of_global(const json_t *properties, const char *region)
{
    static const char *const of_all[] = {
        "TableName",   "AttributeDefinitions", "KeySchema",      "LocalSecondaryIndexes",
        "BillingMode", "StreamSpecification",  "WarmThroughput", "TimeToLiveSpecification",
        NULL};
    static const char *const of_replica[] = {"ContributorInsightsSpecification",
                                             "PointInTimeRecoverySpecification",
                                             "TableClass",
                                             "DeletionProtectionEnabled",
                                             "Tags",
                                             "KinesisStreamSpecification",
                                             "ResourcePolicy",
                                             NULL};
    const json_t *replica = find(json_object_get(properties, "Replicas"), "Region", region);
    json_t *table = replica == NULL ? NULL : json_object();
    if (table == NULL || !take_all(table, properties, of_all) ||
        !take_all(table, replica, of_replica) || !set_units(table, properties, replica) ||
        !set_indexes(table, properties, replica) || !set_encryption(table, properties, replica)) {
        json_decref(table);
        return NULL;
    }
    return table;
}
