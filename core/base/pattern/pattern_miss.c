/* SPDX-License-Identifier: Apache-2.0 */
/* Why an event pattern did not let an event through. */
#include <string.h>

#include "base/error.h"
#include "base/pattern/pattern.h"

/* What stands under a name, whose dots may join those of fields within fields; NULL: nothing. */
static json_t *value_at(const json_t *event, const char *name)
{
    json_t *value = json_object_get(event, name);
    for (const char *dot = strchr(name, '.'); dot && !value; dot = strchr(dot + 1, '.'))
        value = value_at(json_object_getn(event, name, (size_t)(dot - name)), dot + 1);
    return value;
}

static json_t *names_of(const json_t *event)
{
    const char *name;
    json_t *value, *names = json_array();
    json_object_foreach ((json_t *)event, name, value)
        (void)json_array_append_new(names, json_string(name));
    return names;
}

static json_t *find(const char *before, const json_t *pattern, const json_t *event);

/* What is wrong with a member that is not so: with one of its own members, if they are there. */
static json_t *miss_of(const char *before, const char *name, json_t *wanted, const json_t *event)
{
    json_t *value = value_at(event, name), *miss = NULL;
    json_t *joined = value ? NULL : pattern_joined(name, wanted, event);
    json_t *path = json_sprintf("%s%s%s", before, *before ? "." : "", name);
    if (path && joined)
        miss = find(before, joined, event);
    else if (path && json_is_object(wanted) && json_is_object(value))
        miss = find(json_string_value(path), wanted, value);
    if (path && !miss)
        miss = json_pack("{s:O, s:O, s:O*, s:o}", "path", path, "wanted", wanted, "value", value,
                         "names", names_of(event));
    json_decref(path);
    json_decref(joined);
    return miss;
}

static json_t *find(const char *before, const json_t *pattern, const json_t *event)
{
    const char *name;
    json_t *wanted;
    json_object_foreach ((json_t *)pattern, name, wanted)
        if (!pattern_member(name, wanted, event))
            return miss_of(before, name, wanted, event);
    return NULL;
}

json_t *pattern_miss(const json_t *pattern, const json_t *event)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    json_t *miss = pattern_check(pattern, &error) == 0 ? find("", pattern, event) : NULL;
    error_clear(&error);
    return miss;
}
