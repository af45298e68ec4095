/* SPDX-License-Identifier: Apache-2.0 */
/* Bucket policies: taken, asked. */
#include "bucket/policy.h"

#include <string.h>
#include <strings.h>

#include "bucket/acl.h"

enum { POLICY_SIZE_MAX = 20 << 10 };

/* ---- one value or a list of them ---- */

size_t policy_count(const json_t *value)
{
    return json_is_array(value) ? json_array_size(value) : value != NULL;
}

const char *policy_at(const json_t *value, size_t i)
{
    return json_string_value(json_is_array(value) ? json_array_get(value, i) : value);
}

/* ---- asking ---- */

struct question {
    struct call *call;
    const struct access_ask *ask;
};

/* An account by its number, its root's or one of its users' ARN, or "*". */
static bool is_account(const struct call *call, const char *name)
{
    const char *account = call->account;
    if (strcmp(name, "*") == 0)
        return true;
    if (call->anonymous)
        return false;
    const char *arn = strstr(name, "::");
    return strcmp(name, account) == 0 ||
           (arn != NULL && strncmp(arn + 2, account, ACCOUNT_SIZE - 1) == 0 &&
            arn[2 + ACCOUNT_SIZE - 1] == ':');
}

static enum slrun_policy_holds is_caller(void *arg, const char *kind, const char *name, int denies)
{
    const struct call *call = ((const struct question *)arg)->call;
    bool means = strcmp(kind, "AWS") == 0             ? is_account(call, name)
                 : strcmp(kind, "CanonicalUser") == 0 ? strcmp(name, call->owner) == 0
                                                      : false;
    (void)denies;
    return means ? SLRUN_POLICY_YES : SLRUN_POLICY_NO;
}

static int key_values(void *arg, const char *name, const char **values)
{
    const struct question *question = arg;
    return condition_values(question->call, question->ask, name, values);
}

enum slrun_policy_effect policy_evaluate(struct call *call, const json_t *policy,
                                         const struct access_ask *ask)
{
    struct question question = {call, ask};
    if (policy == NULL)
        return SLRUN_POLICY_SILENT;
    const char *arn =
        ask->key.size == 0
            ? pool_format(&call->pool, "arn:aws:s3:::%s", ask->bucket->name)
            : pool_format(&call->pool, "arn:aws:s3:::%s/%s", ask->bucket->name, ask->key.data);
    const struct slrun_policy_ask asked = {.action = ask->action,
                                           .resource = arn,
                                           .exact = 1,
                                           .principal = is_caller,
                                           .key = key_values,
                                           .arg = &question};
    return arn == NULL ? SLRUN_POLICY_SILENT : call->service->cloud->policy_says(policy, &asked);
}

/* ---- public or not ---- */

static bool is_everybody(const json_t *statement)
{
    const json_t *principal = json_object_get(statement, "Principal");
    const json_t *names = json_is_object(principal) ? json_object_get(principal, "AWS") : principal;
    for (size_t i = 0; i < policy_count(names); i++)
        if (policy_at(names, i) != NULL && strcmp(policy_at(names, i), "*") == 0)
            return true;
    return false;
}

/* Keys that say who asks or from where make it not public (user guide, "The meaning of public"). */
static bool is_bounded(const json_t *condition)
{
    static const char *const keys[] = {"aws:SourceArn",
                                       "aws:SourceVpc",
                                       "aws:SourceVpce",
                                       "aws:SourceOwner",
                                       "aws:SourceIp",
                                       "aws:SourceAccount",
                                       "s3:x-amz-server-side-encryption-aws-kms-key-id",
                                       "aws:userid",
                                       "s3:DataAccessPointArn",
                                       "s3:DataAccessPointAccount",
                                       "aws:PrincipalArn",
                                       "aws:PrincipalOrgID",
                                       "aws:PrincipalAccount"};
    const char *op, *key;
    json_t *block, *value;
    json_object_foreach ((json_t *)(uintptr_t)condition, op, block) {
        json_object_foreach (block, key, value) {
            for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
                if (strcasecmp(key, keys[i]) == 0 && strncasecmp(op, "Not", 3) != 0) {
                    const char *first = policy_at(value, 0);
                    return first == NULL || strcmp(first, "0.0.0.0/0") != 0;
                }
            }
        }
    }
    return false;
}

bool policy_is_public(const json_t *policy)
{
    const json_t *statements = json_object_get(policy, "Statement");
    size_t n = json_is_object(statements) ? 1 : json_array_size(statements);
    for (size_t i = 0; i < n; i++) {
        const json_t *s = json_is_object(statements) ? statements : json_array_get(statements, i);
        const char *effect = json_string_value(json_object_get(s, "Effect"));
        if (effect != NULL && strcmp(effect, "Allow") == 0 && is_everybody(s) &&
            !is_bounded(json_object_get(s, "Condition")))
            return true;
    }
    return false;
}

/* ---- the operations ---- */

bool op_put_policy(struct call *call)
{
    if (call->body.size > POLICY_SIZE_MAX)
        return fault_say(&call->fault, FAULT_INVALID_POLICY, "Policy exceeds the maximum size");
    json_t *policy = pool_json(&call->pool, json_loadb(call->body.data, call->body.size, 0, NULL));
    if (!policy_check(call, policy))
        return false;
    if (policy_is_public(policy) && access_blocks(call, "BlockPublicPolicy"))
        return fault_set(&call->fault, FAULT_ACCESS_DENIED);
    store_config_set(call->service->store, call->bucket.id, "policy", call->body);
    call->status = 204;
    return true;
}

bool op_get_policy(struct call *call)
{
    struct slice text = store_config(call->service->store, &call->pool, call->bucket.id, "policy");
    if (text.data == NULL) {
        fault_set(&call->fault, FAULT_NO_POLICY);
        fault_detail(&call->fault, "BucketName", call->bucket.name);
        return false;
    }
    call->content_type = "application/json";
    text_put(&call->out, text.data, text.size);
    return true;
}

bool op_delete_policy(struct call *call)
{
    store_config_remove(call->service->store, call->bucket.id, "policy");
    call->status = 204;
    return true;
}

/* A bucket without a policy has a status, too: its ACL may make it public. */
bool op_get_policy_status(struct call *call)
{
    struct text *text = call_xml(call, "PolicyStatus");
    bool public =
        access_policy_public(call) || (acl_is_public(pool_parse(&call->pool, call->bucket.acl)) &&
                                       !access_blocks(call, "IgnorePublicAcls"));
    xml_bool(text, "IsPublic", public);
    xml_close(text, "PolicyStatus");
    return true;
}
