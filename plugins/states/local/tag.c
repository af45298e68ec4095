/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of state machines and activities: lists of {key, value}. */
#include <string.h>

#include "local/service.h"

bool tags_put(struct slrun_json_call *call, json_t *owner, const json_t *tags)
{
    json_t *mine = json_copy(json_object_get(owner, "tags"));
    slrun_list_put(mine, "key", tags);
    if (json_array_size(mine) > TAGS_MAX)
        (void)call_fail(call, "TooManyTags", "Too Many Tags: a resource has %d at most", TAGS_MAX);
    else
        (void)json_object_set(owner, "tags", mine);
    json_decref(mine);
    return !call->code;
}

static json_t *owner_of(struct slrun_json_call *call)
{
    const struct service *service = service_of(call);
    const char *arn = call_text(call, "resourceArn");
    json_t *machine = json_object_get(service->machines, arn);
    json_t *owner = machine ? machine : json_object_get(service->activities, arn);
    if (strncmp(arn, "arn:", 4) != 0)
        return call_fail(call, "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: %s'", arn);
    return owner ? owner : call_fail(call, "ResourceNotFound", "Resource not found: '%s'", arn);
}

static json_t *kept(struct slrun_json_call *call, const json_t *owner)
{
    const char *arn = slrun_text(owner, "stateMachineArn");
    state_keep(service_of(call), arn ? &kept_machines : &kept_activities,
               arn ? arn : slrun_text(owner, "activityArn"), owner);
    return json_object();
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    return owner && tags_put(call, owner, json_object_get(call->args, "tags")) ? kept(call, owner)
                                                                               : NULL;
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    if (!owner)
        return NULL;
    slrun_list_drop(json_object_get(owner, "tags"), "key", json_object_get(call->args, "tagKeys"));
    return kept(call, owner);
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    return owner ? json_pack("{s:O}", "tags", json_object_get(owner, "tags")) : NULL;
}
