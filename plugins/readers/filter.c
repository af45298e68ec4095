/* SPDX-License-Identifier: Apache-2.0 */
/* What records a mapping hands on. */
#include "readers/filter.h"

#include <string.h>

static json_t *pattern_of(const json_t *filter)
{
    const char *text = json_string_value(json_object_get(filter, "Pattern"));
    return text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
}

bool filter_check(const struct slrun_cloud *cloud, const json_t *criteria)
{
    size_t i;
    json_t *filter;
    json_array_foreach (json_object_get(criteria, "Filters"), i, filter) {
        struct slrun_error error = {.kind = SLRUN_E_NONE};
        json_t *pattern = pattern_of(filter);
        bool ok = json_is_object(pattern) && cloud->pattern_check(pattern, &error) == 0;
        json_decref(pattern);
        if (!ok)
            return false;
    }
    return true;
}

json_t *filter_patterns(const json_t *criteria)
{
    const json_t *filters = json_object_get(criteria, "Filters");
    size_t i;
    json_t *filter;
    json_t *patterns = json_array_size(filters) ? json_array() : NULL;
    json_array_foreach (filters, i, filter) {
        json_t *pattern = pattern_of(filter);
        if (pattern)
            (void)json_array_append_new(patterns, pattern);
    }
    return patterns;
}

/* A pattern for members of JSON means JSON alone, one for text other text alone. */
static bool fits(const json_t *pattern, const char *content, bool is_json)
{
    const json_t *wanted = content ? json_object_get(pattern, content) : NULL;
    return !wanted || json_is_object(wanted) == is_json;
}

/* The record with its content as patterns see it: JSON, or text. */
static json_t *seen_of(const struct filter_record *r, bool *is_json)
{
    const json_t *text = r->text;
    json_t *seen = json_copy((json_t *)(uintptr_t)r->record), *parsed = NULL;
    if (r->content && text)
        parsed =
            json_loadb(json_string_value(text), json_string_length(text), JSON_ALLOW_NUL, NULL);
    if (parsed || text)
        (void)json_object_set(seen, r->content, parsed ? parsed : (json_t *)(uintptr_t)text);
    *is_json = parsed != NULL;
    json_decref(parsed);
    return seen;
}

bool filter_passes(const struct slrun_cloud *cloud, const json_t *patterns,
                   const struct filter_record *r)
{
    size_t i;
    bool passes = false, is_json;
    json_t *pattern, *seen;
    if (!patterns)
        return true;
    seen = seen_of(r, &is_json);
    json_array_foreach (patterns, i, pattern)
        passes = passes ||
                 (fits(pattern, r->content, is_json) && cloud->pattern_match(pattern, seen) == 1);
    json_decref(seen);
    return passes;
}

json_t *filter_view(const json_t *patterns, const struct filter_record *r)
{
    size_t i;
    bool is_json;
    const char *name;
    json_t *pattern, *value, *member, *view = json_object(), *seen = seen_of(r, &is_json);
    json_array_foreach (patterns, i, pattern)
        json_object_foreach (pattern, name, value)
            if ((member = json_object_get(seen, name)))
                (void)json_object_set(view, name, member);
    bool none = json_object_size(view) == 0;
    json_decref(none ? view : seen);
    return none ? seen : view;
}
