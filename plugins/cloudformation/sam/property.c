/* SPDX-License-Identifier: Apache-2.0 */
/* Checks properties by tables. */
#include "sam/property.h"

#include <string.h>

#include "sam/value.h"
#include "template/nearest.h"

static unsigned type_of(const json_t *value)
{
    static const unsigned types[] = {
        [JSON_OBJECT] = SAM_MAP,
        [JSON_ARRAY] = SAM_LIST,
        [JSON_STRING] = SAM_STR,
        [JSON_INTEGER] = SAM_INT,
        [JSON_REAL] = 0,
        [JSON_TRUE] = SAM_BOOL | SAM_INT,
        [JSON_FALSE] = SAM_BOOL | SAM_INT,
        [JSON_NULL] = 0,
    };
    return value == NULL ? 0 : types[json_typeof(value)];
}

static bool items_fit(const json_t *value, const struct sam_property *property)
{
    if (property->items == 0)
        return true;
    size_t i;
    json_t *item;
    const char *key;
    if (json_is_array(value)) {
        json_array_foreach (value, i, item)
            if ((type_of(item) & property->items) == 0)
                return false;
    } else if ((property->types & SAM_LIST) == 0) {
        json_object_foreach ((json_t *)value, key, item)
            if ((type_of(item) & property->items) == 0)
                return false;
    }
    return true;
}

static bool fits(const json_t *value, const struct sam_property *property)
{
    if (property->types == 0 ||
        ((property->flags & SAM_LITERAL) == 0 && json_object_size(value) == 1))
        return true;
    return (type_of(value) & property->types) != 0 && items_fit(value, property);
}

static const char *type_name(unsigned type)
{
    static const struct {
        unsigned type;
        const char *name;
    } names[] = {{SAM_MAP, "map"}, {SAM_STR, "string"}, {SAM_LIST, "list"}, {SAM_BOOL, "boolean"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].type == type)
            return names[i].name;
    return NULL;
}

static bool known(const struct sam_property *table, const char *name)
{
    for (; table->name != NULL; table++)
        if (strcmp(table->name, name) == 0)
            return true;
    return false;
}

static const char *near_property(const struct sam_property *table, const char *name,
                                 char hint[NEAREST_HINT_MAX])
{
    struct slrun_nearest nearest = {.word = name};
    for (; table->name != NULL; table++)
        slrun_nearest_offer(&nearest, table->name);
    return nearest_hint(&nearest, hint, NEAREST_HINT_MAX);
}

static bool check_one(struct sam *s, const struct sam_checked *what,
                      const struct sam_property *property)
{
    const json_t *value = sam_get(what->properties, property->name);
    if (value == NULL) {
        return (property->flags & SAM_REQUIRED) == 0 ||
               sam_fail(s, what->id, "Missing required property '%s'.", property->name);
    }
    if (fits(value, property))
        return true;
    bool plain = property->items == 0 && (property->types == SAM_MAP || property->types == SAM_STR);
    if (plain) {
        return sam_fail(s, what->id, "Property '%s' should be a %s.", property->name,
                        type_name(property->types));
    }
    return sam_fail(s, what->id, "Type of property '%s' is invalid.", property->name);
}

bool sam_check(struct sam *s, const struct sam_checked *what, const struct sam_property *table)
{
    if (!sam_alphanumeric(what->id))
        return sam_fail(s, what->id, "Logical ids must be alphanumeric.");
    if (what->properties != NULL && !json_is_object(what->properties))
        return sam_fail(s, what->id, "Properties of a resource must be an object.");
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)what->properties, key, value) {
        if (!known(table, key)) {
            char hint[NEAREST_HINT_MAX];
            return sam_fail(s, what->id, "property %s not defined for resource of type %s%s", key,
                            what->type, near_property(table, key, hint));
        }
    }
    for (; table->name != NULL; table++)
        if (!check_one(s, what, table))
            return false;
    return true;
}

void sam_pass(struct sam *s, json_t *to, const json_t *from, const struct sam_property *table)
{
    for (; table->name != NULL; table++)
        if ((table->flags & SAM_PASS) != 0)
            sam_copy(s, to, from, table->name);
}

bool sam_expect(struct sam *s, const json_t *value, unsigned type, const char *path)
{
    return (type_of(value) & type) != 0 ||
           sam_fail(s, s->id, "Property '%s' should be a %s.", path, type_name(type));
}

bool sam_expect_event(struct sam *s, const json_t *value, unsigned type, const char *path)
{
    return (type_of(value) & type) != 0 ||
           sam_fail_event(s, s->event, "Property '%s' should be a %s.", path, type_name(type));
}

bool sam_expect_type(struct sam *s, const char *id, const char *type)
{
    const char *actual = sam_text(json_object_get(s->source, id), "Type");
    return (actual != NULL && strcmp(actual, type) == 0) ||
           sam_fail(s, id, "Resource has incorrect Type; expected '%s', got '%s'", type,
                    actual == NULL ? "" : actual);
}
