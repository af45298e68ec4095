/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_FLOAT               {.type = SLRUN_FLOAT}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

static const struct slrun_param tag_given[] = {
    {"key", S_STRING, 0, "The tag's name."},
    {"value", S_STRING, 0, "The tag's value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const char *const words_encryption_type[] = {"AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY",
                                                    NULL};
static const struct slrun_param encryption_configuration_given[] = {
    {"kmsKeyId", S_STRING, 0, "Kms key id."},
    {"kmsDataKeyReusePeriodSeconds", S_INTEGER, 0, "Kms data key reuse period seconds."},
    {"type", S_WORD(words_encryption_type), SLRUN_REQUIRED, "What kind it is."},
    {.name = NULL},
};

const struct slrun_param states_create_activity_params[] = {
    {"name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"tags", S_LIST(shape_tag_given), 0, "Tags, a list of key and value."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_given), 0,
     "Encryption configuration."},
    {.name = NULL},
};

const struct slrun_param states_create_activity_result[] = {
    {"activityArn", S_STRING, 0, "ARN of the activity."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {.name = NULL},
};

static const char *const words_state_machine_type[] = {"STANDARD", "EXPRESS", NULL};
static const char *const words_log_level[] = {"ALL", "ERROR", "FATAL", "OFF", NULL};
static const struct slrun_param cloud_watch_logs_log_group_given[] = {
    {"logGroupArn", S_STRING, 0, "Log group arn."},
    {.name = NULL},
};

static const struct slrun_param log_destination_given[] = {
    {"cloudWatchLogsLogGroup", S_STRUCTURE(cloud_watch_logs_log_group_given), 0,
     "Cloud watch logs log group."},
    {.name = NULL},
};

static const struct slrun_shape shape_log_destination_given = S_STRUCTURE(log_destination_given);
static const struct slrun_param logging_configuration_given[] = {
    {"level", S_WORD(words_log_level), 0, "Level."},
    {"includeExecutionData", S_BOOLEAN, 0, "Whether inputs and outputs are told, too."},
    {"destinations", S_LIST(shape_log_destination_given), 0, "Destinations."},
    {.name = NULL},
};

static const struct slrun_param tracing_configuration_given[] = {
    {"enabled", S_BOOLEAN, 0, "Enabled."},
    {.name = NULL},
};

const struct slrun_param states_create_state_machine_params[] = {
    {"name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"definition", S_STRING, SLRUN_REQUIRED, "In the Amazon States Language, a JSON text."},
    {"roleArn", S_STRING, SLRUN_REQUIRED, "Role with which it works."},
    {"type", S_WORD(words_state_machine_type), 0, "What kind it is."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_given), 0, "Logging configuration."},
    {"tags", S_LIST(shape_tag_given), 0, "Tags, a list of key and value."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_given), 0, "Tracing configuration."},
    {"publish", S_BOOLEAN, 0, "Whether a version is published, too."},
    {"versionDescription", S_STRING, 0, "Version description."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_given), 0,
     "Encryption configuration."},
    {.name = NULL},
};

const struct slrun_param states_create_state_machine_result[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {.name = NULL},
};

static const struct slrun_param routing_configuration_list_item_given[] = {
    {"stateMachineVersionArn", S_STRING, SLRUN_REQUIRED, "State machine version arn."},
    {"weight", S_INTEGER, SLRUN_REQUIRED, "Weight."},
    {.name = NULL},
};

static const struct slrun_shape shape_routing_configuration_list_item_given =
    S_STRUCTURE(routing_configuration_list_item_given);
const struct slrun_param states_create_state_machine_alias_params[] = {
    {"description", S_STRING, 0, "Description."},
    {"name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"routingConfiguration", S_LIST(shape_routing_configuration_list_item_given), SLRUN_REQUIRED,
     "Routing configuration."},
    {.name = NULL},
};

const struct slrun_param states_create_state_machine_alias_result[] = {
    {"stateMachineAliasArn", S_STRING, 0, "State machine alias arn."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {.name = NULL},
};

const struct slrun_param states_delete_activity_params[] = {
    {"activityArn", S_STRING, SLRUN_REQUIRED, "ARN of the activity."},
    {.name = NULL},
};

const struct slrun_param states_delete_state_machine_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {.name = NULL},
};

const struct slrun_param states_delete_state_machine_alias_params[] = {
    {"stateMachineAliasArn", S_STRING, SLRUN_REQUIRED, "State machine alias arn."},
    {.name = NULL},
};

const struct slrun_param states_delete_state_machine_version_params[] = {
    {"stateMachineVersionArn", S_STRING, SLRUN_REQUIRED, "State machine version arn."},
    {.name = NULL},
};

const struct slrun_param states_describe_activity_params[] = {
    {"activityArn", S_STRING, SLRUN_REQUIRED, "ARN of the activity."},
    {.name = NULL},
};

static const struct slrun_param encryption_configuration_members[] = {
    {"kmsKeyId", S_STRING, 0, "Kms key id."},
    {"kmsDataKeyReusePeriodSeconds", S_INTEGER, 0, "Kms data key reuse period seconds."},
    {"type", S_STRING, 0, "What kind it is."},
    {.name = NULL},
};

const struct slrun_param states_describe_activity_result[] = {
    {"activityArn", S_STRING, 0, "ARN of the activity."},
    {"name", S_STRING, 0, "Its name."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Encryption configuration."},
    {.name = NULL},
};

static const char *const words_included_data[] = {"ALL_DATA", "METADATA_ONLY", NULL};
const struct slrun_param states_describe_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"includedData", S_WORD(words_included_data), 0, "Included data."},
    {.name = NULL},
};

static const struct slrun_param cloud_watch_events_execution_data_details_members[] = {
    {"included", S_BOOLEAN, 0, "Included."},
    {.name = NULL},
};

const struct slrun_param states_describe_execution_result[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"status", S_STRING, 0, "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"input", S_STRING, 0, "A JSON text."},
    {"inputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Input details."},
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Output details."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's header."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {"stateMachineAliasArn", S_STRING, 0, "State machine alias arn."},
    {"redriveCount", S_INTEGER, 0, "Redrive count."},
    {"redriveDate", S_TIMESTAMP, 0, "Redrive date."},
    {"redriveStatus", S_STRING, 0, "Redrive status."},
    {"redriveStatusReason", S_STRING, 0, "Redrive status reason."},
    {.name = NULL},
};

const struct slrun_param states_describe_map_run_params[] = {
    {"mapRunArn", S_STRING, SLRUN_REQUIRED, "ARN of the Map Run."},
    {.name = NULL},
};

static const struct slrun_param map_run_item_counts_members[] = {
    {"pending", S_INTEGER, 0, "Pending."},
    {"running", S_INTEGER, 0, "Running."},
    {"succeeded", S_INTEGER, 0, "Succeeded."},
    {"failed", S_INTEGER, 0, "Failed."},
    {"timedOut", S_INTEGER, 0, "Timed out."},
    {"aborted", S_INTEGER, 0, "Aborted."},
    {"total", S_INTEGER, 0, "Total."},
    {"resultsWritten", S_INTEGER, 0, "Results written."},
    {"failuresNotRedrivable", S_INTEGER, 0, "Failures not redrivable."},
    {"pendingRedrive", S_INTEGER, 0, "Pending redrive."},
    {.name = NULL},
};

static const struct slrun_param map_run_execution_counts_members[] = {
    {"pending", S_INTEGER, 0, "Pending."},
    {"running", S_INTEGER, 0, "Running."},
    {"succeeded", S_INTEGER, 0, "Succeeded."},
    {"failed", S_INTEGER, 0, "Failed."},
    {"timedOut", S_INTEGER, 0, "Timed out."},
    {"aborted", S_INTEGER, 0, "Aborted."},
    {"total", S_INTEGER, 0, "Total."},
    {"resultsWritten", S_INTEGER, 0, "Results written."},
    {"failuresNotRedrivable", S_INTEGER, 0, "Failures not redrivable."},
    {"pendingRedrive", S_INTEGER, 0, "Pending redrive."},
    {.name = NULL},
};

const struct slrun_param states_describe_map_run_result[] = {
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"status", S_STRING, 0, "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"maxConcurrency", S_INTEGER, 0, "Max concurrency."},
    {"toleratedFailurePercentage", S_FLOAT, 0, "Tolerated failure percentage."},
    {"toleratedFailureCount", S_INTEGER, 0, "Tolerated failure count."},
    {"itemCounts", S_STRUCTURE(map_run_item_counts_members), 0, "Item counts."},
    {"executionCounts", S_STRUCTURE(map_run_execution_counts_members), 0, "Execution counts."},
    {"redriveCount", S_INTEGER, 0, "Redrive count."},
    {"redriveDate", S_TIMESTAMP, 0, "Redrive date."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"includedData", S_WORD(words_included_data), 0, "Included data."},
    {.name = NULL},
};

static const struct slrun_param cloud_watch_logs_log_group_members[] = {
    {"logGroupArn", S_STRING, 0, "Log group arn."},
    {.name = NULL},
};

static const struct slrun_param log_destination_members[] = {
    {"cloudWatchLogsLogGroup", S_STRUCTURE(cloud_watch_logs_log_group_members), 0,
     "Cloud watch logs log group."},
    {.name = NULL},
};

static const struct slrun_shape shape_log_destination_members =
    S_STRUCTURE(log_destination_members);
static const struct slrun_param logging_configuration_members[] = {
    {"level", S_STRING, 0, "Level."},
    {"includeExecutionData", S_BOOLEAN, 0, "Whether inputs and outputs are told, too."},
    {"destinations", S_LIST(shape_log_destination_members), 0, "Destinations."},
    {.name = NULL},
};

static const struct slrun_param tracing_configuration_members[] = {
    {"enabled", S_BOOLEAN, 0, "Enabled."},
    {.name = NULL},
};

static const struct slrun_shape shape_shape_string = S_LIST(shape_string);
const struct slrun_param states_describe_state_machine_result[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"status", S_STRING, 0, "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE."},
    {"definition", S_STRING, 0, "In the Amazon States Language, a JSON text."},
    {"roleArn", S_STRING, 0, "Role with which it works."},
    {"type", S_STRING, 0, "What kind it is."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_members), 0,
     "Logging configuration."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_members), 0,
     "Tracing configuration."},
    {"label", S_STRING, 0, "Label."},
    {"revisionId", S_STRING, 0, "Revision id."},
    {"description", S_STRING, 0, "Description."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Encryption configuration."},
    {"variableReferences", S_MAP(shape_shape_string), 0, "Variable references."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_alias_params[] = {
    {"stateMachineAliasArn", S_STRING, SLRUN_REQUIRED, "State machine alias arn."},
    {.name = NULL},
};

static const struct slrun_param routing_configuration_list_item_members[] = {
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {"weight", S_INTEGER, 0, "Weight."},
    {.name = NULL},
};

static const struct slrun_shape shape_routing_configuration_list_item_members =
    S_STRUCTURE(routing_configuration_list_item_members);
const struct slrun_param states_describe_state_machine_alias_result[] = {
    {"stateMachineAliasArn", S_STRING, 0, "State machine alias arn."},
    {"name", S_STRING, 0, "Its name."},
    {"description", S_STRING, 0, "Description."},
    {"routingConfiguration", S_LIST(shape_routing_configuration_list_item_members), 0,
     "Routing configuration."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {"updateDate", S_TIMESTAMP, 0, "Update date."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_for_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"includedData", S_WORD(words_included_data), 0, "Included data."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_for_execution_result[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"definition", S_STRING, 0, "In the Amazon States Language, a JSON text."},
    {"roleArn", S_STRING, 0, "Role with which it works."},
    {"updateDate", S_TIMESTAMP, 0, "Update date."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_members), 0,
     "Logging configuration."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_members), 0,
     "Tracing configuration."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"label", S_STRING, 0, "Label."},
    {"revisionId", S_STRING, 0, "Revision id."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Encryption configuration."},
    {"variableReferences", S_MAP(shape_shape_string), 0, "Variable references."},
    {.name = NULL},
};

const struct slrun_param states_get_activity_task_params[] = {
    {"activityArn", S_STRING, SLRUN_REQUIRED, "ARN of the activity."},
    {"workerName", S_STRING, 0, "Worker name."},
    {.name = NULL},
};

const struct slrun_param states_get_activity_task_result[] = {
    {"taskToken", S_STRING, SLRUN_SECRET, "Of the task that waits."},
    {"input", S_STRING, 0, "A JSON text."},
    {.name = NULL},
};

const struct slrun_param states_get_execution_history_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {"reverseOrder", S_BOOLEAN, 0, "The latest first."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {"includeExecutionData", S_BOOLEAN, 0, "Whether inputs and outputs are told, too."},
    {.name = NULL},
};

static const struct slrun_param activity_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param activity_schedule_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param history_event_execution_data_details_members[] = {
    {"truncated", S_BOOLEAN, 0, "Truncated."},
    {.name = NULL},
};

static const struct slrun_param activity_scheduled_event_details_members[] = {
    {"resource", S_STRING, 0, "Resource."},
    {"input", S_STRING, 0, "A JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Input details."},
    {"timeoutInSeconds", S_INTEGER, 0, "Timeout in seconds."},
    {"heartbeatInSeconds", S_INTEGER, 0, "Heartbeat in seconds."},
    {.name = NULL},
};

static const struct slrun_param activity_started_event_details_members[] = {
    {"workerName", S_STRING, 0, "Worker name."},
    {.name = NULL},
};

static const struct slrun_param activity_succeeded_event_details_members[] = {
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Output details."},
    {.name = NULL},
};

static const struct slrun_param activity_timed_out_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param task_failed_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param task_credentials_members[] = {
    {"roleArn", S_STRING, 0, "Role with which it works."},
    {.name = NULL},
};

static const struct slrun_param task_scheduled_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"region", S_STRING, 0, "Region."},
    {"parameters", S_STRING, 0, "Parameters."},
    {"timeoutInSeconds", S_INTEGER, 0, "Timeout in seconds."},
    {"heartbeatInSeconds", S_INTEGER, 0, "Heartbeat in seconds."},
    {"taskCredentials", S_STRUCTURE(task_credentials_members), 0, "Task credentials."},
    {.name = NULL},
};

static const struct slrun_param task_start_failed_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param task_started_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {.name = NULL},
};

static const struct slrun_param task_submit_failed_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param task_submitted_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Output details."},
    {.name = NULL},
};

static const struct slrun_param task_succeeded_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Output details."},
    {.name = NULL},
};

static const struct slrun_param task_timed_out_event_details_members[] = {
    {"resourceType", S_STRING, 0, "Resource type."},
    {"resource", S_STRING, 0, "Resource."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param execution_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param execution_started_event_details_members[] = {
    {"input", S_STRING, 0, "A JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Input details."},
    {"roleArn", S_STRING, 0, "Role with which it works."},
    {"stateMachineAliasArn", S_STRING, 0, "State machine alias arn."},
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {.name = NULL},
};

static const struct slrun_param execution_succeeded_event_details_members[] = {
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Output details."},
    {.name = NULL},
};

static const struct slrun_param execution_aborted_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param execution_timed_out_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param execution_redriven_event_details_members[] = {
    {"redriveCount", S_INTEGER, 0, "Redrive count."},
    {.name = NULL},
};

static const struct slrun_param map_state_started_event_details_members[] = {
    {"length", S_INTEGER, 0, "Length."},
    {.name = NULL},
};

static const struct slrun_param map_iteration_event_details_members[] = {
    {"name", S_STRING, 0, "Its name."},
    {"index", S_INTEGER, 0, "Index."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_schedule_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_scheduled_event_details_members[] = {
    {"resource", S_STRING, 0, "Resource."},
    {"input", S_STRING, 0, "A JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Input details."},
    {"timeoutInSeconds", S_INTEGER, 0, "Timeout in seconds."},
    {"taskCredentials", S_STRUCTURE(task_credentials_members), 0, "Task credentials."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_start_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_succeeded_event_details_members[] = {
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Output details."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_timed_out_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param state_entered_event_details_members[] = {
    {"name", S_STRING, 0, "Its name."},
    {"input", S_STRING, 0, "A JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Input details."},
    {.name = NULL},
};

static const struct slrun_param assigned_variables_details_members[] = {
    {"truncated", S_BOOLEAN, 0, "Truncated."},
    {.name = NULL},
};

static const struct slrun_param state_exited_event_details_members[] = {
    {"name", S_STRING, 0, "Its name."},
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Output details."},
    {"assignedVariables", S_MAP(shape_string), 0, "Assigned variables."},
    {"assignedVariablesDetails", S_STRUCTURE(assigned_variables_details_members), 0,
     "Assigned variables details."},
    {.name = NULL},
};

static const struct slrun_param map_run_started_event_details_members[] = {
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {.name = NULL},
};

static const struct slrun_param map_run_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const struct slrun_param map_run_redriven_event_details_members[] = {
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"redriveCount", S_INTEGER, 0, "Redrive count."},
    {.name = NULL},
};

static const struct slrun_param evaluation_failed_event_details_members[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {"location", S_STRING, 0, "Location."},
    {"state", S_STRING, 0, "State."},
    {.name = NULL},
};

static const struct slrun_param history_event_members[] = {
    {"timestamp", S_TIMESTAMP, 0, "When it happened."},
    {"type", S_STRING, 0, "What kind it is."},
    {"id", S_INTEGER, 0, "Counts from 1 on."},
    {"previousEventId", S_INTEGER, 0, "The event before it on its branch."},
    {"activityFailedEventDetails", S_STRUCTURE(activity_failed_event_details_members), 0,
     "Activity failed event details."},
    {"activityScheduleFailedEventDetails",
     S_STRUCTURE(activity_schedule_failed_event_details_members), 0,
     "Activity schedule failed event details."},
    {"activityScheduledEventDetails", S_STRUCTURE(activity_scheduled_event_details_members), 0,
     "Activity scheduled event details."},
    {"activityStartedEventDetails", S_STRUCTURE(activity_started_event_details_members), 0,
     "Activity started event details."},
    {"activitySucceededEventDetails", S_STRUCTURE(activity_succeeded_event_details_members), 0,
     "Activity succeeded event details."},
    {"activityTimedOutEventDetails", S_STRUCTURE(activity_timed_out_event_details_members), 0,
     "Activity timed out event details."},
    {"taskFailedEventDetails", S_STRUCTURE(task_failed_event_details_members), 0,
     "Task failed event details."},
    {"taskScheduledEventDetails", S_STRUCTURE(task_scheduled_event_details_members), 0,
     "Task scheduled event details."},
    {"taskStartFailedEventDetails", S_STRUCTURE(task_start_failed_event_details_members), 0,
     "Task start failed event details."},
    {"taskStartedEventDetails", S_STRUCTURE(task_started_event_details_members), 0,
     "Task started event details."},
    {"taskSubmitFailedEventDetails", S_STRUCTURE(task_submit_failed_event_details_members), 0,
     "Task submit failed event details."},
    {"taskSubmittedEventDetails", S_STRUCTURE(task_submitted_event_details_members), 0,
     "Task submitted event details."},
    {"taskSucceededEventDetails", S_STRUCTURE(task_succeeded_event_details_members), 0,
     "Task succeeded event details."},
    {"taskTimedOutEventDetails", S_STRUCTURE(task_timed_out_event_details_members), 0,
     "Task timed out event details."},
    {"executionFailedEventDetails", S_STRUCTURE(execution_failed_event_details_members), 0,
     "Execution failed event details."},
    {"executionStartedEventDetails", S_STRUCTURE(execution_started_event_details_members), 0,
     "Execution started event details."},
    {"executionSucceededEventDetails", S_STRUCTURE(execution_succeeded_event_details_members), 0,
     "Execution succeeded event details."},
    {"executionAbortedEventDetails", S_STRUCTURE(execution_aborted_event_details_members), 0,
     "Execution aborted event details."},
    {"executionTimedOutEventDetails", S_STRUCTURE(execution_timed_out_event_details_members), 0,
     "Execution timed out event details."},
    {"executionRedrivenEventDetails", S_STRUCTURE(execution_redriven_event_details_members), 0,
     "Execution redriven event details."},
    {"mapStateStartedEventDetails", S_STRUCTURE(map_state_started_event_details_members), 0,
     "Map state started event details."},
    {"mapIterationStartedEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "Map iteration started event details."},
    {"mapIterationSucceededEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "Map iteration succeeded event details."},
    {"mapIterationFailedEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "Map iteration failed event details."},
    {"mapIterationAbortedEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "Map iteration aborted event details."},
    {"lambdaFunctionFailedEventDetails", S_STRUCTURE(lambda_function_failed_event_details_members),
     0, "Lambda function failed event details."},
    {"lambdaFunctionScheduleFailedEventDetails",
     S_STRUCTURE(lambda_function_schedule_failed_event_details_members), 0,
     "Lambda function schedule failed event details."},
    {"lambdaFunctionScheduledEventDetails",
     S_STRUCTURE(lambda_function_scheduled_event_details_members), 0,
     "Lambda function scheduled event details."},
    {"lambdaFunctionStartFailedEventDetails",
     S_STRUCTURE(lambda_function_start_failed_event_details_members), 0,
     "Lambda function start failed event details."},
    {"lambdaFunctionSucceededEventDetails",
     S_STRUCTURE(lambda_function_succeeded_event_details_members), 0,
     "Lambda function succeeded event details."},
    {"lambdaFunctionTimedOutEventDetails",
     S_STRUCTURE(lambda_function_timed_out_event_details_members), 0,
     "Lambda function timed out event details."},
    {"stateEnteredEventDetails", S_STRUCTURE(state_entered_event_details_members), 0,
     "State entered event details."},
    {"stateExitedEventDetails", S_STRUCTURE(state_exited_event_details_members), 0,
     "State exited event details."},
    {"mapRunStartedEventDetails", S_STRUCTURE(map_run_started_event_details_members), 0,
     "Map run started event details."},
    {"mapRunFailedEventDetails", S_STRUCTURE(map_run_failed_event_details_members), 0,
     "Map run failed event details."},
    {"mapRunRedrivenEventDetails", S_STRUCTURE(map_run_redriven_event_details_members), 0,
     "Map run redriven event details."},
    {"evaluationFailedEventDetails", S_STRUCTURE(evaluation_failed_event_details_members), 0,
     "Evaluation failed event details."},
    {.name = NULL},
};

static const struct slrun_shape shape_history_event_members = S_STRUCTURE(history_event_members);
const struct slrun_param states_get_execution_history_result[] = {
    {"events", S_LIST(shape_history_event_members), 0, "The events, by their ids."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param states_list_activities_params[] = {
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param activity_list_item_members[] = {
    {"activityArn", S_STRING, 0, "ARN of the activity."},
    {"name", S_STRING, 0, "Its name."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {.name = NULL},
};

static const struct slrun_shape shape_activity_list_item_members =
    S_STRUCTURE(activity_list_item_members);
const struct slrun_param states_list_activities_result[] = {
    {"activities", S_LIST(shape_activity_list_item_members), 0, "Activities."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const char *const words_execution_status[] = {
    "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE", NULL};
static const char *const words_execution_redrive_filter[] = {"REDRIVEN", "NOT_REDRIVEN", NULL};
const struct slrun_param states_list_executions_params[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"statusFilter", S_WORD(words_execution_status), 0, "Only those with this status."},
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"redriveFilter", S_WORD(words_execution_redrive_filter), 0, "Redrive filter."},
    {.name = NULL},
};

static const struct slrun_param execution_list_item_members[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"status", S_STRING, 0, "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"itemCount", S_INTEGER, 0, "Item count."},
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {"stateMachineAliasArn", S_STRING, 0, "State machine alias arn."},
    {"redriveCount", S_INTEGER, 0, "Redrive count."},
    {"redriveDate", S_TIMESTAMP, 0, "Redrive date."},
    {.name = NULL},
};

static const struct slrun_shape shape_execution_list_item_members =
    S_STRUCTURE(execution_list_item_members);
const struct slrun_param states_list_executions_result[] = {
    {"executions", S_LIST(shape_execution_list_item_members), 0, "The executions."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param states_list_map_runs_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param map_run_list_item_members[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {.name = NULL},
};

static const struct slrun_shape shape_map_run_list_item_members =
    S_STRUCTURE(map_run_list_item_members);
const struct slrun_param states_list_map_runs_result[] = {
    {"mapRuns", S_LIST(shape_map_run_list_item_members), 0, "Map runs."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param states_list_state_machine_aliases_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};

static const struct slrun_param state_machine_alias_list_item_members[] = {
    {"stateMachineAliasArn", S_STRING, 0, "State machine alias arn."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {.name = NULL},
};

static const struct slrun_shape shape_state_machine_alias_list_item_members =
    S_STRUCTURE(state_machine_alias_list_item_members);
const struct slrun_param states_list_state_machine_aliases_result[] = {
    {"stateMachineAliases", S_LIST(shape_state_machine_alias_list_item_members), 0,
     "State machine aliases."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param states_list_state_machine_versions_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};

static const struct slrun_param state_machine_version_list_item_members[] = {
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {.name = NULL},
};

static const struct slrun_shape shape_state_machine_version_list_item_members =
    S_STRUCTURE(state_machine_version_list_item_members);
const struct slrun_param states_list_state_machine_versions_result[] = {
    {"stateMachineVersions", S_LIST(shape_state_machine_version_list_item_members), 0,
     "State machine versions."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param states_list_state_machines_params[] = {
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param state_machine_list_item_members[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"type", S_STRING, 0, "What kind it is."},
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {.name = NULL},
};

static const struct slrun_shape shape_state_machine_list_item_members =
    S_STRUCTURE(state_machine_list_item_members);
const struct slrun_param states_list_state_machines_result[] = {
    {"stateMachines", S_LIST(shape_state_machine_list_item_members), 0, "State machines."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param states_list_tags_for_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"key", S_STRING, 0, "The tag's name."},
    {"value", S_STRING, 0, "The tag's value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param states_list_tags_for_resource_result[] = {
    {"tags", S_LIST(shape_tag_members), 0, "Tags, a list of key and value."},
    {.name = NULL},
};

const struct slrun_param states_publish_state_machine_version_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"revisionId", S_STRING, 0, "Revision id."},
    {"description", S_STRING, 0, "Description."},
    {.name = NULL},
};

const struct slrun_param states_publish_state_machine_version_result[] = {
    {"creationDate", S_TIMESTAMP, 0, "Creation date."},
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {.name = NULL},
};

const struct slrun_param states_redrive_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"clientToken", S_STRING, 0, "Client token."},
    {.name = NULL},
};

const struct slrun_param states_redrive_execution_result[] = {
    {"redriveDate", S_TIMESTAMP, 0, "Redrive date."},
    {.name = NULL},
};

const struct slrun_param states_send_task_failure_params[] = {
    {"taskToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Of the task that waits."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

const struct slrun_param states_send_task_heartbeat_params[] = {
    {"taskToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Of the task that waits."},
    {.name = NULL},
};

const struct slrun_param states_send_task_success_params[] = {
    {"taskToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Of the task that waits."},
    {"output", S_STRING, SLRUN_REQUIRED, "A JSON text."},
    {.name = NULL},
};

const struct slrun_param states_start_execution_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"input", S_STRING, 0, "A JSON text."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's header."},
    {.name = NULL},
};

const struct slrun_param states_start_execution_result[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {.name = NULL},
};

const struct slrun_param states_start_sync_execution_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"input", S_STRING, 0, "A JSON text."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's header."},
    {"includedData", S_WORD(words_included_data), 0, "Included data."},
    {.name = NULL},
};

static const struct slrun_param billing_details_members[] = {
    {"billedMemoryUsedInMB", S_INTEGER, 0, "Billed memory used in MB."},
    {"billedDurationInMilliseconds", S_INTEGER, 0, "Billed duration in milliseconds."},
    {.name = NULL},
};

const struct slrun_param states_start_sync_execution_result[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, of a version or an alias."},
    {"name", S_STRING, 0, "Its name."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"status", S_STRING, 0, "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {"input", S_STRING, 0, "A JSON text."},
    {"inputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Input details."},
    {"output", S_STRING, 0, "A JSON text."},
    {"outputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Output details."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's header."},
    {"billingDetails", S_STRUCTURE(billing_details_members), 0, "Billing details."},
    {.name = NULL},
};

const struct slrun_param states_stop_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

const struct slrun_param states_stop_execution_result[] = {
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {.name = NULL},
};

const struct slrun_param states_tag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of key and value."},
    {.name = NULL},
};

static const char *const words_inspection_level[] = {"INFO", "DEBUG", "TRACE", NULL};
static const struct slrun_param mock_error_output_given[] = {
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {.name = NULL},
};

static const char *const words_mock_response_validation_mode[] = {"STRICT", "PRESENT", "NONE",
                                                                  NULL};
static const struct slrun_param mock_input_given[] = {
    {"result", S_STRING, 0, "Result."},
    {"errorOutput", S_STRUCTURE(mock_error_output_given), 0, "Error output."},
    {"fieldValidationMode", S_WORD(words_mock_response_validation_mode), 0,
     "Field validation mode."},
    {.name = NULL},
};

static const struct slrun_param test_state_configuration_given[] = {
    {"retrierRetryCount", S_INTEGER, 0, "Retrier retry count."},
    {"errorCausedByState", S_STRING, 0, "Error caused by state."},
    {"mapIterationFailureCount", S_INTEGER, 0, "Map iteration failure count."},
    {"mapItemReaderData", S_STRING, 0, "Map item reader data."},
    {.name = NULL},
};

const struct slrun_param states_test_state_params[] = {
    {"definition", S_STRING, SLRUN_REQUIRED, "In the Amazon States Language, a JSON text."},
    {"roleArn", S_STRING, 0, "Role with which it works."},
    {"input", S_STRING, 0, "A JSON text."},
    {"inspectionLevel", S_WORD(words_inspection_level), 0, "Inspection level."},
    {"revealSecrets", S_BOOLEAN, 0, "Reveal secrets."},
    {"variables", S_STRING, 0, "Variables."},
    {"stateName", S_STRING, 0, "State name."},
    {"mock", S_STRUCTURE(mock_input_given), 0, "Mock."},
    {"context", S_STRING, 0, "Context."},
    {"stateConfiguration", S_STRUCTURE(test_state_configuration_given), 0, "State configuration."},
    {.name = NULL},
};

static const struct slrun_param inspection_data_request_members[] = {
    {"protocol", S_STRING, 0, "Protocol."}, {"method", S_STRING, 0, "Method."},
    {"url", S_STRING, 0, "Url."},           {"headers", S_STRING, 0, "Headers."},
    {"body", S_STRING, 0, "Body."},         {.name = NULL},
};

static const struct slrun_param inspection_data_response_members[] = {
    {"protocol", S_STRING, 0, "Protocol."},
    {"statusCode", S_STRING, 0, "Status code."},
    {"statusMessage", S_STRING, 0, "Status message."},
    {"headers", S_STRING, 0, "Headers."},
    {"body", S_STRING, 0, "Body."},
    {.name = NULL},
};

static const struct slrun_param inspection_error_details_members[] = {
    {"catchIndex", S_INTEGER, 0, "Catch index."},
    {"retryIndex", S_INTEGER, 0, "Retry index."},
    {"retryBackoffIntervalSeconds", S_INTEGER, 0, "Retry backoff interval seconds."},
    {.name = NULL},
};

static const struct slrun_param inspection_data_members[] = {
    {"input", S_STRING, 0, "A JSON text."},
    {"afterArguments", S_STRING, 0, "After arguments."},
    {"afterInputPath", S_STRING, 0, "After input path."},
    {"afterParameters", S_STRING, 0, "After parameters."},
    {"result", S_STRING, 0, "Result."},
    {"afterResultSelector", S_STRING, 0, "After result selector."},
    {"afterResultPath", S_STRING, 0, "After result path."},
    {"request", S_STRUCTURE(inspection_data_request_members), 0, "Request."},
    {"response", S_STRUCTURE(inspection_data_response_members), 0, "Response."},
    {"variables", S_STRING, 0, "Variables."},
    {"errorDetails", S_STRUCTURE(inspection_error_details_members), 0, "Error details."},
    {"afterItemsPath", S_STRING, 0, "After items path."},
    {"afterItemSelector", S_STRING, 0, "After item selector."},
    {"afterItemBatcher", S_STRING, 0, "After item batcher."},
    {"afterItemsPointer", S_STRING, 0, "After items pointer."},
    {"toleratedFailureCount", S_INTEGER, 0, "Tolerated failure count."},
    {"toleratedFailurePercentage", S_FLOAT, 0, "Tolerated failure percentage."},
    {"maxConcurrency", S_INTEGER, 0, "Max concurrency."},
    {.name = NULL},
};

const struct slrun_param states_test_state_result[] = {
    {"output", S_STRING, 0, "A JSON text."},
    {"error", S_STRING, 0, "Name of the error."},
    {"cause", S_STRING, 0, "What is said of the error."},
    {"inspectionData", S_STRUCTURE(inspection_data_members), 0, "Inspection data."},
    {"nextState", S_STRING, 0, "Next state."},
    {"status", S_STRING, 0, "RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, PENDING_REDRIVE."},
    {.name = NULL},
};

const struct slrun_param states_untag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"tagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags that go."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, of a version or an alias."},
    {"definition", S_STRING, 0, "In the Amazon States Language, a JSON text."},
    {"roleArn", S_STRING, 0, "Role with which it works."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_given), 0, "Logging configuration."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_given), 0, "Tracing configuration."},
    {"publish", S_BOOLEAN, 0, "Whether a version is published, too."},
    {"versionDescription", S_STRING, 0, "Version description."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_given), 0,
     "Encryption configuration."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_result[] = {
    {"updateDate", S_TIMESTAMP, 0, "Update date."},
    {"revisionId", S_STRING, 0, "Revision id."},
    {"stateMachineVersionArn", S_STRING, 0, "State machine version arn."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_alias_params[] = {
    {"stateMachineAliasArn", S_STRING, SLRUN_REQUIRED, "State machine alias arn."},
    {"description", S_STRING, 0, "Description."},
    {"routingConfiguration", S_LIST(shape_routing_configuration_list_item_given), 0,
     "Routing configuration."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_alias_result[] = {
    {"updateDate", S_TIMESTAMP, 0, "Update date."},
    {.name = NULL},
};

static const char *const words_validate_state_machine_definition_severity[] = {"ERROR", "WARNING",
                                                                               NULL};
const struct slrun_param states_validate_state_machine_definition_params[] = {
    {"definition", S_STRING, SLRUN_REQUIRED, "In the Amazon States Language, a JSON text."},
    {"type", S_WORD(words_state_machine_type), 0, "What kind it is."},
    {"severity", S_WORD(words_validate_state_machine_definition_severity), 0, "Severity."},
    {"maxResults", S_INTEGER, 0, "Most items of a page."},
    {.name = NULL},
};

static const struct slrun_param validate_state_machine_definition_diagnostic_members[] = {
    {"severity", S_STRING, 0, "Severity."},
    {"code", S_STRING, 0, "Code."},
    {"message", S_STRING, 0, "Message."},
    {"location", S_STRING, 0, "Location."},
    {.name = NULL},
};

static const struct slrun_shape shape_validate_state_machine_definition_diagnostic_members =
    S_STRUCTURE(validate_state_machine_definition_diagnostic_members);
const struct slrun_param states_validate_state_machine_definition_result[] = {
    {"result", S_STRING, 0, "Result."},
    {"diagnostics", S_LIST(shape_validate_state_machine_definition_diagnostic_members), 0,
     "Diagnostics."},
    {"truncated", S_BOOLEAN, 0, "Truncated."},
    {.name = NULL},
};
