/* SPDX-License-Identifier: Apache-2.0 */
/* What create_table, update_table, describe_table and delete_table answer: a TableDescription. */
#include "client/ops.h"
#include "client/table_shapes.h"

static PARAMS(throughput) = {
    {"LastIncreaseDateTime", S_TIMESTAMP, 0, "When it was last raised."},
    {"LastDecreaseDateTime", S_TIMESTAMP, 0, "When it was last lowered."},
    {"NumberOfDecreasesToday", S_INTEGER, 0, "How often it was lowered this day (UTC)."},
    {"ReadCapacityUnits", S_INTEGER, 0, "Read units per second."},
    {"WriteCapacityUnits", S_INTEGER, 0, "Write units per second."},
    PARAMS_END,
};

static PARAMS(warm) = {
    {"ReadUnitsPerSecond", S_INTEGER, 0, "Reads per second that are supported at once."},
    {"WriteUnitsPerSecond", S_INTEGER, 0, "Writes per second that are supported at once."},
    {"Status", S_STRING, 0, "Status of the change to it."},
    PARAMS_END,
};

static PARAMS(local_index) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys of the index."},
    {"Projection", S_STRUCTURE(table_projection), 0, "What the index holds."},
    {"IndexSizeBytes", S_INTEGER, 0, "Size, some hours old."},
    {"ItemCount", S_INTEGER, 0, "Items, some hours old."},
    {"IndexArn", S_STRING, 0, "ARN of the index."},
    PARAMS_END,
};
static const struct slrun_shape local_index_shape = S_STRUCTURE(local_index);

static PARAMS(global_index) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys of the index."},
    {"Projection", S_STRUCTURE(table_projection), 0, "What the index holds."},
    {"IndexStatus", S_STRING, 0, "CREATING, UPDATING, DELETING or ACTIVE."},
    {"Backfilling", S_BOOLEAN, 0, "Whether items of the table are being taken in."},
    {"ProvisionedThroughput", S_STRUCTURE(throughput), 0, "Capacity of the index."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "Bounds of its use."},
    {"WarmThroughput", S_STRUCTURE(warm), 0, "Throughput it is ready for."},
    {"IndexSizeBytes", S_INTEGER, 0, "Size, some hours old."},
    {"ItemCount", S_INTEGER, 0, "Items, some hours old."},
    {"IndexArn", S_STRING, 0, "ARN of the index."},
    PARAMS_END,
};
static const struct slrun_shape global_index_shape = S_STRUCTURE(global_index);

static PARAMS(vector_index) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"SearchSchema", S_LIST(table_search_element), 0, "Attributes that narrow a search."},
    {"Projection", S_STRUCTURE(table_projection), 0, "What the index holds."},
    {"VectorAttribute", S_STRUCTURE(table_vector_attribute), 0, "What is indexed."},
    {"Dimensions", S_INTEGER, 0, "Length of the vectors."},
    {"DistanceFunction", S_WORD(words_distance), 0, "How vectors are compared."},
    {"IndexStatus", S_STRING, 0, "CREATING, UPDATING, DELETING or ACTIVE."},
    {"Backfilling", S_BOOLEAN, 0, "Whether items of the table are being taken in."},
    {"IndexSizeBytes", S_INTEGER, 0, "Size, some hours old."},
    {"ItemCount", S_INTEGER, 0, "Items, some hours old."},
    {"IndexArn", S_STRING, 0, "ARN of the index."},
    PARAMS_END,
};
static const struct slrun_shape vector_index_shape = S_STRUCTURE(vector_index);

static PARAMS(billing) = {
    {"BillingMode", S_WORD(words_billing), 0, "PROVISIONED or PAY_PER_REQUEST."},
    {"LastUpdateToPayPerRequestDateTime", S_TIMESTAMP, 0, "When it last became the latter."},
    PARAMS_END,
};

static PARAMS(table_class) = {
    {"TableClass", S_WORD(words_class), 0, "STANDARD or STANDARD_INFREQUENT_ACCESS."},
    {"LastUpdateDateTime", S_TIMESTAMP, 0, "When it was last changed."},
    PARAMS_END,
};

static PARAMS(read_override) = {
    {"ReadCapacityUnits", S_INTEGER, 0, "Read units per second of this replica."},
    PARAMS_END,
};

static PARAMS(on_demand_override) = {
    {"MaxReadRequestUnits", S_INTEGER, 0, "Highest read units per second of this replica."},
    PARAMS_END,
};

static PARAMS(replica_index) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"ProvisionedThroughputOverride", S_STRUCTURE(read_override), 0, "Capacity of its own."},
    {"OnDemandThroughputOverride", S_STRUCTURE(on_demand_override), 0, "Bounds of its own."},
    {"WarmThroughput", S_STRUCTURE(warm), 0, "Throughput it is ready for."},
    PARAMS_END,
};
static const struct slrun_shape replica_index_shape = S_STRUCTURE(replica_index);

static PARAMS(replica) = {
    {"RegionName", S_STRING, 0, "Region of the replica."},
    {"ReplicaStatus", S_STRING, 0, "ACTIVE when it is usable."},
    {"ReplicaArn", S_STRING, 0, "ARN of the replica."},
    {"ReplicaStatusDescription", S_STRING, 0, "More about its status."},
    {"ReplicaStatusPercentProgress", S_STRING, 0, "How much has been copied."},
    {"KMSMasterKeyId", S_STRING, 0, "Its KMS key."},
    {"ProvisionedThroughputOverride", S_STRUCTURE(read_override), 0, "Capacity of its own."},
    {"OnDemandThroughputOverride", S_STRUCTURE(on_demand_override), 0, "Bounds of its own."},
    {"WarmThroughput", S_STRUCTURE(warm), 0, "Throughput it is ready for."},
    {"GlobalSecondaryIndexes", S_LIST(replica_index_shape), 0, "Settings of its indexes."},
    {"ReplicaInaccessibleDateTime", S_TIMESTAMP, 0, "Since when it cannot be reached."},
    {"ReplicaTableClassSummary", S_STRUCTURE(table_class), 0, "Its table class."},
    {"GlobalTableSettingsReplicationMode", S_WORD(words_replication), 0, "Of settings."},
    PARAMS_END,
};
static const struct slrun_shape replica_shape = S_STRUCTURE(replica);

static PARAMS(witness) = {
    {"RegionName", S_STRING, 0, "Region of the witness."},
    {"WitnessStatus", S_STRING, 0, "CREATING, DELETING or ACTIVE."},
    PARAMS_END,
};
static const struct slrun_shape witness_shape = S_STRUCTURE(witness);

static PARAMS(restore) = {
    {"SourceBackupArn", S_STRING, 0, "The backup it was made from."},
    {"SourceTableArn", S_STRING, 0, "The table of that backup."},
    {"RestoreDateTime", S_TIMESTAMP, 0, "The moment that was restored."},
    {"RestoreInProgress", S_BOOLEAN, 0, "Whether it goes on."},
    PARAMS_END,
};

static PARAMS(encryption) = {
    {"Status", S_STRING, 0, "ENABLED, UPDATING..."},
    {"SSEType", S_WORD(words_sse), 0, "KMS."},
    {"KMSMasterKeyArn", S_STRING, 0, "ARN of the key."},
    {"InaccessibleEncryptionDateTime", S_TIMESTAMP, 0, "Since when the key cannot be used."},
    PARAMS_END,
};

static PARAMS(archival) = {
    {"ArchivalDateTime", S_TIMESTAMP, 0, "When the table was archived."},
    {"ArchivalReason", S_STRING, 0, "Why."},
    {"ArchivalBackupArn", S_STRING, 0, "The backup that was made of it."},
    PARAMS_END,
};

static PARAMS(table) = {
    {"TableName", S_STRING, 0, "Name of the table."},
    {"TableStatus", S_STRING, 0, "CREATING, UPDATING, DELETING, ACTIVE..."},
    {"TableArn", S_STRING, 0, "ARN of the table."},
    {"TableId", S_STRING, 0, "Id of the table, never used again."},
    {"CreationDateTime", S_TIMESTAMP, 0, "When it was created."},
    {"AttributeDefinitions", S_LIST(table_attribute), 0, "Types of all key attributes."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys of the table."},
    {"ItemCount", S_INTEGER, 0, "Items, some hours old."},
    {"TableSizeBytes", S_INTEGER, 0, "Size, some hours old."},
    {"ProvisionedThroughput", S_STRUCTURE(throughput), 0, "Capacity of the table."},
    {"BillingModeSummary", S_STRUCTURE(billing), 0, "How its use is paid for."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "Bounds of its use."},
    {"WarmThroughput", S_STRUCTURE(warm), 0, "Throughput it is ready for."},
    {"LocalSecondaryIndexes", S_LIST(local_index_shape), 0, "Its local secondary indexes."},
    {"GlobalSecondaryIndexes", S_LIST(global_index_shape), 0, "Its global secondary indexes."},
    {"VectorIndexes", S_LIST(vector_index_shape), 0, "Its vector indexes."},
    {"StreamSpecification", S_STRUCTURE(table_stream), 0, "Its stream of changes."},
    {"LatestStreamLabel", S_STRING, 0, "When that stream was made, as text."},
    {"LatestStreamArn", S_STRING, 0, "ARN of that stream."},
    {"GlobalTableVersion", S_STRING, 0, "With replicas: the version of global tables."},
    {"Replicas", S_LIST(replica_shape), 0, "Its replicas."},
    {"GlobalTableWitnesses", S_LIST(witness_shape), 0, "Its witnesses."},
    {"GlobalTableSettingsReplicationMode", S_WORD(words_replication), 0, "Of settings."},
    {"MultiRegionConsistency", S_STRING, 0, "EVENTUAL or STRONG."},
    {"RestoreSummary", S_STRUCTURE(restore), 0, "The backup it was made from."},
    {"SSEDescription", S_STRUCTURE(encryption), 0, "Its encryption at rest."},
    {"ArchivalSummary", S_STRUCTURE(archival), 0, "How it was archived."},
    {"TableClassSummary", S_STRUCTURE(table_class), 0, "Its table class."},
    {"DeletionProtectionEnabled", S_BOOLEAN, 0, "Whether delete_table is refused."},
    {"DisassociationProtectionEnabled", S_BOOLEAN, 0, "Whether leaving its replicas is refused."},
    PARAMS_END,
};

PARAMS(create_table_result) = {
    {"TableDescription", S_STRUCTURE(table), 0, "The table as it will be."},
    PARAMS_END,
};

PARAMS(describe_table_result) = {
    {"Table", S_STRUCTURE(table), 0, "State, keys, indexes and settings of the table."},
    PARAMS_END,
};

PARAMS(update_table_result) = {
    {"TableDescription", S_STRUCTURE(table), 0, "The table, as it begins to change."},
    PARAMS_END,
};

PARAMS(delete_table_result) = {
    {"TableDescription", S_STRUCTURE(table), 0, "The table as it was."},
    PARAMS_END,
};
