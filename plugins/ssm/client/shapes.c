/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate.py from AWS's service model: do not edit. Parameters and results. */
#include "client/shapes.h"

#include <stddef.h>

#include <slrun/table.h>

static const struct slrun_shape shape_string = S_STRING;

static const char *const words_resource_type_for_tagging[] = {
    "Document", "ManagedInstance", "MaintenanceWindow", "Parameter",   "PatchBaseline",
    "OpsItem",  "OpsMetadata",     "Automation",        "Association", "CloudConnector",
    NULL};
static const struct slrun_param tag_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_given = S_STRUCTURE(tag_given);
const struct slrun_param ssm_add_tags_to_resource_params[] = {
    {"ResourceType", S_WORD(words_resource_type_for_tagging), SLRUN_REQUIRED,
     "What kind of thing has the tags: Parameter."},
    {"ResourceId", S_STRING, SLRUN_REQUIRED, "Name of the parameter that has the tags."},
    {"Tags", S_LIST(shape_tag_given), SLRUN_REQUIRED, "Tags, a list of Key and Value."},
    {.name = NULL},
};

const struct slrun_param ssm_delete_parameter_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name or ARN of the parameter."},
    {.name = NULL},
};

const struct slrun_param ssm_delete_parameters_params[] = {
    {"Names", S_LIST(shape_string), SLRUN_REQUIRED, "Names or ARNs of 1 to 10 parameters."},
    {.name = NULL},
};

const struct slrun_param ssm_delete_parameters_result[] = {
    {"DeletedParameters", S_LIST(shape_string), 0, "Names that were deleted."},
    {"InvalidParameters", S_LIST(shape_string), 0, "Names that are not there."},
    {.name = NULL},
};

static const char *const words_parameters_filter_key[] = {"Name", "Type", "KeyId", NULL};
static const struct slrun_param parameters_filter_given[] = {
    {"Key", S_WORD(words_parameters_filter_key), SLRUN_REQUIRED,
     "What it looks at: Name, Type or KeyId."},
    {"Values", S_LIST(shape_string), SLRUN_REQUIRED, "What it is compared with, 1 to 50."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameters_filter_given =
    S_STRUCTURE(parameters_filter_given);
static const struct slrun_param parameter_string_filter_given[] = {
    {"Key", S_STRING, SLRUN_REQUIRED,
     "What it looks at: Name, Type, KeyId, Path, Label, Tier, DataType or \"tag:\" and a tag's "
     "name."},
    {"Option", S_STRING, 0,
     "How it is compared: Equals, BeginsWith or Contains; for Path: Recursive or OneLevel."},
    {"Values", S_LIST(shape_string), 0, "What it is compared with, 1 to 50."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_string_filter_given =
    S_STRUCTURE(parameter_string_filter_given);
const struct slrun_param ssm_describe_parameters_params[] = {
    {"Filters", S_LIST(shape_parameters_filter_given), 0, "The older form of ParameterFilters."},
    {"ParameterFilters", S_LIST(shape_parameter_string_filter_given), 0,
     "Which are told: Key, Option and Values."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {"Shared", S_BOOLEAN, 0,
     "Whether parameters that other accounts share are told instead; false unless given."},
    {.name = NULL},
};

static const struct slrun_param parameter_inline_policy_members[] = {
    {"PolicyText", S_STRING, 0, "The policy, a JSON text."},
    {"PolicyType", S_STRING, 0,
     "What the policy does: Expiration, ExpirationNotification or NoChangeNotification."},
    {"PolicyStatus", S_STRING, 0,
     "How the policy stands: Pending, Finished, Failed or InProgress."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_inline_policy_members =
    S_STRUCTURE(parameter_inline_policy_members);
static const struct slrun_param parameter_metadata_members[] = {
    {"Name", S_STRING, 0, "Name of the parameter."},
    {"ARN", S_STRING, 0, "ARN of the parameter."},
    {"Type", S_STRING, 0, "What the value is: String, StringList or SecureString (encrypted)."},
    {"KeyId", S_STRING, 0,
     "KMS key of a SecureString (id, ARN or alias); \"alias/aws/ssm\" unless given."},
    {"LastModifiedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"LastModifiedUser", S_STRING, 0, "ARN of who changed it last."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 1,024 characters."},
    {"AllowedPattern", S_STRING, 0,
     "Regular expression that values have to match, at most 1,024 characters."},
    {"Version", S_INTEGER, 0, "Number of the version; counts from 1 on."},
    {"Tier", S_STRING, 0, "Standard (4 KB), Advanced (8 KB) or Intelligent-Tiering."},
    {"Policies", S_LIST(shape_parameter_inline_policy_members), 0,
     "Parameter policies, a JSON text."},
    {"DataType", S_STRING, 0,
     "\"text\" (the default), \"aws:ec2:image\" or \"aws:ssm:integration\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_metadata_members =
    S_STRUCTURE(parameter_metadata_members);
const struct slrun_param ssm_describe_parameters_result[] = {
    {"Parameters", S_LIST(shape_parameter_metadata_members), 0, "The parameters that were found."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param ssm_get_parameter_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name or ARN of the parameter; NAME:VERSION and NAME:LABEL tell an older version."},
    {"WithDecryption", S_BOOLEAN, 0, "Whether a SecureString is decrypted; false unless given."},
    {.name = NULL},
};

static const struct slrun_param parameter_members[] = {
    {"Name", S_STRING, 0, "Name of the parameter."},
    {"Type", S_STRING, 0, "What the value is: String, StringList or SecureString (encrypted)."},
    {"Value", S_STRING, SLRUN_SECRET, "The value; of a StringList with commas between its parts."},
    {"Version", S_INTEGER, 0, "Number of the version; counts from 1 on."},
    {"Selector", S_STRING, 0,
     "\":VERSION\" or \":LABEL\", as it was asked for; absent if it was not."},
    {"SourceResult", S_STRING, 0,
     "What another service answered, of parameters that refer to one."},
    {"LastModifiedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"ARN", S_STRING, 0, "ARN of the parameter."},
    {"DataType", S_STRING, 0,
     "\"text\" (the default), \"aws:ec2:image\" or \"aws:ssm:integration\"."},
    {.name = NULL},
};

const struct slrun_param ssm_get_parameter_result[] = {
    {"Parameter", S_STRUCTURE(parameter_members), 0, "The parameter: name, type, value, version."},
    {.name = NULL},
};

const struct slrun_param ssm_get_parameter_history_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name or ARN of the parameter."},
    {"WithDecryption", S_BOOLEAN, 0, "Whether a SecureString is decrypted; false unless given."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 50."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

static const struct slrun_param parameter_history_members[] = {
    {"Name", S_STRING, 0, "Name of the parameter."},
    {"Type", S_STRING, 0, "What the value is: String, StringList or SecureString (encrypted)."},
    {"KeyId", S_STRING, 0,
     "KMS key of a SecureString (id, ARN or alias); \"alias/aws/ssm\" unless given."},
    {"LastModifiedDate", S_TIMESTAMP, 0, "When it was changed last."},
    {"LastModifiedUser", S_STRING, 0, "ARN of who changed it last."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 1,024 characters."},
    {"Value", S_STRING, SLRUN_SECRET, "The value; of a StringList with commas between its parts."},
    {"AllowedPattern", S_STRING, 0,
     "Regular expression that values have to match, at most 1,024 characters."},
    {"Version", S_INTEGER, 0, "Number of the version; counts from 1 on."},
    {"Labels", S_LIST(shape_string), 0, "Labels of the version."},
    {"Tier", S_STRING, 0, "Standard (4 KB), Advanced (8 KB) or Intelligent-Tiering."},
    {"Policies", S_LIST(shape_parameter_inline_policy_members), 0,
     "Parameter policies, a JSON text."},
    {"DataType", S_STRING, 0,
     "\"text\" (the default), \"aws:ec2:image\" or \"aws:ssm:integration\"."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_history_members =
    S_STRUCTURE(parameter_history_members);
const struct slrun_param ssm_get_parameter_history_result[] = {
    {"Parameters", S_LIST(shape_parameter_history_members), 0,
     "Versions of the parameter of this page, the oldest first."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param ssm_get_parameters_params[] = {
    {"Names", S_LIST(shape_string), SLRUN_REQUIRED, "Names or ARNs of 1 to 10 parameters."},
    {"WithDecryption", S_BOOLEAN, 0, "Whether a SecureString is decrypted; false unless given."},
    {.name = NULL},
};

static const struct slrun_shape shape_parameter_members = S_STRUCTURE(parameter_members);
const struct slrun_param ssm_get_parameters_result[] = {
    {"Parameters", S_LIST(shape_parameter_members), 0, "The parameters that were found."},
    {"InvalidParameters", S_LIST(shape_string), 0, "Names that are not there."},
    {.name = NULL},
};

const struct slrun_param ssm_get_parameters_by_path_params[] = {
    {"Path", S_STRING, SLRUN_REQUIRED, "How the names begin, as \"/orders\"; \"/\" for all."},
    {"Recursive", S_BOOLEAN, 0, "Whether what lies deeper is told, too; false unless given."},
    {"ParameterFilters", S_LIST(shape_parameter_string_filter_given), 0,
     "Which are told: Key, Option and Values."},
    {"WithDecryption", S_BOOLEAN, 0, "Whether a SecureString is decrypted; false unless given."},
    {"MaxResults", S_INTEGER, 0, "Most items of a page, 1 to 10; 10 unless given."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param ssm_get_parameters_by_path_result[] = {
    {"Parameters", S_LIST(shape_parameter_members), 0, "The parameters that were found."},
    {"NextToken", S_STRING, 0,
     "Where this page begins, as the page before said; in a result: where the next one does, if "
     "there is one."},
    {.name = NULL},
};

const struct slrun_param ssm_label_parameter_version_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name or ARN of the parameter."},
    {"ParameterVersion", S_INTEGER, 0, "Which version; the latest unless told."},
    {"Labels", S_LIST(shape_string), SLRUN_REQUIRED, "Labels of the version."},
    {.name = NULL},
};

const struct slrun_param ssm_label_parameter_version_result[] = {
    {"InvalidLabels", S_LIST(shape_string), 0, "Labels that are not allowed, or not there."},
    {"ParameterVersion", S_INTEGER, 0, "Which version; the latest unless told."},
    {.name = NULL},
};

const struct slrun_param ssm_list_tags_for_resource_params[] = {
    {"ResourceType", S_WORD(words_resource_type_for_tagging), SLRUN_REQUIRED,
     "What kind of thing has the tags: Parameter."},
    {"ResourceId", S_STRING, SLRUN_REQUIRED, "Name of the parameter that has the tags."},
    {.name = NULL},
};

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, 0, "The tag's name, 1 to 128 characters."},
    {"Value", S_STRING, 0, "The tag's value, at most 256 characters."},
    {.name = NULL},
};

static const struct slrun_shape shape_tag_members = S_STRUCTURE(tag_members);
const struct slrun_param ssm_list_tags_for_resource_result[] = {
    {"TagList", S_LIST(shape_tag_members), 0, "Tags, a list of Key and Value."},
    {.name = NULL},
};

static const char *const words_parameter_type[] = {"String", "StringList", "SecureString", NULL};
static const char *const words_parameter_tier[] = {"Standard", "Advanced", "Intelligent-Tiering",
                                                   NULL};
const struct slrun_param ssm_put_parameter_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED,
     "Name of the parameter, 1 to 2,048 characters; with \"/\" for levels, as \"/orders/table\"."},
    {"Description", S_STRING, 0, "What it is for, in one's own words; at most 1,024 characters."},
    {"Value", S_STRING, SLRUN_REQUIRED | SLRUN_SECRET,
     "The value, 4 KB at most, 8 KB with Tier Advanced; of a StringList with commas between its "
     "parts."},
    {"Type", S_WORD(words_parameter_type), 0,
     "What the value is: String, StringList or SecureString (encrypted)."},
    {"KeyId", S_STRING, 0,
     "KMS key of a SecureString (id, ARN or alias); \"alias/aws/ssm\" unless given."},
    {"Overwrite", S_BOOLEAN, 0,
     "Whether one that is there gets a new version; false unless given: it is an error."},
    {"AllowedPattern", S_STRING, 0,
     "Regular expression that values have to match, at most 1,024 characters."},
    {"Tags", S_LIST(shape_tag_given), 0, "Tags, a list of Key and Value."},
    {"Tier", S_WORD(words_parameter_tier), 0,
     "Standard (4 KB), Advanced (8 KB) or Intelligent-Tiering."},
    {"Policies", S_STRING, 0, "Parameter policies, a JSON text."},
    {"DataType", S_STRING, 0,
     "\"text\" (the default), \"aws:ec2:image\" or \"aws:ssm:integration\"."},
    {.name = NULL},
};

const struct slrun_param ssm_put_parameter_result[] = {
    {"Version", S_INTEGER, 0, "Number of the version; counts from 1 on."},
    {"Tier", S_STRING, 0, "Standard (4 KB), Advanced (8 KB) or Intelligent-Tiering."},
    {.name = NULL},
};

const struct slrun_param ssm_remove_tags_from_resource_params[] = {
    {"ResourceType", S_WORD(words_resource_type_for_tagging), SLRUN_REQUIRED,
     "What kind of thing has the tags: Parameter."},
    {"ResourceId", S_STRING, SLRUN_REQUIRED, "Name of the parameter that has the tags."},
    {"TagKeys", S_LIST(shape_string), SLRUN_REQUIRED, "Names of the tags to remove."},
    {.name = NULL},
};

const struct slrun_param ssm_unlabel_parameter_version_params[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name or ARN of the parameter."},
    {"ParameterVersion", S_INTEGER, SLRUN_REQUIRED, "Which version; the latest unless told."},
    {"Labels", S_LIST(shape_string), SLRUN_REQUIRED, "Labels of the version."},
    {.name = NULL},
};

const struct slrun_param ssm_unlabel_parameter_version_result[] = {
    {"RemovedLabels", S_LIST(shape_string), 0, "Labels that the version has lost."},
    {"InvalidLabels", S_LIST(shape_string), 0, "Labels that are not allowed, or not there."},
    {.name = NULL},
};
