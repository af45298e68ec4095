/* SPDX-License-Identifier: Apache-2.0 */
#include "local/tags.h"

#include <stdbool.h>
#include <strings.h>

#include <slrun/member.h>

static bool has_key(const json_t *keys, const char *key)
{
    for (size_t i = 0; i < json_array_size(keys); i++) {
        const char *one = json_string_value(json_array_get(keys, i));
        if (one && key && strcasecmp(one, key) == 0)
            return true;
    }
    return false;
}

/* The keys of the first `n` tags have this one. */
static bool is_tagged(const json_t *tags, size_t n, const char *key)
{
    for (size_t i = 0; i < n; i++) {
        const char *one = slrun_text(json_array_get(tags, i), "Key");
        if (one && key && strcasecmp(one, key) == 0)
            return true;
    }
    return false;
}

const char *tags_problem(const json_t *args, const json_t *inherited)
{
    const json_t *tags = json_object_get(args, "Tags"), *key;
    const json_t *transitive = json_object_get(args, "TransitiveTagKeys");
    size_t n = json_array_size(tags), i;
    for (i = 0; i < n; i++)
        if (is_tagged(tags, i, slrun_text(json_array_get(tags, i), "Key")))
            return "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    json_array_foreach (transitive, i, key)
        if (!is_tagged(tags, n, json_string_value(key)))
            return "The specified transitive tag key must be included in the requested tags.";
    for (i = 0; i < n; i++)
        if (has_key(inherited, slrun_text(json_array_get(tags, i), "Key")))
            return "One of the specified transitive tag keys can't be set because it conflicts "
                   "with a transitive tag key from the calling session.";
    return NULL;
}

json_t *tags_transitive(const json_t *args, const json_t *inherited)
{
    const json_t *own = json_object_get(args, "TransitiveTagKeys");
    json_t *all = json_array();
    if ((inherited && json_array_extend(all, (json_t *)(uintptr_t)inherited) != 0) ||
        (own && json_array_extend(all, (json_t *)(uintptr_t)own) != 0)) {
        json_decref(all);
        return NULL;
    }
    return all;
}
