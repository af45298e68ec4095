/* SPDX-License-Identifier: Apache-2.0 */
/* Resource policies of the account: kept and told. Services of the local cloud write to log groups
 * without them. */
#include <stdlib.h>
#include <string.h>

#include "local/keep.h"

#define POLICY "policy"

enum { POLICIES_MAX = 10 /* of an account and region; "CloudWatch Logs quotas" */ };

static bool is_policy(const json_t *document)
{
    const json_t *statement = json_object_get(document, "Statement");
    return json_is_array(statement) || json_is_object(statement);
}

/* A list of one is that one: {"Service": ["x"]} is told as {"Service": "x"}. */
static void unlist(json_t *map)
{
    const char *key;
    json_t *value;
    void *next;
    json_object_foreach_safe (map, next, key, value)
        if (json_array_size(value) == 1)
            (void)json_object_set(map, key, json_array_get(value, 0));
}

/* As it is told later: with a version, and short. free() it. */
static char *normal(json_t *document)
{
    json_t *statements = json_object_get(document, "Statement"), *statement;
    json_t *all =
        json_is_array(statements) ? json_incref(statements) : json_pack("[O]", statements);
    json_t *version = json_object_get(document, "Version");
    size_t i;
    json_array_foreach (all, i, statement) {
        unlist(json_object_get(statement, "Principal"));
        unlist(statement);
    }
    json_t *policy =
        json_pack("{s:o, s:O}", "Version",
                  version ? json_incref(version) : json_string("2008-10-17"), "Statement", all);
    char *text = policy ? json_dumps(policy, JSON_COMPACT) : NULL;
    json_decref(policy);
    json_decref(all);
    return text;
}

json_t *op_put_resource_policy(struct slrun_json_call *call)
{
    const char *name = call_string(call, "policyName");
    json_t *all = kept_list(call, POLICY, "", "policyName");
    size_t n = json_array_size(all);
    json_decref(all);
    if (!name || !call_string(call, "policyDocument"))
        return call_fail(call, "InvalidParameterException",
                         "policyName and policyDocument must be given.");
    if (n >= POLICIES_MAX && !kept_get(call, POLICY, name))
        return call_fail(call, "LimitExceededException", "Resource limit exceeded.");
    json_t *document = json_loads(call_string(call, "policyDocument"), 0, NULL);
    char *kept = is_policy(document) ? normal(document) : NULL;
    json_decref(document);
    if (!kept)
        return call_fail(call, "InvalidParameterException",
                         "Unable to parse the policy document: it must be a JSON object with a "
                         "Statement.");
    json_t *doc = json_pack("{s:s, s:s, s:I, s:s}", "policyName", name, "policyDocument",
                            call_string(call, "policyDocument"), "lastUpdatedTime",
                            (json_int_t)call_now(call), "policyScope", "ACCOUNT");
    json_t *result = json_pack("{s:o}", "resourcePolicy", json_copy(doc));
    (void)json_object_set_new(doc, "policyDocument", json_string(kept));
    (void)kept_set(call, POLICY, name, doc);
    free(kept);
    return result;
}

json_t *op_delete_resource_policy(struct slrun_json_call *call)
{
    const char *name = call_string(call, "policyName");
    if (name && kept_set(call, POLICY, name, NULL))
        return json_null();
    return call_fail(call, "ResourceNotFoundException", "Policy with name [%s] does not exist.",
                     name ? name : "");
}

json_t *op_describe_resource_policies(struct slrun_json_call *call)
{
    return call_page(call, kept_list(call, POLICY, "", "policyName"));
}
