/* SPDX-License-Identifier: Apache-2.0 */
/* What arguments may hold beyond their types (API Reference of CloudWatch Logs). */
#include <stdint.h>
#include <string.h>

#include "local/service.h"

enum { GROUP_NAME_MAX = 512 };

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/* The characters of a text, and the expression that AWS shows. */
#define GROUP_NAME     LETTERS ".-_/#", "[\\.\\-_/#A-Za-z0-9]+"
#define ANY_GROUP_NAME LETTERS ".-_/#", "[\\.\\-_/#A-Za-z0-9]*"
#define STREAM_NAME    "^:*", "[^:*]*"
#define IDENTIFIER     LETTERS "_#+=/:,.@-", "[\\w#+=/:,.@-]*"
#define ARN            LETTERS "_+=/:,.@-", "[\\w+=/:,.@-]*"

static const struct slrun_bound bounds[] = {
    {NULL, "logGroupName", 1, 512, GROUP_NAME},
    {NULL, "logStreamName", 1, 512, STREAM_NAME},
    {NULL, "logGroupIdentifier", 1, 2048, IDENTIFIER},
    {NULL, "logGroupNamePrefix", 1, 512, GROUP_NAME},
    {"ListLogGroups", "logGroupNamePattern", 3, 129, LETTERS ".-_/#^|",
     "(\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24})(\\|\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24}){0,4}"},
    {NULL, "logGroupNamePattern", 0, 512, ANY_GROUP_NAME},
    {NULL, "logStreamNamePrefix", 1, 512, STREAM_NAME},
    {NULL, "logStreamNames", 1, 100},
    {NULL, "logStreamNames[]", 1, 512, STREAM_NAME},
    {NULL, "logGroupIdentifiers", 1, 50},
    {NULL, "logGroupIdentifiers[]", 1, 2048, IDENTIFIER},
    {NULL, "accountIdentifiers", 0, 20},
    {NULL, "resourceArn", 1, 1011, ARN},
    {NULL, "kmsKeyId", 0, 256},
    {"ListLogGroups", "limit", 1, 1000},
    {"DescribeLogGroups", "limit", 1, 50},
    {"DescribeLogStreams", "limit", 1, 50},
    {NULL, "limit", 1, 10000},
    {NULL, "nextToken", 1, INT64_MAX},
    {NULL, "sequenceToken", 1, INT64_MAX},
    {NULL, "startTime", 0, INT64_MAX},
    {NULL, "endTime", 0, INT64_MAX},
    {NULL, "logEvents", 1, 10000},
    {NULL, "timestamp", 0, INT64_MAX},
    {NULL, "message", 1, INT64_MAX},
    {NULL, "filterName", 1, 512, STREAM_NAME},
    {NULL, "filterNamePrefix", 1, 512, STREAM_NAME},
    {NULL, "destinationArn", 1, INT64_MAX},
    {NULL, "metricTransformations", 1, 1},
    {"DescribeSubscriptionFilters", "limit", 1, 50},
    {"DescribeMetricFilters", "limit", 1, 50},
    {"DescribeDestinations", "limit", 1, 50},
    {"DescribeResourcePolicies", "limit", 0, 50},
    {NULL, "queryString", 0, 10000},
    {NULL, "queryId", 0, 256},
    {NULL, "maxResults", 1, 1000},
    {NULL, "maxItems", 1, 10000},
    {NULL, "logGroupNames", 1, 50},
    {NULL, "logGroupNames[]", 1, 512, GROUP_NAME},
    {NULL, "policyDocument", 1, 5120},
    {NULL, "destinationName", 1, 512, STREAM_NAME},
    {NULL, "DestinationNamePrefix", 1, 512, STREAM_NAME},
    {NULL, "targetArn", 1, INT64_MAX},
    {NULL, "roleArn", 1, INT64_MAX},
    {NULL, "accessPolicy", 1, INT64_MAX},
    {NULL, "metricNamespace", 0, 255},
    {NULL, "metricName", 0, 255, "^:*$", "[^:*$]*"},
    {NULL, "filterPattern", 0, 1024},
    {NULL, "logEventMessages", 1, 50},
    {NULL, "logEventMessages[]", 1, INT64_MAX},
    {NULL, "tags", 1, 50},
    {NULL, "tags[]", 0, 256},
    {NULL, "tagKeys", 0, 50},
    {NULL, "tagKeys[]", 1, 128},
    {NULL, "tags{}", 1, 128},
    {NULL},
};

/* Of names of groups AWS tells that alone, and otherwise. */
static bool check_group_name(struct slrun_json_call *call, const char *member)
{
    const char *name = call_string(call, member);
    if (!name || strlen(name) <= GROUP_NAME_MAX)
        return true;
    call_fail(call, "InvalidParameterException",
              "Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
    return false;
}

bool check_args(struct slrun_json_call *call)
{
    struct slrun_error error;
    bool ok = call->cloud->args_check(call->args, call->op, bounds, &error) == 0;
    bool syntax = !ok && strcmp(error.code, "SerializationException") == 0;
    if (syntax)
        call_fail(call, "SerializationException", "%s", error.message);
    else if (check_group_name(call, "logGroupName") &&
             check_group_name(call, "logGroupNamePrefix") && !ok)
        call_fail(call, "InvalidParameterException", "%s", error.message);
    return !call->code;
}
