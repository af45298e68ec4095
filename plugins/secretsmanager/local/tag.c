/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of secrets. */
#include <string.h>

#include "local/service.h"

static size_t find(const json_t *tags, const char *key)
{
    size_t i, n = json_array_size(tags);
    for (i = 0; i < n; i++) {
        const char *its = text_of(json_array_get(tags, i), "Key");
        if (its && strcmp(its, key) == 0)
            break;
    }
    return i;
}

bool tags_put(struct slrun_json_call *call, json_t *secret, const json_t *tags)
{
    json_t *mine = json_copy(json_object_get(secret, "Tags")), *tag;
    size_t i;
    json_array_foreach (tags, i, tag) {
        const char *key = text_of(tag, "Key");
        size_t at = key ? find(mine, key) : 0;
        if (!key)
            (void)call_invalid(call, "A tag must have a key.");
        else
            (void)(at < json_array_size(mine) ? json_array_set(mine, at, tag)
                                              : json_array_append(mine, tag));
    }
    if (json_array_size(mine) > TAGS_MAX)
        (void)call_invalid(call, "A secret can have at most %d tags.", TAGS_MAX);
    if (!call->code)
        (void)json_object_set(secret, "Tags", mine);
    json_decref(mine);
    return !call->code;
}

json_t *op_tag_resource(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false);
    if (!secret || !tags_put(call, secret, json_object_get(call->args, "Tags")))
        return NULL;
    secret_keep(call, text_of(secret, "Name"), secret);
    return json_object();
}

json_t *op_untag_resource(struct slrun_json_call *call)
{
    json_t *secret = call_secret(call, false), *mine = json_object_get(secret, "Tags"), *key;
    size_t i;
    if (!secret)
        return NULL;
    json_array_foreach (json_object_get(call->args, "TagKeys"), i, key)
        (void)json_array_remove(mine, find(mine, json_string_value(key)));
    secret_keep(call, text_of(secret, "Name"), secret);
    return json_object();
}
