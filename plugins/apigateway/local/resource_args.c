/* SPDX-License-Identifier: Apache-2.0 */
/* The properties of a resource as arguments of an operation, typed as that operation's parameters.
 */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/resource.h"

enum { PROPERTY_NAME_SIZE = 128 };

static json_t *typed(const struct slrun_shape *shape, const json_t *value, bool v2);

/* [{Key, Value}] where a map of tags is meant. */
static json_t *tag_map(const json_t *list)
{
    size_t i;
    json_t *tag, *map = json_object();
    json_array_foreach (list, i, tag) {
        const char *key = text_get(tag, "Key");
        if (key)
            json_object_set(map, key, json_object_get(tag, "Value"));
    }
    return map;
}

static json_t *typed_map(const struct slrun_shape *of, const json_t *value, bool v2)
{
    const char *key;
    json_t *item, *map = json_object();
    json_object_foreach ((json_t *)(uintptr_t)value, key, item)
        json_object_set_new(map, key, typed(of, item, v2));
    return map;
}

static json_t *typed_list(const struct slrun_shape *of, const json_t *value, bool v2)
{
    size_t i;
    json_t *item, *list = json_array();
    json_array_foreach (value, i, item)
        json_array_append_new(list, typed(of, item, v2));
    return list;
}

/* The property of a parameter: with a capital letter in v1, by the same name in v2. */
static const json_t *property(const json_t *properties, const char *name, bool v2)
{
    char capital[PROPERTY_NAME_SIZE];
    snprintf(capital, sizeof capital, "%s", name);
    if (!v2)
        capital[0] = (char)toupper((unsigned char)capital[0]);
    return json_object_get(properties, capital);
}

static json_t *structure(const struct slrun_param *members, const json_t *properties, bool v2)
{
    json_t *object = json_object();
    for (const struct slrun_param *p = members; p && p->name; p++) {
        const json_t *value = property(properties, p->name, v2);
        if (value && !json_is_null(value))
            json_object_set_new(object, p->name, typed(&p->shape, value, v2));
    }
    return object;
}

/* Templates write numbers as strings and strings as numbers; a schema may be an object. */
static json_t *typed_scalar(enum slrun_type type, const json_t *value)
{
    const char *text = json_string_value(value);
    struct text t = TEXT_INIT;
    if (type == SLRUN_INTEGER && text)
        return json_integer(strtoll(text, NULL, 10));
    if (type == SLRUN_FLOAT && text)
        return json_real(strtod(text, NULL));
    if (type == SLRUN_BOOLEAN && text)
        return json_boolean(strcmp(text, "true") == 0);
    if (type != SLRUN_STRING || text)
        return json_incref((json_t *)(uintptr_t)value);
    text_add_json(&t, value);
    return text_json(&t);
}

static json_t *typed(const struct slrun_shape *shape, const json_t *value, bool v2)
{
    switch (shape ? shape->type : SLRUN_DOCUMENT) {
    case SLRUN_MAP:
        return json_is_array(value) ? tag_map(value) : typed_map(shape->of, value, v2);
    case SLRUN_LIST:
        return json_is_array(value) ? typed_list(shape->of, value, v2)
                                    : json_pack("[o]", typed(shape->of, value, v2));
    case SLRUN_STRUCTURE:
        return structure(shape->members, value, v2);
    default:
        return typed_scalar(shape ? shape->type : SLRUN_DOCUMENT, value);
    }
}

const struct slrun_param *resource_params(bool v2, const char *op)
{
    const struct ag_version *v = &ag_versions[v2];
    for (size_t i = 0; i < v->n; i++)
        if (strcmp(v->ops[i].name, op) == 0)
            return v->ops[i].params;
    return NULL;
}

json_t *resource_args(const struct type *type, const struct slrun_param *params,
                      const json_t *properties)
{
    json_t *args = structure(params, properties, type->v2);
    const json_t *alias = type->alias[0] ? json_object_get(properties, type->alias[1]) : NULL;
    if (alias)
        json_object_set(args, type->alias[0], (json_t *)(uintptr_t)alias);
    return args;
}
