/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon EventBridge Pipes").
 */
#include "client/call.h"

const struct slrun_grant pipes_grants[] = {
    {"list_pipes", NULL, NULL, NULL},
    {"create_pipe", NULL, "arn:p:pipes:r:a:pipe/{Name}", NULL},
    {"create_pipe", "pipes:TagResource", "arn:p:pipes:r:a:pipe/{Name}", "Tags"},
    {"create_pipe", "iam:PassRole", "{RoleArn}", "RoleArn"},
    {"update_pipe", NULL, "arn:p:pipes:r:a:pipe/{Name}", NULL},
    {"update_pipe", "iam:PassRole", "{RoleArn}", "RoleArn"},
    {"*", NULL, "{resourceArn}", NULL},
    {"*", NULL, "arn:p:pipes:r:a:pipe/{Name}", NULL},
    {0},
};
