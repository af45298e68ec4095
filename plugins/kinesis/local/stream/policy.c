/* SPDX-License-Identifier: Apache-2.0 */
/* Resource policies. They are kept and told, and grant or deny nothing here. */
#include "resource/resource.h"
#include "service.h"

/* The policy of what the call names, or NULL with the fault filled. */
static char **policy_of(struct call *call, struct resource *resource)
{
    if (!resource_find(call, call_string(call, "ResourceARN"), resource))
        return NULL;
    return resource->consumer != NULL ? &resource->consumer->policy : &resource->stream->policy;
}

static bool check(struct call *call, const char *policy)
{
    json_t *json = json_loads(policy, 0, NULL);
    bool ok = json_is_object(json);
    json_decref(json);
    return ok || fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                           "The policy is not a valid JSON document.");
}

static json_t *set(struct call *call, const char *policy)
{
    struct resource resource;
    char **slot = policy_of(call, &resource);
    if (slot == NULL)
        return NULL;
    if (policy == NULL && *slot == NULL) {
        return no_answer(fault_set(&call->fault, FAULT_NOT_FOUND,
                                   "No resource policy found for resource ARN %s.",
                                   call_string(call, "ResourceARN")));
    }
    if (!replace_text(slot, policy))
        return no_answer(fault_bare(&call->fault, FAULT_INTERNAL));
    call_changed(call, resource.stream);
    return json_null();
}

json_t *op_put_resource_policy(struct call *call)
{
    const char *policy = call_string(call, "Policy");
    return check(call, policy) ? set(call, policy) : NULL;
}

json_t *op_delete_resource_policy(struct call *call)
{
    return set(call, NULL);
}

json_t *op_get_resource_policy(struct call *call)
{
    struct resource resource;
    char **slot = policy_of(call, &resource);
    if (slot == NULL)
        return NULL;
    return json_pack("{s:s}", "Policy", *slot == NULL ? "{}" : *slot);
}
