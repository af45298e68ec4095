/* SPDX-License-Identifier: Apache-2.0 */
/* The rules of CreateTable (API Reference, CreateTable; Developer Guide, "Service quotas"). */
#include <string.h>

#include <slrun/member.h>

#include "table/encryption.h"
#include "table/table.h"
#include "table/throughput.h"
#include "text.h"

#define INVALID "One or more parameter values were invalid: "

#define CAPACITY_UNITS_MAX 1000000000000 /* greater ones AWS calls out of bounds */

enum { PROJECTED_ATTRIBUTES_MAX = 100 };

bool table_says(const json_t *json, const char *name, const char *word)
{
    const char *value = slrun_text(json, name);
    return value != NULL && strcmp(value, word) == 0;
}

static const char *key_name(const json_t *schema, size_t at)
{
    return slrun_text(json_array_get(schema, at), "AttributeName");
}

static bool is_defined(const json_t *definitions, const char *name)
{
    for (size_t i = 0; i < json_array_size(definitions); i++) {
        if (strcmp(key_name(definitions, i), name) == 0) {
            return true;
        }
    }
    return false;
}

static void list_names(const json_t *elements, struct text *out)
{
    for (size_t i = 0; i < json_array_size(elements); i++) {
        text_add(out, "%s%s", i == 0 ? "" : ", ", key_name(elements, i));
    }
}

static bool check_defined(const json_t *schema, const json_t *definitions, struct fault *fault)
{
    bool ok = true;
    for (size_t i = 0; i < json_array_size(schema); i++) {
        ok = ok && is_defined(definitions, key_name(schema, i));
    }
    if (!ok) {
        struct text keys = {0};
        struct text names = {0};
        list_names(schema, &keys);
        list_names(definitions, &names);
        fault_invalid(fault,
                      INVALID "Some index key attributes are not defined in AttributeDefinitions. "
                              "Keys: [%s], AttributeDefinitions: [%s]",
                      text_string(&keys), text_string(&names));
        text_free(&keys);
        text_free(&names);
    }
    return ok;
}

static bool is_kind(const json_t *schema, size_t at, const char *kind)
{
    return table_says(json_array_get(schema, at), "KeyType", kind);
}

static bool check_different(const json_t *schema, struct fault *fault)
{
    for (size_t i = 0; i < json_array_size(schema); i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(key_name(schema, i), key_name(schema, j)) == 0) {
                return fault_invalid(fault, "Both the Hash Key and the Range Key element in the "
                                            "KeySchema have the same name");
            }
        }
    }
    return true;
}

static bool check_schema(const json_t *schema, const json_t *definitions, struct fault *fault)
{
    if (!check_defined(schema, definitions, fault) || !check_different(schema, fault)) {
        return false;
    }
    if (!is_kind(schema, 0, "HASH")) {
        return fault_invalid(
            fault, "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    return json_array_size(schema) != 2 || is_kind(schema, 1, "RANGE") ||
           fault_invalid(fault,
                         "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
}

/* Of a global index: up to four elements of a kind, those of the partition key first. What AWS says
 * to more is not known. */
static bool check_parts(const json_t *schema, struct fault *fault)
{
    size_t n = json_array_size(schema), hash = 0;
    while (hash < n && is_kind(schema, hash, "HASH")) {
        hash++;
    }
    for (size_t i = hash; i < n; i++) {
        if (!is_kind(schema, i, "RANGE")) {
            return fault_invalid(fault, "Invalid KeySchema: HASH key elements must precede "
                                        "RANGE key elements");
        }
    }
    return (hash <= EXPR_KEY_PART_MAX && n - hash <= EXPR_KEY_PART_MAX) ||
           fault_invalid(
               fault,
               "Invalid KeySchema: An index has at most %d HASH key elements and %d RANGE "
               "key elements",
               EXPR_KEY_PART_MAX, EXPR_KEY_PART_MAX);
}

static bool check_global_schema(const json_t *schema, const json_t *definitions,
                                struct fault *fault)
{
    if (!check_defined(schema, definitions, fault) || !check_different(schema, fault)) {
        return false;
    }
    return is_kind(schema, 0, "HASH")
               ? check_parts(schema, fault)
               : fault_invalid(
                     fault, "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
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
            if (strcmp(key_name(definitions, i), key_name(definitions, j)) == 0) {
                return fault_invalid(fault, "Attribute Name is duplicated: %s",
                                     key_name(definitions, i));
            }
        }
    }
    return true;
}

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
    if (type == NULL) {
        return fault_invalid(fault, INVALID "Unknown ProjectionType: null");
    }
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
    const char *hash = key_name(json_object_get(args, "KeySchema"), 0);
    if (json_array_size(schema) != 2) {
        return fault_invalid(fault,
                             INVALID "Index KeySchema does not have a range key for index: %s",
                             slrun_text(index, "IndexName"));
    }
    if (strcmp(key_name(schema, 0), hash) != 0) {
        return fault_invalid(fault,
                             INVALID
                             "Index KeySchema does not have the same leading hash key as "
                             "table KeySchema for index: %s. index hash key: %s, table hash "
                             "key: %s",
                             slrun_text(index, "IndexName"), key_name(schema, 0), hash);
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
    return check_global_schema(json_object_get(index, "KeySchema"),
                               json_object_get(args, "AttributeDefinitions"), fault) &&
           check_global(args, index, fault) && check_projection(index, fault) &&
           throughput_check_index(args, index, fault);
}

/* The check of a list of indexes; `names` collects the names of those seen so far. */
struct index_check {
    const json_t *args;
    json_t *names;
    bool global;
};

static bool check_index(const struct index_check *check, const json_t *index, struct fault *fault)
{
    const char *name = slrun_text(index, "IndexName");
    if (!(check->global ? check_global_schema : check_schema)(
            json_object_get(index, "KeySchema"),
            json_object_get(check->args, "AttributeDefinitions"), fault) ||
        !(check->global ? check_global : check_local)(check->args, index, fault) ||
        !check_projection(index, fault)) {
        return false;
    }
    if (json_object_get(check->names, name) != NULL) {
        return fault_invalid(fault, INVALID "Duplicate index name: %s", name);
    }
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

static bool check_indexes(const struct index_check *check, struct fault *fault)
{
    const char *member = check->global ? "GlobalSecondaryIndexes" : "LocalSecondaryIndexes";
    const json_t *indexes = json_object_get(check->args, member);
    size_t i;
    json_t *index;
    if (indexes == NULL) {
        return true;
    }
    if (json_array_size(indexes) == 0) {
        return fault_invalid(fault, INVALID "List of %s is empty", member);
    }
    if (!check->global && json_array_size(json_object_get(check->args, "KeySchema")) != 2) {
        return fault_invalid(fault, INVALID "Table KeySchema does not have a range key, which is "
                                            "required when specifying a LocalSecondaryIndex");
    }
    json_array_foreach (indexes, i, index) {
        if (!check_index(check, index, fault)) {
            return false;
        }
    }
    return check_count(json_array_size(indexes), check->global, fault);
}

static bool uses(const json_t *holder, const char *name)
{
    return is_defined(json_object_get(holder, "KeySchema"), name);
}

static bool any_uses(const json_t *indexes, const char *name)
{
    for (size_t i = 0; i < json_array_size(indexes); i++) {
        if (uses(json_array_get(indexes, i), name)) {
            return true;
        }
    }
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
        const char *name = key_name(definitions, i);
        if (!uses(args, name) && !any_uses(local, name) && !any_uses(global, name)) {
            return fault_invalid(fault,
                                 INVALID "Some AttributeDefinitions are not used. "
                                         "AttributeDefinitions: [%s]",
                                 name);
        }
    }
    return true;
}

/* At most so many attributes may be projected into all indexes together. */
static bool check_projected(const json_t *args, struct fault *fault)
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
        !check_definitions(args, fault)) {
        return false;
    }
    if (json_array_size(schema) > json_array_size(definitions)) {
        return fault_invalid(fault,
                             "Invalid KeySchema: Some index key attribute have no definition");
    }
    json_t *names = json_object();
    bool ok = names != NULL && check_schema(schema, definitions, fault) &&
              check_indexes(&(struct index_check){args, names, false}, fault) &&
              check_indexes(&(struct index_check){args, names, true}, fault) &&
              check_spurious(args, fault) && check_projected(args, fault) &&
              table_check_stream(args, fault) && throughput_check(args, fault) &&
              encryption_check(args, fault);
    json_decref(names);
    return ok;
}
