/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_filter_name_string_type[] = {
    "description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all", NULL};
static const struct slrun_param filter_given[] = {
    {"Key", S_WORD(words_filter_name_string_type), 0,
     "What it looks at: name, description, tag-key, tag-value, primary-region, owning-service or "
     "all."},
    {"Values", S_LIST(shape_string), 0,
     "What it looks for, 1 to 10; \"!\" before one: what is not so."},
    {.name = NULL},
};

static const struct slrun_shape shape_filter_given = S_STRUCTURE(filter_given);
const struct slrun_param secretsmanager_batch_get_secret_value_params[] = {
    {"SecretIdList", S_LIST(shape_string), 0,
     "Names or ARNs of secrets, 1 to 20; in place of Filters."},
    {"Filters", S_LIST(shape_filter_given), 0,
     "Which secrets are told: Key and Values, 10 at most; in place of SecretIdList."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 20; with Filters only."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param secret_value_entry_members[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET,
     "The value, 65,536 bytes at most; in place of SecretString."},
    {"SecretString", S_STRING, SLRUN_SECRET,
     "The value, a text of 65,536 bytes at most; in place of SecretBinary."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version, 20 at most."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

static const struct slrun_shape shape_secret_value_entry_members =
    S_STRUCTURE(secret_value_entry_members);
static const struct slrun_param api_error_type_members[] = {
    {"SecretId", S_STRING, 0, "Name or ARN of the secret."},
    {"ErrorCode", S_STRING, 0, "Why it was not told, as \"ResourceNotFoundException\"."},
    {"Message", S_STRING, 0, "Why it was not told, in words."},
    {.name = NULL},
};

static const struct slrun_shape shape_api_error_type_members = S_STRUCTURE(api_error_type_members);
const struct slrun_param secretsmanager_batch_get_secret_value_result[] = {
    {"SecretValues", S_LIST(shape_secret_value_entry_members), 0,
     "Secrets of this page, with their values."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Errors", S_LIST(shape_api_error_type_members), 0, "Secrets that could not be told, and why."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_cancel_rotate_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_cancel_rotate_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {.name = NULL},
};

static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
static const struct slrun_param replica_region_type_given[] = {
    {"Region", S_STRING, 0, "The replica's region, as \"eu-west-1\"."},
    {"KmsKeyId", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); \"aws/secretsmanager\" unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_replica_region_type_given =
    S_STRUCTURE(replica_region_type_given);
const struct slrun_param secretsmanager_create_secret_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the secret, 1 to 512 letters, digits and /_+=.@-; not \"-\" and six characters at "
     "its end."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id, 32 to 64 characters; the same again changes nothing. Made up "
     "unless given."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 2,048 characters."},
    {"KmsKeyId", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); \"aws/secretsmanager\" unless given."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET,
     "The value, 65,536 bytes at most; in place of SecretString."},
    {"SecretString", S_STRING, SLRUN_SECRET,
     "The value, a text of 65,536 bytes at most; in place of SecretBinary."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value; 50 at most."},
    {"AddReplicaRegions", S_LIST(shape_replica_region_type_given), 0,
     "Regions that get a replica of the secret, each with its key."},
    {"ForceOverwriteReplicaSecret", S_BOOLEAN, 0,
     "Whether a secret of this name in a replica's region is replaced; false unless given."},
    {"Type", S_STRING, 0,
     "Partner's name for what kind of secret it holds; absent for secrets that AWS holds."},
    {"CrossAccountPrimaryARN", S_STRING, 0,
     "ARN of the primary secret of another account; the new secret is a replica of it."},
    {.name = NULL},
};

static const struct slrun_param replication_status_type_members[] = {
    {"Region", S_STRING, 0, "The replica's region, as \"eu-west-1\"."},
    {"KmsKeyId", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); \"aws/secretsmanager\" unless given."},
    {"Status", S_STRING, 0,
     "How the replica stands: InSync, InProgress, Pending, Failed or Detached."},
    {"StatusMessage", S_STRING, 0, "Why the replica has its status."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which the replica was read last."},
    {.name = NULL},
};

static const struct slrun_shape shape_replication_status_type_members =
    S_STRUCTURE(replication_status_type_members);
const struct slrun_param secretsmanager_create_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {"ReplicationStatus", S_LIST(shape_replication_status_type_members), 0,
     "Replicas of the secret, and how each stands."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_resource_policy_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"PolicyName", S_STRING, 0, "Name of the policy: \"default\", the only one that a secret has."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_resource_policy_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"PolicyName", S_STRING, 0, "Name of the policy: \"default\", the only one that a secret has."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"RecoveryWindowInDays", S_INTEGER, 0, "Days until it is gone, 7 to 30; 30 unless given."},
    {"ForceDeleteWithoutRecovery", S_BOOLEAN, 0,
     "Whether it is gone at once; not with RecoveryWindowInDays. False unless given."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_delete_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"DeletionDate", S_TIMESTAMP, 0, "When the secret is gone for good."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_describe_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {.name = NULL},
};

static const struct slrun_param rotation_rules_type_members[] = {
    {"AutomaticallyAfterDays", S_INTEGER, 0,
     "Days between rotations, 1 to 1,000; in place of ScheduleExpression."},
    {"Duration", S_STRING, 0,
     "Hours in which a rotation may begin, as \"3h\"; unless given to the day's end, with rate(N "
     "hours) one hour."},
    {"ScheduleExpression", S_STRING, 0,
     "When it is rotated: rate(10 days), rate(4 hours) or cron(0 8 1 * ? *), in UTC."},
    {.name = NULL},
};

static const struct slrun_param external_secret_rotation_metadata_item_members[] = {
    {"Key", S_STRING, 0, "Name of what the partner needs, 1 to 256 characters."},
    {"Value", S_STRING, 0, "Value of what the partner needs, 1 to 2,048 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_external_secret_rotation_metadata_item_members =
    S_STRUCTURE(external_secret_rotation_metadata_item_members);
static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
static const struct slrun_shape shape_shape_string = S_LIST(shape_string);
static const struct slrun_param cross_account_primary_type_members[] = {
    {"PrimarySecretARN", S_STRING, 0, "ARN of the primary secret."},
    {"ReplicationStatus", S_STRING, 0,
     "How this replica stands: InSync, InProgress, Pending, Failed or Detached."},
    {"StatusMessage", S_STRING, 0, "Why the replica has its status."},
    {.name = NULL},
};

static const struct slrun_param cross_account_replica_entry_members[] = {
    {"ReplicaSecretARN", S_STRING, 0, "ARN of the replica."},
    {"ReplicationRoleARN", S_STRING, 0, "ARN of the role with which the replica is written."},
    {"ReplicationStatus", S_STRING, 0,
     "How the replica stands: InSync, InProgress, Pending, Failed or Detached."},
    {"StatusMessage", S_STRING, 0, "Why the replica has its status."},
    {.name = NULL},
};

static const struct slrun_shape shape_cross_account_replica_entry_members =
    S_STRUCTURE(cross_account_replica_entry_members);
const struct slrun_param secretsmanager_describe_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"Type", S_STRING, 0,
     "Partner's name for what kind of secret it holds; absent for secrets that AWS holds."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 2,048 characters."},
    {"KmsKeyId", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); \"aws/secretsmanager\" unless given."},
    {"RotationEnabled", S_BOOLEAN, 0, "Whether it is rotated by schedule."},
    {"RotationLambdaARN", S_STRING, 0, "ARN of the function that rotates it."},
    {"RotationRules", S_STRUCTURE(rotation_rules_type_members), 0,
     "When it is rotated: days or a schedule, and the hours for it."},
    {"ExternalSecretRotationMetadata", S_LIST(shape_external_secret_rotation_metadata_item_members),
     0, "What the partner needs for rotating the secret that it holds: Key and Value."},
    {"ExternalSecretRotationRoleArn", S_STRING, 0,
     "ARN of the role with which a partner's secret is rotated."},
    {"LastRotatedDate", S_TIMESTAMP, 0, "When it was rotated last."},
    {"LastChangedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {"DeletedDate", S_TIMESTAMP, 0, "When it was marked for its deletion; absent if it was not."},
    {"NextRotationDate", S_TIMESTAMP, 0, "When it is rotated next."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value; 50 at most."},
    {"VersionIdsToStages", S_MAP(shape_shape_string), 0, "Staging labels by version."},
    {"OwningService", S_STRING, 0, "Service of AWS that made the secret; absent if you did."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"PrimaryRegion", S_STRING, 0, "Region of the secret that replicas are made of."},
    {"ReplicationStatus", S_LIST(shape_replication_status_type_members), 0,
     "Replicas of the secret, and how each stands."},
    {"CrossAccountPrimary", S_STRUCTURE(cross_account_primary_type_members), 0,
     "The primary secret of another account, of which this is a replica."},
    {"CrossAccountReplicas", S_LIST(shape_cross_account_replica_entry_members), 0,
     "Replicas of this secret in other accounts; absent if there are none."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_random_password_params[] = {
    {"PasswordLength", S_INTEGER, 0, "How many characters it has, 1 to 4,096; 32 unless given."},
    {"ExcludeCharacters", S_STRING, 0, "Characters that it has not, 4,096 at most."},
    {"ExcludeNumbers", S_BOOLEAN, 0, "Whether it has no digits; false unless given."},
    {"ExcludePunctuation", S_BOOLEAN, 0,
     "Whether it has none of the other ASCII characters (!, #, - ...); false unless given."},
    {"ExcludeUppercase", S_BOOLEAN, 0, "Whether it has no capital letters; false unless given."},
    {"ExcludeLowercase", S_BOOLEAN, 0, "Whether it has no small letters; false unless given."},
    {"IncludeSpace", S_BOOLEAN, 0, "Whether it may have spaces; false unless given."},
    {"RequireEachIncludedType", S_BOOLEAN, 0,
     "Whether it has one at least of each kind of character that it may have; true unless given."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_random_password_result[] = {
    {"RandomPassword", S_STRING, SLRUN_SECRET, "The new password; nobody keeps it."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_resource_policy_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"PolicyName", S_STRING, 0, "Name of the policy: \"default\", the only one that a secret has."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_resource_policy_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"ResourcePolicy", S_STRING, 0, "The policy, a JSON text of 20,480 characters at most."},
    {"PolicyName", S_STRING, 0, "Name of the policy: \"default\", the only one that a secret has."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_secret_value_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"VersionId", S_STRING, 0,
     "Id of the version; without it and VersionStage the one with the label AWSCURRENT is told."},
    {"VersionStage", S_STRING, 0,
     "Staging label of the version: AWSCURRENT (the default), AWSPREVIOUS, AWSPENDING or one's "
     "own."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_get_secret_value_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET,
     "The value, 65,536 bytes at most; in place of SecretString."},
    {"SecretString", S_STRING, SLRUN_SECRET,
     "The value, a text of 65,536 bytes at most; in place of SecretBinary."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version, 20 at most."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_list_secret_version_ids_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"IncludeDeprecated", S_BOOLEAN, 0,
     "Whether versions without a staging label are told, too; false unless given."},
    {.name = NULL},
};

static const struct slrun_param secret_versions_list_entry_members[] = {
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version, 20 at most."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"KmsKeyIds", S_LIST(shape_string), 0, "KMS keys that encrypt the version."},
    {.name = NULL},
};

static const struct slrun_shape shape_secret_versions_list_entry_members =
    S_STRUCTURE(secret_versions_list_entry_members);
const struct slrun_param secretsmanager_list_secret_version_ids_result[] = {
    {"Versions", S_LIST(shape_secret_versions_list_entry_members), 0, "Versions of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {.name = NULL},
};

static const char *const words_sort_order_type[] = {"asc", "desc", NULL};
static const char *const words_sort_by_type[] = {"created-date", "last-accessed-date",
                                                 "last-changed-date", "name", NULL};
const struct slrun_param secretsmanager_list_secrets_params[] = {
    {"IncludePlannedDeletion", S_BOOLEAN, 0,
     "Whether secrets that wait for their deletion are told, too; false unless given."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 100."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Filters", S_LIST(shape_filter_given), 0,
     "Which secrets are told: Key and Values, 10 at most."},
    {"SortOrder", S_WORD(words_sort_order_type), 0, "Which way they are sorted: asc or desc."},
    {"SortBy", S_WORD(words_sort_by_type), 0,
     "What secrets are sorted by: created-date (the default), last-accessed-date, "
     "last-changed-date, name."},
    {.name = NULL},
};

static const struct slrun_param secret_list_entry_members[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"Type", S_STRING, 0,
     "Partner's name for what kind of secret it holds; absent for secrets that AWS holds."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 2,048 characters."},
    {"KmsKeyId", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); \"aws/secretsmanager\" unless given."},
    {"RotationEnabled", S_BOOLEAN, 0, "Whether it is rotated by schedule."},
    {"RotationLambdaARN", S_STRING, 0, "ARN of the function that rotates it."},
    {"RotationRules", S_STRUCTURE(rotation_rules_type_members), 0,
     "When it is rotated: days or a schedule, and the hours for it."},
    {"ExternalSecretRotationMetadata", S_LIST(shape_external_secret_rotation_metadata_item_members),
     0, "What the partner needs for rotating the secret that it holds: Key and Value."},
    {"ExternalSecretRotationRoleArn", S_STRING, 0,
     "ARN of the role with which a partner's secret is rotated."},
    {"LastRotatedDate", S_TIMESTAMP, 0, "When it was rotated last."},
    {"LastChangedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"LastAccessedDate", S_TIMESTAMP, 0, "The day on which it was read last."},
    {"DeletedDate", S_TIMESTAMP, 0, "When it was marked for its deletion; absent if it was not."},
    {"NextRotationDate", S_TIMESTAMP, 0, "When it is rotated next."},
    {"Tags", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value; 50 at most."},
    {"SecretVersionsToStages", S_MAP(shape_shape_string), 0, "Staging labels by version."},
    {"OwningService", S_STRING, 0, "Service of AWS that made the secret; absent if you did."},
    {"CreatedDate", S_TIMESTAMP, 0, "When it was made."},
    {"PrimaryRegion", S_STRING, 0, "Region of the secret that replicas are made of."},
    {.name = NULL},
};

static const struct slrun_shape shape_secret_list_entry_members =
    S_STRUCTURE(secret_list_entry_members);
const struct slrun_param secretsmanager_list_secrets_result[] = {
    {"SecretList", S_LIST(shape_secret_list_entry_members), 0, "Secrets of this page."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_resource_policy_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ResourcePolicy", S_STRING, SLRUN_REQUIRED,
     "The policy, a JSON text of 20,480 characters at most."},
    {"PolicyName", S_STRING, 0, "Name of the policy: \"default\", the only one that a secret has."},
    {"BlockPublicPolicy", S_BOOLEAN, 0,
     "Whether a policy that opens the secret to everyone is refused; false unless given."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_resource_policy_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"PolicyName", S_STRING, 0, "Name of the policy: \"default\", the only one that a secret has."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_secret_value_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id, 32 to 64 characters; the same again changes nothing. Made up "
     "unless given."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET,
     "The value, 65,536 bytes at most; in place of SecretString."},
    {"SecretString", S_STRING, SLRUN_SECRET,
     "The value, a text of 65,536 bytes at most; in place of SecretBinary."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version, 20 at most."},
    {"RotationToken", S_STRING, 0,
     "Token of the rotation, as the rotation function's event has it; 36 to 256 characters."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_put_secret_value_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {"VersionStages", S_LIST(shape_string), 0, "Staging labels of the version, 20 at most."},
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
    {"AutomaticallyAfterDays", S_INTEGER, 0,
     "Days between rotations, 1 to 1,000; in place of ScheduleExpression."},
    {"Duration", S_STRING, 0,
     "Hours in which a rotation may begin, as \"3h\"; unless given to the day's end, with rate(N "
     "hours) one hour."},
    {"ScheduleExpression", S_STRING, 0,
     "When it is rotated: rate(10 days), rate(4 hours) or cron(0 8 1 * ? *), in UTC."},
    {.name = NULL},
};

static const struct slrun_param external_secret_rotation_metadata_item_given[] = {
    {"Key", S_STRING, 0, "Name of what the partner needs, 1 to 256 characters."},
    {"Value", S_STRING, 0, "Value of what the partner needs, 1 to 2,048 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_external_secret_rotation_metadata_item_given =
    S_STRUCTURE(external_secret_rotation_metadata_item_given);
const struct slrun_param secretsmanager_rotate_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id, 32 to 64 characters; the same again changes nothing. Made up "
     "unless given."},
    {"RotationLambdaARN", S_STRING, 0, "ARN of the function that rotates it."},
    {"RotationRules", S_STRUCTURE(rotation_rules_type_given), 0,
     "When it is rotated: days or a schedule, and the hours for it."},
    {"ExternalSecretRotationMetadata", S_LIST(shape_external_secret_rotation_metadata_item_given),
     0, "What the partner needs for rotating the secret that it holds: Key and Value."},
    {"ExternalSecretRotationRoleArn", S_STRING, 0,
     "ARN of the role with which a partner's secret is rotated."},
    {"RotateImmediately", S_BOOLEAN, 0, "Whether it is rotated now, too; true unless given."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_rotate_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_tag_resource_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of Key and Value; 50 at most."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_untag_resource_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"ClientRequestToken", S_STRING, 0,
     "Becomes the version's id, 32 to 64 characters; the same again changes nothing. Made up "
     "unless given."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 2,048 characters."},
    {"KmsKeyId", S_STRING, 0,
     "KMS key that encrypts it (id, ARN or alias); \"aws/secretsmanager\" unless given."},
    {"SecretBinary", S_BLOB, SLRUN_SECRET,
     "The value, 65,536 bytes at most; in place of SecretString."},
    {"SecretString", S_STRING, SLRUN_SECRET,
     "The value, a text of 65,536 bytes at most; in place of SecretBinary."},
    {"Type", S_STRING, 0,
     "Partner's name for what kind of secret it holds; absent for secrets that AWS holds."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {"VersionId", S_STRING, 0, "Id of the version, 32 to 64 characters."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_version_stage_params[] = {
    {"SecretId", S_STRING, SLRUN_REQUIRED, "Name or ARN of the secret."},
    {"VersionStage", S_STRING, SLRUN_REQUIRED,
     "A staging label: AWSCURRENT, AWSPREVIOUS, AWSPENDING or one's own."},
    {"RemoveFromVersionId", S_STRING, 0, "Version that has the label."},
    {"MoveToVersionId", S_STRING, 0, "Version that gets the label."},
    {.name = NULL},
};

const struct slrun_param secretsmanager_update_secret_version_stage_result[] = {
    {"ARN", S_STRING, 0, "ARN of the secret."},
    {"Name", S_STRING, 0, "Name of the secret."},
    {.name = NULL},
};
