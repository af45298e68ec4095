/* SPDX-License-Identifier: Apache-2.0 */
/* Backups: what the operations take and answer. */
#include "client/ops.h"
#include "client/table_shapes.h"

PARAMS(create_backup_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    {"BackupName", S_STRING, SLRUN_REQUIRED, "Name of the backup."},
    PARAMS_END,
};

static PARAMS(backup_details) = {
    {"BackupArn", S_STRING, 0, "ARN of the backup."},
    {"BackupName", S_STRING, 0, "Name of the backup."},
    {"BackupSizeBytes", S_INTEGER, 0, "Size of the backup."},
    {"BackupStatus", S_STRING, 0, "CREATING, AVAILABLE or DELETED."},
    {"BackupType", S_STRING, 0, "USER, SYSTEM or AWS_BACKUP."},
    {"BackupCreationDateTime", S_TIMESTAMP, 0, "When it was asked for."},
    {"BackupExpiryDateTime", S_TIMESTAMP, 0, "When a SYSTEM backup goes."},
    PARAMS_END,
};

PARAMS(create_backup_result) = {
    {"BackupDetails", S_STRUCTURE(backup_details), 0, "The backup itself."},
    PARAMS_END,
};

PARAMS(backup_params) = {
    {"BackupArn", S_STRING, SLRUN_REQUIRED, "ARN of the backup."},
    PARAMS_END,
};

static PARAMS(source_table_details) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"TableId", S_STRING, 0, "Id of the table."},
    {"TableArn", S_STRING, 0, "ARN of the table."},
    {"TableSizeBytes", S_INTEGER, 0, "Size of the table."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys."},
    {"TableCreationDateTime", S_TIMESTAMP, 0, "When the table was created."},
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "Its capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "Its bounds."},
    {"ItemCount", S_INTEGER, 0, "Number of items."},
    {"BillingMode", S_STRING, 0, "PROVISIONED or PAY_PER_REQUEST."},
    PARAMS_END,
};

static PARAMS(local_secondary_index_info) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys."},
    {"Projection", S_STRUCTURE(table_projection), 0, "What the index holds."},
    PARAMS_END,
};

static const struct slrun_shape local_secondary_index_info_shape =
    S_STRUCTURE(local_secondary_index_info);

static PARAMS(global_secondary_index_info) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"KeySchema", S_LIST(table_key_element), 0, "Keys."},
    {"Projection", S_STRUCTURE(table_projection), 0, "What the index holds."},
    {"ProvisionedThroughput", S_STRUCTURE(table_provisioned), 0, "Its capacity."},
    {"OnDemandThroughput", S_STRUCTURE(table_on_demand), 0, "Its bounds."},
    PARAMS_END,
};

static const struct slrun_shape global_secondary_index_info_shape =
    S_STRUCTURE(global_secondary_index_info);

static PARAMS(time_to_live_description) = {
    {"TimeToLiveStatus", S_STRING, 0, "ENABLED, DISABLED, or on the way there."},
    {"AttributeName", S_STRING, 0, "The attribute with the time."},
    PARAMS_END,
};

static PARAMS(sse_description) = {
    {"Status", S_STRING, 0, "ENABLED, or on the way there."},
    {"SSEType", S_STRING, 0, "KMS."},
    {"KMSMasterKeyArn", S_STRING, 0, "ARN of the key."},
    {"InaccessibleEncryptionDateTime", S_TIMESTAMP, 0, "Since when the key cannot be used."},
    PARAMS_END,
};

static PARAMS(vector_attribute_definition) = {
    {"AttributeName", S_STRING, 0, "The attribute with the time."},
    PARAMS_END,
};

static PARAMS(vector_index_info) = {
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"VectorAttribute", S_STRUCTURE(vector_attribute_definition), 0, "What is indexed."},
    {"SearchSchema", S_LIST(table_search_element), 0, "Attributes that narrow a search."},
    {"Projection", S_STRUCTURE(table_projection), 0, "What the index holds."},
    {"Dimensions", S_INTEGER, 0, "Length of the vectors."},
    {"DistanceFunction", S_STRING, 0, "How vectors are compared."},
    PARAMS_END,
};

static const struct slrun_shape vector_index_info_shape = S_STRUCTURE(vector_index_info);

static PARAMS(source_table_feature_details) = {
    {"LocalSecondaryIndexes", S_LIST(local_secondary_index_info_shape), 0, "Other sort keys."},
    {"GlobalSecondaryIndexes", S_LIST(global_secondary_index_info_shape), 0,
     "Indexes by other keys."},
    {"StreamDescription", S_STRUCTURE(table_stream), 0, "The stream of changes."},
    {"TimeToLiveDescription", S_STRUCTURE(time_to_live_description), 0, "Time to live."},
    {"SSEDescription", S_STRUCTURE(sse_description), 0, "Encryption at rest."},
    {"VectorIndexes", S_LIST(vector_index_info_shape), 0, "Indexes by likeness of vectors."},
    PARAMS_END,
};

static PARAMS(backup_description) = {
    {"BackupDetails", S_STRUCTURE(backup_details), 0, "The backup itself."},
    {"SourceTableDetails", S_STRUCTURE(source_table_details), 0, "The table as it was."},
    {"SourceTableFeatureDetails", S_STRUCTURE(source_table_feature_details), 0,
     "Its indexes and settings as they were."},
    PARAMS_END,
};

PARAMS(backup_result) = {
    {"BackupDescription", S_STRUCTURE(backup_description), 0, "The backup and its table."},
    PARAMS_END,
};

static const char *const words_backup_type_filter[] = {"USER", "SYSTEM", "AWS_BACKUP", "ALL", NULL};
PARAMS(list_backups_params) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"Limit", S_INTEGER, 0, "Backups on a page, 1 to 100."},
    {"TimeRangeLowerBound", S_TIMESTAMP, 0, "Made at this time or later."},
    {"TimeRangeUpperBound", S_TIMESTAMP, 0, "Made before this time."},
    {"ExclusiveStartBackupArn", S_STRING, 0, "LastEvaluatedBackupArn of the page before."},
    {"BackupType", S_WORD(words_backup_type_filter), 0, "USER unless given; ALL for all."},
    PARAMS_END,
};

static PARAMS(backup_summary) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"TableId", S_STRING, 0, "Id of the table."},
    {"TableArn", S_STRING, 0, "ARN of the table."},
    {"BackupArn", S_STRING, 0, "ARN of the backup."},
    {"BackupName", S_STRING, 0, "Name of the backup."},
    {"BackupCreationDateTime", S_TIMESTAMP, 0, "When it was asked for."},
    {"BackupExpiryDateTime", S_TIMESTAMP, 0, "When a SYSTEM backup goes."},
    {"BackupStatus", S_STRING, 0, "CREATING, AVAILABLE or DELETED."},
    {"BackupType", S_STRING, 0, "USER, SYSTEM or AWS_BACKUP."},
    {"BackupSizeBytes", S_INTEGER, 0, "Size of the backup."},
    PARAMS_END,
};

static const struct slrun_shape backup_summary_shape = S_STRUCTURE(backup_summary);

PARAMS(list_backups_result) = {
    {"BackupSummaries", S_LIST(backup_summary_shape), 0, "The backups."},
    {"LastEvaluatedBackupArn", S_STRING, 0, "There is more behind this backup."},
    PARAMS_END,
};

/* What a restored table has of its own. */
#define OVERRIDE(name, shape, text)                                                                \
    {                                                                                              \
        name, shape, 0, text                                                                       \
    }
#define OVERRIDES                                                                                  \
    OVERRIDE("BillingModeOverride", S_WORD(words_billing), "Another billing mode."),               \
        OVERRIDE("GlobalSecondaryIndexOverride", S_LIST(table_global_index_shape),                 \
                 "Which of its indexes the new table has."),                                       \
        OVERRIDE("LocalSecondaryIndexOverride", S_LIST(table_local_index_shape),                   \
                 "Which of its indexes the new table has."),                                       \
        OVERRIDE("ProvisionedThroughputOverride", S_STRUCTURE(table_provisioned),                  \
                 "Another capacity."),                                                             \
        OVERRIDE("OnDemandThroughputOverride", S_STRUCTURE(table_on_demand), "Other bounds."),     \
        OVERRIDE("SSESpecificationOverride", S_STRUCTURE(table_sse), "Another encryption."),       \
        OVERRIDE("VectorIndexOverride", S_LIST(table_vector_index_shape),                          \
                 "Which of its vector indexes the new table has.")

PARAMS(restore_table_from_backup_params) = {
    {"TargetTableName", S_STRING, SLRUN_REQUIRED, "Name of the new table; put t.id into it."},
    {"BackupArn", S_STRING, SLRUN_REQUIRED, "ARN of the backup."},
    OVERRIDES,
    PARAMS_END,
};

PARAMS(restore_table_to_point_in_time_params) = {
    {"SourceTableArn", S_STRING, 0, "Its ARN, in place of the name."},
    {"SourceTableName", S_STRING, 0, "Name of the table that is restored."},
    {"TargetTableName", S_STRING, SLRUN_REQUIRED, "Name of the new table; put t.id into it."},
    {"UseLatestRestorableTime", S_BOOLEAN, 0, "true: as late as can be."},
    {"RestoreDateTime", S_TIMESTAMP, 0, "The moment to go back to."},
    OVERRIDES,
    PARAMS_END,
};
