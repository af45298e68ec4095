/* SPDX-License-Identifier: Apache-2.0 */
/* Roles, policies of roles, permissions. */
#include "sam/role.h"

#include <string.h>

#include "sam/policy.h"
#include "sam/value.h"

static json_t *assume_role(const char *service)
{
    return json_pack("{s:s, s:[{s:[s], s:s, s:{s:[s]}}]}", "Version", "2012-10-17", "Statement",
                     "Action", "sts:AssumeRole", "Effect", "Allow", "Principal", "Service",
                     service);
}

json_t *sam_policy(const char *id, const char *suffix, const char *action, json_t *resource)
{
    return json_pack("{s:o, s:{s:[{s:s, s:s, s:o}]}}", "PolicyName",
                     json_sprintf("%s%s", id, suffix), "PolicyDocument", "Statement", "Action",
                     action, "Effect", "Allow", "Resource", resource);
}

json_t *sam_destination_policy(const char *type, const char *id, const json_t *arn)
{
    static const struct {
        const char *type, *suffix, *action;
    } types[] = {
        {"SQS", "SQSPolicy", "sqs:SendMessage"},
        {"SNS", "SNSPolicy", "sns:publish"},
        {"EventBridge", "EventBridgePolicy", "events:PutEvents"},
        {"Lambda", "LambdaPolicy", "lambda:InvokeFunction"},
        {"S3Bucket", "S3Policy", "s3:PutObject"},
        {"S3", "S3Policy", "s3:PutObject"},
        {"StateMachine", "StartExecutionPolicy", "states:StartExecution"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return sam_policy(id, types[i].suffix, types[i].action, json_deep_copy(arn));
    return NULL;
}

json_t *sam_managed_policy(const struct sam *s, const char *name)
{
    return json_sprintf("arn:%s:iam::aws:policy/%s", s->partition, name);
}

void sam_append_once(struct sam *s, json_t *list, json_t *value)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item) {
        if (json_equal(item, value)) {
            json_decref(value);
            return;
        }
    }
    sam_append(s, list, value);
}

json_t *sam_role(struct sam *s, const struct sam_role *role)
{
    const json_t *p = role->properties, *document = sam_get(p, "AssumeRolePolicyDocument");
    json_t *properties =
        json_pack("{s:o, s:o}", "AssumeRolePolicyDocument",
                  document == NULL ? assume_role(role->service) : json_deep_copy(document),
                  "ManagedPolicyArns", role->managed == NULL ? json_array() : role->managed);
    json_t *inline_policies = role->inline_policies == NULL ? json_array() : role->inline_policies;
    struct sam_policies lists = {json_object_get(properties, "ManagedPolicyArns"), inline_policies};
    bool well = sam_policies(s, sam_get(p, "Policies"), &lists);
    if (json_array_size(inline_policies) > 0)
        sam_put(s, properties, "Policies", json_incref(inline_policies));
    json_decref(inline_policies);
    sam_copy_as(s, properties, "Path", sam_get(p, "RolePath"));
    sam_copy(s, properties, p, "PermissionsBoundary");
    if (role->tags != NULL)
        sam_put(s, properties, "Tags", role->tags);
    if (!well) {
        json_decref(properties);
        return NULL;
    }
    return properties;
}

json_t *sam_small_role(struct sam *s, const char *service, json_t *policy)
{
    json_t *role = json_pack("{s:o, s:[o]}", "AssumeRolePolicyDocument", assume_role(service),
                             "Policies", policy);
    s->failed = s->failed || role == NULL;
    return role;
}

json_t *sam_target_name(const struct sam_target *target)
{
    return sam_ref(target->alias == NULL ? target->function : target->alias);
}

json_t *sam_target_arn(const struct sam_target *target)
{
    return target->alias == NULL && !target->machine ? sam_getatt(target->function, "Arn")
                                                     : sam_target_name(target);
}

void sam_permission(struct sam *s, json_t *function, const struct sam_permission *permission)
{
    sam_make(s, permission->id, "AWS::Lambda::Permission",
             json_pack("{s:s, s:o, s:s, s:o*, s:o*, s:o*}", "Action", "lambda:InvokeFunction",
                       "FunctionName", function, "Principal", permission->principal, "SourceArn",
                       permission->source_arn, "SourceAccount", permission->source_account,
                       "EventSourceToken", permission->token));
}
