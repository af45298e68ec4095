/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of parameters. */
#include <string.h>

#include "local/service.h"

bool tags_put(struct slrun_json_call *call, json_t *parameter, const json_t *tags)
{
    json_t *all = json_copy(json_object_get(parameter, "Tags"));
    slrun_list_put(all, "Key", tags);
    bool fits = json_array_size(all) <= TAGS_MAX;
    if (fits)
        (void)json_object_set(parameter, "Tags", all);
    json_decref(all);
    return fits || call_fail(call, "TooManyTagsError",
                             "The Targets parameter includes too many tags. Remove one or more "
                             "tags and try the command again.");
}

/* The parameter that ResourceType and ResourceId name. NULL after call_fail(). */
static json_t *owner_of(struct slrun_json_call *call)
{
    char name[NAME_SIZE];
    const char *selector;
    if (strcmp(call_text(call, "ResourceType"), "Parameter") != 0)
        return call_fail(call, "InvalidResourceType",
                         "The local cloud has no resources of the type %s.",
                         call_text(call, "ResourceType"));
    name_split(call_text(call, "ResourceId"), name, &selector);
    json_t *owner = parameter_find(call, name);
    return owner && !*selector ? owner
                               : call_fail(call, "InvalidResourceId",
                                           "The resource ID is not valid. Verify that you entered "
                                           "the correct ID and try again.");
}

json_t *op_add_tags_to_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    if (!owner || !tags_put(call, owner, json_object_get(call->args, "Tags")))
        return NULL;
    parameter_keep(call, slrun_text(owner, "Name"), owner);
    return json_object();
}

json_t *op_remove_tags_from_resource(struct slrun_json_call *call)
{
    json_t *owner = owner_of(call);
    if (!owner)
        return NULL;
    slrun_list_drop(json_object_get(owner, "Tags"), "Key", json_object_get(call->args, "TagKeys"));
    parameter_keep(call, slrun_text(owner, "Name"), owner);
    return json_object();
}

json_t *op_list_tags_for_resource(struct slrun_json_call *call)
{
    const json_t *owner = owner_of(call);
    return owner ? json_pack("{s:O}", "TagList", json_object_get(owner, "Tags")) : NULL;
}
