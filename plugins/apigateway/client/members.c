/* SPDX-License-Identifier: Apache-2.0 */
/* Members of structures between what users see and the wire. */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <slrun/time.h>

#include "client/wire.h"

enum { NAME_MAX_SIZE = 128 };

const struct ag_place *ag_place_of(const struct ag_place *places, const char *name)
{
    for (; places && places->name; places++)
        if (strcmp(places->name, name) == 0)
            return places;
    return NULL;
}

/* ---- timestamps ---- */

static json_t *time_to_wire(const json_t *seconds)
{
    char text[SLRUN_TIME_SIZE];
    return json_string(slrun_time_text((int64_t)json_number_value(seconds) * 1000, 0, text));
}

static json_t *time_from_wire(const json_t *value)
{
    const char *text = json_string_value(value);
    int64_t ms;
    return text && slrun_time_read(text, SLRUN_TIME_ANY, &ms)
               ? json_integer(ms / 1000)
               : json_incref((json_t *)(uintptr_t)value);
}

/* ---- values ---- */

static json_t *convert(const struct ag_way *way, const struct slrun_shape *shape,
                       const json_t *value);

static json_t *convert_list(const struct ag_way *way, const struct slrun_shape *of,
                            const json_t *from)
{
    size_t i;
    json_t *item, *list = json_array();
    json_array_foreach (from, i, item)
        json_array_append_new(list, convert(way, of, item));
    return list;
}

static json_t *convert_map(const struct ag_way *way, const struct slrun_shape *of,
                           const json_t *from)
{
    const char *key;
    json_t *item, *map = json_object();
    json_object_foreach ((json_t *)(uintptr_t)from, key, item)
        json_object_set_new(map, key, convert(way, of, item));
    return map;
}

static json_t *convert(const struct ag_way *way, const struct slrun_shape *shape,
                       const json_t *value)
{
    if (json_is_null(value) || !shape)
        return json_incref((json_t *)(uintptr_t)value);
    if (shape->type == SLRUN_TIMESTAMP && way->lower)
        return way->direction == AG_TO_WIRE ? time_to_wire(value) : time_from_wire(value);
    if (shape->type == SLRUN_LIST && json_is_array(value))
        return convert_list(way, shape->of, value);
    if (shape->type == SLRUN_MAP && json_is_object(value))
        return convert_map(way, shape->of, value);
    if (shape->type == SLRUN_STRUCTURE && json_is_object(value))
        return ag_members(way, shape->members, NULL, value);
    return json_incref((json_t *)(uintptr_t)value);
}

/* What a member is called on the wire. False: it stands elsewhere than in the body. */
static bool wire_name(const struct ag_way *way, const struct ag_place *places, const char *name,
                      char wire[NAME_MAX_SIZE])
{
    const struct ag_place *place = ag_place_of(places, name);
    (void)snprintf(wire, NAME_MAX_SIZE, "%s", place ? place->wire : name);
    if (way->lower && !place)
        wire[0] = (char)tolower((unsigned char)wire[0]);
    return !place || place->kind == AG_BODY;
}

json_t *ag_members(const struct ag_way *way, const struct slrun_param *params,
                   const struct ag_place *places, const json_t *from)
{
    bool to_wire = way->direction == AG_TO_WIRE;
    json_t *to = json_object();
    for (const struct slrun_param *p = params; p && p->name; p++) {
        char wire[NAME_MAX_SIZE];
        if (!wire_name(way, places, p->name, wire))
            continue;
        const json_t *value = json_object_get(from, to_wire ? p->name : wire);
        if (value && !json_is_null(value))
            json_object_set_new(to, to_wire ? wire : p->name, convert(way, &p->shape, value));
    }
    return to;
}
