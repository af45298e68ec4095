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

static const struct slrun_param parameter_given[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name."},
    {"ParameterValue", S_STRING, 0, "The parameter's value."},
    {"UsePreviousValue", S_BOOLEAN, 0, "Whether the value stays as it is."},
    {"ResolvedValue", S_STRING, 0, "Resolved value."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_given = S_STRUCTURE(parameter_given);
static const char *const words_capability[] = {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM",
                                               "CAPABILITY_AUTO_EXPAND", NULL};
static const struct slrun_shape shape_words_capability = S_WORD(words_capability);
static const struct slrun_param rollback_trigger_given[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED, "Arn."},
    {"Type", S_STRING, SLRUN_REQUIRED, "Type."},
    {.name = NULL},
};

static const struct slrun_shape shape_rollback_trigger_given = S_STRUCTURE(rollback_trigger_given);
static const struct slrun_param rollback_configuration_given[] = {
    {"RollbackTriggers", S_LIST(shape_rollback_trigger_given), 0, "Rollback triggers."},
    {"MonitoringTimeInMinutes", S_INTEGER, 0, "Monitoring time in minutes."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "Key."},
    {"Value", S_STRING, SLRUN_REQUIRED, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const char *const words_change_set_type[] = {"CREATE", "UPDATE", "IMPORT", NULL};
static const struct slrun_param resource_to_import_given[] = {
    {"ResourceType", S_STRING, SLRUN_REQUIRED, "Type of the resource."},
    {"LogicalResourceId", S_STRING, SLRUN_REQUIRED, "Name of the resource in the template."},
    {"ResourceIdentifier", S_MAP(shape_string), SLRUN_REQUIRED, "Resource identifier."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_to_import_given =
    S_STRUCTURE(resource_to_import_given);
static const char *const words_on_stack_failure[] = {"DO_NOTHING", "ROLLBACK", "DELETE", NULL};
static const char *const words_deployment_mode[] = {"REVERT_DRIFT", NULL};
static const char *const words_deployment_config_mode[] = {"STANDARD", "EXPRESS", NULL};
static const struct slrun_param deployment_config_given[] = {
    {"Mode", S_WORD(words_deployment_config_mode), 0, "Mode."},
    {"DisableRollback", S_BOOLEAN, 0, "Disable rollback."},
    {.name = NULL},
};

const struct slrun_param cloudformation_create_change_set_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3, or file:///... on the local cloud."},
    {"UsePreviousTemplate", S_BOOLEAN, 0, "Whether the template stays as it is."},
    {"Parameters", S_LIST(shape_parameter_given), 0, "Parameters of the template."},
    {"Capabilities", S_LIST(shape_words_capability), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"ResourceTypes", S_LIST(shape_string), 0, "Resource types."},
    {"RoleARN", S_STRING, 0, "Role ARN."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_given), 0,
     "Rollback configuration."},
    {"NotificationARNs", S_LIST(shape_string), 0, "Notification AR ns."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags of the stack."},
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"ClientToken", S_STRING, 0, "Client token."},
    {"Description", S_STRING, 0, "Description."},
    {"ChangeSetType", S_WORD(words_change_set_type), 0, "Change set type."},
    {"ResourcesToImport", S_LIST(shape_resource_to_import_given), 0, "Resources to import."},
    {"IncludeNestedStacks", S_BOOLEAN, 0, "Include nested stacks."},
    {"OnStackFailure", S_WORD(words_on_stack_failure), 0, "On stack failure."},
    {"ImportExistingResources", S_BOOLEAN, 0, "Import existing resources."},
    {"DeploymentMode", S_WORD(words_deployment_mode), 0, "Deployment mode."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0, "Deployment config."},
    {"DisableValidation", S_BOOLEAN, 0, "Disable validation."},
    {.name = NULL},
};

const struct slrun_param cloudformation_create_change_set_result[] = {
    {"Id", S_STRING, 0, "Id."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {.name = NULL},
};

static const char *const words_on_failure[] = {"DO_NOTHING", "ROLLBACK", "DELETE", NULL};
const struct slrun_param cloudformation_create_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3, or file:///... on the local cloud."},
    {"Parameters", S_LIST(shape_parameter_given), 0, "Parameters of the template."},
    {"DisableRollback", S_BOOLEAN, 0, "Disable rollback."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_given), 0,
     "Rollback configuration."},
    {"TimeoutInMinutes", S_INTEGER, 0, "Timeout in minutes."},
    {"NotificationARNs", S_LIST(shape_string), 0, "Notification AR ns."},
    {"Capabilities", S_LIST(shape_words_capability), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"ResourceTypes", S_LIST(shape_string), 0, "Resource types."},
    {"RoleARN", S_STRING, 0, "Role ARN."},
    {"OnFailure", S_WORD(words_on_failure), 0, "What becomes of a stack whose creation fails."},
    {"StackPolicyBody", S_STRING, 0, "Stack policy body."},
    {"StackPolicyURL", S_STRING, 0, "Stack policy URL."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags of the stack."},
    {"ClientRequestToken", S_STRING, 0, "Names this request."},
    {"EnableTerminationProtection", S_BOOLEAN, 0, "Enable termination protection."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0, "Retain except on create."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0, "Deployment config."},
    {"DisableValidation", S_BOOLEAN, 0, "Disable validation."},
    {.name = NULL},
};

const struct slrun_param cloudformation_create_stack_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"OperationId", S_STRING, 0, "Operation id."},
    {.name = NULL},
};

const struct slrun_param cloudformation_delete_change_set_params[] = {
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {.name = NULL},
};

static const char *const words_deletion_mode[] = {"STANDARD", "FORCE_DELETE_STACK", NULL};
const struct slrun_param cloudformation_delete_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"RetainResources", S_LIST(shape_string), 0,
     "Resources that stay, of a stack whose deletion failed."},
    {"RoleARN", S_STRING, 0, "Role ARN."},
    {"ClientRequestToken", S_STRING, 0, "Names this request."},
    {"DeletionMode", S_WORD(words_deletion_mode), 0, "Deletion mode."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0, "Deployment config."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_change_set_params[] = {
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"IncludePropertyValues", S_BOOLEAN, 0, "Include property values."},
    {.name = NULL},
};

static const struct slrun_param parameter_members[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name."},
    {"ParameterValue", S_STRING, 0, "The parameter's value."},
    {"UsePreviousValue", S_BOOLEAN, 0, "Whether the value stays as it is."},
    {"ResolvedValue", S_STRING, 0, "Resolved value."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_members = S_STRUCTURE(parameter_members);
static const struct slrun_param rollback_trigger_members[] = {
    {"Arn", S_STRING, 0, "Arn."},
    {"Type", S_STRING, 0, "Type."},
    {.name = NULL},
};

static const struct slrun_shape shape_rollback_trigger_members =
    S_STRUCTURE(rollback_trigger_members);
static const struct slrun_param rollback_configuration_members[] = {
    {"RollbackTriggers", S_LIST(shape_rollback_trigger_members), 0, "Rollback triggers."},
    {"MonitoringTimeInMinutes", S_INTEGER, 0, "Monitoring time in minutes."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "Key."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_param resource_drift_ignored_attribute_members[] = {
    {"Path", S_STRING, 0, "Path."},
    {"Reason", S_STRING, 0, "Reason."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_drift_ignored_attribute_members =
    S_STRUCTURE(resource_drift_ignored_attribute_members);
static const struct slrun_param live_resource_drift_members[] = {
    {"PreviousValue", S_STRING, 0, "Previous value."},
    {"ActualValue", S_STRING, 0, "Actual value."},
    {"DriftDetectionTimestamp", S_TIMESTAMP, 0, "Drift detection timestamp."},
    {.name = NULL},
};

static const struct slrun_param resource_target_definition_members[] = {
    {"Attribute", S_STRING, 0, "Attribute."},
    {"Name", S_STRING, 0, "Name."},
    {"RequiresRecreation", S_STRING, 0, "Requires recreation."},
    {"Path", S_STRING, 0, "Path."},
    {"BeforeValue", S_STRING, 0, "Before value."},
    {"AfterValue", S_STRING, 0, "After value."},
    {"BeforeValueFrom", S_STRING, 0, "Before value from."},
    {"AfterValueFrom", S_STRING, 0, "After value from."},
    {"Drift", S_STRUCTURE(live_resource_drift_members), 0, "Drift."},
    {"AttributeChangeType", S_STRING, 0, "Attribute change type."},
    {.name = NULL},
};

static const struct slrun_param resource_change_detail_members[] = {
    {"Target", S_STRUCTURE(resource_target_definition_members), 0, "Target."},
    {"Evaluation", S_STRING, 0, "Evaluation."},
    {"ChangeSource", S_STRING, 0, "Change source."},
    {"CausingEntity", S_STRING, 0, "Causing entity."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_change_detail_members =
    S_STRUCTURE(resource_change_detail_members);
static const struct slrun_param module_info_members[] = {
    {"TypeHierarchy", S_STRING, 0, "Type hierarchy."},
    {"LogicalIdHierarchy", S_STRING, 0, "Logical id hierarchy."},
    {.name = NULL},
};

static const struct slrun_param resource_change_members[] = {
    {"PolicyAction", S_STRING, 0, "Policy action."},
    {"Action", S_STRING, 0, "Action."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource."},
    {"Replacement", S_STRING, 0, "Replacement."},
    {"Scope", S_LIST(shape_string), 0, "Scope."},
    {"ResourceDriftStatus", S_STRING, 0, "Resource drift status."},
    {"ResourceDriftIgnoredAttributes", S_LIST(shape_resource_drift_ignored_attribute_members), 0,
     "Resource drift ignored attributes."},
    {"Details", S_LIST(shape_resource_change_detail_members), 0, "Details."},
    {"ChangeSetId", S_STRING, 0, "Change set id."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0, "Module info."},
    {"BeforeContext", S_STRING, 0, "Before context."},
    {"AfterContext", S_STRING, 0, "After context."},
    {"PreviousDeploymentContext", S_STRING, 0, "Previous deployment context."},
    {.name = NULL},
};

static const struct slrun_param change_members[] = {
    {"Type", S_STRING, 0, "Type."},
    {"HookInvocationCount", S_INTEGER, 0, "Hook invocation count."},
    {"ResourceChange", S_STRUCTURE(resource_change_members), 0, "Resource change."},
    {.name = NULL},
};

static const struct slrun_shape shape_change_members = S_STRUCTURE(change_members);
static const struct slrun_param deployment_config_members[] = {
    {"Mode", S_STRING, 0, "Mode."},
    {"DisableRollback", S_BOOLEAN, 0, "Disable rollback."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_change_set_result[] = {
    {"ChangeSetName", S_STRING, 0, "Name or ARN of the change set."},
    {"ChangeSetId", S_STRING, 0, "Change set id."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"Description", S_STRING, 0, "Description."},
    {"Parameters", S_LIST(shape_parameter_members), 0, "Parameters of the template."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"ExecutionStatus", S_STRING, 0, "Execution status."},
    {"Status", S_STRING, 0, "Status."},
    {"StatusReason", S_STRING, 0, "Status reason."},
    {"StackDriftStatus", S_STRING, 0, "Stack drift status."},
    {"NotificationARNs", S_LIST(shape_string), 0, "Notification AR ns."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_members), 0,
     "Rollback configuration."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags of the stack."},
    {"Changes", S_LIST(shape_change_members), 0, "Changes."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"IncludeNestedStacks", S_BOOLEAN, 0, "Include nested stacks."},
    {"ParentChangeSetId", S_STRING, 0, "Parent change set id."},
    {"RootChangeSetId", S_STRING, 0, "Root change set id."},
    {"OnStackFailure", S_STRING, 0, "On stack failure."},
    {"ImportExistingResources", S_BOOLEAN, 0, "Import existing resources."},
    {"DeploymentMode", S_STRING, 0, "Deployment mode."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_members), 0, "Deployment config."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_events_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param stack_event_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"EventId", S_STRING, 0, "Event id."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"OperationId", S_STRING, 0, "Operation id."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource."},
    {"Timestamp", S_TIMESTAMP, 0, "Timestamp."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource."},
    {"ResourceStatusReason", S_STRING, 0, "Resource status reason."},
    {"ResourceProperties", S_STRING, 0, "Resource properties."},
    {"ClientRequestToken", S_STRING, 0, "Names this request."},
    {"HookType", S_STRING, 0, "Hook type."},
    {"HookStatus", S_STRING, 0, "Hook status."},
    {"HookStatusReason", S_STRING, 0, "Hook status reason."},
    {"HookInvocationPoint", S_STRING, 0, "Hook invocation point."},
    {"HookInvocationId", S_STRING, 0, "Hook invocation id."},
    {"HookFailureMode", S_STRING, 0, "Hook failure mode."},
    {"DetailedStatus", S_STRING, 0, "Detailed status."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_event_members = S_STRUCTURE(stack_event_members);
const struct slrun_param cloudformation_describe_stack_events_result[] = {
    {"StackEvents", S_LIST(shape_stack_event_members), 0, "Stack events."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_resource_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"LogicalResourceId", S_STRING, SLRUN_REQUIRED, "Name of the resource in the template."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_drift_information_members[] = {
    {"StackResourceDriftStatus", S_STRING, 0, "Stack resource drift status."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "Last check timestamp."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_detail_members[] = {
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource."},
    {"LastUpdatedTimestamp", S_TIMESTAMP, 0, "Last updated timestamp."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource."},
    {"ResourceStatusReason", S_STRING, 0, "Resource status reason."},
    {"Description", S_STRING, 0, "Description."},
    {"Metadata", S_STRING, 0, "Metadata."},
    {"DriftInformation", S_STRUCTURE(stack_resource_drift_information_members), 0,
     "Drift information."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0, "Module info."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_resource_result[] = {
    {"StackResourceDetail", S_STRUCTURE(stack_resource_detail_members), 0,
     "Stack resource detail."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_resources_params[] = {
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_members[] = {
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource."},
    {"Timestamp", S_TIMESTAMP, 0, "Timestamp."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource."},
    {"ResourceStatusReason", S_STRING, 0, "Resource status reason."},
    {"Description", S_STRING, 0, "Description."},
    {"DriftInformation", S_STRUCTURE(stack_resource_drift_information_members), 0,
     "Drift information."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0, "Module info."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_resource_members = S_STRUCTURE(stack_resource_members);
const struct slrun_param cloudformation_describe_stack_resources_result[] = {
    {"StackResources", S_LIST(shape_stack_resource_members), 0, "Stack resources."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stacks_params[] = {
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param output_members[] = {
    {"OutputKey", S_STRING, 0, "The output's name."},
    {"OutputValue", S_STRING, 0, "The output's value."},
    {"Description", S_STRING, 0, "Description."},
    {"ExportName", S_STRING, 0, "Under which other stacks import it."},
    {.name = NULL},
};

static const struct slrun_shape shape_output_members = S_STRUCTURE(output_members);
static const struct slrun_param stack_drift_information_members[] = {
    {"StackDriftStatus", S_STRING, 0, "Stack drift status."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "Last check timestamp."},
    {.name = NULL},
};

static const struct slrun_param operation_entry_members[] = {
    {"OperationType", S_STRING, 0, "Operation type."},
    {"OperationId", S_STRING, 0, "Operation id."},
    {.name = NULL},
};

static const struct slrun_shape shape_operation_entry_members =
    S_STRUCTURE(operation_entry_members);
static const struct slrun_param stack_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"ChangeSetId", S_STRING, 0, "Change set id."},
    {"Description", S_STRING, 0, "Description."},
    {"Parameters", S_LIST(shape_parameter_members), 0, "Parameters of the template."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"DeletionTime", S_TIMESTAMP, 0, "Deletion time."},
    {"LastUpdatedTime", S_TIMESTAMP, 0, "Last updated time."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_members), 0,
     "Rollback configuration."},
    {"StackStatus", S_STRING, 0, "Status of the stack."},
    {"StackStatusReason", S_STRING, 0, "Stack status reason."},
    {"DisableRollback", S_BOOLEAN, 0, "Disable rollback."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_members), 0, "Deployment config."},
    {"NotificationARNs", S_LIST(shape_string), 0, "Notification AR ns."},
    {"TimeoutInMinutes", S_INTEGER, 0, "Timeout in minutes."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"Outputs", S_LIST(shape_output_members), 0, "Outputs of the stack."},
    {"RoleARN", S_STRING, 0, "Role ARN."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags of the stack."},
    {"EnableTerminationProtection", S_BOOLEAN, 0, "Enable termination protection."},
    {"ParentId", S_STRING, 0, "Parent id."},
    {"RootId", S_STRING, 0, "Root id."},
    {"DriftInformation", S_STRUCTURE(stack_drift_information_members), 0, "Drift information."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0, "Retain except on create."},
    {"DeletionMode", S_STRING, 0, "Deletion mode."},
    {"DetailedStatus", S_STRING, 0, "Detailed status."},
    {"LastOperations", S_LIST(shape_operation_entry_members), 0, "Last operations."},
    {"AliasName", S_STRING, 0, "Alias name."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_members = S_STRUCTURE(stack_members);
const struct slrun_param cloudformation_describe_stacks_result[] = {
    {"Stacks", S_LIST(shape_stack_members), 0, "Stacks."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_execute_change_set_params[] = {
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"ClientRequestToken", S_STRING, 0, "Names this request."},
    {"DisableRollback", S_BOOLEAN, 0, "Disable rollback."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0, "Retain except on create."},
    {.name = NULL},
};

static const char *const words_template_stage[] = {"Original", "Processed", NULL};
const struct slrun_param cloudformation_get_template_params[] = {
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"ChangeSetName", S_STRING, 0, "Name or ARN of the change set."},
    {"TemplateStage", S_WORD(words_template_stage), 0, "Template stage."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_template_result[] = {
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"StagesAvailable", S_LIST(shape_string), 0, "Stages available."},
    {.name = NULL},
};

static const char *const words_call_as[] = {"SELF", "DELEGATED_ADMIN", NULL};
static const struct slrun_param template_summary_config_given[] = {
    {"TreatUnrecognizedResourceTypesAsWarnings", S_BOOLEAN, 0,
     "Treat unrecognized resource types as warnings."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_template_summary_params[] = {
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3, or file:///... on the local cloud."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"StackSetName", S_STRING, 0, "Stack set name."},
    {"CallAs", S_WORD(words_call_as), 0, "Call as."},
    {"TemplateSummaryConfig", S_STRUCTURE(template_summary_config_given), 0,
     "Template summary config."},
    {.name = NULL},
};

static const struct slrun_param parameter_constraints_members[] = {
    {"AllowedValues", S_LIST(shape_string), 0, "Allowed values."},
    {.name = NULL},
};

static const struct slrun_param parameter_declaration_members[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name."},
    {"DefaultValue", S_STRING, 0, "Default value."},
    {"ParameterType", S_STRING, 0, "Parameter type."},
    {"NoEcho", S_BOOLEAN, 0, "No echo."},
    {"Description", S_STRING, 0, "Description."},
    {"ParameterConstraints", S_STRUCTURE(parameter_constraints_members), 0,
     "Parameter constraints."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_declaration_members =
    S_STRUCTURE(parameter_declaration_members);
static const struct slrun_param resource_identifier_summary_members[] = {
    {"ResourceType", S_STRING, 0, "Type of the resource."},
    {"LogicalResourceIds", S_LIST(shape_string), 0, "Logical resource ids."},
    {"ResourceIdentifiers", S_LIST(shape_string), 0, "Resource identifiers."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_identifier_summary_members =
    S_STRUCTURE(resource_identifier_summary_members);
static const struct slrun_param warnings_members[] = {
    {"UnrecognizedResourceTypes", S_LIST(shape_string), 0, "Unrecognized resource types."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_template_summary_result[] = {
    {"Parameters", S_LIST(shape_parameter_declaration_members), 0, "Parameters of the template."},
    {"Description", S_STRING, 0, "Description."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"CapabilitiesReason", S_STRING, 0, "Capabilities reason."},
    {"ResourceTypes", S_LIST(shape_string), 0, "Resource types."},
    {"Version", S_STRING, 0, "Version."},
    {"Metadata", S_STRING, 0, "Metadata."},
    {"DeclaredTransforms", S_LIST(shape_string), 0, "Declared transforms."},
    {"ResourceIdentifierSummaries", S_LIST(shape_resource_identifier_summary_members), 0,
     "Resource identifier summaries."},
    {"Warnings", S_STRUCTURE(warnings_members), 0, "Warnings."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_change_sets_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param change_set_summary_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"ChangeSetId", S_STRING, 0, "Change set id."},
    {"ChangeSetName", S_STRING, 0, "Name or ARN of the change set."},
    {"ExecutionStatus", S_STRING, 0, "Execution status."},
    {"Status", S_STRING, 0, "Status."},
    {"StatusReason", S_STRING, 0, "Status reason."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"Description", S_STRING, 0, "Description."},
    {"IncludeNestedStacks", S_BOOLEAN, 0, "Include nested stacks."},
    {"ParentChangeSetId", S_STRING, 0, "Parent change set id."},
    {"RootChangeSetId", S_STRING, 0, "Root change set id."},
    {"ImportExistingResources", S_BOOLEAN, 0, "Import existing resources."},
    {.name = NULL},
};

static const struct slrun_shape shape_change_set_summary_members =
    S_STRUCTURE(change_set_summary_members);
const struct slrun_param cloudformation_list_change_sets_result[] = {
    {"Summaries", S_LIST(shape_change_set_summary_members), 0, "Summaries."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_exports_params[] = {
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param export_members[] = {
    {"ExportingStackId", S_STRING, 0, "Exporting stack id."},
    {"Name", S_STRING, 0, "Name."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_export_members = S_STRUCTURE(export_members);
const struct slrun_param cloudformation_list_exports_result[] = {
    {"Exports", S_LIST(shape_export_members), 0, "Exports."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_imports_params[] = {
    {"ExportName", S_STRING, SLRUN_REQUIRED, "Under which other stacks import it."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_imports_result[] = {
    {"Imports", S_LIST(shape_string), 0, "Imports."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_stack_resources_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_drift_information_summary_members[] = {
    {"StackResourceDriftStatus", S_STRING, 0, "Stack resource drift status."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "Last check timestamp."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_summary_members[] = {
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource."},
    {"LastUpdatedTimestamp", S_TIMESTAMP, 0, "Last updated timestamp."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource."},
    {"ResourceStatusReason", S_STRING, 0, "Resource status reason."},
    {"DriftInformation", S_STRUCTURE(stack_resource_drift_information_summary_members), 0,
     "Drift information."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0, "Module info."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_resource_summary_members =
    S_STRUCTURE(stack_resource_summary_members);
const struct slrun_param cloudformation_list_stack_resources_result[] = {
    {"StackResourceSummaries", S_LIST(shape_stack_resource_summary_members), 0,
     "Stack resource summaries."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const char *const words_stack_status[] = {"CREATE_IN_PROGRESS",
                                                 "CREATE_FAILED",
                                                 "CREATE_COMPLETE",
                                                 "ROLLBACK_IN_PROGRESS",
                                                 "ROLLBACK_FAILED",
                                                 "ROLLBACK_COMPLETE",
                                                 "DELETE_IN_PROGRESS",
                                                 "DELETE_FAILED",
                                                 "DELETE_COMPLETE",
                                                 "UPDATE_IN_PROGRESS",
                                                 "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                                                 "UPDATE_COMPLETE",
                                                 "UPDATE_FAILED",
                                                 "UPDATE_ROLLBACK_IN_PROGRESS",
                                                 "UPDATE_ROLLBACK_FAILED",
                                                 "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                                                 "UPDATE_ROLLBACK_COMPLETE",
                                                 "REVIEW_IN_PROGRESS",
                                                 "IMPORT_IN_PROGRESS",
                                                 "IMPORT_COMPLETE",
                                                 "IMPORT_ROLLBACK_IN_PROGRESS",
                                                 "IMPORT_ROLLBACK_FAILED",
                                                 "IMPORT_ROLLBACK_COMPLETE",
                                                 NULL};
static const struct slrun_shape shape_words_stack_status = S_WORD(words_stack_status);
const struct slrun_param cloudformation_list_stacks_params[] = {
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"StackStatusFilter", S_LIST(shape_words_stack_status), 0, "Stack status filter."},
    {.name = NULL},
};

static const struct slrun_param stack_drift_information_summary_members[] = {
    {"StackDriftStatus", S_STRING, 0, "Stack drift status."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "Last check timestamp."},
    {.name = NULL},
};

static const struct slrun_param stack_summary_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name or id of the stack."},
    {"TemplateDescription", S_STRING, 0, "Template description."},
    {"CreationTime", S_TIMESTAMP, 0, "Creation time."},
    {"LastUpdatedTime", S_TIMESTAMP, 0, "Last updated time."},
    {"DeletionTime", S_TIMESTAMP, 0, "Deletion time."},
    {"StackStatus", S_STRING, 0, "Status of the stack."},
    {"StackStatusReason", S_STRING, 0, "Stack status reason."},
    {"ParentId", S_STRING, 0, "Parent id."},
    {"RootId", S_STRING, 0, "Root id."},
    {"DriftInformation", S_STRUCTURE(stack_drift_information_summary_members), 0,
     "Drift information."},
    {"LastOperations", S_LIST(shape_operation_entry_members), 0, "Last operations."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_summary_members = S_STRUCTURE(stack_summary_members);
const struct slrun_param cloudformation_list_stacks_result[] = {
    {"StackSummaries", S_LIST(shape_stack_summary_members), 0, "Stack summaries."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3, or file:///... on the local cloud."},
    {"UsePreviousTemplate", S_BOOLEAN, 0, "Whether the template stays as it is."},
    {"StackPolicyDuringUpdateBody", S_STRING, 0, "Stack policy during update body."},
    {"StackPolicyDuringUpdateURL", S_STRING, 0, "Stack policy during update URL."},
    {"Parameters", S_LIST(shape_parameter_given), 0, "Parameters of the template."},
    {"Capabilities", S_LIST(shape_words_capability), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"ResourceTypes", S_LIST(shape_string), 0, "Resource types."},
    {"RoleARN", S_STRING, 0, "Role ARN."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_given), 0,
     "Rollback configuration."},
    {"StackPolicyBody", S_STRING, 0, "Stack policy body."},
    {"StackPolicyURL", S_STRING, 0, "Stack policy URL."},
    {"NotificationARNs", S_LIST(shape_string), 0, "Notification AR ns."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags of the stack."},
    {"DisableRollback", S_BOOLEAN, 0, "Disable rollback."},
    {"ClientRequestToken", S_STRING, 0, "Names this request."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0, "Retain except on create."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0, "Deployment config."},
    {"DisableValidation", S_BOOLEAN, 0, "Disable validation."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_stack_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"OperationId", S_STRING, 0, "Operation id."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_termination_protection_params[] = {
    {"EnableTerminationProtection", S_BOOLEAN, SLRUN_REQUIRED, "Enable termination protection."},
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or id of the stack."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_termination_protection_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {.name = NULL},
};

const struct slrun_param cloudformation_validate_template_params[] = {
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3, or file:///... on the local cloud."},
    {.name = NULL},
};

static const struct slrun_param template_parameter_members[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name."},
    {"DefaultValue", S_STRING, 0, "Default value."},
    {"NoEcho", S_BOOLEAN, 0, "No echo."},
    {"Description", S_STRING, 0, "Description."},
    {.name = NULL},
};

static const struct slrun_shape shape_template_parameter_members =
    S_STRUCTURE(template_parameter_members);
const struct slrun_param cloudformation_validate_template_result[] = {
    {"Parameters", S_LIST(shape_template_parameter_members), 0, "Parameters of the template."},
    {"Description", S_STRING, 0, "Description."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"CapabilitiesReason", S_STRING, 0, "Capabilities reason."},
    {"DeclaredTransforms", S_LIST(shape_string), 0, "Declared transforms."},
    {.name = NULL},
};
