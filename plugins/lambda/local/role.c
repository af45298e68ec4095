/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS wants of a function's role before it takes the function's settings (Developer Guide,
 * "Defining Lambda function permissions with an execution role"). */
#include <stdio.h>
#include <string.h>

#include <slrun/iam.h>
#include <slrun/member.h>

#include "local/manage.h"

/* The settings of a function that is made or changed. */
struct trial {
    struct call *call;
    const json_t *config; /* as it is; NULL: it is made */
    struct slrun_iam_need need;
};

/* A setting that the call has, or, where it has another role, that is there. */
static const json_t *setting(const struct trial *t, const char *name)
{
    const json_t *given = call_get(t->call, name);
    return given || !call_get(t->call, "Role") ? given : json_object_get(t->config, name);
}

/* "xray:PutTraceSegments" on that resource, "XRAY" in AWS's words. NULL resource: not needed. */
static bool may(struct trial *t, const char *action, const char *resource)
{
    char service[16] = "";
    const char *name = strchr(action, ':') + 1;
    for (size_t i = 0; action[i] != ':' && i < sizeof service - 1; i++)
        service[i] =
            (char)(action[i] >= 'a' && action[i] <= 'z' ? action[i] - 'a' + 'A' : action[i]);
    t->need.action = action;
    t->need.resource = resource;
    if (!resource || !t->call->service->cloud->iam->need(t->call->service->cloud, &t->need))
        return true;
    call_fail(t->call, "InvalidParameterValueException",
              "The provided execution role does not have permissions to call %s on %s", name,
              service);
    return false;
}

static bool trusts(struct trial *t)
{
    struct slrun_iam_need need = t->need;
    if (t->config)
        need.caller.what = "give that role to";
    if (!call_get(t->call, "Role") ||
        !t->call->service->cloud->iam->need(t->call->service->cloud, &need))
        return true;
    call_fail(t->call, "InvalidParameterValueException",
              "The role defined for the function cannot be assumed by Lambda.");
    return false;
}

static bool may_all(struct trial *t)
{
    const char *dead = slrun_text(setting(t, "DeadLetterConfig"), "TargetArn");
    bool traces = strcmp(slrun_text_or(setting(t, "TracingConfig"), "Mode", ""), "Active") == 0;
    const json_t *subnets = json_object_get(setting(t, "VpcConfig"), "SubnetIds");
    bool topic = dead && strncmp(dead, "arn:aws:sns:", 12) == 0;
    return may(t, "xray:PutTraceSegments", traces ? "*" : NULL) &&
           may(t, "ec2:CreateNetworkInterface", json_array_size(subnets) > 0 ? "*" : NULL) &&
           may(t, topic ? "sns:Publish" : "sqs:SendMessage", dead && *dead ? dead : NULL);
}

bool role_serves(struct call *call, const struct function_name *name, const json_t *config)
{
    char arn[ARN_SIZE];
    const char *role = call_string(call, "Role");
    if (!role)
        role = slrun_text(config, "Role");
    name_arn(name, NULL, arn);
    struct trial trial = {.call = call,
                          .config = config,
                          .need = {.caller = {.service = LAMBDA_PRINCIPAL,
                                              .role = role,
                                              .name = name->name,
                                              .source = arn,
                                              .what = config ? "change" : "create"}}};
    return !call->service->cloud->iam || !role || (trusts(&trial) && may_all(&trial));
}
