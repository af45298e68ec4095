/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon EventBridge
 * Scheduler"). */
#include "client/call.h"

#define IN_GROUP   "arn:p:scheduler:r:a:schedule/{GroupName}/{Name}"
#define IN_DEFAULT "arn:p:scheduler:r:a:schedule/default/{Name}"
#define GROUP      "arn:p:scheduler:r:a:schedule-group/{Name}"

const struct slrun_grant scheduler_grants[] = {
    {"list_schedules", NULL, NULL, NULL},
    {"list_schedule_groups", NULL, NULL, NULL},
    {"create_schedule", NULL, IN_GROUP, "GroupName"},
    {"create_schedule", NULL, IN_DEFAULT, "!GroupName"},
    {"create_schedule", "iam:PassRole", "{Target.RoleArn}", "Target"},
    {"update_schedule", NULL, IN_GROUP, "GroupName"},
    {"update_schedule", NULL, IN_DEFAULT, "!GroupName"},
    {"update_schedule", "iam:PassRole", "{Target.RoleArn}", "Target"},
    {"create_schedule_group", NULL, GROUP, NULL},
    {"create_schedule_group", "scheduler:TagResource", GROUP, "Tags"},
    {"delete_schedule_group", NULL, GROUP, NULL},
    {"get_schedule_group", NULL, GROUP, NULL},
    {"*", NULL, "{ResourceArn}", NULL},
    {"*", NULL, IN_GROUP, "GroupName"},
    {"*", NULL, IN_DEFAULT, NULL},
    {0},
};
