/* SPDX-License-Identifier: Apache-2.0 */
/* Policies of functions: who may invoke them, where that is judged (slrun/iam.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/function.h"

static json_t *policy_of(const struct function *f, const char *qualifier)
{
    return json_object_get(json_object_get(f->doc, "Policies"), qualifier);
}

json_t *permission_policy(struct service *service, const char *arn)
{
    struct function_name n = {.name = ""};
    (void)sscanf(arn, "arn:aws:lambda:%31[^:]:%12[^:]:function:%140[^:]:%128[^:]", n.region,
                 n.account, n.name, n.qualifier);
    const struct function *f = function_find(service, n.account, n.region, n.name);
    return f ? json_incref(policy_of(f, n.qualifier)) : NULL;
}

static json_t *statement_of(const json_t *policy, const char *id, size_t *place)
{
    json_t *statements = json_object_get(policy, "Statement");
    for (*place = 0; *place < json_array_size(statements); ++*place) {
        json_t *statement = json_array_get(statements, *place);
        if (strcmp(json_string_value(json_object_get(statement, "Sid")), id) == 0)
            return statement;
    }
    return NULL;
}

/* "s3.amazonaws.com": a service has a name of AWS's. */
static bool is_service(const char *principal)
{
    static const char *const ends[] = {".amazonaws.com", ".amazonaws.com.cn", ".amazon.com"};
    size_t n = strlen(principal), known = 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        known += n > strlen(ends[i]) && strcmp(principal + n - strlen(ends[i]), ends[i]) == 0;
    return known > 0;
}

/* "*" for all, a service, an account or an ARN. */
static json_t *principal_of(struct call *call)
{
    const char *given = call_string(call, "Principal");
    if (strcmp(given, "*") == 0)
        return json_string("*");
    if (strlen(given) == 12 && strspn(given, "0123456789") == 12)
        return json_pack("{s:o}", "AWS", json_sprintf("arn:aws:iam::%s:root", given));
    if (strncmp(given, "arn:", 4) == 0)
        return json_pack("{s:s}", "AWS", given);
    if (is_service(given))
        return json_pack("{s:s}", "Service", given);
    return call_fail(call, "InvalidParameterValueException",
                     "The provided principal was invalid. Please check the principal and try "
                     "again.");
}

static json_t *conditions_of(const struct call *call)
{
    static const struct {
        const char *member, *operator_, *key;
    } members[] = {{"SourceAccount", "StringEquals", "AWS:SourceAccount"},
                   {"FunctionUrlAuthType", "StringEquals", "lambda:FunctionUrlAuthType"},
                   {"InvokedViaFunctionUrl", "Bool", "lambda:InvokedViaFunctionUrl"},
                   {"PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID"},
                   {"EventSourceToken", "StringEquals", "lambda:EventSourceToken"},
                   {"SourceArn", "ArnLike", "AWS:SourceArn"}};
    json_t *conditions = json_object();
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        const json_t *given = call_get(call, members[i].member);
        const char *value = json_is_true(given) ? "true" : json_string_value(given);
        if (value && !json_object_get(conditions, members[i].operator_))
            (void)put(conditions, members[i].operator_, json_object());
        if (value)
            (void)put(json_object_get(conditions, members[i].operator_), members[i].key,
                      json_string(value));
    }
    return conditions;
}

/* The function with that qualifier, for a policy of it. */
static struct function *policy_target(struct call *call, struct function_name *name)
{
    char arn[ARN_SIZE];
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            name))
        return NULL;
    struct function *f = function_find(call->service, name->account, name->region, name->name);
    if (f)
        return function_version(f, name->qualifier) ? f : qualifier_not_found(call, name);
    name_arn(name, NULL, arn);
    call_fail(call, "ResourceNotFoundException", "Function not found: %s", arn);
    return NULL;
}

/* What a policy of the function belongs to: its revision changes, too. */
static json_t *revised_of(const struct function *f, const char *qualifier)
{
    json_t *alias = function_alias(f, qualifier);
    return alias ? alias : function_config(f, qualifier);
}

static bool same_policy(struct call *call, const json_t *object)
{
    if (same_revision_of(call, object))
        return true;
    call_fail(call, "PreconditionFailedException",
              "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy "
              "API to retrieve the latest Revision Id");
    return false;
}

json_t *op_add_permission(struct call *call)
{
    struct function_name name;
    const char *id = call_string(call, "StatementId");
    char arn[ARN_SIZE];
    size_t place = 0;
    const char *qualifier = call_string(call, "Qualifier");
    if (qualifier && strcmp(qualifier, LATEST) == 0)
        return call_fail(call, "InvalidParameterValueException",
                         "We currently do not support adding policies for $LATEST.");
    struct function *f = policy_target(call, &name);
    if (!f || !same_policy(call, revised_of(f, name.qualifier)))
        return NULL;
    json_t *policies = function_member(f, "Policies"), *policy = policy_of(f, name.qualifier);
    if (statement_of(policy, id, &place))
        return call_fail(call, "ResourceConflictException",
                         "The statement id (%s) provided already exists. Please provide a new "
                         "statement id, or remove the existing statement.",
                         id);
    json_t *principal = principal_of(call);
    if (!principal)
        return NULL;
    if (!policy && put(policies, name.qualifier, json_pack("{s:[]}", "Statement")))
        policy = policy_of(f, name.qualifier);
    function_arn(f, name.qualifier, arn);
    json_t *conditions = conditions_of(call);
    json_t *statement =
        json_pack("{s:s, s:s, s:o, s:s, s:s, s:O*}", "Sid", id, "Effect", "Allow", "Principal",
                  principal, "Action", call_string(call, "Action"), "Resource", arn, "Condition",
                  json_object_size(conditions) > 0 ? conditions : NULL);
    char *text = statement ? json_dumps(statement, JSON_COMPACT) : NULL;
    json_array_append_new(json_object_get(policy, "Statement"), statement);
    json_decref(conditions);
    revise(revised_of(f, name.qualifier));
    function_save(f);
    json_t *result = text ? json_pack("{s:s}", "Statement", text) : call_no_memory(call);
    free(text);
    return result;
}

json_t *op_remove_permission(struct call *call)
{
    struct function_name name;
    const char *id = call_string(call, "StatementId");
    char arn[ARN_SIZE];
    size_t place = 0;
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            &name))
        return NULL;
    struct function *f = function_find(call->service, name.account, name.region, name.name);
    if (!f) {
        name_arn(&name, name.qualifier, arn);
        return call_fail(call, "ResourceNotFoundException", "No policy found for: %s", arn);
    }
    if (!policy_target(call, &name))
        return NULL;
    json_t *policy = policy_of(f, name.qualifier);
    json_t *statements = json_object_get(policy, "Statement");
    if (!policy || json_array_size(statements) == 0)
        return call_fail(call, "ResourceNotFoundException",
                         "No policy is associated with the given resource.");
    if (!statement_of(policy, id, &place))
        return call_fail(call, "ResourceNotFoundException",
                         "Statement %s is not found in resource policy.", id);
    if (!same_policy(call, revised_of(f, name.qualifier)))
        return NULL;
    json_array_remove(statements, place);
    if (json_array_size(statements) == 0)
        json_object_del(json_object_get(f->doc, "Policies"), name.qualifier);
    revise(revised_of(f, name.qualifier));
    function_save(f);
    return json_null();
}

json_t *op_get_policy(struct call *call)
{
    struct function_name name;
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            &name))
        return NULL;
    struct function *f = function_find(call->service, name.account, name.region, name.name);
    json_t *policy = f ? policy_of(f, name.qualifier) : NULL;
    if (!policy || !function_version(f, name.qualifier))
        return call_fail(call, "ResourceNotFoundException",
                         "The resource you requested does not exist.");
    json_t *document = json_pack("{s:s, s:s, s:O}", "Version", "2012-10-17", "Id", "default",
                                 "Statement", json_object_get(policy, "Statement"));
    char *text = document ? json_dumps(document, JSON_COMPACT) : NULL;
    json_t *result = json_pack("{s:s, s:O*}", "Policy", text ? text : "", "RevisionId",
                               json_object_get(revised_of(f, name.qualifier), "RevisionId"));
    free(text);
    json_decref(document);
    return result;
}
