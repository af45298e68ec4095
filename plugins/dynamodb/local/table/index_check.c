/* SPDX-License-Identifier: Apache-2.0 */
/* Rules of indexes. */
#include <string.h>

#include <slrun/member.h>

#include "table/schema_check.h"
#include "table/table.h"
#include "table/throughput.h"

enum { PROJECTED_ATTRIBUTES_MAX = 100 };

static bool check_unique(const json_t *names, struct fault *fault)
{
    for (size_t i = 0; i < json_array_size(names); i++) {
        for (size_t j = 0; j < i; j++) {
            if (json_equal(json_array_get(names, i), json_array_get(names, j))) {
                return fault_invalid(fault, INVALID "Duplicate value in attribute name: %s",
                                     json_string_value(json_array_get(names, i)));
            }
        }
    }
    return true;
}

static bool check_projection(const json_t *index, struct fault *fault)
{
    const json_t *projection = json_object_get(index, "Projection");
    const json_t *names = json_object_get(projection, "NonKeyAttributes");
    const char *type = slrun_text(projection, "ProjectionType");
    if (type == NULL)
        return fault_invalid(fault, INVALID "Unknown ProjectionType: null");
    if (strcmp(type, "INCLUDE") == 0) {
        return names == NULL ? fault_invalid(fault, INVALID "ProjectionType is INCLUDE, but "
                                                            "NonKeyAttributes is not specified")
                             : check_unique(names, fault);
    }
    return names == NULL ||
           fault_invalid(fault, INVALID "ProjectionType is %s, but NonKeyAttributes is specified",
                         type);
}

static bool check_local(const json_t *args, const json_t *index, struct fault *fault)
{
    const json_t *schema = json_object_get(index, "KeySchema");
    const char *hash = schema_key(json_object_get(args, "KeySchema"), 0);
    if (json_array_size(schema) != 2) {
        return fault_invalid(fault,
                             INVALID "Index KeySchema does not have a range key for index: %s",
                             slrun_text(index, "IndexName"));
    }
    if (strcmp(schema_key(schema, 0), hash) != 0) {
        return fault_invalid(fault,
                             INVALID
                             "Index KeySchema does not have the same leading hash key as "
                             "table KeySchema for index: %s. index hash key: %s, table hash "
                             "key: %s",
                             slrun_text(index, "IndexName"), schema_key(schema, 0), hash);
    }
    return true;
}

static bool check_global(const json_t *args, const json_t *index, struct fault *fault)
{
    const json_t *throughput = json_object_get(index, "ProvisionedThroughput");
    bool on_demand = table_says(args, "BillingMode", "PAY_PER_REQUEST");
    if (on_demand && throughput != NULL) {
        return fault_invalid(fault,
                             INVALID "ProvisionedThroughput should not be specified for index: %s "
                                     "when BillingMode is PAY_PER_REQUEST",
                             slrun_text(index, "IndexName"));
    }
    return on_demand || throughput != NULL ||
           fault_invalid(fault, INVALID "ProvisionedThroughput is not specified for index: %s",
                         slrun_text(index, "IndexName"));
}

bool table_check_index(const json_t *args, const json_t *index, struct fault *fault)
{
    return schema_check_index(json_object_get(index, "KeySchema"),
                              json_object_get(args, "AttributeDefinitions"), fault) &&
           check_global(args, index, fault) && check_projection(index, fault) &&
           throughput_check_index(args, index, fault);
}

/* The check of a list of indexes; `names` collects the names of those seen so far. */
struct list {
    const json_t *args;
    json_t *names;
    bool global;
};

static bool check_index(const struct list *check, const json_t *index, struct fault *fault)
{
    const char *name = slrun_text(index, "IndexName");
    if (!(check->global ? schema_check_index : schema_check)(
            json_object_get(index, "KeySchema"),
            json_object_get(check->args, "AttributeDefinitions"), fault) ||
        !(check->global ? check_global : check_local)(check->args, index, fault) ||
        !check_projection(index, fault))
        return false;
    if (json_object_get(check->names, name) != NULL)
        return fault_invalid(fault, INVALID "Duplicate index name: %s", name);
    return json_object_set_new(check->names, name, json_true()) == 0 || fault_internal(fault);
}

static bool check_count(size_t count, bool global, struct fault *fault)
{
    if (global) {
        return count <= GLOBAL_INDEXES_MAX ||
               fault_invalid(fault, INVALID
                             "GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    return count <= LOCAL_INDEXES_MAX ||
           fault_invalid(fault,
                         INVALID "Number of LocalSecondaryIndexes exceeds per-table limit of 5");
}

static bool check_indexes(const struct list *check, struct fault *fault)
{
    const char *member = check->global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
    const json_t *indexes = json_object_get(check->args, member);
    size_t i;
    json_t *index;
    if (indexes == NULL)
        return true;
    if (json_array_size(indexes) == 0)
        return fault_invalid(fault, INVALID "List of %s is empty", member);
    if (!check->global && json_array_size(json_object_get(check->args, "KeySchema")) != 2) {
        return fault_invalid(fault, INVALID "Table KeySchema does not have a range key, which is "
                                            "required when specifying a LocalSecondaryIndex");
    }
    json_array_foreach (indexes, i, index)
        if (!check_index(check, index, fault))
            return false;
    return check_count(json_array_size(indexes), check->global, fault);
}

/* At most so many attributes may be projected into all indexes together. */
bool index_check_projected(const json_t *args, struct fault *fault)
{
    static const char *const members[] = {"LocalSecondaryIndexes", "GlobalSecondaryIndexes"};
    size_t total = 0;
    for (size_t m = 0; m < 2; m++) {
        size_t i;
        json_t *index;
        json_array_foreach (json_object_get(args, members[m]), i, index) {
            total += json_array_size(
                json_object_get(json_object_get(index, "Projection"), "NonKeyAttributes"));
        }
    }
    return total <= PROJECTED_ATTRIBUTES_MAX ||
           fault_invalid(fault, INVALID "Number of NonKeyAttributes in all indexes exceeds the "
                                        "per-table limit of 100");
}

bool index_check(const json_t *args, struct fault *fault)
{
    json_t *names = json_object();
    bool ok = names != NULL && check_indexes(&(struct list){args, names, false}, fault) &&
              check_indexes(&(struct list){args, names, true}, fault);
    json_decref(names);
    return ok;
}
