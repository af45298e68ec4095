/* SPDX-License-Identifier: Apache-2.0 */
/* Containers of AttributeValues, in either direction; recursion is bounded here. */
#include "client/conversion.h"

#include <string.h>

#include "client/attribute.h"

json_t *conversion_refuse(const struct conversion *c, const struct attr_path *path,
                          const char *what)
{
    return attr_path_fail(c->ctx, c->kind, path, what);
}

json_t *conversion_memory(const struct conversion *c, const struct attr_path *path)
{
    return attr_path_fail(c->ctx, SLRUN_E_MEMORY, path, "out of memory");
}

json_t *conversion_elements(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    if (!json_is_array(json))
        return conversion_refuse(c, path, "not a list");
    json_t *result = json_array();
    if (result == NULL)
        return conversion_memory(c, path);
    for (size_t i = 0; i < json_array_size(json); i++) {
        struct attr_path at = {.up = path, .index = i};
        json_t *value = c->value(c, json_array_get(json, i), &at);
        if (value == NULL || json_array_append_new(result, value) != 0) {
            json_decref(result);
            return value == NULL ? NULL : conversion_memory(c, path);
        }
    }
    return result;
}

json_t *conversion_members(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    if (!json_is_object(json))
        return conversion_refuse(c, path, "not a map");
    json_t *result = json_object();
    if (result == NULL)
        return conversion_memory(c, path);
    const char *key;
    json_t *member;
    json_object_foreach (json, key, member) {
        struct attr_path at = {.up = path, .key = key};
        json_t *value = c->value(c, member, &at);
        if (value == NULL || json_object_set_new_nocheck(result, key, value) != 0) {
            json_decref(result);
            return value == NULL ? NULL : conversion_memory(c, path);
        }
    }
    return result;
}

/* The conversion one level deeper, or false (with the error) if that is too deep. */
static bool deeper(const struct conversion *c, struct conversion *inner,
                   const struct attr_path *path)
{
    if (c->depth >= ATTR_DEPTH_MAX) {
        (void)conversion_refuse(c, path, "lists and maps are nested more than 32 levels deep");
        return false;
    }
    *inner = *c;
    inner->depth++;
    return true;
}

json_t *conversion_list(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    struct conversion inner;
    return deeper(c, &inner, path) ? conversion_elements(&inner, json, path) : NULL;
}

json_t *conversion_map(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    struct conversion inner;
    return deeper(c, &inner, path) ? conversion_members(&inner, json, path) : NULL;
}

json_t *conversion_set(const struct conversion *c, json_t *json, const struct attr_path *path)
{
    if (!json_is_array(json) || json_array_size(json) == 0)
        return conversion_refuse(c, path, "not a set with at least one member");
    return conversion_elements(c, json, path);
}

bool conversion_is_base64(const json_t *json)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    if (!json_is_string(json))
        return false;
    const char *text = json_string_value(json);
    size_t digits = strspn(text, alphabet), padding = strspn(text + digits, "=");
    return padding <= 2 && digits + padding == json_string_length(json) &&
           (digits + padding) % 4 == 0;
}

json_t *conversion_tagged(const struct conversion *c, const char *tag, json_t *value,
                          const struct attr_path *path)
{
    if (value == NULL)
        return NULL;
    json_t *tagged = c->ctx->host->tagged_new(tag, value);
    return tagged != NULL ? tagged : conversion_memory(c, path);
}

json_t *conversion_guard(const struct conversion *c, json_t *object, const struct attr_path *path)
{
    if (object == NULL || json_object_get(object, SLRUN_TAG_KEY) == NULL)
        return object;
    return conversion_tagged(c, SLRUN_TAG_MAP, object, path);
}
