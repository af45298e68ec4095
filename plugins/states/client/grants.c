/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "AWS Step Functions"). */
#include "client/call.h"

#define MACHINE "arn:p:states:r:a:stateMachine:{name}"
#define TASK    "arn:p:states:r:a:*" /* of a state machine or an activity: the token does not say */

const struct slrun_grant states_grants[] = {
    {"list_state_machines", NULL, NULL, NULL},
    {"validate_state_machine_definition", NULL, NULL, NULL},
    {"test_state", NULL, NULL, NULL},
    {"test_state", "iam:PassRole", "{roleArn}", "roleArn"},
    {"create_state_machine", NULL, MACHINE, NULL},
    {"create_state_machine", "iam:PassRole", "{roleArn}", NULL},
    {"create_state_machine", "states:TagResource", MACHINE, "tags"},
    {"create_state_machine", "states:PublishStateMachineVersion", MACHINE, "publish"},
    {"list_activities", NULL, NULL, NULL},
    {"create_activity", NULL, "arn:p:states:r:a:activity:{name}", NULL},
    {"create_activity", "states:TagResource", "arn:p:states:r:a:activity:{name}", "tags"},
    {"update_state_machine", NULL, "{stateMachineArn}", NULL},
    {"update_state_machine", "iam:PassRole", "{roleArn}", "roleArn"},
    {"update_state_machine", "states:PublishStateMachineVersion", "{stateMachineArn}", "publish"},
    {"send_task_success", NULL, TASK, NULL},
    {"send_task_failure", NULL, TASK, NULL},
    {"send_task_heartbeat", NULL, TASK, NULL},
    {"*", NULL, "{executionArn}", NULL},
    {"*", NULL, "{mapRunArn}", NULL},
    {"*", NULL, "{activityArn}", NULL},
    {"*", NULL, "{stateMachineVersionArn}", NULL},
    {"*", NULL, "{stateMachineAliasArn}", NULL},
    {"*", NULL, "{stateMachineArn}", NULL},
    {"*", NULL, "{resourceArn}", NULL},
    {0},
};
