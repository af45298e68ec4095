/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

/* clang-format off */
#define S_STRING              {.type = SLRUN_STRING}
#define S_WORD(words_)        {.type = SLRUN_STRING, .values = (words_)}
#define S_INTEGER             {.type = SLRUN_INTEGER}
#define S_BOOLEAN             {.type = SLRUN_BOOLEAN}
#define S_BLOB                {.type = SLRUN_BLOB}
#define S_TIMESTAMP           {.type = SLRUN_TIMESTAMP}
#define S_LIST(of_)           {.type = SLRUN_LIST, .of = &(of_)}
#define S_MAP(of_)            {.type = SLRUN_MAP, .of = &(of_)}
#define S_STRUCTURE(members_) {.type = SLRUN_STRUCTURE, .members = (members_)}
/* clang-format on */

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_filter_name_string_type[] = {
    "description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all", NULL};
static const struct slrun_param filter_given[] = {
    {"Key", S_WORD(words_filter_name_string_type), 0,
     "The tag's name; of a filter, what it looks at."},
    {"Values", S_LIST(shape_string), 0, "Values."},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_given = S_STRUCTURE(filter_given);
const struct slrun_param secretsmanager_batch_get_secret_value_params[] = {
    {"SecretIdList", S_LIST(shape_string), 0, "Names or ARNs, up to 20."},
    {"Filters", S_LIST(shape_filter_given), 0, "Which are told: Key and Values."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

static const struct slrun_param secret_value_entry_members[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET, "The value, bytes."},
    {"SecretString", S_STRING, SLRUN_SECRET, "The value, a text."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_secret_value_entry_members =
    S_STRUCTURE(secret_value_entry_members);
static const struct slrun_param api_error_type_members[] = {
    {"SecretId", S_STRING, 0, "Name or ARN of the secret."},
    {"ErrorCode", S_STRING, 0, "Error code."},
    {"Message", S_STRING, 0, "Message."},
    {.name = NULL},
};

static const struct slrun_shape shape_api_error_type_members = S_STRUCTURE(api_error_type_members);
const struct slrun_param secretsmanager_batch_get_secret_value_result[] = {
    {"SecretValues", S_LIST(shape_secret_value_entry_members), 0, "The values."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Errors", S_LIST(shape_api_error_type_members), 0, "Those that could not be told."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_cancel_rotate_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_cancel_rotate_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, 0, "The tag's name; of a filter, what it looks at."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const struct slrun_param replica_region_type_given[] = {
    {"Region", S_STRING, 0, "Region."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {.name = NULL},
};

static const struct slrun_shape shape_replica_region_type_given =
    S_STRUCTURE(replica_region_type_given);
const struct slrun_param secretsmanager_create_secret_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id; the same again changes nothing."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET, "The value, bytes."},
    {"SecretString", S_STRING, SLRUN_SECRET, "The value, a text."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {"AddReplicaRegions", S_LIST(shape_replica_region_type_given), 0, "Add replica regions."},
    {"ForceOverwriteReplicaSecret", S_BOOLEAN, 0, "Force overwrite replica secret."},
    {"Type", S_STRING, 0, "Type."},
    {"CrossAccountPrimaryARN", S_STRING, 0, "Cross account primary ARN."},
    {.name = NULL},
};

static const struct slrun_param replication_status_type_members[] = {
    {"Region", S_STRING, 0, "Region."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {"Status", S_STRING, 0, "Status."},
    {"StatusMessage", S_STRING, 0, "Status message."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {.name = NULL},
};

static const struct slrun_shape shape_replication_status_type_members =
    S_STRUCTURE(replication_status_type_members);
const struct slrun_param secretsmanager_create_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {"ReplicationStatus", S_LIST(shape_replication_status_type_members), 0, "Replication status."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_resource_policy_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"PolicyName", S_STRING, 0, "Policy name."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_resource_policy_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"PolicyName", S_STRING, 0, "Policy name."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"RecoveryWindowInDays", S_INTEGER, 0, "7 to 30; 30 unless told."},
    {"ForceDeleteWithoutRecovery", S_BOOLEAN, 0, "Whether it is gone at once."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"DeletionDate", S_TIMESTAMP, 0, "When it is gone."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_describe_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {.name = NULL},
};

static const struct slrun_param rotation_rules_type_members[] = {
    {"AutomaticallyAfterDays", S_INTEGER, 0, "1 to 1000."},
    {"Duration", S_STRING, 0, "Duration."},
    {"ScheduleExpression", S_STRING, 0, "rate(N days), rate(N hours) or cron(...)."},
    {.name = NULL},
};

static const struct slrun_param external_secret_rotation_metadata_item_members[] = {
    {"Key", S_STRING, 0, "The tag's name; of a filter, what it looks at."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_external_secret_rotation_metadata_item_members =
    S_STRUCTURE(external_secret_rotation_metadata_item_members);
static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name; of a filter, what it looks at."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_shape shape_shape_string = S_LIST(shape_string);
static const struct slrun_param cross_account_primary_type_members[] = {
    {"PrimarySecretARN", S_STRING, 0, "Primary secret ARN."},
    {"ReplicationStatus", S_STRING, 0, "Replication status."},
    {"StatusMessage", S_STRING, 0, "Status message."},
    {.name = NULL},
};

static const struct slrun_param cross_account_replica_entry_members[] = {
    {"ReplicaSecretARN", S_STRING, 0, "Replica secret ARN."},
    {"ReplicationRoleARN", S_STRING, 0, "Replication role ARN."},
    {"ReplicationStatus", S_STRING, 0, "Replication status."},
    {"StatusMessage", S_STRING, 0, "Status message."},
    {.name = NULL},
};

static const struct slrun_shape shape_cross_account_replica_entry_members =
    S_STRUCTURE(cross_account_replica_entry_members);
const struct slrun_param secretsmanager_describe_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"Type", S_STRING, 0, "Type."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {"RotationEnabled", S_BOOLEAN, 0, "Whether it is rotated by schedule."},
    {"RotationLambdaARN", S_STRING, 0, "ARN of the function that rotates it."},
    {"RotationRules", S_STRUCTURE(rotation_rules_type_members), 0, "When it is rotated."},
    {"ExternalSecretRotationMetadata", S_LIST(shape_external_secret_rotation_metadata_item_members),
     0, "External secret rotation metadata."},
    {"ExternalSecretRotationRoleArn", S_STRING, 0, "External secret rotation role arn."},
    {"LastRotatedDate", S_TIMESTAMP, 0, "When it was rotated last."},
    {"LastChangedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {"DeletedDate", S_TIMESTAMP, 0, "When it was deleted."},
    {"NextRotationDate", S_TIMESTAMP, 0, "When it is rotated next."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {"VersionIdsToStages", S_MAP(shape_shape_string), 0, "Staging labels by version."},
    {"OwningService", S_STRING, 0, "Owning service."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"PrimaryRegion", S_STRING, 0, "Primary region."},
    {"ReplicationStatus", S_LIST(shape_replication_status_type_members), 0, "Replication status."},
    {"CrossAccountPrimary", S_STRUCTURE(cross_account_primary_type_members), 0,
     "Cross account primary."},
    {"CrossAccountReplicas", S_LIST(shape_cross_account_replica_entry_members), 0,
     "Cross account replicas."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_random_password_params[] = {
    {"PasswordLength", S_INTEGER, 0, "1 to 4096; 32 unless told."},
    {"ExcludeCharacters", S_STRING, 0, "Characters that it has not."},
    {"ExcludeNumbers", S_BOOLEAN, 0, "Exclude numbers."},
    {"ExcludePunctuation", S_BOOLEAN, 0, "Exclude punctuation."},
    {"ExcludeUppercase", S_BOOLEAN, 0, "Exclude uppercase."},
    {"ExcludeLowercase", S_BOOLEAN, 0, "Exclude lowercase."},
    {"IncludeSpace", S_BOOLEAN, 0, "Include space."},
    {"RequireEachIncludedType", S_BOOLEAN, 0, "Require each included type."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_random_password_result[] = {
    {"RandomPassword", S_STRING, SLRUN_SECRET, "The password."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_resource_policy_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"PolicyName", S_STRING, 0, "Policy name."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_resource_policy_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"ResourcePolicy", S_STRING, 0, "The policy, a JSON text."},
    {"PolicyName", S_STRING, 0, "Policy name."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_secret_value_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {"VersionStage", S_STRING, 0,
     "A staging label: AWSCURRENT, AWSPREVIOUS, AWSPENDING, one's own."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_secret_value_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET, "The value, bytes."},
    {"SecretString", S_STRING, SLRUN_SECRET, "The value, a text."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_list_secret_version_ids_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"IncludeDeprecated", S_BOOLEAN, 0, "Also versions without a staging label."},
    {.name = NULL},
};

static const struct slrun_param secret_versions_list_entry_members[] = {
    {"VersionId", S_STRING, 0, "Id of the version."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"KmsKeyIds", S_LIST(shape_string), 0, "Kms key ids."},
    {.name = NULL},
};

static const struct slrun_shape shape_secret_versions_list_entry_members =
    S_STRUCTURE(secret_versions_list_entry_members);
const struct slrun_param secretsmanager_list_secret_version_ids_result[] = {
    {"Versions", S_LIST(shape_secret_versions_list_entry_members), 0, "Versions."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {.name = NULL},
};

static const char *const words_sort_order_type[] = {"asc", "desc", NULL};
static const char *const words_sort_by_type[] = {"created-date", "last-accessed-date",
                                                 "last-changed-date", "name", NULL};
const struct slrun_param secretsmanager_list_secrets_params[] = {
    {"IncludePlannedDeletion", S_BOOLEAN, 0, "Also those that wait for their deletion."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {"Filters", S_LIST(shape_filter_given), 0, "Which are told: Key and Values."},
    {"SortOrder", S_WORD(words_sort_order_type), 0, "Sort order."},
    {"SortBy", S_WORD(words_sort_by_type), 0, "Sort by."},
    {.name = NULL},
};

static const struct slrun_param secret_list_entry_members[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"Type", S_STRING, 0, "Type."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {"RotationEnabled", S_BOOLEAN, 0, "Whether it is rotated by schedule."},
    {"RotationLambdaARN", S_STRING, 0, "ARN of the function that rotates it."},
    {"RotationRules", S_STRUCTURE(rotation_rules_type_members), 0, "When it is rotated."},
    {"ExternalSecretRotationMetadata", S_LIST(shape_external_secret_rotation_metadata_item_members),
     0, "External secret rotation metadata."},
    {"ExternalSecretRotationRoleArn", S_STRING, 0, "External secret rotation role arn."},
    {"LastRotatedDate", S_TIMESTAMP, 0, "When it was rotated last."},
    {"LastChangedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {"DeletedDate", S_TIMESTAMP, 0, "When it was deleted."},
    {"NextRotationDate", S_TIMESTAMP, 0, "When it is rotated next."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {"SecretVersionsToStages", S_MAP(shape_shape_string), 0, "Secret versions to stages."},
    {"OwningService", S_STRING, 0, "Owning service."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"PrimaryRegion", S_STRING, 0, "Primary region."},
    {.name = NULL},
};

static const struct slrun_shape shape_secret_list_entry_members =
    S_STRUCTURE(secret_list_entry_members);
const struct slrun_param secretsmanager_list_secrets_result[] = {
    {"SecretList", S_LIST(shape_secret_list_entry_members), 0, "The secrets."},
    {"NextToken", S_STRING, 0, "Where the page before ended."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_resource_policy_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ResourcePolicy", S_STRING, SLRUN_REQUIRED, "The policy, a JSON text."},
    {"PolicyName", S_STRING, 0, "Policy name."},
    {"BlockPublicPolicy", S_BOOLEAN, 0, "Block public policy."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_resource_policy_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"PolicyName", S_STRING, 0, "Policy name."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_secret_value_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id; the same again changes nothing."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET, "The value, bytes."},
    {"SecretString", S_STRING, SLRUN_SECRET, "The value, a text."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version."},
    {"RotationToken", S_STRING, 0, "Rotation token."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_secret_value_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_restore_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_restore_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {.name = NULL},
};

static const struct slrun_param rotation_rules_type_given[] = {
    {"AutomaticallyAfterDays", S_INTEGER, 0, "1 to 1000."},
    {"Duration", S_STRING, 0, "Duration."},
    {"ScheduleExpression", S_STRING, 0, "rate(N days), rate(N hours) or cron(...)."},
    {.name = NULL},
};

static const struct slrun_param external_secret_rotation_metadata_item_given[] = {
    {"Key", S_STRING, 0, "The tag's name; of a filter, what it looks at."},
    {"Value", S_STRING, 0, "Value."},
    {.name = NULL},
};

static const struct slrun_shape shape_external_secret_rotation_metadata_item_given =
    S_STRUCTURE(external_secret_rotation_metadata_item_given);
const struct slrun_param secretsmanager_rotate_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id; the same again changes nothing."},
    {"RotationLambdaARN", S_STRING, 0, "ARN of the function that rotates it."},
    {"RotationRules", S_STRUCTURE(rotation_rules_type_given), 0, "When it is rotated."},
    {"ExternalSecretRotationMetadata", S_LIST(shape_external_secret_rotation_metadata_item_given),
     0, "External secret rotation metadata."},
    {"ExternalSecretRotationRoleArn", S_STRING, 0, "External secret rotation role arn."},
    {"RotateImmediately", S_BOOLEAN, 0, "Whether it is rotated now, too; so unless told."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_rotate_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_tag_resource_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_untag_resource_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Keys of the tags that go."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id; the same again changes nothing."},
    {"Description", S_STRING, 0, "What it is for."},
    {"KmsKeyId", S_STRING, 0, "Key of AWS KMS that encrypts it."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET, "The value, bytes."},
    {"SecretString", S_STRING, SLRUN_SECRET, "The value, a text."},
    {"Type", S_STRING, 0, "Type."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_version_stage_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"VersionStage", S_STRING, SLRUN_REQUIRED,
     "A staging label: AWSCURRENT, AWSPREVIOUS, AWSPENDING, one's own."},
    {"RemoveFromVersionId", S_STRING, 0, "Version that has the label."},
    {"MoveToVersionId", S_STRING, 0, "Version that gets the label."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_version_stage_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {.name = NULL},
};
