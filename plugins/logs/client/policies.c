/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters and results of the operations on resource policies and destinations, and of the older
 * ones on tags. */
#include "client/policies.h"

#include <stddef.h>

#include <slrun/table.h>

/* clang-format off */
#define END                   {.name = NULL}

#define PAGE                  {"nextToken", S_STRING, 0, "Where the page before ended."}, {"limit", S_INTEGER, 0, "Most items of a page, 1 to 50."}
#define NEXT                  {"nextToken", S_STRING, 0, "Where the next page begins."}
#define POLICY_NAME(flags_)   {"policyName", S_STRING, flags_, "Name of the policy."}
#define DESTINATION(flags_)   {"destinationName", S_STRING, flags_, "Name of the destination."}
#define GROUP                 {"logGroupName", S_STRING, SLRUN_REQUIRED, "Name of the log group."}
/* clang-format on */

static const struct slrun_shape string_shape = S_STRING;
static const char *const scopes[] = {"ACCOUNT", "RESOURCE", NULL};

const struct slrun_param logs_put_resource_policy_params[] = {
    POLICY_NAME(0),
    {"policyDocument", S_STRING, 0, "The policy, as JSON."},
    {"resourceArn", S_STRING, 0, "Accepted, and without effect on the local cloud."},
    {"expectedRevisionId", S_STRING, 0, "Accepted, and without effect on the local cloud."},
    END,
};
static const struct slrun_param policy_members[] = {
    POLICY_NAME(0),
    {"policyDocument", S_STRING, 0, "The policy, as JSON."},
    {"lastUpdatedTime", S_INTEGER, 0, "Milliseconds since 1970."},
    {"policyScope", S_STRING, 0, "ACCOUNT or RESOURCE."},
    {"resourceArn", S_STRING, 0, "The log group that it belongs to."},
    {"revisionId", S_STRING, 0, "Of this policy."},
    END,
};
static const struct slrun_shape policy_shape = S_STRUCTURE(policy_members);
const struct slrun_param logs_put_resource_policy_result[] = {
    {"resourcePolicy", S_STRUCTURE(policy_members), 0, "The policy."},
    {"revisionId", S_STRING, 0, "Of this policy."},
    END,
};
const struct slrun_param logs_delete_resource_policy_params[] = {
    POLICY_NAME(0),
    {"resourceArn", S_STRING, 0, "Accepted, and without effect on the local cloud."},
    {"expectedRevisionId", S_STRING, 0, "Accepted, and without effect on the local cloud."},
    END,
};
const struct slrun_param logs_describe_resource_policies_params[] = {
    PAGE,
    {"resourceArn", S_STRING, 0, "Accepted, and without effect on the local cloud."},
    {"policyScope", S_WORD(scopes), 0, "Accepted, and without effect on the local cloud."},
    END,
};
const struct slrun_param logs_describe_resource_policies_result[] = {
    {"resourcePolicies", S_LIST(policy_shape), 0, "The policies, by name."}, NEXT, END};

const struct slrun_param logs_put_destination_params[] = {
    DESTINATION(SLRUN_REQUIRED),
    {"targetArn", S_STRING, SLRUN_REQUIRED, "The stream that it stands for."},
    {"roleArn", S_STRING, SLRUN_REQUIRED, "Role by which the stream is reached."},
    {"tags", S_MAP(string_shape), 0, "Accepted, and without effect on the local cloud."},
    END,
};
static const struct slrun_param destination_members[] = {
    DESTINATION(0),
    {"targetArn", S_STRING, 0, "The stream that it stands for."},
    {"roleArn", S_STRING, 0, "Role by which the stream is reached."},
    {"accessPolicy", S_STRING, 0, "Who may deliver to it."},
    {"arn", S_STRING, 0, "Its ARN."},
    {"creationTime", S_INTEGER, 0, "Milliseconds since 1970."},
    END,
};
static const struct slrun_shape destination_shape = S_STRUCTURE(destination_members);
const struct slrun_param logs_put_destination_result[] = {
    {"destination", S_STRUCTURE(destination_members), 0,
     "The destination as it is now, with its ARN."},
    END};
const struct slrun_param logs_put_destination_policy_params[] = {
    DESTINATION(SLRUN_REQUIRED),
    {"accessPolicy", S_STRING, SLRUN_REQUIRED, "Who may deliver to it: kept and told."},
    {"forceUpdate", {.type = SLRUN_BOOLEAN}, 0, "Accepted, and without effect."},
    END,
};
const struct slrun_param logs_delete_destination_params[] = {DESTINATION(SLRUN_REQUIRED), END};
const struct slrun_param logs_describe_destinations_params[] = {
    {"DestinationNamePrefix", S_STRING, 0, "How the names begin."}, PAGE, END};
const struct slrun_param logs_describe_destinations_result[] = {
    {"destinations", S_LIST(destination_shape), 0, "The destinations, by name."}, NEXT, END};

const struct slrun_param logs_tag_log_group_params[] = {
    GROUP, {"tags", S_MAP(string_shape), SLRUN_REQUIRED, "Tags, key to value."}, END};
const struct slrun_param logs_untag_log_group_params[] = {
    GROUP, {"tags", S_LIST(string_shape), SLRUN_REQUIRED, "Keys of the tags."}, END};
const struct slrun_param logs_list_tags_log_group_result[] = {
    {"tags", S_MAP(string_shape), 0, "Tags, key to value."}, END};
