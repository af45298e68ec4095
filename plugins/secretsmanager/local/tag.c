/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of secrets. */

#include "local/service.h"

bool tags_put(struct slrun_json_call *call, json_t *secret, const json_t *tags)
{
    const json_t *had = json_object_get(secret, "Tags");
    json_t *mine = had ? json_copy((json_t *)had) : json_array(), *tag;
    size_t i;
    json_array_foreach (tags, i, tag)
        if (!slrun_text(tag, "Key"))
            (void)call_invalid(call, "A tag must have a key.");
    slrun_list_put(mine, "Key", tags);
    if (json_array_size(mine) > TAGS_MAX)
        (void)call_invalid(call, "A secret can have at most %d tags.", TAGS_MAX);
    if (!call->code && (had || json_array_size(mine) > 0))
        (void)json_object_set(secret, "Tags", mine);
    json_decref(mine);
    return !call->code;
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    if (!secret || !tags_put(call, secret, json_object_get(call->args, "Tags")))
        return NULL;
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return json_object();
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    if (!secret)
        return NULL;
    slrun_list_drop(json_object_get(secret, "Tags"), "Key", json_object_get(call->args, "TagKeys"));
    secret_keep(call, slrun_text(secret, "Name"), secret);
    return json_object();
}
