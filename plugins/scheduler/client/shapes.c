/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_schedule_state[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param dead_letter_config_given[] = {
    {"Arn", S_STRING, 0, "ARN of the SQS queue that gets what could not be delivered."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_given[] = {
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds for which delivery is tried, 60 to 86,400; 86,400 unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often delivery is tried again, 0 to 185; 185 unless given."},
    {.name = NULL},
};

static const char *const words_launch_type[] = {"EC2", "FARGATE", "EXTERNAL", NULL};
static const char *const words_assign_public_ip[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param aws_vpc_configuration_given[] = {
    {"Subnets", S_LIST(shape_string), SLRUN_REQUIRED, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroups", S_LIST(shape_string), 0,
     "Ids of security groups of one VPC, 5 at most; the VPC's default one unless given."},
    {"AssignPublicIp", S_WORD(words_assign_public_ip), 0,
     "Whether the task gets a public IP address: ENABLED, or DISABLED; with LaunchType FARGATE "
     "only."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_given[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_given), 0,
     "Subnets and security groups of the task."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_given[] = {
    {"capacityProvider", S_STRING, SLRUN_REQUIRED,
     "Name of the capacity provider, as \"FARGATE_SPOT\"."},
    {"weight", S_INTEGER, 0,
     "Share of the tasks that the provider gets when each base is served, 0 to 1,000; 0 unless "
     "given."},
    {"base", S_INTEGER, 0,
     "Tasks that run on this provider at least, 0 to 100,000; 0 unless given. One provider only "
     "may have more."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_given =
    S_STRUCTURE(capacity_provider_strategy_item_given);
static const char *const words_placement_constraint_type[] = {"distinctInstance", "memberOf", NULL};
static const struct slrun_param placement_constraint_given[] = {
    {"type", S_WORD(words_placement_constraint_type), 0,
     "distinctInstance (each task on another instance) or memberOf (where expression holds)."},
    {"expression", S_STRING, 0,
     "For memberOf: expression in ECS's cluster query language, at most 2,000 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_given =
    S_STRUCTURE(placement_constraint_given);
static const char *const words_placement_strategy_type[] = {"random", "spread", "binpack", NULL};
static const struct slrun_param placement_strategy_given[] = {
    {"type", S_WORD(words_placement_strategy_type), 0,
     "random, spread (evenly over field) or binpack (as few instances as can be)."},
    {"field", S_STRING, 0,
     "What tasks are spread or packed by, as \"instanceId\", \"attribute:ecs.availability-zone\" "
     "or \"memory\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_given =
    S_STRUCTURE(placement_strategy_given);
static const char *const words_propagate_tags[] = {"TASK_DEFINITION", NULL};
static const struct slrun_shape shape_shape_string = S_MAP(shape_string);
static const struct slrun_param ecs_parameters_given[] = {
    {"TaskDefinitionArn", S_STRING, SLRUN_REQUIRED, "ARN of the task definition."},
    {"TaskCount", S_INTEGER, 0, "How many tasks are started, 1 to 10; 1 unless given."},
    {"LaunchType", S_WORD(words_launch_type), 0,
     "EC2, FARGATE or EXTERNAL; not with CapacityProviderStrategy."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_given), 0,
     "Network of the task; tasks with the network mode awsvpc (all of FARGATE) need it."},
    {"PlatformVersion", S_STRING, 0,
     "Number of the platform's version, as \"1.4.0\"; with LaunchType FARGATE."},
    {"Group", S_STRING, 0, "ECS task group, at most 255 characters."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_given), 0,
     "Which capacity providers run the tasks, 6 at most; not with LaunchType."},
    {"EnableECSManagedTags", S_BOOLEAN, 0,
     "Whether ECS gives the task its own tags (cluster, service)."},
    {"EnableExecuteCommand", S_BOOLEAN, 0,
     "Whether commands may be run in the task's containers (ECS Exec)."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_given), 0,
     "Which instances a task may run on, 10 at most; not with FARGATE."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_given), 0,
     "How tasks are laid on instances, 5 at most; not with FARGATE."},
    {"PropagateTags", S_WORD(words_propagate_tags), 0,
     "TASK_DEFINITION: the task gets its definition's tags; absent: it does not."},
    {"ReferenceId", S_STRING, 0, "A name of one's own for the task, at most 1,024 characters."},
    {"Tags", S_LIST(shape_shape_string), 0, "Tags of the task, 50 at most."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_parameters_given[] = {
    {"DetailType", S_STRING, SLRUN_REQUIRED, "The event's DetailType, 1 to 128 characters."},
    {"Source", S_STRING, SLRUN_REQUIRED,
     "The event's Source, 1 to 256 characters; may not begin with \"aws.\"."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_events_v2_parameters_given[] = {
    {"DetailType", S_STRING, SLRUN_REQUIRED, "The event's DetailType, 1 to 128 characters."},
    {"Source", S_STRING, SLRUN_REQUIRED,
     "The event's Source, 1 to 256 characters; may not begin with \"aws.\"."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_raw_events_parameters_given[] = {
    {"Metadata", S_MAP(shape_string), 0,
     "Values of one's own by name, 100 at most; names of 1 to 128 characters without \"/\"."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_given[] = {
    {"PartitionKey", S_STRING, SLRUN_REQUIRED, "The partition key, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_given[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the pipeline's parameter, 1 to 256 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED,
     "Value of the pipeline's parameter, 1 to 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_given =
    S_STRUCTURE(sage_maker_pipeline_parameter_given);
static const struct slrun_param sage_maker_pipeline_parameters_given[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_given), 0,
     "Parameters of the SageMaker pipeline, name and value; 200 at most."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_given[] = {
    {"MessageGroupId", S_STRING, 0, "Message group of a FIFO queue, 1 to 128 characters."},
    {.name = NULL},
};

const struct slrun_param scheduler_target[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED,
     "ARN of what is invoked: a function, queue, or arn:aws:scheduler:::aws-sdk:SERVICE:ACTION."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "ARN of the role with which it is invoked."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0,
     "SQS queue that gets what could not be delivered."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_given), 0,
     "How long and how often delivery is tried."},
    {"Input", S_STRING, 0,
     "What it gets: a text, for most targets JSON; of aws-sdk targets the action's parameters."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_given), 0,
     "What ECS needs if the target is a cluster: task definition, count, network."},
    {"EventBridgeParameters", S_STRUCTURE(event_bridge_parameters_given), 0,
     "With an event bus as the target: source and DetailType of the event; Input is its detail."},
    {"EventBridgePutEventsV2Parameters", S_STRUCTURE(event_bridge_put_events_v2_parameters_given),
     0, "With an event bus (version 2) as the target: source and DetailType of the event."},
    {"EventBridgePutRawEventsParameters", S_STRUCTURE(event_bridge_put_raw_events_parameters_given),
     0, "With raw events of an event bus (version 2) as the target: metadata."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_given), 0,
     "With a stream as the target: the partition key."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_given), 0,
     "With a SageMaker pipeline as the target: its parameters."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_given), 0,
     "With a FIFO queue as the target: the message group."},
    {.name = NULL},
};

static const char *const words_flexible_time_window_mode[] = {"OFF", "FLEXIBLE", NULL};
const struct slrun_param scheduler_flexible_time_window[] = {
    {"Mode", S_WORD(words_flexible_time_window_mode), SLRUN_REQUIRED,
     "OFF (it fires at its time) or FLEXIBLE (within MaximumWindowInMinutes after it)."},
    {"MaximumWindowInMinutes", S_INTEGER, 0,
     "Minutes by which it may fire late, 1 to 1,440; with Mode FLEXIBLE only."},
    {.name = NULL},
};

static const char *const words_action_after_completion[] = {"NONE", "DELETE", NULL};
const struct slrun_param scheduler_create_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the schedule, once in its group; 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"GroupName", S_STRING, 0, "Name of the schedule's group; \"default\" unless given."},
    {"ScheduleExpression", S_STRING, SLRUN_REQUIRED,
     "When it fires: rate(5 minutes), cron(0 12 * * ? *) or at(2026-01-31T12:00:00)."},
    {"StartDate", S_TIMESTAMP, 0, "It does not fire before then; at(...) does not look at it."},
    {"EndDate", S_TIMESTAMP, 0, "It does not fire after that; at(...) does not look at it."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ScheduleExpressionTimezone", S_STRING, 0,
     "Time zone of ScheduleExpression, as \"Europe/Berlin\"; UTC unless given, and UTC alone on "
     "the local cloud."},
    {"State", S_WORD(words_schedule_state), 0,
     "Whether it fires: ENABLED (the default) or DISABLED."},
    {"KmsKeyArn", S_STRING, 0, "ARN of the KMS key that encrypts it; AWS's own unless given."},
    {"Target", S_STRUCTURE(scheduler_target), SLRUN_REQUIRED,
     "What is invoked, with what, and how often it is tried."},
    {"FlexibleTimeWindow", S_STRUCTURE(scheduler_flexible_time_window), SLRUN_REQUIRED,
     "How late it may fire; it is never late on the local cloud."},
    {"ClientToken", S_STRING, 0,
     "A word, 1 to 64 characters, that lets the same request be sent again; made up unless given."},
    {"ActionAfterCompletion", S_WORD(words_action_after_completion), 0,
     "NONE (the default), or DELETE: it is gone once it has fired for the last time."},
    {.name = NULL},
};

const struct slrun_param scheduler_create_schedule_result[] = {
    {"ScheduleArn", S_STRING, 0, "ARN of the schedule."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
const struct slrun_param scheduler_create_schedule_group_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the group, once in account and region; 1 to 64 letters, digits, \".\", \"-\" and "
     "\"_\"."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value; 200 at most."},
    {"ClientToken", S_STRING, 0,
     "A word, 1 to 64 characters, that lets the same request be sent again; made up unless given."},
    {.name = NULL},
};

const struct slrun_param scheduler_create_schedule_group_result[] = {
    {"ScheduleGroupArn", S_STRING, 0, "ARN of the group."},
    {.name = NULL},
};

const struct slrun_param scheduler_delete_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the schedule, once in its group; 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"GroupName", S_STRING, 0, "Name of the schedule's group; \"default\" unless given."},
    {"ClientToken", S_STRING, 0,
     "A word, 1 to 64 characters, that lets the same request be sent again; made up unless given."},
    {.name = NULL},
};

const struct slrun_param scheduler_delete_schedule_group_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the group; its schedules go, too."},
    {"ClientToken", S_STRING, 0,
     "A word, 1 to 64 characters, that lets the same request be sent again; made up unless given."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the schedule, once in its group; 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"GroupName", S_STRING, 0, "Name of the schedule's group; \"default\" unless given."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_members[] = {
    {"Arn", S_STRING, 0, "ARN of the SQS queue that gets what could not be delivered."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_members[] = {
    {"MaximumEventAgeInSeconds", S_INTEGER, 0,
     "Seconds for which delivery is tried, 60 to 86,400; 86,400 unless given."},
    {"MaximumRetryAttempts", S_INTEGER, 0,
     "How often delivery is tried again, 0 to 185; 185 unless given."},
    {.name = NULL},
};

static const struct slrun_param aws_vpc_configuration_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Ids of subnets of one VPC, 16 at most."},
    {"SecurityGroups", S_LIST(shape_string), 0,
     "Ids of security groups of one VPC, 5 at most; the VPC's default one unless given."},
    {"AssignPublicIp", S_STRING, 0,
     "Whether the task gets a public IP address: ENABLED, or DISABLED; with LaunchType FARGATE "
     "only."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_members[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_members), 0,
     "Subnets and security groups of the task."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_members[] = {
    {"capacityProvider", S_STRING, 0, "Name of the capacity provider, as \"FARGATE_SPOT\"."},
    {"weight", S_INTEGER, 0,
     "Share of the tasks that the provider gets when each base is served, 0 to 1,000; 0 unless "
     "given."},
    {"base", S_INTEGER, 0,
     "Tasks that run on this provider at least, 0 to 100,000; 0 unless given. One provider only "
     "may have more."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_members =
    S_STRUCTURE(capacity_provider_strategy_item_members);
static const struct slrun_param placement_constraint_members[] = {
    {"type", S_STRING, 0,
     "distinctInstance (each task on another instance) or memberOf (where expression holds)."},
    {"expression", S_STRING, 0,
     "For memberOf: expression in ECS's cluster query language, at most 2,000 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_members =
    S_STRUCTURE(placement_constraint_members);
static const struct slrun_param placement_strategy_members[] = {
    {"type", S_STRING, 0,
     "random, spread (evenly over field) or binpack (as few instances as can be)."},
    {"field", S_STRING, 0,
     "What tasks are spread or packed by, as \"instanceId\", \"attribute:ecs.availability-zone\" "
     "or \"memory\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_members =
    S_STRUCTURE(placement_strategy_members);
static const struct slrun_param ecs_parameters_members[] = {
    {"TaskDefinitionArn", S_STRING, 0, "ARN of the task definition."},
    {"TaskCount", S_INTEGER, 0, "How many tasks are started, 1 to 10; 1 unless given."},
    {"LaunchType", S_STRING, 0, "EC2, FARGATE or EXTERNAL; not with CapacityProviderStrategy."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_members), 0,
     "Network of the task; tasks with the network mode awsvpc (all of FARGATE) need it."},
    {"PlatformVersion", S_STRING, 0,
     "Number of the platform's version, as \"1.4.0\"; with LaunchType FARGATE."},
    {"Group", S_STRING, 0, "ECS task group, at most 255 characters."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_members), 0,
     "Which capacity providers run the tasks, 6 at most; not with LaunchType."},
    {"EnableECSManagedTags", S_BOOLEAN, 0,
     "Whether ECS gives the task its own tags (cluster, service)."},
    {"EnableExecuteCommand", S_BOOLEAN, 0,
     "Whether commands may be run in the task's containers (ECS Exec)."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_members), 0,
     "Which instances a task may run on, 10 at most; not with FARGATE."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_members), 0,
     "How tasks are laid on instances, 5 at most; not with FARGATE."},
    {"PropagateTags", S_STRING, 0,
     "TASK_DEFINITION: the task gets its definition's tags; absent: it does not."},
    {"ReferenceId", S_STRING, 0, "A name of one's own for the task, at most 1,024 characters."},
    {"Tags", S_LIST(shape_shape_string), 0, "Tags of the task, 50 at most."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_parameters_members[] = {
    {"DetailType", S_STRING, 0, "The event's DetailType, 1 to 128 characters."},
    {"Source", S_STRING, 0,
     "The event's Source, 1 to 256 characters; may not begin with \"aws.\"."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_events_v2_parameters_members[] = {
    {"DetailType", S_STRING, 0, "The event's DetailType, 1 to 128 characters."},
    {"Source", S_STRING, 0,
     "The event's Source, 1 to 256 characters; may not begin with \"aws.\"."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_raw_events_parameters_members[] = {
    {"Metadata", S_MAP(shape_string), 0,
     "Values of one's own by name, 100 at most; names of 1 to 128 characters without \"/\"."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_members[] = {
    {"PartitionKey", S_STRING, 0, "The partition key, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_members[] = {
    {"Name", S_STRING, 0, "Name of the pipeline's parameter, 1 to 256 characters."},
    {"Value", S_STRING, 0, "Value of the pipeline's parameter, 1 to 1,024 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_members =
    S_STRUCTURE(sage_maker_pipeline_parameter_members);
static const struct slrun_param sage_maker_pipeline_parameters_members[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_members), 0,
     "Parameters of the SageMaker pipeline, name and value; 200 at most."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_members[] = {
    {"MessageGroupId", S_STRING, 0, "Message group of a FIFO queue, 1 to 128 characters."},
    {.name = NULL},
};

static const struct slrun_param target_members[] = {
    {"Arn", S_STRING, 0,
     "ARN of what is invoked: a function, queue, or arn:aws:scheduler:::aws-sdk:SERVICE:ACTION."},
    {"RoleArn", S_STRING, 0, "ARN of the role with which it is invoked."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0,
     "SQS queue that gets what could not be delivered."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_members), 0,
     "How long and how often delivery is tried."},
    {"Input", S_STRING, 0,
     "What it gets: a text, for most targets JSON; of aws-sdk targets the action's parameters."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_members), 0,
     "What ECS needs if the target is a cluster: task definition, count, network."},
    {"EventBridgeParameters", S_STRUCTURE(event_bridge_parameters_members), 0,
     "With an event bus as the target: source and DetailType of the event; Input is its detail."},
    {"EventBridgePutEventsV2Parameters", S_STRUCTURE(event_bridge_put_events_v2_parameters_members),
     0, "With an event bus (version 2) as the target: source and DetailType of the event."},
    {"EventBridgePutRawEventsParameters",
     S_STRUCTURE(event_bridge_put_raw_events_parameters_members), 0,
     "With raw events of an event bus (version 2) as the target: metadata."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_members), 0,
     "With a stream as the target: the partition key."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_members), 0,
     "With a SageMaker pipeline as the target: its parameters."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_members), 0,
     "With a FIFO queue as the target: the message group."},
    {.name = NULL},
};

static const struct slrun_param flexible_time_window_members[] = {
    {"Mode", S_STRING, 0,
     "OFF (it fires at its time) or FLEXIBLE (within MaximumWindowInMinutes after it)."},
    {"MaximumWindowInMinutes", S_INTEGER, 0,
     "Minutes by which it may fire late, 1 to 1,440; with Mode FLEXIBLE only."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_result[] = {
    {"Arn", S_STRING, 0, "ARN of the schedule."},
    {"GroupName", S_STRING, 0, "Name of the schedule's group; \"default\" unless given."},
    {"Name", S_STRING, 0,
     "Name of the schedule, once in its group; 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"ScheduleExpression", S_STRING, 0,
     "When it fires: rate(5 minutes), cron(0 12 * * ? *) or at(2026-01-31T12:00:00)."},
    {"StartDate", S_TIMESTAMP, 0, "It does not fire before then; at(...) does not look at it."},
    {"EndDate", S_TIMESTAMP, 0, "It does not fire after that; at(...) does not look at it."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ScheduleExpressionTimezone", S_STRING, 0,
     "Time zone of ScheduleExpression, as \"Europe/Berlin\"; UTC unless given, and UTC alone on "
     "the local cloud."},
    {"State", S_STRING, 0, "Whether it fires: ENABLED (the default) or DISABLED."},
    {"CreationDate", S_TIMESTAMP, 0, "When it was made."},
    {"LastModificationDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"KmsKeyArn", S_STRING, 0, "ARN of the KMS key that encrypts it; AWS's own unless given."},
    {"Target", S_STRUCTURE(target_members), 0,
     "What is invoked, with what, and how often it is tried."},
    {"FlexibleTimeWindow", S_STRUCTURE(flexible_time_window_members), 0,
     "How late it may fire; it is never late on the local cloud."},
    {"ActionAfterCompletion", S_STRING, 0,
     "NONE (the default), or DELETE: it is gone once it has fired for the last time."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_group_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the group."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_group_result[] = {
    {"Arn", S_STRING, 0, "ARN of the group."},
    {"Name", S_STRING, 0, "Name of the group."},
    {"State", S_STRING, 0, "ACTIVE, or DELETING: its schedules go first."},
    {"CreationDate", S_TIMESTAMP, 0, "When it was made."},
    {"LastModificationDate", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

const struct slrun_param scheduler_list_schedule_groups_params[] = {
    {"NamePrefix", S_STRING, 0, "Only groups whose name begins so, 1 to 64 characters."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param schedule_group_summary_members[] = {
    {"Arn", S_STRING, 0, "ARN of the group."},
    {"Name", S_STRING, 0, "Name of the group."},
    {"State", S_STRING, 0, "ACTIVE, or DELETING: its schedules go first."},
    {"CreationDate", S_TIMESTAMP, 0, "When it was made."},
    {"LastModificationDate", S_TIMESTAMP, 0, "When it was last changed."},
    {.name = NULL},
};

static const struct slrun_shape shape_schedule_group_summary_members =
    S_STRUCTURE(schedule_group_summary_members);
const struct slrun_param scheduler_list_schedule_groups_result[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"ScheduleGroups", S_LIST(shape_schedule_group_summary_members), 0, "Groups of this page."},
    {.name = NULL},
};

const struct slrun_param scheduler_list_schedules_params[] = {
    {"GroupName", S_STRING, 0, "Only schedules of this group; of all groups unless given."},
    {"NamePrefix", S_STRING, 0, "Only schedules whose name begins so, 1 to 64 characters."},
    {"State", S_WORD(words_schedule_state), 0,
     "Only schedules that are ENABLED, or only DISABLED ones."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {.name = NULL},
};

static const struct slrun_param target_summary_members[] = {
    {"Arn", S_STRING, 0, "ARN of what is invoked."},
    {.name = NULL},
};

static const struct slrun_param schedule_summary_members[] = {
    {"Arn", S_STRING, 0, "ARN of the schedule."},
    {"Name", S_STRING, 0,
     "Name of the schedule, once in its group; 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"GroupName", S_STRING, 0, "Name of the schedule's group; \"default\" unless given."},
    {"State", S_STRING, 0, "Whether it fires: ENABLED (the default) or DISABLED."},
    {"CreationDate", S_TIMESTAMP, 0, "When it was made."},
    {"LastModificationDate", S_TIMESTAMP, 0, "When it was last changed."},
    {"Target", S_STRUCTURE(target_summary_members), 0,
     "What is invoked, with what, and how often it is tried."},
    {.name = NULL},
};

static const struct slrun_shape shape_schedule_summary_members =
    S_STRUCTURE(schedule_summary_members);
const struct slrun_param scheduler_list_schedules_result[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Schedules", S_LIST(shape_schedule_summary_members), 0, "Schedules of this page."},
    {.name = NULL},
};

const struct slrun_param scheduler_list_tags_for_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the group; schedules have no tags."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param scheduler_list_tags_for_resource_result[] = {
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value; 200 at most."},
    {.name = NULL},
};

const struct slrun_param scheduler_tag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the group; schedules have no tags."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED,
     "Tags, a list of Key and Value; 200 at most."},
    {.name = NULL},
};

const struct slrun_param scheduler_untag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the group; schedules have no tags."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL},
};

const struct slrun_param scheduler_update_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the schedule, once in its group; 1 to 64 letters, digits, \".\", \"-\" and \"_\"."},
    {"GroupName", S_STRING, 0, "Name of the schedule's group; \"default\" unless given."},
    {"ScheduleExpression", S_STRING, SLRUN_REQUIRED,
     "When it fires: rate(5 minutes), cron(0 12 * * ? *) or at(2026-01-31T12:00:00)."},
    {"StartDate", S_TIMESTAMP, 0, "It does not fire before then; at(...) does not look at it."},
    {"EndDate", S_TIMESTAMP, 0, "It does not fire after that; at(...) does not look at it."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 512 characters."},
    {"ScheduleExpressionTimezone", S_STRING, 0,
     "Time zone of ScheduleExpression, as \"Europe/Berlin\"; UTC unless given, and UTC alone on "
     "the local cloud."},
    {"State", S_WORD(words_schedule_state), 0,
     "Whether it fires: ENABLED (the default) or DISABLED."},
    {"KmsKeyArn", S_STRING, 0, "ARN of the KMS key that encrypts it; AWS's own unless given."},
    {"Target", S_STRUCTURE(scheduler_target), SLRUN_REQUIRED,
     "What is invoked, with what, and how often it is tried."},
    {"FlexibleTimeWindow", S_STRUCTURE(scheduler_flexible_time_window), SLRUN_REQUIRED,
     "How late it may fire; it is never late on the local cloud."},
    {"ClientToken", S_STRING, 0,
     "A word, 1 to 64 characters, that lets the same request be sent again; made up unless given."},
    {"ActionAfterCompletion", S_WORD(words_action_after_completion), 0,
     "NONE (the default), or DELETE: it is gone once it has fired for the last time."},
    {.name = NULL},
};

const struct slrun_param scheduler_update_schedule_result[] = {
    {"ScheduleArn", S_STRING, 0, "ARN of the schedule."},
    {.name = NULL},
};
