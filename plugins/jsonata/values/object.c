/* SPDX-License-Identifier: Apache-2.0 */
/* Objects: members in their order, found by hash where they are more than a few. */
#include <string.h>

#include "jsonata/run.h"

enum { FEW = 8 };

struct jn jn_object(struct jn_run *run)
{
    struct jn_object *object = jn_take(run, sizeof *object);
    return object ? (struct jn){.type = JN_OBJECT, .object = object} : JN_NOTHING;
}

static uint32_t hash_of(struct jn name)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < name.size; i++)
        hash = (hash ^ (unsigned char)name.text[i]) * 16777619u;
    return hash;
}

/* The slot of a name, or the free one where it would be. */
static uint32_t *slot_of(const struct jn_object *object, struct jn name)
{
    size_t i = hash_of(name) & (object->slot_count - 1);
    while (object->slots[i] && !jn_same_text(object->at[object->slots[i] - 1].name, name))
        i = (i + 1) & (object->slot_count - 1);
    return &object->slots[i];
}

static void index_again(struct jn_run *run, struct jn_object *object)
{
    size_t slots = object->room * 2;
    object->slots = object->room > FEW ? jn_take(run, slots * sizeof *object->slots) : NULL;
    object->slot_count = object->slots ? slots : 0;
    for (size_t i = 0; object->slots && i < object->count; i++)
        *slot_of(object, object->at[i].name) = (uint32_t)i + 1;
}

static bool object_grow(struct jn_run *run, struct jn_object *object)
{
    size_t room = object->room ? object->room * 2 : 4;
    struct jn_member *at = jn_take(run, room * sizeof *at);
    if (!at)
        return false;
    if (object->count)
        memcpy(at, object->at, object->count * sizeof *at);
    object->at = at;
    object->room = room;
    index_again(run, object);
    return true;
}

struct jn_member *jn_find(struct jn object, struct jn name)
{
    if (object.type != JN_OBJECT || name.type != JN_STRING)
        return NULL;
    if (object.object->slots) {
        uint32_t place = *slot_of(object.object, name);
        return place ? &object.object->at[place - 1] : NULL;
    }
    for (size_t i = 0; i < object.object->count; i++)
        if (jn_same_text(object.object->at[i].name, name))
            return &object.object->at[i];
    return NULL;
}

struct jn jn_get(struct jn object, struct jn name)
{
    const struct jn_member *found = jn_find(object, name);
    return found ? found->value : JN_NOTHING;
}

void jn_set(struct jn_run *run, struct jn object, struct jn name, struct jn value)
{
    struct jn_member *there = jn_find(object, name);
    struct jn_object *into = object.type == JN_OBJECT ? object.object : NULL;
    if (there)
        there->value = value;
    if (there || !into || name.type != JN_STRING)
        return;
    if (into->count == into->room && !object_grow(run, into))
        return;
    into->at[into->count++] = (struct jn_member){name, value};
    if (into->slots)
        *slot_of(into, name) = (uint32_t)into->count;
}

void jn_remove(struct jn_run *run, struct jn object, struct jn name)
{
    struct jn_member *there = jn_find(object, name);
    if (!there)
        return;
    struct jn_member *end = object.object->at + object.object->count;
    memmove(there, there + 1, (size_t)(end - there - 1) * sizeof *there);
    object.object->count--;
    index_again(run, object.object);
}

struct jn jn_object_copy(struct jn_run *run, struct jn object)
{
    struct jn copy = jn_object(run);
    for (size_t i = 0; object.type == JN_OBJECT && i < object.object->count; i++)
        jn_set(run, copy, object.object->at[i].name, object.object->at[i].value);
    return copy;
}
