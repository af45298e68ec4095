/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/marked.h"

#include <stdbool.h>

#include "plugin/host.h"

struct search {
    marked_found *found;
    void *arg;
};

static void walk(const struct search *search, const struct slrun_param *params, const json_t *json);

/* All strings below a value that is secret as a whole. `name`: its key in a map; or NULL. */
static void all(const struct search *search, const char *name, const json_t *json)
{
    const char *key;
    json_t *value, *inner = NULL;
    size_t i;
    if (host_table()->tagged_get(json, &inner))
        json = inner;
    if (json_is_string(json))
        search->found(search->arg, name, json_string_value(json));
    json_array_foreach (json, i, value)
        all(search, name, value);
    json_object_foreach ((json_t *)json, key, value)
        all(search, name, value);
}

/* Those of a map, each with its key: the variables of a function. */
static void all_of_map(const struct search *search, const json_t *json)
{
    const char *key;
    json_t *value, *inner = NULL;
    if (host_table()->tagged_get(json, &inner))
        json = inner;
    json_object_foreach ((json_t *)json, key, value)
        all(search, key, value);
}

static void below(const struct search *search, const struct slrun_shape *shape, const json_t *json)
{
    const char *key;
    json_t *value;
    size_t i;
    if (shape->type == SLRUN_STRUCTURE)
        walk(search, shape->members, json);
    else if (shape->type == SLRUN_LIST && shape->of)
        json_array_foreach (json, i, value)
            below(search, shape->of, value);
    else if (shape->type == SLRUN_MAP && shape->of)
        json_object_foreach ((json_t *)json, key, value)
            below(search, shape->of, value);
}

static void walk(const struct search *search, const struct slrun_param *params, const json_t *json)
{
    if (!params || json_object_size(json) == 0)
        return;
    for (; params->name; params++) {
        bool secret = (params->flags & SLRUN_SECRET) != 0;
        enum slrun_type type = params->shape.type;
        if (!secret && type != SLRUN_STRUCTURE && type != SLRUN_LIST && type != SLRUN_MAP)
            continue;
        const json_t *value = json_object_get(json, params->name);
        if (value && secret && type == SLRUN_MAP)
            all_of_map(search, value);
        else if (value && secret)
            all(search, NULL, value);
        else if (value)
            below(search, &params->shape, value);
    }
}

void marked_each(const struct slrun_param *params, const json_t *json, marked_found *found,
                 void *arg)
{
    walk(&(struct search){found, arg}, params, json);
}
