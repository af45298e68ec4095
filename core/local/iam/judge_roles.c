/* SPDX-License-Identifier: Apache-2.0 */
/* What stacks say of roles and policies. */
#include <string.h>
#include <strings.h>

#include <slrun/arn.h>
#include <slrun/member.h>

#include "base/log.h"
#include "local/cloud.h"
#include "local/iam/judge.h"
#include "local/iam/managed.h"

#define IAM "AWS::IAM::"

static bool is_type(const json_t *resource, const char *type)
{
    return !strcmp(slrun_text_or(resource, "Type", ""), type);
}

/* ---- which roles there are ---- */

static void index_stack(struct judge *judge, json_t *stack)
{
    size_t i;
    json_t *resource;
    json_array_foreach (json_object_get(stack, "Resources"), i, resource)
        if (is_type(resource, IAM "Role") && *slrun_text_or(resource, "Arn", ""))
            json_object_set_new(judge->roles, slrun_text_or(resource, "Arn", ""),
                                json_pack("{s:O, s:O}", "stack", stack, "resource", resource));
}

static void index_all(struct judge *judge)
{
    const char *id;
    json_t *stack;
    json_object_clear(judge->roles);
    json_object_foreach (judge->stacks, id, stack)
        index_stack(judge, stack);
    judge->generation++;
}

int judge_stack(const struct slrun_cloud *api, const char *stack_id, const json_t *stack)
{
    struct judge *judge = ((const struct cloud *)api)->judge;
    int rc = 0;
    if (stack)
        rc = json_object_set_new(judge->stacks, stack_id, json_deep_copy(stack));
    else
        json_object_del(judge->stacks, stack_id);
    index_all(judge);
    judge_needs_again(judge);
    judge_early_again(judge);
    return rc;
}

const json_t *judge_role(const struct judge *judge, const char *arn, const json_t **stack)
{
    const json_t *entry = json_object_get(judge->roles, arn);
    if (stack)
        *stack = json_object_get(entry, "stack");
    return json_object_get(entry, "resource");
}

/* ---- the policies of one ---- */

struct gathering {
    const struct judge *judge;
    const char *role; /* ARN */
    const char *name; /* its name */
    json_t *documents;
    const char *missing; /* the ARN of a policy that is not known */
};

/* The policy of a stack with that ARN; or NULL. */
static const json_t *find_policy(const struct judge *judge, const char *arn)
{
    const char *id;
    json_t *stack, *resource;
    size_t i;
    json_object_foreach (judge->stacks, id, stack)
        json_array_foreach (json_object_get(stack, "Resources"), i, resource)
            if (is_type(resource, IAM "ManagedPolicy") &&
                !strcmp(slrun_text_or(resource, "Arn", ""), arn))
                return json_object_get(json_object_get(resource, "Properties"), "PolicyDocument");
    return NULL;
}

/* A new reference, or NULL. */
static json_t *managed_document(const struct judge *judge, const char *arn)
{
    const json_t *own = find_policy(judge, arn);
    return own ? json_incref((json_t *)own) : managed_policy(arn);
}

static void add(struct gathering *g, const json_t *document)
{
    if (json_is_object(document))
        json_array_append(g->documents, (json_t *)document);
}

static void add_managed(struct gathering *g, const json_t *arns)
{
    const json_t *arn;
    for (size_t i = 0; (arn = policy_value(arns, i)); i++) {
        json_t *document =
            json_is_string(arn) ? managed_document(g->judge, json_string_value(arn)) : NULL;
        if (document)
            add(g, document);
        else
            g->missing = json_is_string(arn) ? json_string_value(arn) : "a policy";
        json_decref(document);
    }
}

static bool names_role(const struct gathering *g, const json_t *roles)
{
    const json_t *role;
    for (size_t i = 0; (role = policy_value(roles, i)); i++)
        if (json_is_string(role) && (!strcmp(json_string_value(role), g->name) ||
                                     !strcmp(json_string_value(role), g->role)))
            return true;
    return false;
}

/* Policies that say themselves which roles have them. */
static void add_attached(struct gathering *g)
{
    const char *id;
    json_t *stack, *resource;
    size_t i;
    json_object_foreach (g->judge->stacks, id, stack)
        json_array_foreach (json_object_get(stack, "Resources"), i, resource) {
            const json_t *p = json_object_get(resource, "Properties");
            bool policy = is_type(resource, IAM "Policy") || is_type(resource, IAM "ManagedPolicy");
            if ((policy && names_role(g, json_object_get(p, "Roles"))) ||
                (is_type(resource, IAM "RolePolicy") &&
                 names_role(g, json_object_get(p, "RoleName"))))
                add(g, json_object_get(p, "PolicyDocument"));
        }
}

static const char *name_of(const char *arn)
{
    const char *slash = strrchr(arn, '/');
    return slash ? slash + 1 : arn;
}

json_t *judge_role_documents(const struct judge *judge, const char *arn, json_t **boundary)
{
    const json_t *p = json_object_get(judge_role(judge, arn, NULL), "Properties"), *policy;
    struct gathering g = {judge, arn, name_of(arn), json_array(), NULL};
    const char *bound = json_string_value(json_object_get(p, "PermissionsBoundary"));
    *boundary = NULL;
    for (size_t i = 0; (policy = policy_value(json_object_get(p, "Policies"), i)); i++)
        add(&g, json_object_get(policy, "PolicyDocument"));
    add_managed(&g, json_object_get(p, "ManagedPolicyArns"));
    add_attached(&g);
    if (p && !g.missing) {
        *boundary = bound ? managed_document(judge, bound) : NULL;
        return g.documents;
    }
    if (g.missing)
        log_line(SLRUN_LOG_DEBUG, "iam: calls of role %s are not judged: %s is not known here",
                 g.name, g.missing);
    json_decref(g.documents);
    return NULL;
}

/* ---- what else a stack has ---- */

static bool is_bucket(const json_t *resource, const char *name)
{
    const char *id = slrun_text_or(resource, "PhysicalId", "");
    size_t n = strlen(id);
    return is_type(resource, "AWS::S3::Bucket") && n && !strncmp(name, id, n) &&
           (!name[n] || name[n] == '/');
}

/* What CloudFormation calls the services whose names in ARNs are others. */
static const char *const renamed[][2] = {{"states", "StepFunctions"}};

/* "dynamodb" in AWS::DynamoDB::Table, whatever the case. */
static bool is_service(const json_t *resource, const char *arn)
{
    const char *type = slrun_text_or(resource, "Type", ""), *at = slrun_arn_behind(arn, 2);
    if (strncmp(type, "AWS::", 5) != 0 || !at)
        return false;
    size_t n = strcspn(at, ":");
    for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
        if (strlen(renamed[i][0]) == n && !strncmp(renamed[i][0], at, n)) {
            at = renamed[i][1];
            n = strlen(at);
        }
    return strcspn(type + 5, ":") == n && !strncasecmp(type + 5, at, n);
}

/* "arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/GET/path" */
static bool is_api(const json_t *resource, const char *arn)
{
    const char *id = slrun_text_or(resource, "PhysicalId", ""), *at = strrchr(arn, ':');
    return !strncmp(slrun_text_or(resource, "Type", ""), "AWS::ApiGateway", 15) && at &&
           strlen(id) == strcspn(at + 1, "/") && !strncmp(id, at + 1, strlen(id));
}

/* Whether an ARN's last name is that of a physical id, which is "BUS|NAME" of a rule of another
 * bus than the default; of tables, their streams and indexes the name is the table's, and of log
 * groups it has slashes. */
static bool is_name(const char *id, const char *arn)
{
    static const struct {
        const char *before, *behind;
    } inner[] = {{":table/", "/"}, {":log-group:", ":"}};
    const char *bar = strrchr(id, '|'), *name = slrun_arn_name(bar ? bar + 1 : id);
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        const char *at = strstr(arn, inner[i].before);
        size_t n = at ? strcspn(at += strlen(inner[i].before), inner[i].behind) : 0;
        if (at)
            return strlen(id) == n && !strncmp(id, at, n);
    }
    return !strcmp(name, slrun_arn_name(arn));
}

const json_t *judge_resource(const json_t *stack, const char *arn)
{
    static const char s3[] = "arn:aws:s3:::", api[] = "arn:aws:execute-api:";
    bool bucket = !strncmp(arn, s3, sizeof s3 - 1), of_api = !strncmp(arn, api, sizeof api - 1);
    size_t i;
    json_t *resource;
    json_array_foreach (json_object_get(stack, "Resources"), i, resource) {
        const char *id = slrun_text_or(resource, "PhysicalId", "");
        if (bucket   ? is_bucket(resource, arn + sizeof s3 - 1)
            : of_api ? is_api(resource, arn)
                     : *id && is_service(resource, arn) && is_name(id, arn))
            return resource;
    }
    return NULL;
}
