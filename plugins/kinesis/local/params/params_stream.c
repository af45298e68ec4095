/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters of the operations on streams and their settings. */
#include "params/params_shared.h"

const char *const params_instead_of_name[] = {"StreamARN", "StreamId", NULL};

static const char *const instead_of_count[] = {"StreamModeDetails", "StreamName", NULL};
static const char *const mode_words[] = {"ON_DEMAND", "PROVISIONED", NULL};
static const char *const strategy_words[] = {"AUTO", "USER_PARTITION_KEY", NULL};
static const char *const commitment_words[] = {"ENABLED", "DISABLED", NULL};
static const char *const encryption_words[] = {"NONE", "KMS", NULL};
static const char *const metric_words[] = {"IncomingBytes",
                                           "OutgoingRecords",
                                           "IteratorAgeMilliseconds",
                                           "IncomingRecords",
                                           "ReadProvisionedThroughputExceeded",
                                           "WriteProvisionedThroughputExceeded",
                                           "OutgoingBytes",
                                           "ALL",
                                           NULL};

static const struct param mode_members[] = {WORD("StreamMode", PARAM_REQUIRED, mode_words), END};
static const struct param commitment_members[] = {WORD("Status", PARAM_REQUIRED, commitment_words),
                                                  END};
static const struct param metric = WORD("", 0, metric_words);

const struct param params_none[] = {END};
const struct param params_stream[] = {STREAM, END};

const struct param params_create_stream[] = {
    {.name = "ShardCount",
     .type = PARAM_INTEGER,
     .flags = PARAM_REQUIRED | PARAM_BOUNDED,
     .min = 1,
     .max = SHARDS_MAX,
     .instead = instead_of_count},
    STRUCT("StreamModeDetails", 0, mode_members),
    INTEGER("WarmThroughputMiBps", 0, 0, 0),
    INTEGER("MaxRecordSizeInKiB", 0, RECORD_KIB_MIN, RECORD_KIB_MAX),
    WORD("RecordDistributionStrategy", 0, strategy_words),
    TAGS("Tags", 0),
    NAME("StreamName", PARAM_REQUIRED),
    END};

const struct param params_delete_stream[] = {BOOLEAN("EnforceConsumerDeletion"), STREAM, END};

const struct param params_describe_stream[] = {INTEGER("Limit", 0, 1, LIMIT_MAX),
                                               NAME("ExclusiveStartShardId", 0), STREAM, END};

const struct param params_list_streams[] = {INTEGER("Limit", 0, 1, LIMIT_MAX),
                                            NAME("ExclusiveStartStreamName", 0),
                                            STRING("NextToken", 0, 1, 1048576), END};

const struct param params_retention[] = {INTEGER("RetentionPeriodHours", PARAM_REQUIRED, 1, 0),
                                         STREAM, END};

const struct param params_monitoring[] = {LIST("ShardLevelMetrics", PARAM_REQUIRED, &metric, 7),
                                          STREAM, END};

const struct param params_encryption[] = {WORD("EncryptionType", PARAM_REQUIRED, encryption_words),
                                          STRING("KeyId", PARAM_REQUIRED, 1, ARN_MAX), STREAM, END};

const struct param params_update_stream_mode[] = {
    STREAM_ARN(PARAM_REQUIRED), STREAM_ID,
    STRUCT("StreamModeDetails", PARAM_REQUIRED, mode_members),
    INTEGER("WarmThroughputMiBps", 0, 0, 0), END};

const struct param params_update_max_record_size[] = {
    INTEGER("MaxRecordSizeInKiB", PARAM_REQUIRED, RECORD_KIB_MIN, RECORD_KIB_MAX),
    STREAM_ARN(PARAM_REQUIRED), STREAM_ID, END};

const struct param params_update_stream_warm_throughput[] = {
    INTEGER("WarmThroughputMiBps", PARAM_REQUIRED, 0, 0), STREAM, END};

const struct param params_update_stream_record_distribution_strategy[] = {
    WORD("RecordDistributionStrategy", PARAM_REQUIRED, strategy_words), STREAM_ARN(PARAM_REQUIRED),
    STREAM_ID, END};

const struct param params_update_account_settings[] = {
    STRUCT("MinimumThroughputBillingCommitment", PARAM_REQUIRED, commitment_members), END};
