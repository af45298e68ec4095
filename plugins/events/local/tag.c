/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of buses and rules. */
#include "local/tag.h"

#include <string.h>

bool tags_put(struct slrun_json_call *call, json_t *owner, const json_t *tags)
{
    json_t *mine = json_object_get(owner, "Tags");
    size_t i, more = 0;
    if (!mine)
        (void)json_object_set_new(owner, "Tags", mine = json_array());
    for (i = 0; i < json_array_size(tags); i++) {
        const char *key = slrun_text(json_array_get(tags, i), "Key");
        if (slrun_list_at(tags, "Key", key) < i)
            return call_invalid(call, "Duplicate keys are not allowed: %.128s", key);
        more += slrun_list_at(mine, "Key", key) == json_array_size(mine);
    }
    if (json_array_size(mine) + more > TAGS_MAX)
        return call_fail(call, "LimitExceededException",
                         "The requested resource exceeds the maximum number allowed.");
    slrun_list_put(mine, "Key", tags);
    return true;
}

/* The bus or rule with that ARN. */
static json_t *owner_of(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "ResourceARN");
    json_t *bus = strstr(arn, ":event-bus/") ? bus_find(call->service, "", "", arn) : NULL;
    json_t *owner = bus ? bus : json_object_get(service_of(call)->rules, arn);
    const char *last = strrchr(arn, '/');
    if (owner)
        return owner;
    return strstr(arn, ":event-bus/")
               ? call_fail(call, "ResourceNotFoundException", "Event bus %.256s does not exist.",
                           last + 1)
               : call_fail(call, "ResourceNotFoundException",
                           "Rule %.64s does not exist on EventBus default.", last ? last + 1 : arn);
}

static json_t *kept(struct slrun_json_call *call, const json_t *owner)
{
    const char *arn = slrun_text(owner, "Arn");
    if (strstr(arn, ":event-bus/"))
        bus_keep(call->service, arn);
    else
        rule_keep(call->service, arn);
    return json_object();
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    return owner && tags_put(call, owner, json_object_get(call->args, "Tags")) ? kept(call, owner)
                                                                               : NULL;
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    slrun_list_drop(json_object_get(owner, "Tags"), "Key", json_object_get(call->args, "TagKeys"));
    return owner ? kept(call, owner) : NULL;
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call), *tags = json_object_get(owner, "Tags");
    if (!owner)
        return NULL;
    return tags ? json_pack("{s:O}", "Tags", tags) : json_pack("{s:[]}", "Tags");
}
