/* SPDX-License-Identifier: Apache-2.0 */
/* Time to live, continuous backups, resource policies, limits, endpoints: what they take and
 * answer. */
#include "client/ops.h"
#include "client/shapes.h"

static const char *const words_ttl[] = {"ENABLING", "DISABLING", "ENABLED", "DISABLED", NULL};
static const char *const words_on_off[] = {"ENABLED", "DISABLED", NULL};

/* clang-format off */
#define TABLE_NAME   {"TableName", S_STRING, SLRUN_REQUIRED, "Name or ARN of the table."}
#define RESOURCE_ARN {"ResourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the table or stream."}
#define REVISION     {"RevisionId", S_STRING, 0, "The policy's revision."}
#define EXPECTED     {"ExpectedRevisionId", S_STRING, 0, "Fails the call if it is another one."}
/* clang-format on */

static PARAMS(ttl_specification) = {
    {"Enabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether items expire."},
    {"AttributeName", S_STRING, SLRUN_REQUIRED, "Holds the second at which an item expires."},
    PARAMS_END,
};

static PARAMS(ttl_description) = {
    {"TimeToLiveStatus", S_WORD(words_ttl), 0, "ENABLED, DISABLED, or on the way there."},
    {"AttributeName", S_STRING, 0, "The attribute, where it is enabled."},
    PARAMS_END,
};

PARAMS(update_time_to_live_params) = {
    TABLE_NAME,
    {"TimeToLiveSpecification", S_STRUCTURE(ttl_specification), SLRUN_REQUIRED, "The setting."},
    PARAMS_END,
};

PARAMS(update_time_to_live_result) = {
    {"TimeToLiveSpecification", S_STRUCTURE(ttl_specification), 0, "The setting."},
    PARAMS_END,
};

PARAMS(describe_time_to_live_params) = {TABLE_NAME, PARAMS_END};

PARAMS(describe_time_to_live_result) = {
    {"TimeToLiveDescription", S_STRUCTURE(ttl_description), 0, "The setting."},
    PARAMS_END,
};

static PARAMS(recovery_specification) = {
    {"PointInTimeRecoveryEnabled", S_BOOLEAN, SLRUN_REQUIRED, "Whether it is on."},
    {"RecoveryPeriodInDays", S_INTEGER, 0, "How far back, 1 to 35; 35 unless given."},
    PARAMS_END,
};

static PARAMS(recovery) = {
    {"PointInTimeRecoveryStatus", S_WORD(words_on_off), 0, "ENABLED or DISABLED."},
    {"RecoveryPeriodInDays", S_INTEGER, 0, "How far back."},
    {"EarliestRestorableDateTime", S_TIMESTAMP, 0, "From when on."},
    {"LatestRestorableDateTime", S_TIMESTAMP, 0, "Up to when."},
    PARAMS_END,
};

static PARAMS(backups) = {
    {"ContinuousBackupsStatus", S_WORD(words_on_off), 0, "ENABLED."},
    {"PointInTimeRecoveryDescription", S_STRUCTURE(recovery), 0, "Point in time recovery."},
    PARAMS_END,
};

PARAMS(describe_continuous_backups_params) = {TABLE_NAME, PARAMS_END};

PARAMS(update_continuous_backups_params) = {
    TABLE_NAME,
    {"PointInTimeRecoverySpecification", S_STRUCTURE(recovery_specification), SLRUN_REQUIRED,
     "The setting."},
    PARAMS_END,
};

PARAMS(continuous_backups_result) = {
    {"ContinuousBackupsDescription", S_STRUCTURE(backups), 0, "The setting."},
    PARAMS_END,
};

PARAMS(put_resource_policy_params) = {
    RESOURCE_ARN,
    {"Policy", S_STRING, SLRUN_REQUIRED, "The policy document (JSON)."},
    EXPECTED,
    {"ConfirmRemoveSelfResourceAccess", S_BOOLEAN, 0, "true: even if it locks the caller out."},
    PARAMS_END,
};

PARAMS(get_resource_policy_params) = {RESOURCE_ARN, PARAMS_END};
PARAMS(delete_resource_policy_params) = {RESOURCE_ARN, EXPECTED, PARAMS_END};

PARAMS(get_resource_policy_result) = {
    {"Policy", S_STRING, 0, "The policy document (JSON)."},
    REVISION,
    PARAMS_END,
};

PARAMS(resource_policy_result) = {REVISION, PARAMS_END};

PARAMS(no_params) = {PARAMS_END};

PARAMS(describe_limits_result) = {
    {"AccountMaxReadCapacityUnits", S_INTEGER, 0, "Read units of all tables."},
    {"AccountMaxWriteCapacityUnits", S_INTEGER, 0, "Write units of all tables."},
    {"TableMaxReadCapacityUnits", S_INTEGER, 0, "Read units of a table."},
    {"TableMaxWriteCapacityUnits", S_INTEGER, 0, "Write units of a table."},
    PARAMS_END,
};

static PARAMS(endpoint) = {
    {"Address", S_STRING, SLRUN_REQUIRED, "Host name."},
    {"CachePeriodInMinutes", S_INTEGER, SLRUN_REQUIRED, "How long it may be used."},
    PARAMS_END,
};
static const struct slrun_shape endpoint_shape = S_STRUCTURE(endpoint);

PARAMS(describe_endpoints_result) = {
    {"Endpoints", S_LIST(endpoint_shape), 0, "The one endpoint, and how long to keep it."},
    PARAMS_END,
};
