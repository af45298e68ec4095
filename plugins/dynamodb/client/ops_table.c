/* SPDX-License-Identifier: Apache-2.0 */
/* create_table, describe_table, delete_table, list_tables: what they take, and the undo of a
 * create. What a table looks like in answers stands in table_result.c. */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "client/ops.h"
#include "client/shapes.h"
#include "client/table_shapes.h"

enum { TAGS_MAX = 50 }; /* of a table (Developer Guide, "Tagging restrictions") */

PARAMS(table_provisioned) = {
    {"ReadCapacityUnits", S_INTEGER, SLRUN_REQUIRED, "Read units per second."},
    {"WriteCapacityUnits", S_INTEGER, SLRUN_REQUIRED, "Write units per second."},
    PARAMS_END,
};

PARAMS(table_warm) = {
    {"ReadUnitsPerSecond", S_INTEGER, 0, "Reads per second that are supported at once."},
    {"WriteUnitsPerSecond", S_INTEGER, 0, "Writes per second that are supported at once."},
    PARAMS_END,
};

static PARAMS(local_index) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"KeySchema", S_LIST(table_key_element), SLRUN_REQUIRED, "The table's HASH, another RANGE."},
    {"Projection", S_STRUCTURE(table_projection), SLRUN_REQUIRED, "What is copied into the index."},
    PARAMS_END,
};
const struct slrun_shape table_local_index_shape = S_STRUCTURE(local_index);

PARAMS(table_global_index) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"KeySchema", S_LIST(table_key_element), SLRUN_REQUIRED, "Keys of the index."},
    {"Projection", S_STRUCTURE(table_projection), SLRUN_REQUIRED, "What is copied into the index."},
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "With PROVISIONED: its capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "With PAY_PER_REQUEST: its bounds."},
    {"WarmThroughput", S_STRUCTURE(table_warm), 0, "Throughput to be ready for."},
    PARAMS_END,
};
const struct slrun_shape table_global_index_shape = S_STRUCTURE(table_global_index);

PARAMS(table_vector_index) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"VectorAttribute", S_STRUCTURE(table_vector_attribute), SLRUN_REQUIRED, "What is indexed."},
    {"SearchSchema", S_LIST(table_search_element), 0, "Attributes that narrow a search."},
    {"Projection", S_STRUCTURE(table_projection), SLRUN_REQUIRED, "What is copied into the index."},
    {"Dimensions", S_INTEGER, SLRUN_REQUIRED, "Length of the vectors."},
    {"DistanceFunction", S_WORD(words_distance), SLRUN_REQUIRED, "How vectors are compared."},
    PARAMS_END,
};
const struct slrun_shape table_vector_index_shape = S_STRUCTURE(table_vector_index);

PARAMS(table_sse) = {
    {"Enabled", S_BOOLEAN, 0, "true: a KMS key; false: a key that DynamoDB owns."},
    {"SSEType", S_WORD(words_sse), 0, "KMS."},
    {"KMSMasterKeyId", S_STRING, 0, "Id, ARN or alias of the KMS key."},
    PARAMS_END,
};

PARAMS(create_table_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name of the table; put t.id into it."},
    {"AttributeDefinitions", S_LIST(table_attribute), 0, "Types of all key attributes."},
    {"KeySchema", S_LIST(table_key_element), 0, "HASH first, then RANGE if there is one."},
    {"LocalSecondaryIndexes", S_LIST(table_local_index_shape), 0,
     "Other sort keys of a partition."},
    {"GlobalSecondaryIndexes", S_LIST(table_global_index_shape), 0, "Indexes by other keys."},
    {"VectorIndexes", S_LIST(table_vector_index_shape), 0, "Indexes by likeness of vectors."},
    {"BillingMode", S_WORD(words_billing), 0, "PROVISIONED unless given."},
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "With PROVISIONED: the capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "With PAY_PER_REQUEST: the bounds."},
    {"WarmThroughput", S_STRUCTURE(table_warm), 0, "Throughput to be ready for."},
    {"StreamSpecification", S_STRUCTURE(table_stream), 0, "The stream of changes."},
    {"SSESpecification", S_STRUCTURE(table_sse), 0, "Encryption at rest."},
    {"Tags", S_LIST(shape_tag), 0, "Tags of the table."},
    {"TableClass", S_WORD(words_class), 0, "STANDARD unless given."},
    {"DeletionProtectionEnabled", S_BOOLEAN, 0, "true: delete_table is refused."},
    {"ResourcePolicy", S_STRING, 0, "A policy document (JSON) for the table."},
    {"GlobalTableSourceArn", S_STRING, 0, "ARN of a table that this one is to be a replica of."},
    {"GlobalTableSettingsReplicationMode", S_WORD(words_replication), 0,
     "Whether replicas take over settings."},
    PARAMS_END,
};

PARAMS(describe_table_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    PARAMS_END,
};

PARAMS(delete_table_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    PARAMS_END,
};

PARAMS(list_tables_params) = {
    {"ExclusiveStartTableName", S_STRING, 0, "LastEvaluatedTableName of the page before."},
    {"Limit", S_INTEGER, 0, "Names on a page, 1 to 100."},
    PARAMS_END,
};

PARAMS(list_tables_result) = {
    {"TableNames", S_LIST(shape_string), 0, "Names of tables."},
    {"LastEvaluatedTableName", S_STRING, 0, "There is more behind this name."},
    PARAMS_END,
};

int create_table_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo)
{
    (void)result; /* the name is all that is needed, and it is known before the call */
    const char *name = json_string_value(json_object_get(args, "TableName"));
    if (name == NULL)
        return 1;
    *undo = (struct slrun_undo){
        .kind = "table",
        .name = ctx->host->format(ctx, "%s", name),
        .op = "delete_table",
        .args = json_pack("{s:s}", "TableName", name),
        .gone = "ResourceNotFoundException",
        .busy = "ResourceInUseException",
        .tags_op = "tags_of_table", /* CreateTable is refused where there is a table */
        .tags_list = "Tags",
    };
    return 0;
}

int restore_table_undo(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                       struct slrun_undo *undo)
{
    json_t *of = json_pack("{s:O}", "TableName", json_object_get(args, "TargetTableName"));
    int undone = of == NULL ? 1 : create_table_undo(ctx, of, result, undo);
    undo->tags_op = undo->tags_list = NULL; /* a table that is restored has no tags */
    json_decref(of);
    return undone;
}

int create_table_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags)
{
    static const char *const names[] = {"Tags", "Key", "Value"};
    const json_t *list = json_object_get(args, "Tags");
    if (json_array_size(list) + json_object_size(tags) > TAGS_MAX)
        return 0; /* the service would refuse the table */
    return ctx->host->tags_add(ctx, args, names, tags);
}
