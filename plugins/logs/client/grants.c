/* SPDX-License-Identifier: Apache-2.0 */
/* What IAM wants for the operations (Service Authorization Reference, "Amazon CloudWatch Logs"). */
#include "client/ops.h"

const struct slrun_grant logs_grants[] = {
    {"test_metric_filter", NULL, NULL, NULL},
    {"describe_log_groups", NULL, NULL, NULL},
    {"list_log_groups", NULL, NULL, NULL},
    {"put_resource_policy", NULL, NULL, NULL},
    {"delete_resource_policy", NULL, NULL, NULL},
    {"describe_resource_policies", NULL, NULL, NULL},
    {"describe_destinations", NULL, NULL, NULL},
    {"describe_queries", NULL, NULL, NULL},
    {"get_query_results", NULL, NULL, NULL},
    {"stop_query", NULL, NULL, NULL},
    {"start_query", NULL, "arn:p:logs:r:a:log-group:{logGroupNames.*}:*", "logGroupNames"},
    {"put_destination", "iam:PassRole", "{roleArn}", "roleArn"},
    {"create_log_stream", NULL, "arn:p:logs:r:a:log-group:{logGroupName}:log-stream:*", NULL},
    {"create_log_group", NULL, "arn:p:logs:r:a:log-group:{logGroupName}:*", NULL},
    {"create_log_group", "logs:TagResource", "arn:p:logs:r:a:log-group:{logGroupName}", "tags"},
    {"put_log_events", NULL, "arn:p:logs:r:a:log-group:{logGroupName}:log-stream:*",
     "logGroupName"},
    {"get_log_events", NULL, "arn:p:logs:r:a:log-group:{logGroupName}:log-stream:*",
     "logGroupName"},
    {"get_log_events", NULL, "arn:p:logs:r:a:log-group:{logGroupIdentifier}:log-stream:*",
     "logGroupIdentifier"},
    {"delete_log_stream", NULL, "arn:p:logs:r:a:log-group:{logGroupName}:log-stream:*",
     "logGroupName"},
    {"*", NULL, "{resourceArn}", NULL},
    {"*", NULL, "arn:p:logs:r:a:destination:{destinationName}", NULL},
    {"*", NULL, "arn:p:logs:r:a:log-group:{logGroupName}:*", NULL},
    {"*", NULL, "arn:p:logs:r:a:log-group:{logGroupIdentifier}:*", NULL},
    {0},
};
