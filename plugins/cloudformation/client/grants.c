/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "AWS CloudFormation"). */
#include "client/call.h"

const struct slrun_grant cloudformation_grants[] = {
    {"list_stacks", NULL, NULL, NULL},
    {"list_exports", NULL, NULL, NULL},
    {"list_imports", NULL, NULL, NULL},
    {"validate_template", NULL, NULL, NULL},
    {"create_stack", NULL, "{StackName}", "StackName=arn:*"},
    {"create_stack", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*", "StackName!=arn:*"},
    {"create_stack", "iam:PassRole", "{RoleARN}", "RoleARN"},
    {"update_stack", NULL, "{StackName}", "StackName=arn:*"},
    {"update_stack", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*", "StackName!=arn:*"},
    {"update_stack", "iam:PassRole", "{RoleARN}", "RoleARN"},
    {"create_change_set", NULL, "{StackName}", "StackName=arn:*"},
    {"create_change_set", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*", "StackName!=arn:*"},
    {"create_change_set", "iam:PassRole", "{RoleARN}", "RoleARN"},
    {"delete_stack", NULL, "{StackName}", "StackName=arn:*"},
    {"delete_stack", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*", "StackName!=arn:*"},
    {"delete_stack", "iam:PassRole", "{RoleARN}", "RoleARN"},
    {"rollback_stack", NULL, "{StackName}", "StackName=arn:*"},
    {"rollback_stack", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*", "StackName!=arn:*"},
    {"rollback_stack", "iam:PassRole", "{RoleARN}", "RoleARN"},
    {"continue_update_rollback", NULL, "{StackName}", "StackName=arn:*"},
    {"continue_update_rollback", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*",
     "StackName!=arn:*"},
    {"continue_update_rollback", "iam:PassRole", "{RoleARN}", "RoleARN"},
    {"*", NULL, "{StackName}", "StackName=arn:*"},
    {"*", NULL, "arn:p:cloudformation:r:a:stack/{StackName}/*", NULL},
    {0},
};
