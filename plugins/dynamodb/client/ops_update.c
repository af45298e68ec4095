/* SPDX-License-Identifier: Apache-2.0 */
/* update_table: what it takes. What it answers stands in table_result.c. */
#include "client/ops.h"
#include "client/shapes.h"
#include "client/table_shapes.h"

static const char *const words_consistency[] = {"EVENTUAL", "STRONG", NULL};

/* clang-format off */
#define INDEX_NAME  {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."}
#define REGION_NAME {"RegionName", S_STRING, SLRUN_REQUIRED, "Region of the replica."}
/* clang-format on */

static PARAMS(index_update) = {
    INDEX_NAME,
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "Its new capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "Its new bounds."},
    {"WarmThroughput", S_STRUCTURE(table_warm), 0, "Throughput to be ready for."},
    PARAMS_END,
};

static PARAMS(index_delete) = {INDEX_NAME, PARAMS_END};

static PARAMS(index) = {
    {"Update", S_STRUCTURE(index_update), 0, "Changes the capacity of an index."},
    {"Create", S_STRUCTURE(table_global_index), 0, "Makes an index, and fills it."},
    {"Delete", S_STRUCTURE(index_delete), 0, "Deletes an index."},
    PARAMS_END,
};
static const struct slrun_shape index_shape = S_STRUCTURE(index);

static PARAMS(read_override) = {
    {"ReadCapacityUnits", S_INTEGER, 0, "Read units per second of this replica."},
    PARAMS_END,
};

static PARAMS(on_demand_override) = {
    {"MaxReadRequestUnits", S_INTEGER, 0, "Highest read units per second of this replica."},
    PARAMS_END,
};

static PARAMS(replica_index) = {
    INDEX_NAME,
    {"ProvisionedThroughputOverride", S_STRUCTURE(read_override), 0, "Capacity of its own."},
    {"OnDemandThroughputOverride", S_STRUCTURE(on_demand_override), 0, "Bounds of its own."},
    PARAMS_END,
};
static const struct slrun_shape replica_index_shape = S_STRUCTURE(replica_index);

static PARAMS(replica_settings) = {
    REGION_NAME,
    {"KMSMasterKeyId", S_STRING, 0, "Its KMS key."},
    {"ProvisionedThroughputOverride", S_STRUCTURE(read_override), 0, "Capacity of its own."},
    {"OnDemandThroughputOverride", S_STRUCTURE(on_demand_override), 0, "Bounds of its own."},
    {"GlobalSecondaryIndexes", S_LIST(replica_index_shape), 0, "Settings of its indexes."},
    {"TableClassOverride", S_WORD(words_class), 0, "A table class of its own."},
    PARAMS_END,
};

static const char *const words_disassociation[] = {"WAIT_FOR_REPLICATION", NULL};

static PARAMS(disassociate) = {
    REGION_NAME,
    {"DisassociationMode", S_WORD(words_disassociation), SLRUN_REQUIRED, "How it leaves."},
    PARAMS_END,
};

static PARAMS(region) = {REGION_NAME, PARAMS_END};

static PARAMS(replica) = {
    {"Create", S_STRUCTURE(replica_settings), 0, "Makes a replica."},
    {"Update", S_STRUCTURE(replica_settings), 0, "Changes a replica."},
    {"Delete", S_STRUCTURE(region), 0, "Deletes a replica."},
    {"Disassociate", S_STRUCTURE(disassociate), 0, "Lets a replica go."},
    PARAMS_END,
};
static const struct slrun_shape replica_shape = S_STRUCTURE(replica);

static PARAMS(witness) = {
    {"Create", S_STRUCTURE(region), 0, "Makes a witness."},
    {"Delete", S_STRUCTURE(region), 0, "Deletes a witness."},
    PARAMS_END,
};
static const struct slrun_shape witness_shape = S_STRUCTURE(witness);

static PARAMS(vector_index) = {
    {"Create", S_STRUCTURE(table_vector_index), 0, "Makes an index, and fills it."},
    {"Delete", S_STRUCTURE(index_delete), 0, "Deletes an index."},
    PARAMS_END,
};
static const struct slrun_shape vector_index_shape = S_STRUCTURE(vector_index);

PARAMS(update_table_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    {"AttributeDefinitions", S_LIST(table_attribute), 0, "Types of the keys of a new index."},
    {"BillingMode", S_WORD(words_billing), 0, "PROVISIONED or PAY_PER_REQUEST."},
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "The new capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "The new bounds."},
    {"WarmThroughput", S_STRUCTURE(table_warm), 0, "Throughput to be ready for."},
    {"GlobalSecondaryIndexUpdates", S_LIST(index_shape), 0, "One index may come or go."},
    {"VectorIndexUpdates", S_LIST(vector_index_shape), 0, "One index may come or go."},
    {"StreamSpecification", S_STRUCTURE(table_stream), 0, "Turns the stream on or off."},
    {"SSESpecification", S_STRUCTURE(table_sse), 0, "Encryption at rest."},
    {"ReplicaUpdates", S_LIST(replica_shape), 0, "Replicas in other regions."},
    {"GlobalTableWitnessUpdates", S_LIST(witness_shape), 0, "Witnesses of a global table."},
    {"GlobalTableSettingsReplicationMode", S_WORD(words_replication), 0,
     "Whether replicas take over settings."},
    {"MultiRegionConsistency", S_WORD(words_consistency), 0, "EVENTUAL or STRONG."},
    {"TableClass", S_WORD(words_class), 0, "The new table class."},
    {"DeletionProtectionEnabled", S_BOOLEAN, 0, "true: delete_table is refused."},
    {"DisassociationProtectionEnabled", S_BOOLEAN, 0, "true: no replica may leave."},
    PARAMS_END,
};
