/* SPDX-License-Identifier: Apache-2.0 */
/* The rules of CreateTable (API Reference, CreateTable; Developer Guide, "Service quotas"). */
#include <string.h>

#include <slrun/member.h>

#include "table/encryption.h"
#include "table/schema_check.h"
#include "table/table.h"
#include "table/throughput.h"

#define CAPACITY_UNITS_MAX 1000000000000 /* greater ones AWS calls out of bounds */

bool table_says(const json_t *json, const char *name, const char *word)
{
    const char *value = slrun_text(json, name);
    return value != NULL && strcmp(value, word) == 0;
}

bool table_check_units(const json_t *throughput, struct fault *fault)
{
    static const char *const units[] = {"ReadCapacityUnits", "WriteCapacityUnits"};
    for (size_t i = 0; i < 2; i++) {
        json_int_t value = json_integer_value(json_object_get(throughput, units[i]));
        if (value > CAPACITY_UNITS_MAX) {
            return fault_invalid(fault, "Given value %lld for %s is out of bounds",
                                 (long long)value, units[i]);
        }
    }
    return true;
}

static bool check_billing(const json_t *args, struct fault *fault)
{
    const json_t *throughput = json_object_get(args, "ProvisionedThroughput");
    if (table_says(args, "BillingMode", "PAY_PER_REQUEST")) {
        return throughput == NULL ||
               fault_invalid(fault,
                             INVALID "Neither ReadCapacityUnits nor WriteCapacityUnits can be "
                                     "specified when BillingMode is PAY_PER_REQUEST");
    }
    if (throughput == NULL) {
        return fault_invalid(fault, INVALID "ReadCapacityUnits and WriteCapacityUnits must both be "
                                            "specified when BillingMode is PROVISIONED");
    }
    return table_check_units(throughput, fault);
}

static bool check_definitions(const json_t *args, struct fault *fault)
{
    const json_t *definitions = json_object_get(args, "AttributeDefinitions");
    for (size_t i = 0; i < json_array_size(definitions); i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(schema_key(definitions, i), schema_key(definitions, j)) == 0) {
                return fault_invalid(fault, "Attribute Name is duplicated: %s",
                                     schema_key(definitions, i));
            }
        }
    }
    return true;
}

static bool uses(const json_t *holder, const char *name)
{
    return schema_defines(json_object_get(holder, "KeySchema"), name);
}

static bool any_uses(const json_t *indexes, const char *name)
{
    for (size_t i = 0; i < json_array_size(indexes); i++)
        if (uses(json_array_get(indexes, i), name))
            return true;
    return false;
}

/* An attribute may be defined only if a key has it. */
static bool check_spurious(const json_t *args, struct fault *fault)
{
    const json_t *definitions = json_object_get(args, "AttributeDefinitions");
    const json_t *local = json_object_get(args, "LocalSecondaryIndexes");
    const json_t *global = json_object_get(args, "GlobalSecondaryIndexes");
    if (local == NULL && global == NULL) {
        return json_array_size(definitions) ==
                   json_array_size(json_object_get(args, "KeySchema")) ||
               fault_invalid(fault, INVALID "Number of attributes in KeySchema does not exactly "
                                            "match number of attributes defined in "
                                            "AttributeDefinitions");
    }
    for (size_t i = 0; i < json_array_size(definitions); i++) {
        const char *name = schema_key(definitions, i);
        if (!uses(args, name) && !any_uses(local, name) && !any_uses(global, name)) {
            return fault_invalid(fault,
                                 INVALID "Some AttributeDefinitions are not used. "
                                         "AttributeDefinitions: [%s]",
                                 name);
        }
    }
    return true;
}

bool table_check_stream(const json_t *args, struct fault *fault)
{
    const json_t *stream = json_object_get(args, "StreamSpecification");
    bool enabled = json_is_true(json_object_get(stream, "StreamEnabled"));
    const char *view = slrun_text(stream, "StreamViewType");
    if (enabled && view == NULL) {
        return fault_invalid(fault,
                             INVALID "StreamViewType is required when StreamEnabled is true");
    }
    return enabled || view == NULL ||
           fault_invalid(fault, INVALID "Table is not stream enabled: StreamViewType cannot be "
                                        "specified when StreamEnabled is false");
}

bool table_check_served(const json_t *args, struct fault *fault)
{
    static const struct {
        const char *member;
        const char *what;
    } rows[] = {{"VectorIndexes", "vector indexes"},
                {"VectorIndexUpdates", "vector indexes"},
                {"VectorIndexOverride", "vector indexes"},
                {"ReplicaUpdates", "replicas in other regions"},
                {"GlobalTableWitnessUpdates", "replicas in other regions"},
                {"GlobalTableSourceArn", "replicas of tables"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (json_object_get(args, rows[i].member) != NULL) {
            return fault_invalid(fault, INVALID "%s: the local cloud has no %s", rows[i].member,
                                 rows[i].what);
        }
    }
    return true;
}

bool table_check(const json_t *args, struct fault *fault)
{
    const json_t *schema = json_object_get(args, "KeySchema");
    const json_t *definitions = json_object_get(args, "AttributeDefinitions");
    if (!table_check_served(args, fault) || !check_billing(args, fault) ||
        !check_definitions(args, fault))
        return false;
    if (json_array_size(schema) > json_array_size(definitions)) {
        return fault_invalid(fault,
                             "Invalid KeySchema: Some index key attribute have no definition");
    }
    return schema_check(schema, definitions, fault) && index_check(args, fault) &&
           check_spurious(args, fault) && index_check_projected(args, fault) &&
           table_check_stream(args, fault) && throughput_check(args, fault) &&
           encryption_check(args, fault);
}
