/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on backups. */
#include "params/params.h"
#include "params/params_shared.h"

static const char *const filter_words[] = {"USER", "SYSTEM", "AWS_BACKUP", "ALL", NULL};

#define BACKUP_ARN(member, rules)                                                                  \
    {                                                                                              \
        .name = (member), .type = PARAM_STRING, .flags = (rules), .min = 37, .max = 1024           \
    }
#define TIMESTAMP(member)                                                                          \
    {                                                                                              \
        .name = (member), .type = PARAM_TIMESTAMP                                                  \
    }
#define OVERRIDES                                                                                  \
    WORD("BillingModeOverride", billing_words),                                                    \
        LIST("GlobalSecondaryIndexOverride", &global_index),                                       \
        LIST("LocalSecondaryIndexOverride", &local_index),                                         \
        STRUCT("ProvisionedThroughputOverride", PARAM_MEMBER, "ProvisionedThroughput",             \
               throughput_members),                                                                \
        STRUCT("OnDemandThroughputOverride", PARAM_MEMBER, "OnDemandThroughput",                   \
               on_demand_members),                                                                 \
        STRUCT("SSESpecificationOverride", PARAM_MEMBER, "SSESpecification", sse_members),         \
        LIST("VectorIndexOverride", &refused)

const struct param params_backup[] = {BACKUP_ARN("BackupArn", PARAM_NOT_NULL), END};
const struct param params_create_backup[] = {TABLE_NAME, NAME("BackupName", PARAM_NOT_NULL), END};
const struct param params_list_backups[] = {
    {.name = "TableName", .type = PARAM_STRING, .flags = PARAM_TABLE | PARAM_NAME},
    AT_LEAST("Limit", 1, LIST_BACKUPS_MAX),
    TIMESTAMP("TimeRangeLowerBound"),
    TIMESTAMP("TimeRangeUpperBound"),
    BACKUP_ARN("ExclusiveStartBackupArn", 0),
    WORD("BackupType", filter_words),
    END};
const struct param params_restore_from_backup[] = {NAME("TargetTableName", PARAM_NOT_NULL),
                                                   BACKUP_ARN("BackupArn", PARAM_NOT_NULL),
                                                   OVERRIDES, END};
const struct param params_restore_to_time[] = {
    {.name = "SourceTableArn", .type = PARAM_STRING, .min = 1, .max = 1024},
    NAME("SourceTableName", 0),
    NAME("TargetTableName", PARAM_NOT_NULL),
    BOOLEAN("UseLatestRestorableTime"),
    TIMESTAMP("RestoreDateTime"),
    OVERRIDES,
    END};
