/* SPDX-License-Identifier: Apache-2.0 */
/* Streams: their life, their descriptions and their settings: what the operations take and answer.
 */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_stream_mode[] = {"PROVISIONED", "ON_DEMAND", NULL};

static PARAMS(stream_mode_details_members) = {
    {"StreamMode", S_WORD(words_stream_mode), SLRUN_REQUIRED, "PROVISIONED or ON_DEMAND."},
    PARAMS_END,
};

static const char *const words_stream_status[] = {"CREATING", "DELETING", "ACTIVE", "UPDATING",
                                                  NULL};

static const char *const words_metrics_name[] = {"IncomingBytes",
                                                 "IncomingRecords",
                                                 "OutgoingBytes",
                                                 "OutgoingRecords",
                                                 "WriteProvisionedThroughputExceeded",
                                                 "ReadProvisionedThroughputExceeded",
                                                 "IteratorAgeMilliseconds",
                                                 "ALL",
                                                 NULL};
static const struct slrun_shape shape_metrics_name = S_WORD(words_metrics_name);

static PARAMS(enhanced_metrics_members) = {
    {"ShardLevelMetrics", S_LIST(shape_metrics_name), 0, "Names of metrics, or ALL."},
    PARAMS_END,
};
static const struct slrun_shape shape_enhanced_metrics = S_STRUCTURE(enhanced_metrics_members);

static PARAMS(stream_description_members) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamStatus", S_WORD(words_stream_status), 0, "CREATING, ACTIVE, UPDATING or DELETING."},
    {"StreamModeDetails", S_STRUCTURE(stream_mode_details_members), 0,
     "Capacity mode of the stream."},
    {"Shards", S_LIST(shape_shard), 0, "Its shards."},
    {"HasMoreShards", S_BOOLEAN, 0,
     "There are more: give the last ShardId as ExclusiveStartShardId."},
    {"RetentionPeriodHours", S_INTEGER, 0, "Hours that records are kept, 24 to 8760."},
    {"StreamCreationTimestamp", S_TIMESTAMP, 0, "When the stream was created."},
    {"EnhancedMonitoring", S_LIST(shape_enhanced_metrics), 0, "Shard-level metrics."},
    {"EncryptionType", S_WORD(words_encryption_type), 0, "NONE or KMS."},
    {"KeyId", S_STRING, 0, "Id, ARN or alias of the KMS key."},
    PARAMS_END,
};

static const char *const words_strategy[] = {"AUTO", "USER_PARTITION_KEY", NULL};

static PARAMS(warm_throughput_object_members) = {
    {"TargetMiBps", S_INTEGER, 0, "MiB per second asked for."},
    {"CurrentMiBps", S_INTEGER, 0, "MiB per second now."},
    PARAMS_END,
};

static PARAMS(stream_description_summary_members) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"StreamStatus", S_WORD(words_stream_status), 0, "CREATING, ACTIVE, UPDATING or DELETING."},
    {"StreamModeDetails", S_STRUCTURE(stream_mode_details_members), 0,
     "Capacity mode of the stream."},
    {"RetentionPeriodHours", S_INTEGER, 0, "Hours that records are kept, 24 to 8760."},
    {"StreamCreationTimestamp", S_TIMESTAMP, 0, "When the stream was created."},
    {"EnhancedMonitoring", S_LIST(shape_enhanced_metrics), 0, "Shard-level metrics."},
    {"EncryptionType", S_WORD(words_encryption_type), 0, "NONE or KMS."},
    {"KeyId", S_STRING, 0, "Id, ARN or alias of the KMS key."},
    {"OpenShardCount", S_INTEGER, 0, "Shards that take records."},
    {"ConsumerCount", S_INTEGER, 0, "Registered consumers."},
    {"WarmThroughput", S_STRUCTURE(warm_throughput_object_members), 0, "What it is ready for."},
    {"MaxRecordSizeInKiB", S_INTEGER, 0, "Largest record, 1024 to 10240 KiB."},
    {"RecordDistributionStrategy", S_WORD(words_strategy), 0, "What chooses the shard; on demand."},
    PARAMS_END,
};

static PARAMS(stream_summary_members) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamStatus", S_WORD(words_stream_status), 0, "CREATING, ACTIVE, UPDATING or DELETING."},
    {"StreamModeDetails", S_STRUCTURE(stream_mode_details_members), 0,
     "Capacity mode of the stream."},
    {"StreamCreationTimestamp", S_TIMESTAMP, 0, "When the stream was created."},
    PARAMS_END,
};
static const struct slrun_shape shape_stream_summary = S_STRUCTURE(stream_summary_members);

PARAMS(create_stream_params) = {
    {"StreamName", S_STRING, SLRUN_REQUIRED, "Name of the stream; put t.id into it."},
    {"ShardCount", S_INTEGER, 0, "Number of shards; with PROVISIONED."},
    {"StreamModeDetails", S_STRUCTURE(stream_mode_details_members), 0,
     "Capacity mode of the stream."},
    {"Tags", S_MAP(shape_string), 0, "Tags, key to value."},
    {"WarmThroughputMiBps", S_INTEGER, 0, "MiB per second to be ready for."},
    {"MaxRecordSizeInKiB", S_INTEGER, 0, "Largest record, 1024 to 10240 KiB."},
    {"RecordDistributionStrategy", S_WORD(words_strategy), 0, "What chooses the shard; on demand."},
    PARAMS_END,
};

PARAMS(delete_stream_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"EnforceConsumerDeletion", S_BOOLEAN, 0, "true: also with consumers."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(describe_stream_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"Limit", S_INTEGER, 0, "Most to answer with."},
    {"ExclusiveStartShardId", S_STRING, 0, "Shard after which to begin."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(describe_stream_result) = {
    {"StreamDescription", S_STRUCTURE(stream_description_members), 0, "The stream."},
    PARAMS_END,
};

PARAMS(describe_stream_summary_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(describe_stream_summary_result) = {
    {"StreamDescriptionSummary", S_STRUCTURE(stream_description_summary_members), 0, "The stream."},
    PARAMS_END,
};

PARAMS(describe_limits_result) = {
    {"ShardLimit", S_INTEGER, 0, "Shards that the account may have open."},
    {"OpenShardCount", S_INTEGER, 0, "Shards that take records."},
    {"OnDemandStreamCount", S_INTEGER, 0, "On-demand streams."},
    {"OnDemandStreamCountLimit", S_INTEGER, 0, "On-demand streams that the account may have."},
    PARAMS_END,
};

PARAMS(list_streams_params) = {
    {"Limit", S_INTEGER, 0, "Most to answer with."},
    {"ExclusiveStartStreamName", S_STRING, 0, "Name after which to begin."},
    {"NextToken", S_STRING, 0, "NextToken of the page before."},
    PARAMS_END,
};

PARAMS(list_streams_result) = {
    {"StreamNames", S_LIST(shape_string), 0, "Names of streams."},
    {"HasMoreStreams", S_BOOLEAN, 0, "There are more."},
    {"NextToken", S_STRING, 0, "There is more."},
    {"StreamSummaries", S_LIST(shape_stream_summary), 0, "The streams."},
    PARAMS_END,
};

PARAMS(increase_stream_retention_period_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"RetentionPeriodHours", S_INTEGER, SLRUN_REQUIRED, "Hours that records are kept, 24 to 8760."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(decrease_stream_retention_period_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"RetentionPeriodHours", S_INTEGER, SLRUN_REQUIRED, "Hours that records are kept, 24 to 8760."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(enable_enhanced_monitoring_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"ShardLevelMetrics", S_LIST(shape_metrics_name), SLRUN_REQUIRED, "Names of metrics, or ALL."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(enable_enhanced_monitoring_result) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"CurrentShardLevelMetrics", S_LIST(shape_metrics_name), 0, "Metrics before."},
    {"DesiredShardLevelMetrics", S_LIST(shape_metrics_name), 0, "Metrics afterwards."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    PARAMS_END,
};

PARAMS(disable_enhanced_monitoring_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"ShardLevelMetrics", S_LIST(shape_metrics_name), SLRUN_REQUIRED, "Names of metrics, or ALL."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(disable_enhanced_monitoring_result) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"CurrentShardLevelMetrics", S_LIST(shape_metrics_name), 0, "Metrics before."},
    {"DesiredShardLevelMetrics", S_LIST(shape_metrics_name), 0, "Metrics afterwards."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    PARAMS_END,
};

PARAMS(start_stream_encryption_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"EncryptionType", S_WORD(words_encryption_type), SLRUN_REQUIRED, "NONE or KMS."},
    {"KeyId", S_STRING, SLRUN_REQUIRED, "Id, ARN or alias of the KMS key."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(stop_stream_encryption_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"EncryptionType", S_WORD(words_encryption_type), SLRUN_REQUIRED, "NONE or KMS."},
    {"KeyId", S_STRING, SLRUN_REQUIRED, "Id, ARN or alias of the KMS key."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    PARAMS_END,
};

PARAMS(update_stream_mode_params) = {
    {"StreamARN", S_STRING, SLRUN_REQUIRED, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"StreamModeDetails", S_STRUCTURE(stream_mode_details_members), SLRUN_REQUIRED,
     "Capacity mode of the stream."},
    {"WarmThroughputMiBps", S_INTEGER, 0, "MiB per second to be ready for."},
    PARAMS_END,
};

PARAMS(update_max_record_size_params) = {
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"MaxRecordSizeInKiB", S_INTEGER, SLRUN_REQUIRED, "Largest record, 1024 to 10240 KiB."},
    PARAMS_END,
};

PARAMS(update_stream_warm_throughput_params) = {
    {"StreamName", S_STRING, 0, "Name of the stream; or StreamARN."},
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"WarmThroughputMiBps", S_INTEGER, SLRUN_REQUIRED, "MiB per second to be ready for."},
    PARAMS_END,
};

PARAMS(update_stream_warm_throughput_result) = {
    {"StreamARN", S_STRING, 0, "ARN of the stream."},
    {"StreamName", S_STRING, 0, "Name of the stream."},
    {"WarmThroughput", S_STRUCTURE(warm_throughput_object_members), 0, "What it is ready for."},
    PARAMS_END,
};

PARAMS(update_stream_record_distribution_strategy_params) = {
    {"StreamARN", S_STRING, SLRUN_REQUIRED, "ARN of the stream."},
    {"StreamId", S_STRING, 0, "Id of the stream."},
    {"RecordDistributionStrategy", S_WORD(words_strategy), SLRUN_REQUIRED,
     "AUTO: all shards get as much; USER_PARTITION_KEY: by partition keys."},
    PARAMS_END,
};

static const char *const words_commitment[] = {"ENABLED", "DISABLED",
                                               "ENABLED_UNTIL_EARLIEST_ALLOWED_END", NULL};
static const char *const words_commitment_wanted[] = {"ENABLED", "DISABLED", NULL};

static PARAMS(commitment_members) = {
    {"Status", S_WORD(words_commitment), 0, "Whether it runs."},
    {"StartedAt", S_TIMESTAMP, 0, "When it began."},
    {"EndedAt", S_TIMESTAMP, 0, "When it ended, or will."},
    {"EarliestAllowedEndAt", S_TIMESTAMP, 0, "Before this it cannot end."},
    PARAMS_END,
};

static PARAMS(commitment_wanted_members) = {
    {"Status", S_WORD(words_commitment_wanted), SLRUN_REQUIRED, "ENABLED or DISABLED."},
    PARAMS_END,
};

PARAMS(account_settings_result) = {
    {"MinimumThroughputBillingCommitment", S_STRUCTURE(commitment_members), 0,
     "Absent, if there never was one."},
    PARAMS_END,
};

PARAMS(update_account_settings_params) = {
    {"MinimumThroughputBillingCommitment", S_STRUCTURE(commitment_wanted_members), SLRUN_REQUIRED,
     "The commitment to a minimum of throughput."},
    PARAMS_END,
};
