/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

const struct slrun_param cloudformation_cancel_update_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {.name = NULL},
};

const struct slrun_param cloudformation_continue_update_rollback_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"RoleARN", S_STRING, 0,
     "ARN of the role with which CloudFormation works; kept for later operations. The caller's "
     "rights unless given."},
    {"ResourcesToSkip", S_LIST(shape_string), 0,
     "Names (in the template) of resources that are left as they are; of those whose rollback has "
     "failed."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {"ForceRollback", S_BOOLEAN, 0,
     "Whether all whose rollback has failed are left as they are; not with ResourcesToSkip. False "
     "unless given."},
    {.name = NULL},
};

static const struct slrun_param parameter_given[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name in the template."},
    {"ParameterValue", S_STRING, 0,
     "The parameter's value, a string; elements of a list have commas between them."},
    {"UsePreviousValue", S_BOOLEAN, 0, "Whether the value stays as it is; false unless given."},
    {"ResolvedValue", S_STRING, 0,
     "Value that a parameter of Systems Manager has; only told, never given."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_given = S_STRUCTURE(parameter_given);
static const char *const words_capability[] = {"CAPABILITY_IAM", "CAPABILITY_NAMED_IAM",
                                               "CAPABILITY_AUTO_EXPAND", NULL};
static const struct slrun_shape shape_words_capability = S_WORD(words_capability);
static const struct slrun_param rollback_trigger_given[] = {
    {"Arn", S_STRING, SLRUN_REQUIRED,
     "ARN of the alarm; one that is not there fails the operation."},
    {"Type", S_STRING, SLRUN_REQUIRED,
     "AWS::CloudWatch::Alarm or AWS::CloudWatch::CompositeAlarm."},
    {.name = NULL},
};

static const struct slrun_shape shape_rollback_trigger_given = S_STRUCTURE(rollback_trigger_given);
static const struct slrun_param rollback_configuration_given[] = {
    {"RollbackTriggers", S_LIST(shape_rollback_trigger_given), 0,
     "Alarms that undo the operation, 5 at most."},
    {"MonitoringTimeInMinutes", S_INTEGER, 0,
     "Minutes for which alarms are watched after the operation, 0 to 180; 0 unless given."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED,
     "The tag's name, 1 to 128 characters; not \"aws:\" at its beginning."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const char *const words_change_set_type[] = {"CREATE", "UPDATE", "IMPORT", NULL};
static const struct slrun_param resource_to_import_given[] = {
    {"ResourceType", S_STRING, SLRUN_REQUIRED, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"LogicalResourceId", S_STRING, SLRUN_REQUIRED, "Name of the resource in the template."},
    {"ResourceIdentifier", S_MAP(shape_string), SLRUN_REQUIRED,
     "What names the resource that is there, as {BucketName = \"orders\"}."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_to_import_given =
    S_STRUCTURE(resource_to_import_given);
static const char *const words_on_stack_failure[] = {"DO_NOTHING", "ROLLBACK", "DELETE", NULL};
static const char *const words_deployment_mode[] = {"REVERT_DRIFT", NULL};
static const char *const words_deployment_config_mode[] = {"STANDARD", "EXPRESS", NULL};
static const struct slrun_param deployment_config_given[] = {
    {"Mode", S_WORD(words_deployment_config_mode), 0,
     "STANDARD (the default: waits until resources are ready) or EXPRESS (does not)."},
    {"DisableRollback", S_BOOLEAN, 0,
     "Whether a failure leaves what was done as it is; false unless given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_create_change_set_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the stack; with ChangeSetType CREATE the name of the new one."},
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3 (1 MB at most), or file:///... on the local cloud."},
    {"UsePreviousTemplate", S_BOOLEAN, 0,
     "Whether the template stays as it is; false unless given."},
    {"Parameters", S_LIST(shape_parameter_given), 0,
     "Values of the template's parameters; each has ParameterKey and ParameterValue."},
    {"Capabilities", S_LIST(shape_words_capability), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"ResourceTypes", S_LIST(shape_string), 0,
     "Types that the operation may touch, as \"AWS::S3::*\"; all unless given."},
    {"RoleARN", S_STRING, 0,
     "ARN of the role with which CloudFormation works; kept for later operations. The caller's "
     "rights unless given."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_given), 0,
     "Alarms that undo the operation, and how long they are watched."},
    {"NotificationARNs", S_LIST(shape_string), 0,
     "ARNs of SNS topics that hear of the stack's events, 5 at most."},
    {"Tags", S_LIST(shape_tag_given), 0,
     "Tags of the stack and, with it, of its resources; 50 at most."},
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED,
     "Name of the change set, once in its stack; 1 to 128 letters, digits and \"-\"."},
    {"ClientToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again."},
    {"Description", S_STRING, 0, "What the change set is for, 1 to 1,024 characters."},
    {"ChangeSetType", S_WORD(words_change_set_type), 0,
     "CREATE (a new stack), UPDATE (the default) or IMPORT (resources that are there)."},
    {"ResourcesToImport", S_LIST(shape_resource_to_import_given), 0,
     "Resources that are there and become the stack's, 200 at most; with ChangeSetType IMPORT."},
    {"IncludeNestedStacks", S_BOOLEAN, 0,
     "Whether nested stacks get change sets, too; false unless given."},
    {"OnStackFailure", S_WORD(words_on_stack_failure), 0,
     "What becomes of a stack whose creation fails: ROLLBACK, DO_NOTHING or DELETE."},
    {"ImportExistingResources", S_BOOLEAN, 0,
     "Whether resources with names that are there already are imported; false unless given."},
    {"DeploymentMode", S_WORD(words_deployment_mode), 0,
     "REVERT_DRIFT: resources become what the template says, also where others changed them."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0,
     "How the operation is carried out: its mode."},
    {"DisableValidation", S_BOOLEAN, 0,
     "Whether AWS does without checks before it begins; false unless given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_create_change_set_result[] = {
    {"Id", S_STRING, 0, "ARN of the change set."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {.name = NULL},
};

static const char *const words_on_failure[] = {"DO_NOTHING", "ROLLBACK", "DELETE", NULL};
const struct slrun_param cloudformation_create_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED,
     "Name of the stack, once in account and region: letters, digits and \"-\", 128 at most."},
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3 (1 MB at most), or file:///... on the local cloud."},
    {"Parameters", S_LIST(shape_parameter_given), 0,
     "Values of the template's parameters; each has ParameterKey and ParameterValue."},
    {"DisableRollback", S_BOOLEAN, 0,
     "Whether a failure leaves what was made as it is; false unless given. Not with OnFailure."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_given), 0,
     "Alarms that undo the operation, and how long they are watched."},
    {"TimeoutInMinutes", S_INTEGER, 0,
     "Minutes after which the creation has failed; no bound unless given."},
    {"NotificationARNs", S_LIST(shape_string), 0,
     "ARNs of SNS topics that hear of the stack's events, 5 at most."},
    {"Capabilities", S_LIST(shape_words_capability), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"ResourceTypes", S_LIST(shape_string), 0,
     "Types that the operation may touch, as \"AWS::S3::*\"; all unless given."},
    {"RoleARN", S_STRING, 0,
     "ARN of the role with which CloudFormation works; kept for later operations. The caller's "
     "rights unless given."},
    {"OnFailure", S_WORD(words_on_failure), 0,
     "What becomes of a stack whose creation fails: ROLLBACK (the default), DO_NOTHING or DELETE."},
    {"StackPolicyBody", S_STRING, 0,
     "Policy on which resources updates may touch, a JSON text of 16,384 bytes at most."},
    {"StackPolicyURL", S_STRING, 0, "Where in S3 the policy on updates is, 16 KB at most."},
    {"Tags", S_LIST(shape_tag_given), 0,
     "Tags of the stack and, with it, of its resources; 50 at most."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {"EnableTerminationProtection", S_BOOLEAN, 0,
     "Whether the stack cannot be deleted; false unless given."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0,
     "Whether a rollback deletes new resources in spite of DeletionPolicy Retain; false unless "
     "given."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0,
     "How the operation is carried out: its mode."},
    {"DisableValidation", S_BOOLEAN, 0,
     "Whether AWS does without checks before it begins; false unless given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_create_stack_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"OperationId", S_STRING, 0, "Id of the operation; events of the stack tell it."},
    {.name = NULL},
};

const struct slrun_param cloudformation_delete_change_set_params[] = {
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"StackName", S_STRING, 0, "Name or ARN of the stack."},
    {.name = NULL},
};

static const char *const words_deletion_mode[] = {"STANDARD", "FORCE_DELETE_STACK", NULL};
const struct slrun_param cloudformation_delete_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"RetainResources", S_LIST(shape_string), 0,
     "Names (in the template) of resources that stay; of a stack whose deletion failed."},
    {"RoleARN", S_STRING, 0,
     "ARN of the role with which CloudFormation works; kept for later operations. The caller's "
     "rights unless given."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {"DeletionMode", S_WORD(words_deletion_mode), 0,
     "STANDARD (the default), or FORCE_DELETE_STACK: what cannot be deleted stays (after "
     "DELETE_FAILED)."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0,
     "How the operation is carried out: its mode."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_change_set_params[] = {
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"StackName", S_STRING, 0, "Name or ARN of the stack."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"IncludePropertyValues", S_BOOLEAN, 0,
     "Whether properties' values before and after are told; false unless given."},
    {.name = NULL},
};

static const struct slrun_param parameter_members[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name in the template."},
    {"ParameterValue", S_STRING, 0,
     "The parameter's value, a string; elements of a list have commas between them."},
    {"UsePreviousValue", S_BOOLEAN, 0, "Whether the value stays as it is; false unless given."},
    {"ResolvedValue", S_STRING, 0,
     "Value that a parameter of Systems Manager has; only told, never given."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_members = S_STRUCTURE(parameter_members);
static const struct slrun_param rollback_trigger_members[] = {
    {"Arn", S_STRING, 0, "ARN of the alarm; one that is not there fails the operation."},
    {"Type", S_STRING, 0, "AWS::CloudWatch::Alarm or AWS::CloudWatch::CompositeAlarm."},
    {.name = NULL},
};

static const struct slrun_shape shape_rollback_trigger_members =
    S_STRUCTURE(rollback_trigger_members);
static const struct slrun_param rollback_configuration_members[] = {
    {"RollbackTriggers", S_LIST(shape_rollback_trigger_members), 0,
     "Alarms that undo the operation, 5 at most."},
    {"MonitoringTimeInMinutes", S_INTEGER, 0,
     "Minutes for which alarms are watched after the operation, 0 to 180; 0 unless given."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters; not \"aws:\" at its beginning."},
    {"Value", S_STRING, 0, "The tag's value, 1 to 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_param resource_drift_ignored_attribute_members[] = {
    {"Path", S_STRING, 0, "Path of the attribute that was not looked at."},
    {"Reason", S_STRING, 0,
     "Why it was not looked at: MANAGED_BY_AWS, WRITE_ONLY_PROPERTY or SENSITIVE_PROPERTY."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_drift_ignored_attribute_members =
    S_STRUCTURE(resource_drift_ignored_attribute_members);
static const struct slrun_param live_resource_drift_members[] = {
    {"PreviousValue", S_STRING, 0, "What the property was as it was deployed last."},
    {"ActualValue", S_STRING, 0, "What the property is in fact."},
    {"DriftDetectionTimestamp", S_TIMESTAMP, 0, "When the difference was seen."},
    {.name = NULL},
};

static const struct slrun_param resource_target_definition_members[] = {
    {"Attribute", S_STRING, 0,
     "What of the resource changes: Properties, Tags, Metadata, a policy and so on."},
    {"Name", S_STRING, 0, "Name of the property; with Attribute Properties only."},
    {"RequiresRecreation", S_STRING, 0,
     "Whether the property's change makes a new resource: Never, Conditionally or Always."},
    {"Path", S_STRING, 0, "Path of the property, as \"/Properties/Tags/0\"."},
    {"BeforeValue", S_STRING, 0, "What the property is before the change; long ones are cut."},
    {"AfterValue", S_STRING, 0, "What the property is after the change; long ones are cut."},
    {"BeforeValueFrom", S_STRING, 0,
     "Where BeforeValue is from: PREVIOUS_DEPLOYMENT_STATE or ACTUAL_STATE."},
    {"AfterValueFrom", S_STRING, 0, "Where AfterValue is from: TEMPLATE; with REVERT_DRIFT only."},
    {"Drift", S_STRUCTURE(live_resource_drift_members), 0, "What the property was and is in fact."},
    {"AttributeChangeType", S_STRING, 0,
     "What becomes of the property: Add, Remove, Modify or SyncWithActual."},
    {.name = NULL},
};

static const struct slrun_param resource_change_detail_members[] = {
    {"Target", S_STRUCTURE(resource_target_definition_members), 0, "What of the resource changes."},
    {"Evaluation", S_STRING, 0,
     "Static (the new value is known) or Dynamic (only when the change is carried out)."},
    {"ChangeSource", S_STRING, 0,
     "Kind of CausingEntity: ResourceReference, ParameterReference, ResourceAttribute, "
     "DirectModification, Automatic."},
    {"CausingEntity", S_STRING, 0,
     "What causes the change, as a parameter's name or \"RESOURCE.ATTRIBUTE\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_change_detail_members =
    S_STRUCTURE(resource_change_detail_members);
static const struct slrun_param module_info_members[] = {
    {"TypeHierarchy", S_STRING, 0,
     "Types of the modules that hold the resource, the innermost first, with \"/\" between."},
    {"LogicalIdHierarchy", S_STRING, 0,
     "Names of the modules that hold the resource, the innermost first, with \"/\" between."},
    {.name = NULL},
};

static const struct slrun_param resource_change_members[] = {
    {"PolicyAction", S_STRING, 0,
     "What becomes of the resource itself: Delete, Retain or Snapshot; with ReplaceAnd... once it "
     "is replaced."},
    {"Action", S_STRING, 0,
     "What becomes of the resource: Add, Modify, Remove, Import, Dynamic (not known yet) or "
     "SyncWithActual."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"Replacement", S_STRING, 0,
     "With Modify: whether a new resource takes its place: True, False or Conditional."},
    {"Scope", S_LIST(shape_string), 0,
     "With Modify: which attributes of the resource change, as Properties."},
    {"ResourceDriftStatus", S_STRING, 0,
     "Whether the resource is what the template says: IN_SYNC, MODIFIED, DELETED, NOT_CHECKED, "
     "UNKNOWN...."},
    {"ResourceDriftIgnoredAttributes", S_LIST(shape_resource_drift_ignored_attribute_members), 0,
     "Attributes that were not looked at for drift."},
    {"Details", S_LIST(shape_resource_change_detail_members), 0,
     "With Modify: what of the resource changes, and why."},
    {"ChangeSetId", S_STRING, 0, "ARN of the nested stack's change set."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0,
     "The module that the resource comes from; absent if there is none."},
    {"BeforeContext", S_STRING, 0, "The resource before the change: a JSON text."},
    {"AfterContext", S_STRING, 0, "The resource after the change: a JSON text."},
    {"PreviousDeploymentContext", S_STRING, 0,
     "The resource as it was deployed last: a JSON text."},
    {.name = NULL},
};

static const struct slrun_param change_members[] = {
    {"Type", S_STRING, 0, "Resource, the only kind there is."},
    {"HookInvocationCount", S_INTEGER, 0,
     "How many hooks are called for the resource, 1 to 100; absent if none is."},
    {"ResourceChange", S_STRUCTURE(resource_change_members), 0,
     "The resource, and what becomes of it."},
    {.name = NULL},
};

static const struct slrun_shape shape_change_members = S_STRUCTURE(change_members);
static const struct slrun_param deployment_config_members[] = {
    {"Mode", S_STRING, 0,
     "STANDARD (the default: waits until resources are ready) or EXPRESS (does not)."},
    {"DisableRollback", S_BOOLEAN, 0,
     "Whether a failure leaves what was done as it is; false unless given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_change_set_result[] = {
    {"ChangeSetName", S_STRING, 0, "Name of the change set."},
    {"ChangeSetId", S_STRING, 0, "ARN of the change set."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"Description", S_STRING, 0, "What the change set is for."},
    {"Parameters", S_LIST(shape_parameter_members), 0,
     "Values of the template's parameters; each has ParameterKey and ParameterValue."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"ExecutionStatus", S_STRING, 0,
     "Whether it can be executed: AVAILABLE, UNAVAILABLE, EXECUTE_..., or OBSOLETE (the stack has "
     "changed)."},
    {"Status", S_STRING, 0,
     "How the change set stands: CREATE_PENDING, CREATE_IN_PROGRESS, CREATE_COMPLETE, FAILED, "
     "DELETE_...."},
    {"StatusReason", S_STRING, 0,
     "Why the change set has its status, as that nothing would change."},
    {"StackDriftStatus", S_STRING, 0,
     "Whether all is what the template says: IN_SYNC, DRIFTED, NOT_CHECKED or UNKNOWN."},
    {"NotificationARNs", S_LIST(shape_string), 0,
     "ARNs of SNS topics that hear of the stack's events, 5 at most."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_members), 0,
     "Alarms that undo the operation, and how long they are watched."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"Tags", S_LIST(shape_tag_members), 0,
     "Tags of the stack and, with it, of its resources; 50 at most."},
    {"Changes", S_LIST(shape_change_members), 0, "Changes of this page, one resource each."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"IncludeNestedStacks", S_BOOLEAN, 0,
     "Whether nested stacks get change sets, too; false unless given."},
    {"ParentChangeSetId", S_STRING, 0,
     "ARN of the change set of the stack that this nested one is in."},
    {"RootChangeSetId", S_STRING, 0, "ARN of the change set of the topmost stack."},
    {"OnStackFailure", S_STRING, 0,
     "What becomes of a stack whose creation fails: ROLLBACK, DO_NOTHING or DELETE."},
    {"ImportExistingResources", S_BOOLEAN, 0,
     "Whether resources with names that are there already are imported; false unless given."},
    {"DeploymentMode", S_STRING, 0,
     "REVERT_DRIFT: resources become what the template says, also where others changed them."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_members), 0,
     "How the operation is carried out: its mode."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_events_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param stack_event_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"EventId", S_STRING, 0, "Id of the event."},
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"OperationId", S_STRING, 0, "Id of the operation; events of the stack tell it."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"Timestamp", S_TIMESTAMP, 0, "When the event happened."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource, as CREATE_COMPLETE or DELETE_FAILED."},
    {"ResourceStatusReason", S_STRING, 0,
     "Why the resource has its status, as the error of a failure."},
    {"ResourceProperties", S_STRING, 0, "Properties that the resource was made with, a JSON text."},
    {"ClientRequestToken", S_STRING, 0, "The token of the request that caused the event."},
    {"HookType", S_STRING, 0, "Name of the hook, as \"MyOrg::Guards::Encryption\"."},
    {"HookStatus", S_STRING, 0,
     "How the hook stands: HOOK_IN_PROGRESS, HOOK_COMPLETE_SUCCEEDED, HOOK_COMPLETE_FAILED or "
     "HOOK_FAILED."},
    {"HookStatusReason", S_STRING, 0, "Why the hook has its status."},
    {"HookInvocationPoint", S_STRING, 0, "When the hook is called: PRE_PROVISION."},
    {"HookInvocationId", S_STRING, 0, "Id of the hook's call."},
    {"HookFailureMode", S_STRING, 0, "What a hook's no does: FAIL (ends it) or WARN."},
    {"DetailedStatus", S_STRING, 0,
     "CONFIGURATION_COMPLETE (made, not steady yet) or VALIDATION_FAILED."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_event_members = S_STRUCTURE(stack_event_members);
const struct slrun_param cloudformation_describe_stack_events_result[] = {
    {"StackEvents", S_LIST(shape_stack_event_members), 0, "Events of this page, the latest first."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_resource_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"LogicalResourceId", S_STRING, SLRUN_REQUIRED, "Name of the resource in the template."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_drift_information_members[] = {
    {"StackResourceDriftStatus", S_STRING, 0,
     "Whether the resource is what the template says: IN_SYNC, MODIFIED, DELETED, NOT_CHECKED, "
     "UNKNOWN...."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "When drift was looked for last."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_detail_members[] = {
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"LastUpdatedTimestamp", S_TIMESTAMP, 0, "When the status changed last."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource, as CREATE_COMPLETE or DELETE_FAILED."},
    {"ResourceStatusReason", S_STRING, 0,
     "Why the resource has its status, as the error of a failure."},
    {"Description", S_STRING, 0, "What the resource is for."},
    {"Metadata", S_STRING, 0, "The resource's Metadata in the template, a JSON text."},
    {"DriftInformation", S_STRUCTURE(stack_resource_drift_information_members), 0,
     "Whether it is still what the template says."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0,
     "The module that the resource comes from; absent if there is none."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_resource_result[] = {
    {"StackResourceDetail", S_STRUCTURE(stack_resource_detail_members), 0,
     "The resource: its id, type, status and metadata."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stack_resources_params[] = {
    {"StackName", S_STRING, 0, "Name or ARN of the stack."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_members[] = {
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"Timestamp", S_TIMESTAMP, 0, "When the status changed last."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource, as CREATE_COMPLETE or DELETE_FAILED."},
    {"ResourceStatusReason", S_STRING, 0,
     "Why the resource has its status, as the error of a failure."},
    {"Description", S_STRING, 0, "What the resource is for."},
    {"DriftInformation", S_STRUCTURE(stack_resource_drift_information_members), 0,
     "Whether it is still what the template says."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0,
     "The module that the resource comes from; absent if there is none."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_resource_members = S_STRUCTURE(stack_resource_members);
const struct slrun_param cloudformation_describe_stack_resources_result[] = {
    {"StackResources", S_LIST(shape_stack_resource_members), 0,
     "Resources of the stack, 100 at most: list_stack_resources tells more."},
    {.name = NULL},
};

const struct slrun_param cloudformation_describe_stacks_params[] = {
    {"StackName", S_STRING, 0,
     "Name or ARN of the stack; all stacks unless given. A deleted one by its ARN only."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param output_members[] = {
    {"OutputKey", S_STRING, 0, "The output's name in the template."},
    {"OutputValue", S_STRING, 0, "The output's value, a string."},
    {"Description", S_STRING, 0, "The output's Description."},
    {"ExportName", S_STRING, 0, "Name under which other stacks import it (Fn::ImportValue)."},
    {.name = NULL},
};

static const struct slrun_shape shape_output_members = S_STRUCTURE(output_members);
static const struct slrun_param stack_drift_information_members[] = {
    {"StackDriftStatus", S_STRING, 0,
     "Whether all is what the template says: IN_SYNC, DRIFTED, NOT_CHECKED or UNKNOWN."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "When drift was looked for last."},
    {.name = NULL},
};

static const struct slrun_param operation_entry_members[] = {
    {"OperationType", S_STRING, 0,
     "What was done: CREATE_STACK, UPDATE_STACK, DELETE_STACK, CONTINUE_ROLLBACK, ROLLBACK, "
     "CREATE_CHANGESET."},
    {"OperationId", S_STRING, 0, "Id of the operation; events of the stack tell it."},
    {.name = NULL},
};

static const struct slrun_shape shape_operation_entry_members =
    S_STRUCTURE(operation_entry_members);
static const struct slrun_param stack_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"ChangeSetId", S_STRING, 0, "ARN of the change set that made or changed the stack."},
    {"Description", S_STRING, 0, "The template's Description."},
    {"Parameters", S_LIST(shape_parameter_members), 0,
     "Values of the template's parameters; each has ParameterKey and ParameterValue."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"DeletionTime", S_TIMESTAMP, 0, "When it was deleted; absent if it was not."},
    {"LastUpdatedTime", S_TIMESTAMP, 0, "When the stack was last updated; absent if it never was."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_members), 0,
     "Alarms that undo the operation, and how long they are watched."},
    {"StackStatus", S_STRING, 0,
     "Status of the stack, as CREATE_COMPLETE or UPDATE_ROLLBACK_COMPLETE."},
    {"StackStatusReason", S_STRING, 0, "Why the stack has its status, as what failed."},
    {"DisableRollback", S_BOOLEAN, 0,
     "Whether a failure leaves what was done as it is; false unless given."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_members), 0,
     "How the operation is carried out: its mode."},
    {"NotificationARNs", S_LIST(shape_string), 0,
     "ARNs of SNS topics that hear of the stack's events, 5 at most."},
    {"TimeoutInMinutes", S_INTEGER, 0,
     "Minutes after which the creation has failed; no bound unless given."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"Outputs", S_LIST(shape_output_members), 0,
     "Outputs of the stack, a list of OutputKey and OutputValue."},
    {"RoleARN", S_STRING, 0, "ARN of the role with which CloudFormation works on the stack."},
    {"Tags", S_LIST(shape_tag_members), 0,
     "Tags of the stack and, with it, of its resources; 50 at most."},
    {"EnableTerminationProtection", S_BOOLEAN, 0, "Whether the stack cannot be deleted."},
    {"ParentId", S_STRING, 0, "ARN of the stack that this nested one is in."},
    {"RootId", S_STRING, 0, "ARN of the topmost stack that this nested one is in."},
    {"DriftInformation", S_STRUCTURE(stack_drift_information_members), 0,
     "Whether it is still what the template says."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0,
     "Whether a rollback deletes new resources in spite of DeletionPolicy Retain; false unless "
     "given."},
    {"DeletionMode", S_STRING, 0,
     "STANDARD (the default), or FORCE_DELETE_STACK: what cannot be deleted stays (after "
     "DELETE_FAILED)."},
    {"DetailedStatus", S_STRING, 0,
     "CONFIGURATION_COMPLETE (made, not steady yet) or VALIDATION_FAILED."},
    {"LastOperations", S_LIST(shape_operation_entry_members), 0,
     "The latest operations of the stack."},
    {"AliasName", S_STRING, 0,
     "Another name of the stack, by which it can be named, too; absent if it has none."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_members = S_STRUCTURE(stack_members);
const struct slrun_param cloudformation_describe_stacks_result[] = {
    {"Stacks", S_LIST(shape_stack_members), 0, "Stacks of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_execute_change_set_params[] = {
    {"ChangeSetName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the change set."},
    {"StackName", S_STRING, 0, "Name or ARN of the stack."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {"DisableRollback", S_BOOLEAN, 0,
     "Whether a failure leaves what was done as it is; not with OnStackFailure. False unless "
     "given."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0,
     "Whether a rollback deletes new resources in spite of DeletionPolicy Retain; false unless "
     "given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_stack_policy_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_stack_policy_result[] = {
    {"StackPolicyBody", S_STRING, 0,
     "Policy on which resources updates may touch, a JSON text of 16,384 bytes at most."},
    {.name = NULL},
};

static const char *const words_template_stage[] = {"Original", "Processed", NULL};
const struct slrun_param cloudformation_get_template_params[] = {
    {"StackName", S_STRING, 0, "Name or ARN of the stack."},
    {"ChangeSetName", S_STRING, 0, "Name or ARN of the change set."},
    {"TemplateStage", S_WORD(words_template_stage), 0,
     "Original (the default: as it was given) or Processed (after transforms)."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_template_result[] = {
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"StagesAvailable", S_LIST(shape_string), 0,
     "Original, and Processed once transforms were carried out."},
    {.name = NULL},
};

static const char *const words_call_as[] = {"SELF", "DELEGATED_ADMIN", NULL};
static const struct slrun_param template_summary_config_given[] = {
    {"TreatUnrecognizedResourceTypesAsWarnings", S_BOOLEAN, 0,
     "Whether types that are not known only give warnings; false unless given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_template_summary_params[] = {
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3 (1 MB at most), or file:///... on the local cloud."},
    {"StackName", S_STRING, 0, "Name or ARN of the stack."},
    {"StackSetName", S_STRING, 0,
     "Name or id of a stack set whose template it is; in place of StackName and the template."},
    {"CallAs", S_WORD(words_call_as), 0,
     "As which account of the organization: SELF (the default) or DELEGATED_ADMIN."},
    {"TemplateSummaryConfig", S_STRUCTURE(template_summary_config_given), 0,
     "How the template is looked at."},
    {.name = NULL},
};

static const struct slrun_param parameter_constraints_members[] = {
    {"AllowedValues", S_LIST(shape_string), 0,
     "Values that the parameter may have; any if it is absent."},
    {.name = NULL},
};

static const struct slrun_param parameter_declaration_members[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name in the template."},
    {"DefaultValue", S_STRING, 0,
     "Value of the parameter unless given; absent if it has to be given."},
    {"ParameterType", S_STRING, 0,
     "The parameter's type: String, Number, CommaDelimitedList, AWS::SSM::Parameter::... and so "
     "on."},
    {"NoEcho", S_BOOLEAN, 0, "Whether the value is kept from logs and answers."},
    {"Description", S_STRING, 0, "The parameter's Description."},
    {"ParameterConstraints", S_STRUCTURE(parameter_constraints_members), 0,
     "What values the parameter may have."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_declaration_members =
    S_STRUCTURE(parameter_declaration_members);
static const struct slrun_param resource_identifier_summary_members[] = {
    {"ResourceType", S_STRING, 0, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"LogicalResourceIds", S_LIST(shape_string), 0,
     "Names of the template's resources of this type."},
    {"ResourceIdentifiers", S_LIST(shape_string), 0,
     "Properties that name a resource of this type, as BucketName."},
    {.name = NULL},
};

static const struct slrun_shape shape_resource_identifier_summary_members =
    S_STRUCTURE(resource_identifier_summary_members);
static const struct slrun_param warnings_members[] = {
    {"UnrecognizedResourceTypes", S_LIST(shape_string), 0, "Types that are not known."},
    {.name = NULL},
};

const struct slrun_param cloudformation_get_template_summary_result[] = {
    {"Parameters", S_LIST(shape_parameter_declaration_members), 0,
     "Parameters that the template declares."},
    {"Description", S_STRING, 0, "The template's Description."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"CapabilitiesReason", S_STRING, 0, "Which resources need the capabilities."},
    {"ResourceTypes", S_LIST(shape_string), 0, "Types of the template's resources."},
    {"Version", S_STRING, 0, "AWSTemplateFormatVersion of the template: \"2010-09-09\"."},
    {"Metadata", S_STRING, 0, "The template's Metadata, a JSON text."},
    {"DeclaredTransforms", S_LIST(shape_string), 0,
     "Transforms that the template names, as \"AWS::Serverless-2016-10-31\"."},
    {"ResourceIdentifierSummaries", S_LIST(shape_resource_identifier_summary_members), 0,
     "By type of resource: what an import has to name."},
    {"Warnings", S_STRUCTURE(warnings_members), 0, "What is odd about the template."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_change_sets_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param change_set_summary_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"ChangeSetId", S_STRING, 0, "ARN of the change set."},
    {"ChangeSetName", S_STRING, 0, "Name of the change set."},
    {"ExecutionStatus", S_STRING, 0,
     "Whether it can be executed: AVAILABLE, UNAVAILABLE, EXECUTE_..., or OBSOLETE (the stack has "
     "changed)."},
    {"Status", S_STRING, 0,
     "How the change set stands: CREATE_PENDING, CREATE_IN_PROGRESS, CREATE_COMPLETE, FAILED, "
     "DELETE_...."},
    {"StatusReason", S_STRING, 0,
     "Why the change set has its status, as that nothing would change."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"Description", S_STRING, 0, "What the change set is for."},
    {"IncludeNestedStacks", S_BOOLEAN, 0,
     "Whether nested stacks get change sets, too; false unless given."},
    {"ParentChangeSetId", S_STRING, 0,
     "ARN of the change set of the stack that this nested one is in."},
    {"RootChangeSetId", S_STRING, 0, "ARN of the change set of the topmost stack."},
    {"ImportExistingResources", S_BOOLEAN, 0,
     "Whether resources with names that are there already are imported; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_change_set_summary_members =
    S_STRUCTURE(change_set_summary_members);
const struct slrun_param cloudformation_list_change_sets_result[] = {
    {"Summaries", S_LIST(shape_change_set_summary_members), 0, "Change sets of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_exports_params[] = {
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param export_members[] = {
    {"ExportingStackId", S_STRING, 0, "ARN of the stack that exports it."},
    {"Name", S_STRING, 0, "Name under which other stacks import it (Fn::ImportValue)."},
    {"Value", S_STRING, 0, "The value that is exported."},
    {.name = NULL},
};

static const struct slrun_shape shape_export_members = S_STRUCTURE(export_members);
const struct slrun_param cloudformation_list_exports_result[] = {
    {"Exports", S_LIST(shape_export_members), 0, "Exported outputs of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_imports_params[] = {
    {"ExportName", S_STRING, SLRUN_REQUIRED,
     "Name under which other stacks import it (Fn::ImportValue)."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_imports_result[] = {
    {"Imports", S_LIST(shape_string), 0, "Names of the stacks of this page that import it."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_list_stack_resources_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_drift_information_summary_members[] = {
    {"StackResourceDriftStatus", S_STRING, 0,
     "Whether the resource is what the template says: IN_SYNC, MODIFIED, DELETED, NOT_CHECKED, "
     "UNKNOWN...."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "When drift was looked for last."},
    {.name = NULL},
};

static const struct slrun_param stack_resource_summary_members[] = {
    {"LogicalResourceId", S_STRING, 0, "Name of the resource in the template."},
    {"PhysicalResourceId", S_STRING, 0, "Name or id of the resource itself."},
    {"ResourceType", S_STRING, 0, "Type of the resource, as \"AWS::S3::Bucket\"."},
    {"LastUpdatedTimestamp", S_TIMESTAMP, 0, "When the status changed last."},
    {"ResourceStatus", S_STRING, 0, "Status of the resource, as CREATE_COMPLETE or DELETE_FAILED."},
    {"ResourceStatusReason", S_STRING, 0,
     "Why the resource has its status, as the error of a failure."},
    {"DriftInformation", S_STRUCTURE(stack_resource_drift_information_summary_members), 0,
     "Whether it is still what the template says."},
    {"ModuleInfo", S_STRUCTURE(module_info_members), 0,
     "The module that the resource comes from; absent if there is none."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_resource_summary_members =
    S_STRUCTURE(stack_resource_summary_members);
const struct slrun_param cloudformation_list_stack_resources_result[] = {
    {"StackResourceSummaries", S_LIST(shape_stack_resource_summary_members), 0,
     "Resources of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
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
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"StackStatusFilter", S_LIST(shape_words_stack_status), 0,
     "Only stacks of these statuses, as {\"CREATE_COMPLETE\"}; all unless given, deleted ones "
     "too."},
    {.name = NULL},
};

static const struct slrun_param stack_drift_information_summary_members[] = {
    {"StackDriftStatus", S_STRING, 0,
     "Whether all is what the template says: IN_SYNC, DRIFTED, NOT_CHECKED or UNKNOWN."},
    {"LastCheckTimestamp", S_TIMESTAMP, 0, "When drift was looked for last."},
    {.name = NULL},
};

static const struct slrun_param stack_summary_members[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"StackName", S_STRING, 0, "Name of the stack."},
    {"TemplateDescription", S_STRING, 0, "The template's Description."},
    {"CreationTime", S_TIMESTAMP, 0, "When it was made."},
    {"LastUpdatedTime", S_TIMESTAMP, 0, "When the stack was last updated; absent if it never was."},
    {"DeletionTime", S_TIMESTAMP, 0, "When it was deleted; absent if it was not."},
    {"StackStatus", S_STRING, 0,
     "Status of the stack, as CREATE_COMPLETE or UPDATE_ROLLBACK_COMPLETE."},
    {"StackStatusReason", S_STRING, 0, "Why the stack has its status, as what failed."},
    {"ParentId", S_STRING, 0, "ARN of the stack that this nested one is in."},
    {"RootId", S_STRING, 0, "ARN of the topmost stack that this nested one is in."},
    {"DriftInformation", S_STRUCTURE(stack_drift_information_summary_members), 0,
     "Whether it is still what the template says."},
    {"LastOperations", S_LIST(shape_operation_entry_members), 0,
     "The latest operations of the stack."},
    {.name = NULL},
};

static const struct slrun_shape shape_stack_summary_members = S_STRUCTURE(stack_summary_members);
const struct slrun_param cloudformation_list_stacks_result[] = {
    {"StackSummaries", S_LIST(shape_stack_summary_members), 0, "Stacks of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param cloudformation_rollback_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"RoleARN", S_STRING, 0,
     "ARN of the role with which CloudFormation works; kept for later operations. The caller's "
     "rights unless given."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0,
     "Whether a rollback deletes new resources in spite of DeletionPolicy Retain; false unless "
     "given."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0,
     "How the operation is carried out: its mode."},
    {.name = NULL},
};

const struct slrun_param cloudformation_rollback_stack_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"OperationId", S_STRING, 0, "Id of the operation; events of the stack tell it."},
    {.name = NULL},
};

const struct slrun_param cloudformation_set_stack_policy_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"StackPolicyBody", S_STRING, 0,
     "Policy on which resources updates may touch, a JSON text of 16,384 bytes at most."},
    {"StackPolicyURL", S_STRING, 0, "Where in S3 the policy on updates is, 16 KB at most."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_stack_params[] = {
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3 (1 MB at most), or file:///... on the local cloud."},
    {"UsePreviousTemplate", S_BOOLEAN, 0,
     "Whether the template stays as it is; false unless given."},
    {"StackPolicyDuringUpdateBody", S_STRING, 0,
     "Policy for this update alone, a JSON text of 16,384 bytes at most."},
    {"StackPolicyDuringUpdateURL", S_STRING, 0,
     "Where in S3 the policy for this update alone is, 16 KB at most."},
    {"Parameters", S_LIST(shape_parameter_given), 0,
     "Values of the template's parameters; each has ParameterKey and ParameterValue."},
    {"Capabilities", S_LIST(shape_words_capability), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"ResourceTypes", S_LIST(shape_string), 0,
     "Types that the operation may touch, as \"AWS::S3::*\"; all unless given."},
    {"RoleARN", S_STRING, 0,
     "ARN of the role with which CloudFormation works; kept for later operations. The caller's "
     "rights unless given."},
    {"RollbackConfiguration", S_STRUCTURE(rollback_configuration_given), 0,
     "Alarms that undo the operation, and how long they are watched."},
    {"StackPolicyBody", S_STRING, 0,
     "Policy on which resources updates may touch, a JSON text of 16,384 bytes at most."},
    {"StackPolicyURL", S_STRING, 0, "Where in S3 the policy on updates is, 16 KB at most."},
    {"NotificationARNs", S_LIST(shape_string), 0,
     "ARNs of SNS topics that hear of the stack's events, 5 at most."},
    {"Tags", S_LIST(shape_tag_given), 0,
     "Tags of the stack and, with it, of its resources; 50 at most."},
    {"DisableRollback", S_BOOLEAN, 0,
     "Whether a failure leaves what was done as it is; false unless given."},
    {"ClientRequestToken", S_STRING, 0,
     "A word, 1 to 128 characters, that lets the same request be sent again; the stack's events "
     "tell it."},
    {"RetainExceptOnCreate", S_BOOLEAN, 0,
     "Whether a rollback deletes new resources in spite of DeletionPolicy Retain; false unless "
     "given."},
    {"DeploymentConfig", S_STRUCTURE(deployment_config_given), 0,
     "How the operation is carried out: its mode."},
    {"DisableValidation", S_BOOLEAN, 0,
     "Whether AWS does without checks before it begins; false unless given."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_stack_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {"OperationId", S_STRING, 0, "Id of the operation; events of the stack tell it."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_termination_protection_params[] = {
    {"EnableTerminationProtection", S_BOOLEAN, SLRUN_REQUIRED,
     "Whether the stack cannot be deleted."},
    {"StackName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the stack."},
    {.name = NULL},
};

const struct slrun_param cloudformation_update_termination_protection_result[] = {
    {"StackId", S_STRING, 0, "The stack's ARN."},
    {.name = NULL},
};

const struct slrun_param cloudformation_validate_template_params[] = {
    {"TemplateBody", S_STRING, 0, "The template, JSON or YAML; 51,200 bytes at most."},
    {"TemplateURL", S_STRING, 0,
     "Where the template is: in S3 (1 MB at most), or file:///... on the local cloud."},
    {.name = NULL},
};

static const struct slrun_param template_parameter_members[] = {
    {"ParameterKey", S_STRING, 0, "The parameter's name in the template."},
    {"DefaultValue", S_STRING, 0,
     "Value of the parameter unless given; absent if it has to be given."},
    {"NoEcho", S_BOOLEAN, 0, "Whether the value is kept from logs and answers."},
    {"Description", S_STRING, 0, "The parameter's Description."},
    {.name = NULL},
};

static const struct slrun_shape shape_template_parameter_members =
    S_STRUCTURE(template_parameter_members);
const struct slrun_param cloudformation_validate_template_result[] = {
    {"Parameters", S_LIST(shape_template_parameter_members), 0,
     "Parameters that the template declares."},
    {"Description", S_STRING, 0, "The template's Description."},
    {"Capabilities", S_LIST(shape_string), 0,
     "What the template may do: CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND."},
    {"CapabilitiesReason", S_STRING, 0, "Which resources need the capabilities."},
    {"DeclaredTransforms", S_LIST(shape_string), 0,
     "Transforms that the template names, as \"AWS::Serverless-2016-10-31\"."},
    {.name = NULL},
};
