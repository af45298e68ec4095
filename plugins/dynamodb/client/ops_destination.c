/* SPDX-License-Identifier: Apache-2.0 */
/* Streams of Kinesis that changes go to, and CloudWatch contributor insights: what the operations
 * take and answer. */
#include "client/ops.h"
#include "client/table_shapes.h"

static const char *const words_approximate_creation_date_time_precision[] = {"MILLISECOND",
                                                                             "MICROSECOND", NULL};
static PARAMS(enable_kinesis_streaming_configuration) = {
    {"ApproximateCreationDateTimePrecision", S_WORD(words_approximate_creation_date_time_precision),
     0, "MILLISECOND or MICROSECOND."},
    PARAMS_END,
};

PARAMS(kinesis_destination_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    {"StreamArn", S_STRING, SLRUN_REQUIRED, "ARN of the stream of Kinesis."},
    {"EnableKinesisStreamingConfiguration", S_STRUCTURE(enable_kinesis_streaming_configuration), 0,
     "How records are written."},
    PARAMS_END,
};

static PARAMS(enable_kinesis_streaming_configuration_told) = {
    {"ApproximateCreationDateTimePrecision", S_STRING, 0, "MILLISECOND or MICROSECOND."},
    PARAMS_END,
};

PARAMS(kinesis_destination_result) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"StreamArn", S_STRING, 0, "ARN of the stream of Kinesis."},
    {"DestinationStatus", S_STRING, 0, "ACTIVE, DISABLED, or on the way there."},
    {"EnableKinesisStreamingConfiguration",
     S_STRUCTURE(enable_kinesis_streaming_configuration_told), 0, "How records are written."},
    PARAMS_END,
};

PARAMS(describe_kinesis_destination_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    PARAMS_END,
};

static PARAMS(kinesis_data_stream_destination) = {
    {"StreamArn", S_STRING, 0, "ARN of the stream of Kinesis."},
    {"DestinationStatus", S_STRING, 0, "ACTIVE, DISABLED, or on the way there."},
    {"DestinationStatusDescription", S_STRING, 0, "The status in words."},
    {"ApproximateCreationDateTimePrecision", S_STRING, 0, "MILLISECOND or MICROSECOND."},
    PARAMS_END,
};

static const struct slrun_shape kinesis_data_stream_destination_shape =
    S_STRUCTURE(kinesis_data_stream_destination);

PARAMS(describe_kinesis_destination_result) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"KinesisDataStreamDestinations", S_LIST(kinesis_data_stream_destination_shape), 0,
     "Streams that changes go to, or went to."},
    PARAMS_END,
};

static PARAMS(update_kinesis_streaming_configuration) = {
    {"ApproximateCreationDateTimePrecision", S_WORD(words_approximate_creation_date_time_precision),
     0, "MILLISECOND or MICROSECOND."},
    PARAMS_END,
};

PARAMS(update_kinesis_destination_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    {"StreamArn", S_STRING, SLRUN_REQUIRED, "ARN of the stream of Kinesis."},
    {"UpdateKinesisStreamingConfiguration", S_STRUCTURE(update_kinesis_streaming_configuration), 0,
     "How records are written."},
    PARAMS_END,
};

static PARAMS(update_kinesis_streaming_configuration_told) = {
    {"ApproximateCreationDateTimePrecision", S_STRING, 0, "MILLISECOND or MICROSECOND."},
    PARAMS_END,
};

PARAMS(update_kinesis_destination_result) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"StreamArn", S_STRING, 0, "ARN of the stream of Kinesis."},
    {"DestinationStatus", S_STRING, 0, "ACTIVE, DISABLED, or on the way there."},
    {"UpdateKinesisStreamingConfiguration",
     S_STRUCTURE(update_kinesis_streaming_configuration_told), 0, "How records are written."},
    PARAMS_END,
};

static const char *const words_contributor_insights_action[] = {"ENABLE", "DISABLE", NULL};
static const char *const words_contributor_insights_mode[] = {"ACCESSED_AND_THROTTLED_KEYS",
                                                              "THROTTLED_KEYS", NULL};
PARAMS(update_contributor_insights_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"ContributorInsightsAction", S_WORD(words_contributor_insights_action), SLRUN_REQUIRED,
     "ENABLE or DISABLE."},
    {"ContributorInsightsMode", S_WORD(words_contributor_insights_mode), 0,
     "Which keys are counted."},
    PARAMS_END,
};

PARAMS(update_contributor_insights_result) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"ContributorInsightsStatus", S_STRING, 0, "ENABLED, DISABLED, or on the way there."},
    {"ContributorInsightsMode", S_STRING, 0, "Which keys are counted."},
    PARAMS_END,
};

PARAMS(describe_contributor_insights_params) = {
    {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."},
    {"IndexName", S_STRING, 0, "Name of the index."},
    PARAMS_END,
};

static PARAMS(failure_exception) = {
    {"ExceptionName", S_STRING, 0, "Name of the error."},
    {"ExceptionDescription", S_STRING, 0, "The error in words."},
    PARAMS_END,
};

PARAMS(describe_contributor_insights_result) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"ContributorInsightsRuleList", S_LIST(shape_string), 0, "Names of the rules in CloudWatch."},
    {"ContributorInsightsStatus", S_STRING, 0, "ENABLED, DISABLED, or on the way there."},
    {"LastUpdateDateTime", S_TIMESTAMP, 0, "When the status changed."},
    {"FailureException", S_STRUCTURE(failure_exception), 0, "Why it failed."},
    {"ContributorInsightsMode", S_STRING, 0, "Which keys are counted."},
    PARAMS_END,
};

PARAMS(list_contributor_insights_params) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"NextToken", S_STRING, 0, "Where the next page begins."},
    {"MaxResults", S_INTEGER, 0, "Entries on a page, 1 to 100."},
    PARAMS_END,
};

static PARAMS(contributor_insights_summary) = {
    {"TableName", S_STRING, 0, "Name or ARN of the table."},
    {"IndexName", S_STRING, 0, "Name of the index."},
    {"ContributorInsightsStatus", S_STRING, 0, "ENABLED, DISABLED, or on the way there."},
    {"ContributorInsightsMode", S_STRING, 0, "Which keys are counted."},
    PARAMS_END,
};

static const struct slrun_shape contributor_insights_summary_shape =
    S_STRUCTURE(contributor_insights_summary);

PARAMS(list_contributor_insights_result) = {
    {"ContributorInsightsSummaries", S_LIST(contributor_insights_summary_shape), 0,
     "Tables and indexes with a setting."},
    {"NextToken", S_STRING, 0, "Where the next page begins."},
    PARAMS_END,
};
