/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_schedule_state[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param dead_letter_config_given[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_given[] = {
    {"MaximumEventAgeInSeconds", S_INTEGER, 0, "Maximum event age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {.name = NULL},
};

static const char *const words_launch_type[] = {"EC2", "FARGATE", "EXTERNAL", NULL};
static const char *const words_assign_public_ip[] = {"ENABLED", "DISABLED", NULL};
static const struct slrun_param aws_vpc_configuration_given[] = {
    {"Subnets", S_LIST(shape_string), SLRUN_REQUIRED, "Subnets."},
    {"SecurityGroups", S_LIST(shape_string), 0, "Security groups."},
    {"AssignPublicIp", S_WORD(words_assign_public_ip), 0, "Assign public ip."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_given[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_given), 0, "Awsvpc configuration."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_given[] = {
    {"capacityProvider", S_STRING, SLRUN_REQUIRED, "Capacity provider."},
    {"weight", S_INTEGER, 0, "Weight."},
    {"base", S_INTEGER, 0, "Base."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_given =
    S_STRUCTURE(capacity_provider_strategy_item_given);
static const char *const words_placement_constraint_type[] = {"distinctInstance", "memberOf", NULL};
static const struct slrun_param placement_constraint_given[] = {
    {"type", S_WORD(words_placement_constraint_type), 0, "Type."},
    {"expression", S_STRING, 0, "Expression."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_given =
    S_STRUCTURE(placement_constraint_given);
static const char *const words_placement_strategy_type[] = {"random", "spread", "binpack", NULL};
static const struct slrun_param placement_strategy_given[] = {
    {"type", S_WORD(words_placement_strategy_type), 0, "Type."},
    {"field", S_STRING, 0, "Field."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_given =
    S_STRUCTURE(placement_strategy_given);
static const char *const words_propagate_tags[] = {"TASK_DEFINITION", NULL};
static const struct slrun_shape shape_shape_string = S_MAP(shape_string);
static const struct slrun_param ecs_parameters_given[] = {
    {"TaskDefinitionArn", S_STRING, SLRUN_REQUIRED, "Task definition arn."},
    {"TaskCount", S_INTEGER, 0, "Task count."},
    {"LaunchType", S_WORD(words_launch_type), 0, "Launch type."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_given), 0, "Network configuration."},
    {"PlatformVersion", S_STRING, 0, "Platform version."},
    {"Group", S_STRING, 0, "Group."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_given), 0,
     "Capacity provider strategy."},
    {"EnableECSManagedTags", S_BOOLEAN, 0, "Enable ECS managed tags."},
    {"EnableExecuteCommand", S_BOOLEAN, 0, "Enable execute command."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_given), 0, "Placement constraints."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_given), 0, "Placement strategy."},
    {"PropagateTags", S_WORD(words_propagate_tags), 0, "Propagate tags."},
    {"ReferenceId", S_STRING, 0, "Reference id."},
    {"Tags", S_LIST(shape_shape_string), 0, "Tags: Key and Value."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_parameters_given[] = {
    {"DetailType", S_STRING, SLRUN_REQUIRED, "Detail type."},
    {"Source", S_STRING, SLRUN_REQUIRED, "Source."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_events_v2_parameters_given[] = {
    {"DetailType", S_STRING, SLRUN_REQUIRED, "Detail type."},
    {"Source", S_STRING, SLRUN_REQUIRED, "Source."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_raw_events_parameters_given[] = {
    {"Metadata", S_MAP(shape_string), 0, "Metadata."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_given[] = {
    {"PartitionKey", S_STRING, SLRUN_REQUIRED, "Partition key."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_given[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_given =
    S_STRUCTURE(sage_maker_pipeline_parameter_given);
static const struct slrun_param sage_maker_pipeline_parameters_given[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_given), 0,
     "Pipeline parameter list."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_given[] = {
    {"MessageGroupId", S_STRING, 0, "Message group id."},
    {.name = NULL},
};

const struct slrun_param scheduler_target[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "ARN of the target."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "Role with which it is invoked."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_given), 0, "Dead letter config."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_given), 0, "Retry policy."},
    {"Input", S_STRING, 0, "What it gets."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_given), 0, "Ecs parameters."},
    {"EventBridgeParameters", S_STRUCTURE(event_bridge_parameters_given), 0,
     "Event bridge parameters."},
    {"EventBridgePutEventsV2Parameters", S_STRUCTURE(event_bridge_put_events_v2_parameters_given),
     0, "Event bridge put events V2 parameters."},
    {"EventBridgePutRawEventsParameters", S_STRUCTURE(event_bridge_put_raw_events_parameters_given),
     0, "Event bridge put raw events parameters."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_given), 0, "Kinesis parameters."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_given), 0,
     "Sage maker pipeline parameters."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_given), 0, "Sqs parameters."},
    {.name = NULL},
};

static const char *const words_flexible_time_window_mode[] = {"OFF", "FLEXIBLE", NULL};
const struct slrun_param scheduler_flexible_time_window[] = {
    {"Mode", S_WORD(words_flexible_time_window_mode), SLRUN_REQUIRED, "Mode."},
    {"MaximumWindowInMinutes", S_INTEGER, 0, "Maximum window in minutes."},
    {.name = NULL},
};

static const char *const words_action_after_completion[] = {"NONE", "DELETE", NULL};
const struct slrun_param scheduler_create_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {"ScheduleExpression", S_STRING, SLRUN_REQUIRED, "rate(...), cron(...) or at(...)."},
    {"StartDate", S_TIMESTAMP, 0, "Not before then."},
    {"EndDate", S_TIMESTAMP, 0, "Not behind that."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ScheduleExpressionTimezone", S_STRING, 0, "UTC alone on the local cloud."},
    {"State", S_WORD(words_schedule_state), 0, "ENABLED or DISABLED."},
    {"KmsKeyArn", S_STRING, 0, "The key of encryption."},
    {"Target", S_STRUCTURE(scheduler_target), SLRUN_REQUIRED, "What is invoked."},
    {"FlexibleTimeWindow", S_STRUCTURE(scheduler_flexible_time_window), SLRUN_REQUIRED,
     "How late it may fire; it is never late on the local cloud."},
    {"ClientToken", S_STRING, 0, "Makes a repeated call the same call."},
    {"ActionAfterCompletion", S_WORD(words_action_after_completion), 0,
     "DELETE: it is gone once it has fired for the last time."},
    {.name = NULL},
};

const struct slrun_param scheduler_create_schedule_result[] = {
    {"ScheduleArn", S_STRING, 0, "Schedule arn."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
const struct slrun_param scheduler_create_schedule_group_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags: Key and Value."},
    {"ClientToken", S_STRING, 0, "Makes a repeated call the same call."},
    {.name = NULL},
};

const struct slrun_param scheduler_create_schedule_group_result[] = {
    {"ScheduleGroupArn", S_STRING, 0, "Schedule group arn."},
    {.name = NULL},
};

const struct slrun_param scheduler_delete_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {"ClientToken", S_STRING, 0, "Makes a repeated call the same call."},
    {.name = NULL},
};

const struct slrun_param scheduler_delete_schedule_group_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"ClientToken", S_STRING, 0, "Makes a repeated call the same call."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {.name = NULL},
};

static const struct slrun_param dead_letter_config_members[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {.name = NULL},
};

static const struct slrun_param retry_policy_members[] = {
    {"MaximumEventAgeInSeconds", S_INTEGER, 0, "Maximum event age in seconds."},
    {"MaximumRetryAttempts", S_INTEGER, 0, "Maximum retry attempts."},
    {.name = NULL},
};

static const struct slrun_param aws_vpc_configuration_members[] = {
    {"Subnets", S_LIST(shape_string), 0, "Subnets."},
    {"SecurityGroups", S_LIST(shape_string), 0, "Security groups."},
    {"AssignPublicIp", S_STRING, 0, "Assign public ip."},
    {.name = NULL},
};

static const struct slrun_param network_configuration_members[] = {
    {"awsvpcConfiguration", S_STRUCTURE(aws_vpc_configuration_members), 0, "Awsvpc configuration."},
    {.name = NULL},
};

static const struct slrun_param capacity_provider_strategy_item_members[] = {
    {"capacityProvider", S_STRING, 0, "Capacity provider."},
    {"weight", S_INTEGER, 0, "Weight."},
    {"base", S_INTEGER, 0, "Base."},
    {.name = NULL},
};

static const struct slrun_shape shape_capacity_provider_strategy_item_members =
    S_STRUCTURE(capacity_provider_strategy_item_members);
static const struct slrun_param placement_constraint_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"expression", S_STRING, 0, "Expression."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_constraint_members =
    S_STRUCTURE(placement_constraint_members);
static const struct slrun_param placement_strategy_members[] = {
    {"type", S_STRING, 0, "Type."},
    {"field", S_STRING, 0, "Field."},
    {.name = NULL},
};

static const struct slrun_shape shape_placement_strategy_members =
    S_STRUCTURE(placement_strategy_members);
static const struct slrun_param ecs_parameters_members[] = {
    {"TaskDefinitionArn", S_STRING, 0, "Task definition arn."},
    {"TaskCount", S_INTEGER, 0, "Task count."},
    {"LaunchType", S_STRING, 0, "Launch type."},
    {"NetworkConfiguration", S_STRUCTURE(network_configuration_members), 0,
     "Network configuration."},
    {"PlatformVersion", S_STRING, 0, "Platform version."},
    {"Group", S_STRING, 0, "Group."},
    {"CapacityProviderStrategy", S_LIST(shape_capacity_provider_strategy_item_members), 0,
     "Capacity provider strategy."},
    {"EnableECSManagedTags", S_BOOLEAN, 0, "Enable ECS managed tags."},
    {"EnableExecuteCommand", S_BOOLEAN, 0, "Enable execute command."},
    {"PlacementConstraints", S_LIST(shape_placement_constraint_members), 0,
     "Placement constraints."},
    {"PlacementStrategy", S_LIST(shape_placement_strategy_members), 0, "Placement strategy."},
    {"PropagateTags", S_STRING, 0, "Propagate tags."},
    {"ReferenceId", S_STRING, 0, "Reference id."},
    {"Tags", S_LIST(shape_shape_string), 0, "Tags: Key and Value."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_parameters_members[] = {
    {"DetailType", S_STRING, 0, "Detail type."},
    {"Source", S_STRING, 0, "Source."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_events_v2_parameters_members[] = {
    {"DetailType", S_STRING, 0, "Detail type."},
    {"Source", S_STRING, 0, "Source."},
    {.name = NULL},
};

static const struct slrun_param event_bridge_put_raw_events_parameters_members[] = {
    {"Metadata", S_MAP(shape_string), 0, "Metadata."},
    {.name = NULL},
};

static const struct slrun_param kinesis_parameters_members[] = {
    {"PartitionKey", S_STRING, 0, "Partition key."},
    {.name = NULL},
};

static const struct slrun_param sage_maker_pipeline_parameter_members[] = {
    {"Name", S_STRING, 0, "Its name."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_sage_maker_pipeline_parameter_members =
    S_STRUCTURE(sage_maker_pipeline_parameter_members);
static const struct slrun_param sage_maker_pipeline_parameters_members[] = {
    {"PipelineParameterList", S_LIST(shape_sage_maker_pipeline_parameter_members), 0,
     "Pipeline parameter list."},
    {.name = NULL},
};

static const struct slrun_param sqs_parameters_members[] = {
    {"MessageGroupId", S_STRING, 0, "Message group id."},
    {.name = NULL},
};

static const struct slrun_param target_members[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {"RoleArn", S_STRING, 0, "Role with which it is invoked."},
    {"DeadLetterConfig", S_STRUCTURE(dead_letter_config_members), 0, "Dead letter config."},
    {"RetryPolicy", S_STRUCTURE(retry_policy_members), 0, "Retry policy."},
    {"Input", S_STRING, 0, "What it gets."},
    {"EcsParameters", S_STRUCTURE(ecs_parameters_members), 0, "Ecs parameters."},
    {"EventBridgeParameters", S_STRUCTURE(event_bridge_parameters_members), 0,
     "Event bridge parameters."},
    {"EventBridgePutEventsV2Parameters", S_STRUCTURE(event_bridge_put_events_v2_parameters_members),
     0, "Event bridge put events V2 parameters."},
    {"EventBridgePutRawEventsParameters",
     S_STRUCTURE(event_bridge_put_raw_events_parameters_members), 0,
     "Event bridge put raw events parameters."},
    {"KinesisParameters", S_STRUCTURE(kinesis_parameters_members), 0, "Kinesis parameters."},
    {"SageMakerPipelineParameters", S_STRUCTURE(sage_maker_pipeline_parameters_members), 0,
     "Sage maker pipeline parameters."},
    {"SqsParameters", S_STRUCTURE(sqs_parameters_members), 0, "Sqs parameters."},
    {.name = NULL},
};

static const struct slrun_param flexible_time_window_members[] = {
    {"Mode", S_STRING, 0, "Mode."},
    {"MaximumWindowInMinutes", S_INTEGER, 0, "Maximum window in minutes."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_result[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {"Name", S_STRING, 0, "Its name."},
    {"ScheduleExpression", S_STRING, 0, "rate(...), cron(...) or at(...)."},
    {"StartDate", S_TIMESTAMP, 0, "Not before then."},
    {"EndDate", S_TIMESTAMP, 0, "Not behind that."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ScheduleExpressionTimezone", S_STRING, 0, "UTC alone on the local cloud."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"CreationDate", S_TIMESTAMP, 0, "Creation date."},
    {"LastModificationDate", S_TIMESTAMP, 0, "Last modification date."},
    {"KmsKeyArn", S_STRING, 0, "The key of encryption."},
    {"Target", S_STRUCTURE(target_members), 0, "What is invoked."},
    {"FlexibleTimeWindow", S_STRUCTURE(flexible_time_window_members), 0,
     "How late it may fire; it is never late on the local cloud."},
    {"ActionAfterCompletion", S_STRING, 0,
     "DELETE: it is gone once it has fired for the last time."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_group_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {.name = NULL},
};

const struct slrun_param scheduler_get_schedule_group_result[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {"Name", S_STRING, 0, "Its name."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"CreationDate", S_TIMESTAMP, 0, "Creation date."},
    {"LastModificationDate", S_TIMESTAMP, 0, "Last modification date."},
    {.name = NULL},
};

const struct slrun_param scheduler_list_schedule_groups_params[] = {
    {"NamePrefix", S_STRING, 0, "How names begin."},
    {"NextToken", S_STRING, 0, "Continues a list: from the answer before."},
    {"MaxResults", S_INTEGER, 0, "Most elements of a page."},
    {.name = NULL},
};

static const struct slrun_param schedule_group_summary_members[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {"Name", S_STRING, 0, "Its name."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"CreationDate", S_TIMESTAMP, 0, "Creation date."},
    {"LastModificationDate", S_TIMESTAMP, 0, "Last modification date."},
    {.name = NULL},
};

static const struct slrun_shape shape_schedule_group_summary_members =
    S_STRUCTURE(schedule_group_summary_members);
const struct slrun_param scheduler_list_schedule_groups_result[] = {
    {"NextToken", S_STRING, 0, "Continues a list: from the answer before."},
    {"ScheduleGroups", S_LIST(shape_schedule_group_summary_members), 0, "Schedule groups."},
    {.name = NULL},
};

const struct slrun_param scheduler_list_schedules_params[] = {
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {"NamePrefix", S_STRING, 0, "How names begin."},
    {"State", S_WORD(words_schedule_state), 0, "ENABLED or DISABLED."},
    {"NextToken", S_STRING, 0, "Continues a list: from the answer before."},
    {"MaxResults", S_INTEGER, 0, "Most elements of a page."},
    {.name = NULL},
};

static const struct slrun_param target_summary_members[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {.name = NULL},
};

static const struct slrun_param schedule_summary_members[] = {
    {"Arn", S_STRING, 0, "ARN of the target."},
    {"Name", S_STRING, 0, "Its name."},
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {"State", S_STRING, 0, "ENABLED or DISABLED."},
    {"CreationDate", S_TIMESTAMP, 0, "Creation date."},
    {"LastModificationDate", S_TIMESTAMP, 0, "Last modification date."},
    {"Target", S_STRUCTURE(target_summary_members), 0, "What is invoked."},
    {.name = NULL},
};

static const struct slrun_shape shape_schedule_summary_members =
    S_STRUCTURE(schedule_summary_members);
const struct slrun_param scheduler_list_schedules_result[] = {
    {"NextToken", S_STRING, 0, "Continues a list: from the answer before."},
    {"Schedules", S_LIST(shape_schedule_summary_members), 0, "Schedules."},
    {.name = NULL},
};

const struct slrun_param scheduler_list_tags_for_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of a group."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "Key."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param scheduler_list_tags_for_resource_result[] = {
    {"Tags", S_LIST(shape_tag_members), 0, "Tags: Key and Value."},
    {.name = NULL},
};

const struct slrun_param scheduler_tag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of a group."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags: Key and Value."},
    {.name = NULL},
};

const struct slrun_param scheduler_untag_resource_params[] = {
    {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of a group."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of tags."},
    {.name = NULL},
};

const struct slrun_param scheduler_update_schedule_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Its name."},
    {"GroupName", S_STRING, 0, "The group; default unless told."},
    {"ScheduleExpression", S_STRING, SLRUN_REQUIRED, "rate(...), cron(...) or at(...)."},
    {"StartDate", S_TIMESTAMP, 0, "Not before then."},
    {"EndDate", S_TIMESTAMP, 0, "Not behind that."},
    {"Description", S_STRING, 0, "What it is for."},
    {"ScheduleExpressionTimezone", S_STRING, 0, "UTC alone on the local cloud."},
    {"State", S_WORD(words_schedule_state), 0, "ENABLED or DISABLED."},
    {"KmsKeyArn", S_STRING, 0, "The key of encryption."},
    {"Target", S_STRUCTURE(scheduler_target), SLRUN_REQUIRED, "What is invoked."},
    {"FlexibleTimeWindow", S_STRUCTURE(scheduler_flexible_time_window), SLRUN_REQUIRED,
     "How late it may fire; it is never late on the local cloud."},
    {"ClientToken", S_STRING, 0, "Makes a repeated call the same call."},
    {"ActionAfterCompletion", S_WORD(words_action_after_completion), 0,
     "DELETE: it is gone once it has fired for the last time."},
    {.name = NULL},
};

const struct slrun_param scheduler_update_schedule_result[] = {
    {"ScheduleArn", S_STRING, 0, "Schedule arn."},
    {.name = NULL},
};
