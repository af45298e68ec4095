/* SPDX-License-Identifier: Apache-2.0 */
/* Properties of AWS::DynamoDB::Table and AWS::DynamoDB::GlobalTable. */
#include <slrun/table.h>

#include "resource/resource.h"

/* clang-format off */
#define PARAMS(name_)         static const struct slrun_param name_[]
#define END                   {.name = NULL}
/* clang-format on */

#define UNUSED "Accepted, and without effect here."

static const struct slrun_shape string_shape = S_STRING;

PARAMS(tag_members) = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    END,
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);

PARAMS(attribute_members) = {
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Name of the attribute."},
    {"AttributeType", S_STRING, SLRUN_REQUIRED, "S, N or B."},
    END,
};
static const struct slrun_shape attribute_shape = S_STRUCTURE(attribute_members);

PARAMS(key_members) = {
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Name of the attribute."},
    {"KeyType", S_STRING, SLRUN_REQUIRED, "HASH or RANGE."},
    END,
};
static const struct slrun_shape key_shape = S_STRUCTURE(key_members);

PARAMS(projection_members) = {
    {"ProjectionType", S_STRING, 0, "ALL, KEYS_ONLY or INCLUDE."},
    {"NonKeyAttributes", S_LIST(string_shape), 0, "With INCLUDE: which."},
    END,
};

PARAMS(recovery_members) = {
    {"PointInTimeRecoveryEnabled", S_BOOLEAN, 0, "Whether it is on."},
    {"RecoveryPeriodInDays", S_INTEGER, 0, "How far back, 1 to 35."},
    END,
};

PARAMS(insights_members) = {
    {"Enabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether they are on."},
    {"Mode", S_STRING, 0, "Which keys are counted."},
    END,
};

PARAMS(kinesis_members) = {
    {"StreamArn", S_STRING, SLRUN_REQUIRED, "ARN of the stream of Kinesis."},
    {"ApproximateCreationDateTimePrecision", S_STRING, 0, "MILLISECOND or MICROSECOND."},
    END,
};

PARAMS(policy_members) = {
    {"PolicyDocument", S_DOCUMENT, SLRUN_REQUIRED, "The policy."},
    END,
};

PARAMS(throughput_members) = {
    {"ReadCapacityUnits", S_INTEGER, SLRUN_REQUIRED, "Read units a second."},
    {"WriteCapacityUnits", S_INTEGER, SLRUN_REQUIRED, "Write units a second."},
    END,
};

PARAMS(on_demand_members) = {
    {"MaxReadRequestUnits", S_INTEGER, 0, "Read units a second at most."},
    {"MaxWriteRequestUnits", S_INTEGER, 0, "Write units a second at most."},
    END,
};

PARAMS(warm_members) = {
    {"ReadUnitsPerSecond", S_INTEGER, 0, "Reads a second to be ready for."},
    {"WriteUnitsPerSecond", S_INTEGER, 0, "Writes a second to be ready for."},
    END,
};

PARAMS(local_index_members) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"KeySchema", S_LIST(key_shape), SLRUN_REQUIRED, "Keys of the index."},
    {"Projection", S_STRUCTURE(projection_members), SLRUN_REQUIRED, "What it holds."},
    END,
};
static const struct slrun_shape local_index_shape = S_STRUCTURE(local_index_members);

PARAMS(global_index_members) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"KeySchema", S_LIST(key_shape), SLRUN_REQUIRED, "Keys of the index."},
    {"Projection", S_STRUCTURE(projection_members), SLRUN_REQUIRED, "What it holds."},
    {"ProvisionedThroughput", S_STRUCTURE(throughput_members), 0, "Its capacity."},
    {"OnDemandThroughput", S_STRUCTURE(on_demand_members), 0, "Its bounds."},
    {"WarmThroughput", S_STRUCTURE(warm_members), 0, "What to be ready for."},
    {"ContributorInsightsSpecification", S_STRUCTURE(insights_members), 0, "Insights."},
    END,
};
static const struct slrun_shape global_index_shape = S_STRUCTURE(global_index_members);

PARAMS(stream_members) = {
    {"StreamViewType", S_STRING, SLRUN_REQUIRED, "What a record shows."},
    {"ResourcePolicy", S_DOCUMENT, 0, UNUSED},
    END,
};

PARAMS(encryption_members) = {
    {"SSEEnabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether with a KMS key."},
    {"SSEType", S_STRING, 0, "KMS."},
    {"KMSMasterKeyId", S_STRING, 0, "The key."},
    END,
};

PARAMS(expiry_members) = {
    {"AttributeName", S_STRING, 0, "The attribute with the time."},
    {"Enabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether items expire."},
    END,
};

const struct slrun_param resource_table_properties[] = {
    {"TableName", S_STRING, 0, "Name of the table."},
    {"AttributeDefinitions", S_LIST(attribute_shape), 0, "Types of all key attributes."},
    {"KeySchema", S_LIST(key_shape), SLRUN_REQUIRED, "HASH, and perhaps RANGE."},
    {"LocalSecondaryIndexes", S_LIST(local_index_shape), 0, "Other sort keys."},
    {"GlobalSecondaryIndexes", S_LIST(global_index_shape), 0, "Indexes by other keys."},
    {"BillingMode", S_STRING, 0, "PROVISIONED or PAY_PER_REQUEST."},
    {"ProvisionedThroughput", S_STRUCTURE(throughput_members), 0, "The capacity."},
    {"OnDemandThroughput", S_STRUCTURE(on_demand_members), 0, "Its bounds."},
    {"WarmThroughput", S_STRUCTURE(warm_members), 0, "What to be ready for."},
    {"StreamSpecification", S_STRUCTURE(stream_members), 0, "The stream of changes."},
    {"SSESpecification", S_STRUCTURE(encryption_members), 0, "Encryption at rest."},
    {"TimeToLiveSpecification", S_STRUCTURE(expiry_members), 0, "When items expire."},
    {"TableClass", S_STRING, 0, "STANDARD unless told."},
    {"DeletionProtectionEnabled", S_BOOLEAN, 0, "Whether it is protected from deletion."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the table."},
    {"PointInTimeRecoverySpecification", S_STRUCTURE(recovery_members), 0, "Recovery."},
    {"ContributorInsightsSpecification", S_STRUCTURE(insights_members), 0, "Insights."},
    {"KinesisStreamSpecification", S_STRUCTURE(kinesis_members), 0, "Where changes go."},
    {"ImportSourceSpecification", S_DOCUMENT, 0, UNUSED},
    {"ResourcePolicy", S_STRUCTURE(policy_members), 0, "Who may use it."},
    END,
};

/* ---- global tables ---- */

PARAMS(scaling_members) = {
    {"MinCapacity", S_INTEGER, SLRUN_REQUIRED, "At least."},
    {"MaxCapacity", S_INTEGER, SLRUN_REQUIRED, "At most."},
    {"SeedCapacity", S_INTEGER, 0, "To begin with."},
    {"TargetTrackingScalingPolicyConfiguration", S_DOCUMENT, SLRUN_REQUIRED, UNUSED},
    END,
};

PARAMS(write_members) = {
    {"WriteCapacityAutoScalingSettings", S_STRUCTURE(scaling_members), 0, "Its bounds."},
    END,
};

PARAMS(read_members) = {
    {"ReadCapacityUnits", S_INTEGER, 0, "Read units a second."},
    {"ReadCapacityAutoScalingSettings", S_STRUCTURE(scaling_members), 0, "Its bounds."},
    END,
};

PARAMS(write_on_demand_members) = {
    {"MaxWriteRequestUnits", S_INTEGER, 0, "Write units a second at most."},
    END,
};

PARAMS(read_on_demand_members) = {
    {"MaxReadRequestUnits", S_INTEGER, 0, "Read units a second at most."},
    END,
};

PARAMS(global_table_index_members) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"KeySchema", S_LIST(key_shape), SLRUN_REQUIRED, "Keys of the index."},
    {"Projection", S_STRUCTURE(projection_members), SLRUN_REQUIRED, "What it holds."},
    {"WriteProvisionedThroughputSettings", S_STRUCTURE(write_members), 0, "Its capacity."},
    {"WriteOnDemandThroughputSettings", S_STRUCTURE(write_on_demand_members), 0, "Its bounds."},
    {"WarmThroughput", S_STRUCTURE(warm_members), 0, "What to be ready for."},
    END,
};
static const struct slrun_shape global_table_index_shape = S_STRUCTURE(global_table_index_members);

PARAMS(replica_index_members) = {
    {"IndexName", S_STRING, SLRUN_REQUIRED, "Name of the index."},
    {"ContributorInsightsSpecification", S_STRUCTURE(insights_members), 0, "Insights."},
    {"ReadProvisionedThroughputSettings", S_STRUCTURE(read_members), 0, "Its capacity."},
    {"ReadOnDemandThroughputSettings", S_STRUCTURE(read_on_demand_members), 0, "Its bounds."},
    END,
};
static const struct slrun_shape replica_index_shape = S_STRUCTURE(replica_index_members);

PARAMS(replica_key_members) = {
    {"KMSMasterKeyId", S_STRING, SLRUN_REQUIRED, "The key."},
    END,
};

PARAMS(replica_members) = {
    {"Region", S_STRING, SLRUN_REQUIRED, "Only that of the stack is made."},
    {"GlobalSecondaryIndexes", S_LIST(replica_index_shape), 0, "Settings of indexes."},
    {"ContributorInsightsSpecification", S_STRUCTURE(insights_members), 0, "Insights."},
    {"PointInTimeRecoverySpecification", S_STRUCTURE(recovery_members), 0, "Recovery."},
    {"TableClass", S_STRING, 0, "STANDARD unless told."},
    {"DeletionProtectionEnabled", S_BOOLEAN, 0, "Whether it is protected from deletion."},
    {"SSESpecification", S_STRUCTURE(replica_key_members), 0, "Encryption at rest."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the table."},
    {"ReadProvisionedThroughputSettings", S_STRUCTURE(read_members), 0, "Its capacity."},
    {"ReadOnDemandThroughputSettings", S_STRUCTURE(read_on_demand_members), 0, "Its bounds."},
    {"KinesisStreamSpecification", S_STRUCTURE(kinesis_members), 0, "Where changes go."},
    {"ReplicaStreamSpecification", S_DOCUMENT, 0, UNUSED},
    {"ResourcePolicy", S_STRUCTURE(policy_members), 0, "Who may use it."},
    {"GlobalTableSettingsReplicationMode", S_STRING, 0, UNUSED},
    END,
};
static const struct slrun_shape replica_shape = S_STRUCTURE(replica_members);

PARAMS(global_encryption_members) = {
    {"SSEEnabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether with a KMS key."},
    {"SSEType", S_STRING, 0, "KMS."},
    END,
};

const struct slrun_param resource_global_properties[] = {
    {"TableName", S_STRING, 0, "Name of the table."},
    {"AttributeDefinitions", S_LIST(attribute_shape), SLRUN_REQUIRED, "Types of key attributes."},
    {"KeySchema", S_LIST(key_shape), SLRUN_REQUIRED, "HASH, and perhaps RANGE."},
    {"LocalSecondaryIndexes", S_LIST(local_index_shape), 0, "Other sort keys."},
    {"GlobalSecondaryIndexes", S_LIST(global_table_index_shape), 0, "Indexes by other keys."},
    {"BillingMode", S_STRING, 0, "PROVISIONED or PAY_PER_REQUEST."},
    {"WriteProvisionedThroughputSettings", S_STRUCTURE(write_members), 0, "The capacity."},
    {"WriteOnDemandThroughputSettings", S_STRUCTURE(write_on_demand_members), 0, "Its bounds."},
    {"WarmThroughput", S_STRUCTURE(warm_members), 0, "What to be ready for."},
    {"Replicas", S_LIST(replica_shape), SLRUN_REQUIRED, "Regions with the table."},
    {"StreamSpecification", S_STRUCTURE(stream_members), 0, "The stream of changes."},
    {"SSESpecification", S_STRUCTURE(global_encryption_members), 0, "Encryption at rest."},
    {"TimeToLiveSpecification", S_STRUCTURE(expiry_members), 0, "When items expire."},
    {"MultiRegionConsistency", S_STRING, 0, UNUSED},
    {"GlobalTableWitnesses", S_DOCUMENT, 0, UNUSED},
    END,
};
