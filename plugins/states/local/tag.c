/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of state machines and activities: lists of {key, value}. */
#include <string.h>

#include "local/service.h"

static size_t find(const json_t *tags, const char *key)
{
    size_t i, n = json_array_size(tags);
    for (i = 0; i < n; i++) {
        const char *own = text_of(json_array_get(tags, i), "key");
        if (own && strcmp(own, key) == 0)
            break;
    }
    return i;
}

bool tags_put(struct slrun_json_call *call, json_t *owner, const json_t *tags)
{
    json_t *mine = json_deep_copy(json_object_get(owner, "tags"));
    for (size_t i = 0; i < json_array_size(tags); i++) {
        json_t *tag = json_array_get(tags, i);
        const char *key = text_of(tag, "key");
        size_t at = find(mine, key ? key : "");
        (void)(at < json_array_size(mine) ? json_array_set(mine, at, tag)
                                          : json_array_append(mine, tag));
    }
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
    const char *arn = text_of(owner, "stateMachineArn");
    state_keep(service_of(call), arn ? "machine" : "activity",
               arn ? arn : text_of(owner, "activityArn"), owner);
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
    json_t *owner = owner_of(call), *mine = json_object_get(owner, "tags"), *key;
    size_t i;
    if (!owner)
        return NULL;
    json_array_foreach (json_object_get(call->args, "tagKeys"), i, key)
        (void)json_array_remove(mine, find(mine, json_string_value(key)));
    return kept(call, owner);
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    return owner ? json_pack("{s:O}", "tags", json_object_get(owner, "tags")) : NULL;
}
