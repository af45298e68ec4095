/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

static const struct slrun_param tag_given[] = {
    {"key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const char *const words_encryption_type[] = {"AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY",
                                                    NULL};
static const struct slrun_param encryption_configuration_given[] = {
    {"kmsKeyId", S_STRING, 0, "Id, ARN or alias of the KMS key; of another account's an ARN."},
    {"kmsDataKeyReusePeriodSeconds", S_INTEGER, 0,
     "Seconds that a data key is used for, 60 to 900; 300 unless given."},
    {"type", S_WORD(words_encryption_type), SLRUN_REQUIRED,
     "Whose key it is: AWS_OWNED_KEY (the default) or CUSTOMER_MANAGED_KMS_KEY."},
    {.name = NULL},
};

const struct slrun_param states_create_activity_params[] = {
    {"name", S_STRING, SLRUN_REQUIRED,
     "The activity's name, once in account and region; 1 to 80 characters."},
    {"tags", S_LIST(shape_tag_given), 0, "Tags, a list of key and value."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_given), 0,
     "Key with which AWS encrypts it; AWS's own unless given."},
    {.name = NULL},
};

const struct slrun_param states_create_activity_result[] = {
    {"activityArn", S_STRING, 0, "ARN of the activity."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const char *const words_state_machine_type[] = {"STANDARD", "EXPRESS", NULL};
static const char *const words_log_level[] = {"ALL", "ERROR", "FATAL", "OFF", NULL};
static const struct slrun_param cloud_watch_logs_log_group_given[] = {
    {"logGroupArn", S_STRING, 0, "ARN of the log group, with \":*\" at its end."},
    {.name = NULL},
};

static const struct slrun_param log_destination_given[] = {
    {"cloudWatchLogsLogGroup", S_STRUCTURE(cloud_watch_logs_log_group_given), 0,
     "The log group that gets the events."},
    {.name = NULL},
};

static const struct slrun_shape shape_log_destination_given = S_STRUCTURE(log_destination_given);
static const struct slrun_param logging_configuration_given[] = {
    {"level", S_WORD(words_log_level), 0,
     "Events that are logged: ALL, ERROR, FATAL or OFF (the default)."},
    {"includeExecutionData", S_BOOLEAN, 0,
     "Whether inputs and outputs are logged, too; false unless given."},
    {"destinations", S_LIST(shape_log_destination_given), 0,
     "Where logs go: one log group; needed unless level is OFF."},
    {.name = NULL},
};

static const struct slrun_param tracing_configuration_given[] = {
    {"enabled", S_BOOLEAN, 0, "Whether AWS X-Ray gets traces; false unless given."},
    {.name = NULL},
};

const struct slrun_param states_create_state_machine_params[] = {
    {"name", S_STRING, SLRUN_REQUIRED,
     "The state machine's name, once in account and region; 1 to 80 characters."},
    {"definition", S_STRING, SLRUN_REQUIRED,
     "In the Amazon States Language, a JSON text; 1 MB at most."},
    {"roleArn", S_STRING, SLRUN_REQUIRED, "ARN of the role with which it works."},
    {"type", S_WORD(words_state_machine_type), 0,
     "STANDARD (the default; runs up to a year) or EXPRESS (up to five minutes, no history)."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_given), 0,
     "Which events are logged, and where; none unless given."},
    {"tags", S_LIST(shape_tag_given), 0, "Tags, a list of key and value."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_given), 0,
     "Whether AWS X-Ray gets traces."},
    {"publish", S_BOOLEAN, 0, "Whether a version is published, too; false unless given."},
    {"versionDescription", S_STRING, 0,
     "What the published version is, at most 256 characters; with publish only."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_given), 0,
     "Key with which AWS encrypts it; AWS's own unless given."},
    {.name = NULL},
};

const struct slrun_param states_create_state_machine_result[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version that was published; with publish only."},
    {.name = NULL},
};

static const struct slrun_param routing_configuration_list_item_given[] = {
    {"stateMachineVersionArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the version: the state machine's, \":\" and a number."},
    {"weight", S_INTEGER, SLRUN_REQUIRED,
     "Percent of the executions that the version gets, 0 to 100; all together 100."},
    {.name = NULL},
};

static const struct slrun_shape shape_routing_configuration_list_item_given =
    S_STRUCTURE(routing_configuration_list_item_given);
const struct slrun_param states_create_state_machine_alias_params[] = {
    {"description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 256 characters."},
    {"name", S_STRING, SLRUN_REQUIRED,
     "The alias's name, once for its state machine; 1 to 80 characters, not digits alone."},
    {"routingConfiguration", S_LIST(shape_routing_configuration_list_item_given), SLRUN_REQUIRED,
     "One version, or two, and the percent of executions that each gets."},
    {.name = NULL},
};

const struct slrun_param states_create_state_machine_alias_result[] = {
    {"stateMachineAliasArn", S_STRING, 0,
     "ARN of the alias: the state machine's, \":\" and the alias's name."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

const struct slrun_param states_delete_activity_params[] = {
    {"activityArn", S_STRING, SLRUN_REQUIRED, "ARN of the activity."},
    {.name = NULL},
};

const struct slrun_param states_delete_state_machine_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {.name = NULL},
};

const struct slrun_param states_delete_state_machine_alias_params[] = {
    {"stateMachineAliasArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the alias: the state machine's, \":\" and the alias's name."},
    {.name = NULL},
};

const struct slrun_param states_delete_state_machine_version_params[] = {
    {"stateMachineVersionArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the version: the state machine's, \":\" and a number."},
    {.name = NULL},
};

const struct slrun_param states_describe_activity_params[] = {
    {"activityArn", S_STRING, SLRUN_REQUIRED, "ARN of the activity."},
    {.name = NULL},
};

static const struct slrun_param encryption_configuration_members[] = {
    {"kmsKeyId", S_STRING, 0, "Id, ARN or alias of the KMS key; of another account's an ARN."},
    {"kmsDataKeyReusePeriodSeconds", S_INTEGER, 0,
     "Seconds that a data key is used for, 60 to 900; 300 unless given."},
    {"type", S_STRING, 0,
     "Whose key it is: AWS_OWNED_KEY (the default) or CUSTOMER_MANAGED_KMS_KEY."},
    {.name = NULL},
};

const struct slrun_param states_describe_activity_result[] = {
    {"activityArn", S_STRING, 0, "ARN of the activity."},
    {"name", S_STRING, 0, "Name of the activity."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Key with which AWS encrypts it; AWS's own unless given."},
    {.name = NULL},
};

static const char *const words_included_data[] = {"ALL_DATA", "METADATA_ONLY", NULL};
const struct slrun_param states_describe_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"includedData", S_WORD(words_included_data), 0,
     "ALL_DATA (the default) or METADATA_ONLY: without what the KMS key encrypts."},
    {.name = NULL},
};

static const struct slrun_param cloud_watch_events_execution_data_details_members[] = {
    {"included", S_BOOLEAN, 0,
     "Whether input or output are in the answer; always true in the API's answers."},
    {.name = NULL},
};

const struct slrun_param states_describe_execution_result[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"name", S_STRING, 0, "Name of the execution."},
    {"status", S_STRING, 0,
     "How it stands: RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED or PENDING_REDRIVE."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"input", S_STRING, 0, "What the first state got, a JSON text."},
    {"inputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Whether the input is there, or was cut."},
    {"output", S_STRING, 0, "What came out of it, a JSON text; absent until it has succeeded."},
    {"outputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's trace header, at most 256 characters."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run that it is a child of; absent of others."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version that runs; absent if the state machine itself was started."},
    {"stateMachineAliasArn", S_STRING, 0,
     "ARN of the alias that the execution was started by; absent if it was not."},
    {"redriveCount", S_INTEGER, 0, "How often it was redriven; 0: never."},
    {"redriveDate", S_TIMESTAMP, 0, "When it was redriven last; absent if it never was."},
    {"redriveStatus", S_STRING, 0,
     "REDRIVABLE, NOT_REDRIVABLE, or REDRIVABLE_BY_MAP_RUN: when its Map Run's execution is."},
    {"redriveStatusReason", S_STRING, 0, "Why it cannot be redriven; with NOT_REDRIVABLE."},
    {.name = NULL},
};

const struct slrun_param states_describe_map_run_params[] = {
    {"mapRunArn", S_STRING, SLRUN_REQUIRED, "ARN of the Map Run."},
    {.name = NULL},
};

static const struct slrun_param map_run_item_counts_members[] = {
    {"pending", S_INTEGER, 0, "Items whose child execution has not begun."},
    {"running", S_INTEGER, 0, "Items whose child execution runs."},
    {"succeeded", S_INTEGER, 0, "Items whose child execution succeeded."},
    {"failed", S_INTEGER, 0, "Items whose child execution failed."},
    {"timedOut", S_INTEGER, 0, "Items whose child execution took too long."},
    {"aborted", S_INTEGER, 0, "Items whose child execution was stopped."},
    {"total", S_INTEGER, 0, "Items in all."},
    {"resultsWritten", S_INTEGER, 0, "Items whose results the ResultWriter wrote."},
    {"failuresNotRedrivable", S_INTEGER, 0,
     "Items without success whose child execution no redrive runs again."},
    {"pendingRedrive", S_INTEGER, 0, "Items without success that wait for a redrive to take them."},
    {.name = NULL},
};

static const struct slrun_param map_run_execution_counts_members[] = {
    {"pending", S_INTEGER, 0, "Child executions that have not begun."},
    {"running", S_INTEGER, 0, "Child executions that run."},
    {"succeeded", S_INTEGER, 0, "Child executions that succeeded."},
    {"failed", S_INTEGER, 0, "Child executions that failed."},
    {"timedOut", S_INTEGER, 0, "Child executions that took too long."},
    {"aborted", S_INTEGER, 0, "Child executions that were stopped."},
    {"total", S_INTEGER, 0, "Child executions in all."},
    {"resultsWritten", S_INTEGER, 0, "Child executions whose results the ResultWriter wrote."},
    {"failuresNotRedrivable", S_INTEGER, 0,
     "Child executions without success that no redrive runs again."},
    {"pendingRedrive", S_INTEGER, 0,
     "Child executions without success that wait for a redrive to take them."},
    {.name = NULL},
};

const struct slrun_param states_describe_map_run_result[] = {
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"status", S_STRING, 0, "How the Map Run stands: RUNNING, SUCCEEDED, FAILED or ABORTED."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"maxConcurrency", S_INTEGER, 0,
     "Child executions that run at once at most; 0: no bound of the Map state's."},
    {"toleratedFailurePercentage", S_FLOAT, 0,
     "Percent of the items that may fail before the Map Run does, 0 to 100."},
    {"toleratedFailureCount", S_INTEGER, 0, "How many items may fail before the Map Run does."},
    {"itemCounts", S_STRUCTURE(map_run_item_counts_members), 0, "How many items stand how."},
    {"executionCounts", S_STRUCTURE(map_run_execution_counts_members), 0,
     "How many child executions stand how."},
    {"redriveCount", S_INTEGER, 0, "How often it was redriven; 0: never."},
    {"redriveDate", S_TIMESTAMP, 0, "When it was redriven last; absent if it never was."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, or of a version or alias of it."},
    {"includedData", S_WORD(words_included_data), 0,
     "ALL_DATA (the default) or METADATA_ONLY: without what the KMS key encrypts."},
    {.name = NULL},
};

static const struct slrun_param cloud_watch_logs_log_group_members[] = {
    {"logGroupArn", S_STRING, 0, "ARN of the log group, with \":*\" at its end."},
    {.name = NULL},
};

static const struct slrun_param log_destination_members[] = {
    {"cloudWatchLogsLogGroup", S_STRUCTURE(cloud_watch_logs_log_group_members), 0,
     "The log group that gets the events."},
    {.name = NULL},
};

static const struct slrun_shape shape_log_destination_members =
    S_STRUCTURE(log_destination_members);
static const struct slrun_param logging_configuration_members[] = {
    {"level", S_STRING, 0, "Events that are logged: ALL, ERROR, FATAL or OFF (the default)."},
    {"includeExecutionData", S_BOOLEAN, 0,
     "Whether inputs and outputs are logged, too; false unless given."},
    {"destinations", S_LIST(shape_log_destination_members), 0,
     "Where logs go: one log group; needed unless level is OFF."},
    {.name = NULL},
};

static const struct slrun_param tracing_configuration_members[] = {
    {"enabled", S_BOOLEAN, 0, "Whether AWS X-Ray gets traces; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_shape_string = S_LIST(shape_string);
const struct slrun_param states_describe_state_machine_result[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine, or of a version or alias of it."},
    {"name", S_STRING, 0, "Name of the state machine."},
    {"status", S_STRING, 0, "ACTIVE, or DELETING (executions still run)."},
    {"definition", S_STRING, 0, "In the Amazon States Language, a JSON text; 1 MB at most."},
    {"roleArn", S_STRING, 0, "ARN of the role with which it works."},
    {"type", S_STRING, 0,
     "STANDARD (up to a year, at the state's own pace) or EXPRESS (up to five minutes, no "
     "history)."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_members), 0,
     "Which events are logged, and where; none unless given."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_members), 0,
     "Whether AWS X-Ray gets traces."},
    {"label", S_STRING, 0,
     "Name of the Map state in ARNs: its Label, or one made up; of Map Runs only."},
    {"revisionId", S_STRING, 0,
     "Id of what the state machine is now; each change makes another one, the first has none."},
    {"description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 256 characters."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Key with which AWS encrypts it; AWS's own unless given."},
    {"variableReferences", S_MAP(shape_shape_string), 0,
     "Variables that each state uses, by the state's name; states without any are left out."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_alias_params[] = {
    {"stateMachineAliasArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the alias: the state machine's, \":\" and the alias's name."},
    {.name = NULL},
};

static const struct slrun_param routing_configuration_list_item_members[] = {
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version: the state machine's, \":\" and a number."},
    {"weight", S_INTEGER, 0,
     "Percent of the executions that the version gets, 0 to 100; all together 100."},
    {.name = NULL},
};

static const struct slrun_shape shape_routing_configuration_list_item_members =
    S_STRUCTURE(routing_configuration_list_item_members);
const struct slrun_param states_describe_state_machine_alias_result[] = {
    {"stateMachineAliasArn", S_STRING, 0,
     "ARN of the alias: the state machine's, \":\" and the alias's name."},
    {"name", S_STRING, 0, "Name of the alias."},
    {"description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 256 characters."},
    {"routingConfiguration", S_LIST(shape_routing_configuration_list_item_members), 0,
     "One version, or two, and the percent of executions that each gets."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {"updateDate", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_for_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"includedData", S_WORD(words_included_data), 0,
     "ALL_DATA (the default) or METADATA_ONLY: without what the KMS key encrypts."},
    {.name = NULL},
};

const struct slrun_param states_describe_state_machine_for_execution_result[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"name", S_STRING, 0, "Name of the state machine."},
    {"definition", S_STRING, 0, "In the Amazon States Language, a JSON text; 1 MB at most."},
    {"roleArn", S_STRING, 0, "ARN of the role with which it works."},
    {"updateDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_members), 0,
     "Which events are logged, and where; none unless given."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_members), 0,
     "Whether AWS X-Ray gets traces."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"label", S_STRING, 0,
     "Name of the Map state in ARNs: its Label, or one made up; of Map Runs only."},
    {"revisionId", S_STRING, 0,
     "Id of what the state machine is now; each change makes another one, the first has none."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_members), 0,
     "Key with which AWS encrypts it; AWS's own unless given."},
    {"variableReferences", S_MAP(shape_shape_string), 0,
     "Variables that each state uses, by the state's name; states without any are left out."},
    {.name = NULL},
};

const struct slrun_param states_get_activity_task_params[] = {
    {"activityArn", S_STRING, SLRUN_REQUIRED, "ARN of the activity."},
    {"workerName", S_STRING, 0, "Name of the worker, for the history; 1 to 80 characters."},
    {.name = NULL},
};

const struct slrun_param states_get_activity_task_result[] = {
    {"taskToken", S_STRING, SLRUN_SECRET, "Token of the task that waits."},
    {"input", S_STRING, 0, "What the task gets, a JSON text."},
    {.name = NULL},
};

const struct slrun_param states_get_execution_history_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {"reverseOrder", S_BOOLEAN, 0, "Whether the latest event comes first; false unless given."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"includeExecutionData", S_BOOLEAN, 0,
     "Whether inputs and outputs are told, too; true unless given."},
    {.name = NULL},
};

static const struct slrun_param activity_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param activity_schedule_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param history_event_execution_data_details_members[] = {
    {"truncated", S_BOOLEAN, 0,
     "Whether it was cut; always false in the API's answers, not in logs."},
    {.name = NULL},
};

static const struct slrun_param activity_scheduled_event_details_members[] = {
    {"resource", S_STRING, 0, "ARN of the activity."},
    {"input", S_STRING, 0, "What it gets, a JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the input is there, or was cut."},
    {"timeoutInSeconds", S_INTEGER, 0, "Most seconds that the task may take."},
    {"heartbeatInSeconds", S_INTEGER, 0, "Most seconds between two heartbeats of the task."},
    {.name = NULL},
};

static const struct slrun_param activity_started_event_details_members[] = {
    {"workerName", S_STRING, 0, "Name of the worker, for the history; 1 to 80 characters."},
    {.name = NULL},
};

static const struct slrun_param activity_succeeded_event_details_members[] = {
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {.name = NULL},
};

static const struct slrun_param activity_timed_out_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param task_failed_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param task_credentials_members[] = {
    {"roleArn", S_STRING, 0, "ARN of the role with which it works."},
    {.name = NULL},
};

static const struct slrun_param task_scheduled_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"region", S_STRING, 0, "Region in which the task's service is called."},
    {"parameters", S_STRING, 0, "What the resource is called with, a JSON text."},
    {"timeoutInSeconds", S_INTEGER, 0, "Most seconds that the task may take."},
    {"heartbeatInSeconds", S_INTEGER, 0, "Most seconds between two heartbeats of the task."},
    {"taskCredentials", S_STRUCTURE(task_credentials_members), 0,
     "Role with which the task calls, if it has one of its own."},
    {.name = NULL},
};

static const struct slrun_param task_start_failed_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param task_started_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {.name = NULL},
};

static const struct slrun_param task_submit_failed_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param task_submitted_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {.name = NULL},
};

static const struct slrun_param task_succeeded_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {.name = NULL},
};

static const struct slrun_param task_timed_out_event_details_members[] = {
    {"resourceType", S_STRING, 0,
     "The service that the task calls, as \"lambda\" or \"aws-sdk:dynamodb\"."},
    {"resource", S_STRING, 0,
     "Action of the service, as \"invoke\" or \"sendMessage.waitForTaskToken\"."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param execution_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param execution_started_event_details_members[] = {
    {"input", S_STRING, 0, "What it gets, a JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the input is there, or was cut."},
    {"roleArn", S_STRING, 0, "ARN of the role with which it works."},
    {"stateMachineAliasArn", S_STRING, 0,
     "ARN of the alias that the execution was started by; absent if it was not."},
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version that runs; absent if the state machine itself was started."},
    {.name = NULL},
};

static const struct slrun_param execution_succeeded_event_details_members[] = {
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {.name = NULL},
};

static const struct slrun_param execution_aborted_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param execution_timed_out_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param execution_redriven_event_details_members[] = {
    {"redriveCount", S_INTEGER, 0, "How often it was redriven; 0: never."},
    {.name = NULL},
};

static const struct slrun_param map_state_started_event_details_members[] = {
    {"length", S_INTEGER, 0, "How many items the Map state has."},
    {.name = NULL},
};

static const struct slrun_param map_iteration_event_details_members[] = {
    {"name", S_STRING, 0, "Name of the Map state."},
    {"index", S_INTEGER, 0, "Number of the iteration, from 0 on."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_schedule_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_scheduled_event_details_members[] = {
    {"resource", S_STRING, 0, "ARN of the function."},
    {"input", S_STRING, 0, "What it gets, a JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the input is there, or was cut."},
    {"timeoutInSeconds", S_INTEGER, 0, "Most seconds that the task may take."},
    {"taskCredentials", S_STRUCTURE(task_credentials_members), 0,
     "Role with which the task calls, if it has one of its own."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_start_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_succeeded_event_details_members[] = {
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {.name = NULL},
};

static const struct slrun_param lambda_function_timed_out_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param state_entered_event_details_members[] = {
    {"name", S_STRING, 0, "Name of the state."},
    {"input", S_STRING, 0, "What it gets, a JSON text."},
    {"inputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the input is there, or was cut."},
    {.name = NULL},
};

static const struct slrun_param assigned_variables_details_members[] = {
    {"truncated", S_BOOLEAN, 0,
     "Whether they were cut; always false in the API's answers, not in logs."},
    {.name = NULL},
};

static const struct slrun_param state_exited_event_details_members[] = {
    {"name", S_STRING, 0, "Name of the state."},
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(history_event_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {"assignedVariables", S_MAP(shape_string), 0,
     "Variables that the state set, by name; each value is a JSON text."},
    {"assignedVariablesDetails", S_STRUCTURE(assigned_variables_details_members), 0,
     "Whether assignedVariables were cut."},
    {.name = NULL},
};

static const struct slrun_param map_run_started_event_details_members[] = {
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {.name = NULL},
};

static const struct slrun_param map_run_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const struct slrun_param map_run_redriven_event_details_members[] = {
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"redriveCount", S_INTEGER, 0, "How often it was redriven; 0: never."},
    {.name = NULL},
};

static const struct slrun_param evaluation_failed_event_details_members[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {"location", S_STRING, 0, "Field of the state whose expression failed, as \"Arguments\"."},
    {"state", S_STRING, 0, "Name of the state whose expression failed."},
    {.name = NULL},
};

static const struct slrun_param history_event_members[] = {
    {"timestamp", S_TIMESTAMP, 0, "When it happened."},
    {"type", S_STRING, 0,
     "What happened, as TaskStateEntered or ExecutionFailed; the details of that name tell more."},
    {"id", S_INTEGER, 0, "The event's number in its execution; counts from 1 on."},
    {"previousEventId", S_INTEGER, 0,
     "Number of the event before it on its branch; 0 for the first."},
    {"activityFailedEventDetails", S_STRUCTURE(activity_failed_event_details_members), 0,
     "With type ActivityFailed: error and cause."},
    {"activityScheduleFailedEventDetails",
     S_STRUCTURE(activity_schedule_failed_event_details_members), 0,
     "With type ActivityScheduleFailed: error and cause."},
    {"activityScheduledEventDetails", S_STRUCTURE(activity_scheduled_event_details_members), 0,
     "With type ActivityScheduled: activity, input and times."},
    {"activityStartedEventDetails", S_STRUCTURE(activity_started_event_details_members), 0,
     "With type ActivityStarted: the worker's name."},
    {"activitySucceededEventDetails", S_STRUCTURE(activity_succeeded_event_details_members), 0,
     "With type ActivitySucceeded: the output."},
    {"activityTimedOutEventDetails", S_STRUCTURE(activity_timed_out_event_details_members), 0,
     "With type ActivityTimedOut: error and cause."},
    {"taskFailedEventDetails", S_STRUCTURE(task_failed_event_details_members), 0,
     "With type TaskFailed: service, action, error and cause."},
    {"taskScheduledEventDetails", S_STRUCTURE(task_scheduled_event_details_members), 0,
     "With type TaskScheduled: service, action, parameters and times."},
    {"taskStartFailedEventDetails", S_STRUCTURE(task_start_failed_event_details_members), 0,
     "With type TaskStartFailed: service, action, error and cause."},
    {"taskStartedEventDetails", S_STRUCTURE(task_started_event_details_members), 0,
     "With type TaskStarted: service and action."},
    {"taskSubmitFailedEventDetails", S_STRUCTURE(task_submit_failed_event_details_members), 0,
     "With type TaskSubmitFailed: service, action, error and cause."},
    {"taskSubmittedEventDetails", S_STRUCTURE(task_submitted_event_details_members), 0,
     "With type TaskSubmitted: service, action and the service's answer."},
    {"taskSucceededEventDetails", S_STRUCTURE(task_succeeded_event_details_members), 0,
     "With type TaskSucceeded: service, action and output."},
    {"taskTimedOutEventDetails", S_STRUCTURE(task_timed_out_event_details_members), 0,
     "With type TaskTimedOut: service, action, error and cause."},
    {"executionFailedEventDetails", S_STRUCTURE(execution_failed_event_details_members), 0,
     "With type ExecutionFailed: error and cause."},
    {"executionStartedEventDetails", S_STRUCTURE(execution_started_event_details_members), 0,
     "With type ExecutionStarted: input, role, version and alias."},
    {"executionSucceededEventDetails", S_STRUCTURE(execution_succeeded_event_details_members), 0,
     "With type ExecutionSucceeded: the output."},
    {"executionAbortedEventDetails", S_STRUCTURE(execution_aborted_event_details_members), 0,
     "With type ExecutionAborted: error and cause, as stop_execution gave them."},
    {"executionTimedOutEventDetails", S_STRUCTURE(execution_timed_out_event_details_members), 0,
     "With type ExecutionTimedOut: error and cause."},
    {"executionRedrivenEventDetails", S_STRUCTURE(execution_redriven_event_details_members), 0,
     "With type ExecutionRedriven: how often it was."},
    {"mapStateStartedEventDetails", S_STRUCTURE(map_state_started_event_details_members), 0,
     "With type MapStateStarted: how many items it has."},
    {"mapIterationStartedEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "With type MapIterationStarted: Map state and number."},
    {"mapIterationSucceededEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "With type MapIterationSucceeded: Map state and number."},
    {"mapIterationFailedEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "With type MapIterationFailed: Map state and number."},
    {"mapIterationAbortedEventDetails", S_STRUCTURE(map_iteration_event_details_members), 0,
     "With type MapIterationAborted: Map state and number."},
    {"lambdaFunctionFailedEventDetails", S_STRUCTURE(lambda_function_failed_event_details_members),
     0, "With type LambdaFunctionFailed: error and cause."},
    {"lambdaFunctionScheduleFailedEventDetails",
     S_STRUCTURE(lambda_function_schedule_failed_event_details_members), 0,
     "With type LambdaFunctionScheduleFailed: error and cause."},
    {"lambdaFunctionScheduledEventDetails",
     S_STRUCTURE(lambda_function_scheduled_event_details_members), 0,
     "With type LambdaFunctionScheduled: function, input and time."},
    {"lambdaFunctionStartFailedEventDetails",
     S_STRUCTURE(lambda_function_start_failed_event_details_members), 0,
     "With type LambdaFunctionStartFailed: error and cause."},
    {"lambdaFunctionSucceededEventDetails",
     S_STRUCTURE(lambda_function_succeeded_event_details_members), 0,
     "With type LambdaFunctionSucceeded: the output."},
    {"lambdaFunctionTimedOutEventDetails",
     S_STRUCTURE(lambda_function_timed_out_event_details_members), 0,
     "With type LambdaFunctionTimedOut: error and cause."},
    {"stateEnteredEventDetails", S_STRUCTURE(state_entered_event_details_members), 0,
     "With a type ...StateEntered: the state's name and input."},
    {"stateExitedEventDetails", S_STRUCTURE(state_exited_event_details_members), 0,
     "With a type ...StateExited: the state's name, output and variables."},
    {"mapRunStartedEventDetails", S_STRUCTURE(map_run_started_event_details_members), 0,
     "With type MapRunStarted: the Map Run."},
    {"mapRunFailedEventDetails", S_STRUCTURE(map_run_failed_event_details_members), 0,
     "With type MapRunFailed: error and cause."},
    {"mapRunRedrivenEventDetails", S_STRUCTURE(map_run_redriven_event_details_members), 0,
     "With type MapRunRedriven: the Map Run, and how often it was."},
    {"evaluationFailedEventDetails", S_STRUCTURE(evaluation_failed_event_details_members), 0,
     "With type EvaluationFailed: error, cause, state and field."},
    {.name = NULL},
};

static const struct slrun_shape shape_history_event_members = S_STRUCTURE(history_event_members);
const struct slrun_param states_get_execution_history_result[] = {
    {"events", S_LIST(shape_history_event_members), 0, "The events, by their ids."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param states_list_activities_params[] = {
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param activity_list_item_members[] = {
    {"activityArn", S_STRING, 0, "ARN of the activity."},
    {"name", S_STRING, 0, "Name of the activity."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_activity_list_item_members =
    S_STRUCTURE(activity_list_item_members);
const struct slrun_param states_list_activities_result[] = {
    {"activities", S_LIST(shape_activity_list_item_members), 0, "Activities of this page."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const char *const words_execution_status[] = {
    "RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE", NULL};
static const char *const words_execution_redrive_filter[] = {"REDRIVEN", "NOT_REDRIVEN", NULL};
const struct slrun_param states_list_executions_params[] = {
    {"stateMachineArn", S_STRING, 0,
     "Only executions of this state machine, version or alias; in place of mapRunArn."},
    {"statusFilter", S_WORD(words_execution_status), 0, "Only those with this status."},
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"mapRunArn", S_STRING, 0,
     "Only child executions of this Map Run; in place of stateMachineArn."},
    {"redriveFilter", S_WORD(words_execution_redrive_filter), 0,
     "Only REDRIVEN executions, or only NOT_REDRIVEN; both unless given."},
    {.name = NULL},
};

static const struct slrun_param execution_list_item_members[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"name", S_STRING, 0, "Name of the execution."},
    {"status", S_STRING, 0,
     "How it stands: RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED or PENDING_REDRIVE."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run that it is a child of; absent of others."},
    {"itemCount", S_INTEGER, 0,
     "Items that the child execution got; of a Map Run's executions only."},
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version that runs; absent if the state machine itself was started."},
    {"stateMachineAliasArn", S_STRING, 0,
     "ARN of the alias that the execution was started by; absent if it was not."},
    {"redriveCount", S_INTEGER, 0, "How often it was redriven; 0: never."},
    {"redriveDate", S_TIMESTAMP, 0, "When it was redriven last; absent if it never was."},
    {.name = NULL},
};

static const struct slrun_shape shape_execution_list_item_members =
    S_STRUCTURE(execution_list_item_members);
const struct slrun_param states_list_executions_result[] = {
    {"executions", S_LIST(shape_execution_list_item_members), 0,
     "Executions of this page, the latest first."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param states_list_map_runs_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param map_run_list_item_members[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"mapRunArn", S_STRING, 0, "ARN of the Map Run."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {.name = NULL},
};

static const struct slrun_shape shape_map_run_list_item_members =
    S_STRUCTURE(map_run_list_item_members);
const struct slrun_param states_list_map_runs_result[] = {
    {"mapRuns", S_LIST(shape_map_run_list_item_members), 0, "Map Runs of this page."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param states_list_state_machine_aliases_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {.name = NULL},
};

static const struct slrun_param state_machine_alias_list_item_members[] = {
    {"stateMachineAliasArn", S_STRING, 0,
     "ARN of the alias: the state machine's, \":\" and the alias's name."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_state_machine_alias_list_item_members =
    S_STRUCTURE(state_machine_alias_list_item_members);
const struct slrun_param states_list_state_machine_aliases_result[] = {
    {"stateMachineAliases", S_LIST(shape_state_machine_alias_list_item_members), 0,
     "Aliases of this page."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param states_list_state_machine_versions_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {.name = NULL},
};

static const struct slrun_param state_machine_version_list_item_members[] = {
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version: the state machine's, \":\" and a number."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_state_machine_version_list_item_members =
    S_STRUCTURE(state_machine_version_list_item_members);
const struct slrun_param states_list_state_machine_versions_result[] = {
    {"stateMachineVersions", S_LIST(shape_state_machine_version_list_item_members), 0,
     "Versions of this page, the latest first."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param states_list_state_machines_params[] = {
    {"maxResults", S_INTEGER, 0, "Most items of a page, 0 to 1,000; 0 (or absent): 100."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param state_machine_list_item_members[] = {
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"name", S_STRING, 0, "Name of the state machine."},
    {"type", S_STRING, 0,
     "STANDARD (up to a year, at the state's own pace) or EXPRESS (up to five minutes, no "
     "history)."},
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_state_machine_list_item_members =
    S_STRUCTURE(state_machine_list_item_members);
const struct slrun_param states_list_state_machines_result[] = {
    {"stateMachines", S_LIST(shape_state_machine_list_item_members), 0,
     "State machines of this page."},
    {"nextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param states_list_tags_for_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine or activity."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param states_list_tags_for_resource_result[] = {
    {"tags", S_LIST(shape_tag_members), 0, "Tags, a list of key and value."},
    {.name = NULL},
};

const struct slrun_param states_publish_state_machine_version_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"revisionId", S_STRING, 0,
     "Publishes only if this is still the state machine's revision; a conflict otherwise."},
    {"description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 256 characters."},
    {.name = NULL},
};

const struct slrun_param states_publish_state_machine_version_result[] = {
    {"creationDate", S_TIMESTAMP, 0, "When it was made."},
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version: the state machine's, \":\" and a number."},
    {.name = NULL},
};

const struct slrun_param states_redrive_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"clientToken", S_STRING, 0,
     "A word, 1 to 64 characters, that lets the same request be sent again; made up unless given."},
    {.name = NULL},
};

const struct slrun_param states_redrive_execution_result[] = {
    {"redriveDate", S_TIMESTAMP, 0, "When it was redriven last; absent if it never was."},
    {.name = NULL},
};

const struct slrun_param states_send_task_failure_params[] = {
    {"taskToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Token of the task that waits."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

const struct slrun_param states_send_task_heartbeat_params[] = {
    {"taskToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Token of the task that waits."},
    {.name = NULL},
};

const struct slrun_param states_send_task_success_params[] = {
    {"taskToken", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET, "Token of the task that waits."},
    {"output", S_STRING, SLRUN_REQUIRED,
     "The task's result, a JSON text of 262,144 bytes at most."},
    {.name = NULL},
};

const struct slrun_param states_start_execution_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, or of a version or alias that runs instead."},
    {"name", S_STRING, 0,
     "The execution's name, once in 90 days for its state machine; 1 to 80 characters. Made up "
     "unless given."},
    {"input", S_STRING, 0,
     "What the first state gets, a JSON text of 262,144 bytes at most; \"{}\" unless given."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's trace header, at most 256 characters."},
    {.name = NULL},
};

const struct slrun_param states_start_execution_result[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {.name = NULL},
};

const struct slrun_param states_start_sync_execution_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the state machine, or of a version or alias of it."},
    {"name", S_STRING, 0, "The execution's name, 1 to 80 characters; made up unless given."},
    {"input", S_STRING, 0,
     "What the first state gets, a JSON text of 262,144 bytes at most; \"{}\" unless given."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's trace header, at most 256 characters."},
    {"includedData", S_WORD(words_included_data), 0,
     "ALL_DATA (the default) or METADATA_ONLY: without what the KMS key encrypts."},
    {.name = NULL},
};

static const struct slrun_param billing_details_members[] = {
    {"billedMemoryUsedInMB", S_INTEGER, 0, "MB of memory that are paid for, in steps of 64."},
    {"billedDurationInMilliseconds", S_INTEGER, 0,
     "Milliseconds that are paid for, in steps of 100."},
    {.name = NULL},
};

const struct slrun_param states_start_sync_execution_result[] = {
    {"executionArn", S_STRING, 0, "ARN of the execution."},
    {"stateMachineArn", S_STRING, 0, "ARN of the state machine."},
    {"name", S_STRING, 0, "Name of the execution."},
    {"startDate", S_TIMESTAMP, 0, "When it was started."},
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {"status", S_STRING, 0, "How it ended: SUCCEEDED, FAILED or TIMED_OUT."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {"input", S_STRING, 0, "What it gets, a JSON text."},
    {"inputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Whether the input is there, or was cut."},
    {"output", S_STRING, 0, "What came out of it, a JSON text."},
    {"outputDetails", S_STRUCTURE(cloud_watch_events_execution_data_details_members), 0,
     "Whether the output is there, or was cut."},
    {"traceHeader", S_STRING, 0, "AWS X-Ray's trace header, at most 256 characters."},
    {"billingDetails", S_STRUCTURE(billing_details_members), 0,
     "Time and memory that are paid for."},
    {.name = NULL},
};

const struct slrun_param states_stop_execution_params[] = {
    {"executionArn", S_STRING, SLRUN_REQUIRED, "ARN of the execution."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

const struct slrun_param states_stop_execution_result[] = {
    {"stopDate", S_TIMESTAMP, 0, "When it ended; absent while it runs."},
    {.name = NULL},
};

const struct slrun_param states_tag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine or activity."},
    {"tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of key and value."},
    {.name = NULL},
};

static const char *const words_inspection_level[] = {"INFO", "DEBUG", "TRACE", NULL};
static const struct slrun_param mock_error_output_given[] = {
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {.name = NULL},
};

static const char *const words_mock_response_validation_mode[] = {"STRICT", "PRESENT", "NONE",
                                                                  NULL};
static const struct slrun_param mock_input_given[] = {
    {"result", S_STRING, 0, "Result of the state's work, a JSON text of 262,144 bytes at most."},
    {"errorOutput", S_STRUCTURE(mock_error_output_given), 0,
     "Error and cause with which the state's work fails, in place of result."},
    {"fieldValidationMode", S_WORD(words_mock_response_validation_mode), 0,
     "How a mock is checked by AWS's API: STRICT (the default), PRESENT (what is there) or NONE."},
    {.name = NULL},
};

static const struct slrun_param test_state_configuration_given[] = {
    {"retrierRetryCount", S_INTEGER, 0,
     "How often the state's retrier has tried again before the mocked error."},
    {"errorCausedByState", S_STRING, 0,
     "Name of the inner state that the mocked error comes from; for a Map or Parallel state."},
    {"mapIterationFailureCount", S_INTEGER, 0,
     "How many iterations of the Map state failed; for tolerated failures."},
    {"mapItemReaderData", S_STRING, 0,
     "What the ItemReader of a distributed Map state would read, as it stands at its source."},
    {.name = NULL},
};

const struct slrun_param states_test_state_params[] = {
    {"definition", S_STRING, SLRUN_REQUIRED,
     "The state alone, or with stateName the whole definition, in the Amazon States Language, a "
     "JSON text."},
    {"roleArn", S_STRING, 0,
     "ARN of the role with which the state works; needed unless mock is given."},
    {"input", S_STRING, 0, "What the state gets, a JSON text; \"{}\" unless given."},
    {"inspectionLevel", S_WORD(words_inspection_level), 0,
     "INFO (output only, the default), DEBUG (each step of the data) or TRACE (also HTTP request "
     "and answer)."},
    {"revealSecrets", S_BOOLEAN, 0,
     "Whether what an EventBridge connection adds to HTTP requests is told; with TRACE. False "
     "unless given."},
    {"variables", S_STRING, 0, "Variables that the state sees: a JSON object as a text."},
    {"stateName", S_STRING, 0,
     "Which state of the definition is tested; definition is then a whole one."},
    {"mock", S_STRUCTURE(mock_input_given), 0,
     "Result or error that stands in for the state's work; for Task, Map and Parallel states."},
    {"context", S_STRING, 0,
     "The Context object ($$, $states.context) that the state sees, a JSON text; with mock only."},
    {"stateConfiguration", S_STRUCTURE(test_state_configuration_given), 0,
     "What the test takes for given: retries so far, data of the Map state."},
    {.name = NULL},
};

static const struct slrun_param inspection_data_request_members[] = {
    {"protocol", S_STRING, 0, "Version of HTTP, as \"HTTP/1.1\"."},
    {"method", S_STRING, 0, "HTTP method of the request."},
    {"url", S_STRING, 0, "Address that was called."},
    {"headers", S_STRING, 0, "Headers that were sent."},
    {"body", S_STRING, 0, "Body that was sent."},
    {.name = NULL},
};

static const struct slrun_param inspection_data_response_members[] = {
    {"protocol", S_STRING, 0, "Version of HTTP, as \"HTTP/1.1\"."},
    {"statusCode", S_STRING, 0, "HTTP status of the answer, as a string: \"200\"."},
    {"statusMessage", S_STRING, 0, "Words after the HTTP status, as \"OK\"."},
    {"headers", S_STRING, 0, "Headers that came back."},
    {"body", S_STRING, 0, "Body that came back."},
    {.name = NULL},
};

static const struct slrun_param inspection_error_details_members[] = {
    {"catchIndex", S_INTEGER, 0, "Which catcher of Catch took the error, from 0 on."},
    {"retryIndex", S_INTEGER, 0, "Which retrier of Retry took the error, from 0 on."},
    {"retryBackoffIntervalSeconds", S_INTEGER, 0, "Seconds until the next try."},
    {.name = NULL},
};

static const struct slrun_param inspection_data_members[] = {
    {"input", S_STRING, 0, "What it gets, a JSON text."},
    {"afterArguments", S_STRING, 0, "The input as Arguments made it, a JSON text; with JSONata."},
    {"afterInputPath", S_STRING, 0, "The input after InputPath, a JSON text; with JSONPath."},
    {"afterParameters", S_STRING, 0,
     "The input as Parameters made it, a JSON text; with JSONPath."},
    {"result", S_STRING, 0,
     "Result of the state's work, before the state changed it, a JSON text."},
    {"afterResultSelector", S_STRING, 0,
     "The result as ResultSelector made it, a JSON text; with JSONPath."},
    {"afterResultPath", S_STRING, 0,
     "The input with the result at ResultPath, a JSON text; with JSONPath."},
    {"request", S_STRUCTURE(inspection_data_request_members), 0,
     "The HTTP request of the task; with inspectionLevel TRACE."},
    {"response", S_STRUCTURE(inspection_data_response_members), 0,
     "The HTTP answer to the task; with inspectionLevel TRACE."},
    {"variables", S_STRING, 0, "Variables after the state: a JSON object as a text."},
    {"errorDetails", S_STRUCTURE(inspection_error_details_members), 0,
     "Which Retry or Catch took the error."},
    {"afterItemsPath", S_STRING, 0,
     "The items that ItemsPath found, a JSON text; of a Map state, with JSONPath."},
    {"afterItemSelector", S_STRING, 0,
     "Inputs of the iterations as ItemSelector made them, a JSON text; of a Map state."},
    {"afterItemBatcher", S_STRING, 0, "The items in their batches, a JSON text; of a Map state."},
    {"afterItemsPointer", S_STRING, 0,
     "The items that ItemsPointer found, a JSON text; of a Map state."},
    {"toleratedFailureCount", S_INTEGER, 0, "How many items may fail before the Map state does."},
    {"toleratedFailurePercentage", S_FLOAT, 0,
     "Percent of the items that may fail before the Map state does, 0 to 100."},
    {"maxConcurrency", S_INTEGER, 0,
     "Iterations that run at once at most; 0: no bound of the Map state's."},
    {.name = NULL},
};

const struct slrun_param states_test_state_result[] = {
    {"output", S_STRING, 0,
     "What the state hands on, a JSON text; with RETRIABLE and FAILED none."},
    {"error", S_STRING, 0,
     "Name of the error, at most 256 characters; catchers and retriers look at it."},
    {"cause", S_STRING, 0, "What is said of the error, at most 32,768 characters."},
    {"inspectionData", S_STRUCTURE(inspection_data_members), 0,
     "The data on its way through the state, as inspectionLevel asked for."},
    {"nextState", S_STRING, 0,
     "Name of the state that would come next; absent at an end or after a failure."},
    {"status", S_STRING, 0,
     "SUCCEEDED, FAILED, RETRIABLE (a Retry takes it) or CAUGHT_ERROR (a Catch does)."},
    {.name = NULL},
};

const struct slrun_param states_untag_resource_params[] = {
    {"resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine or activity."},
    {"tagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags that go."},
    {.name = NULL},
};

const struct slrun_param states_update_map_run_params[] = {
    {"mapRunArn", S_STRING, SLRUN_REQUIRED, "ARN of the Map Run."},
    {"maxConcurrency", S_INTEGER, 0,
     "Child executions that run at once at most; 0: no bound of one's own."},
    {"toleratedFailurePercentage", S_FLOAT, 0,
     "Percent of the items that may fail before the Map Run does, 0 to 100."},
    {"toleratedFailureCount", S_INTEGER, 0, "How many items may fail before the Map Run does."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_params[] = {
    {"stateMachineArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"definition", S_STRING, 0, "In the Amazon States Language, a JSON text; 1 MB at most."},
    {"roleArn", S_STRING, 0, "ARN of the role with which it works."},
    {"loggingConfiguration", S_STRUCTURE(logging_configuration_given), 0,
     "Which events are logged, and where; none unless given."},
    {"tracingConfiguration", S_STRUCTURE(tracing_configuration_given), 0,
     "Whether AWS X-Ray gets traces."},
    {"publish", S_BOOLEAN, 0, "Whether a version is published, too; false unless given."},
    {"versionDescription", S_STRING, 0,
     "What the published version is, at most 256 characters; with publish only."},
    {"encryptionConfiguration", S_STRUCTURE(encryption_configuration_given), 0,
     "Key with which AWS encrypts it; AWS's own unless given."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_result[] = {
    {"updateDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"revisionId", S_STRING, 0,
     "Id of what the state machine is now; each change makes another one, the first has none."},
    {"stateMachineVersionArn", S_STRING, 0,
     "ARN of the version that was published; with publish only."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_alias_params[] = {
    {"stateMachineAliasArn", S_STRING, SLRUN_REQUIRED,
     "ARN of the alias: the state machine's, \":\" and the alias's name."},
    {"description", S_STRING, 0,
     "What it is or is for, in one's own words; at most 256 characters."},
    {"routingConfiguration", S_LIST(shape_routing_configuration_list_item_given), 0,
     "One version, or two, and the percent of executions that each gets."},
    {.name = NULL},
};

const struct slrun_param states_update_state_machine_alias_result[] = {
    {"updateDate", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

static const char *const words_validate_state_machine_definition_severity[] = {"ERROR", "WARNING",
                                                                               NULL};
const struct slrun_param states_validate_state_machine_definition_params[] = {
    {"definition", S_STRING, SLRUN_REQUIRED,
     "In the Amazon States Language, a JSON text; 1 MB at most."},
    {"type", S_WORD(words_state_machine_type), 0,
     "Kind of state machine that it is judged for: STANDARD (the default) or EXPRESS."},
    {"severity", S_WORD(words_validate_state_machine_definition_severity), 0,
     "What is told: ERROR (errors only, the default) or WARNING (both)."},
    {"maxResults", S_INTEGER, 0, "Most diagnostics told, 0 to 100; 0 (or absent): 100."},
    {.name = NULL},
};

static const struct slrun_param validate_state_machine_definition_diagnostic_members[] = {
    {"severity", S_STRING, 0, "ERROR (the definition cannot be used) or WARNING."},
    {"code", S_STRING, 0, "What is wrong, as a word: SCHEMA_VALIDATION_FAILED and the like."},
    {"message", S_STRING, 0, "What is wrong, in words."},
    {"location", S_STRING, 0, "Where in the definition, as \"/States/NAME/FIELD\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_validate_state_machine_definition_diagnostic_members =
    S_STRUCTURE(validate_state_machine_definition_diagnostic_members);
const struct slrun_param states_validate_state_machine_definition_result[] = {
    {"result", S_STRING, 0,
     "OK, or FAIL: a state machine cannot have the definition. Warnings do not count."},
    {"diagnostics", S_LIST(shape_validate_state_machine_definition_diagnostic_members), 0,
     "What is wrong, one entry each; warnings too, if they were asked for."},
    {"truncated", S_BOOLEAN, 0, "Whether there are more diagnostics than maxResults."},
    {.name = NULL},
};
