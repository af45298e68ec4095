/* SPDX-License-Identifier: Apache-2.0 */
/* Policies of layer versions: who may use them. */
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "local/function.h"
#include "local/layer.h"

/* Where its policy is asked for, what is missing is named. */
static json_t *policy_owner(struct call *call, struct layer_name *name)
{
    layer_named(call, name);
    json_t *entry = layer_entry(call->service, name);
    const char *region = strchr(name->key, '/') + 1, *layer = strchr(region, '/') + 1;
    if (entry)
        return entry;
    return call_fail(call, "ResourceNotFoundException",
                     "Layer version arn:aws:lambda:%.*s:%.*s:layer:%s:%s does not exist.",
                     (int)(layer - region - 1), region, (int)(region - name->key - 1), name->key,
                     layer, name->version);
}

static bool same_policy(struct call *call, const json_t *policy)
{
    if (same_revision_of(call, policy))
        return true;
    call_fail(call, "PreconditionFailedException",
              "The Revision Id provided does not match the latest Revision Id. Call the "
              "GetLayerPolicy API to retrieve the latest Revision Id");
    return false;
}

json_t *op_add_layer_version_permission(struct call *call)
{
    struct layer_name name = {.key = ""};
    json_t *entry = policy_owner(call, &name), *policy = json_object_get(entry, "Policy");
    const char *id = call_string(call, "StatementId");
    if (!entry || (policy && !same_policy(call, policy)))
        return NULL;
    if (!policy && !put(entry, "Policy", policy = json_pack("{s:{}}", "Statements")))
        return call_no_memory(call);
    json_t *statements = json_object_get(policy, "Statements");
    if (json_object_get(statements, id))
        return call_fail(call, "ResourceConflictException",
                         "The statement id (%s) provided already exists. Please provide a new "
                         "statement id, or remove the existing statement.",
                         id);
    json_t *arn = json_object_get(json_object_get(entry, "Info"), "LayerVersionArn");
    json_t *statement = json_pack("{s:s, s:s, s:s, s:s, s:O}", "Sid", id, "Effect", "Allow",
                                  "Principal", call_string(call, "Principal"), "Action",
                                  call_string(call, "Action"), "Resource", arn);
    char *text = statement ? json_dumps(statement, JSON_COMPACT) : NULL;
    (void)put(statements, id, statement);
    revise(policy);
    layer_save(call->service, name.key, json_object_get(call->service->layers, name.key));
    json_t *result = json_pack("{s:s, s:O}", "Statement", text ? text : "", "RevisionId",
                               json_object_get(policy, "RevisionId"));
    free(text);
    return result;
}

json_t *op_get_layer_version_policy(struct call *call)
{
    struct layer_name name = {.key = ""};
    json_t *entry = policy_owner(call, &name), *policy = json_object_get(entry, "Policy");
    const char *id;
    json_t *statement, *list = json_array();
    json_object_foreach (json_object_get(policy, "Statements"), id, statement)
        json_array_append(list, statement);
    json_t *document =
        json_pack("{s:s, s:s, s:O}", "Version", "2012-10-17", "Id", "default", "Statement", list);
    char *text = document ? json_dumps(document, JSON_COMPACT) : NULL;
    json_t *result = NULL;
    if (entry && json_array_size(list) == 0)
        call_fail(call, "ResourceNotFoundException",
                  "No policy is associated with the given resource.");
    else if (entry)
        result = json_pack("{s:s, s:O}", "Policy", text ? text : "", "RevisionId",
                           json_object_get(policy, "RevisionId"));
    free(text);
    json_decref(list);
    json_decref(document);
    return result;
}

json_t *op_remove_layer_version_permission(struct call *call)
{
    struct layer_name name = {.key = ""};
    json_t *entry = policy_owner(call, &name), *policy = json_object_get(entry, "Policy");
    json_t *statements = json_object_get(policy, "Statements");
    const char *id = call_string(call, "StatementId");
    if (!entry)
        return NULL;
    if (!json_object_get(statements, id))
        return call_fail(call, "ResourceNotFoundException",
                         "Statement %s is not found in resource policy.", id);
    if (!same_policy(call, policy))
        return NULL;
    (void)json_object_del(statements, id);
    revise(policy);
    layer_save(call->service, name.key, json_object_get(call->service->layers, name.key));
    return json_null();
}
