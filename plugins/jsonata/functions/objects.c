/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of objects: https://docs.jsonata.org/object-functions. */
#include "jsonata/functions/native.h"

static void add_names(struct jn_run *run, struct jn into, struct jn value)
{
    if (!jn_enter(run))
        return;
    for (size_t i = 0; value.type == JN_OBJECT && i < value.object->count; i++)
        jn_set(run, into, value.object->at[i].name, jn_null());
    for (size_t i = 0; i < jn_count(value) && !jn_failed(run); i++)
        add_names(run, into, jn_at(value, i));
    jn_leave(run);
}

static struct jn keys(struct jn_run *run, const struct jn_call *call)
{
    struct jn names = jn_object(run), made = jn_sequence(run);
    add_names(run, names, jn_argument(call, 0));
    for (size_t i = 0; names.type == JN_OBJECT && i < names.object->count; i++)
        jn_push(run, made, names.object->at[i].name);
    return made;
}

static struct jn lookup(struct jn_run *run, const struct jn_call *call)
{
    return jn_member(run, jn_argument(call, 0), jn_argument(call, 1));
}

/* Each member as an object of its own; what has none as it is. */
static void spread_into(struct jn_run *run, struct jn into, struct jn value)
{
    if (!jn_enter(run))
        return;
    for (size_t i = 0; i < jn_count(value) && !jn_failed(run); i++)
        spread_into(run, into, jn_at(value, i));
    for (size_t i = 0; value.type == JN_OBJECT && i < value.object->count && jn_step(run, 1); i++) {
        struct jn one = jn_object(run);
        jn_set(run, one, value.object->at[i].name, value.object->at[i].value);
        jn_push(run, into, one);
    }
    if (value.type != JN_ARRAY && value.type != JN_OBJECT)
        jn_push(run, into, value);
    jn_leave(run);
}

static struct jn spread(struct jn_run *run, const struct jn_call *call)
{
    struct jn given = jn_argument(call, 0), made = jn_sequence(run);
    if (given.type != JN_ARRAY && given.type != JN_OBJECT)
        return given;
    spread_into(run, made, given);
    return made;
}

static struct jn merge(struct jn_run *run, const struct jn_call *call)
{
    struct jn given = jn_argument(call, 0), made = jn_object(run);
    if (given.type != JN_ARRAY)
        return JN_NOTHING;
    for (size_t i = 0; i < jn_count(given) && !jn_failed(run); i++) {
        struct jn one = jn_at(given, i);
        for (size_t m = 0; one.type == JN_OBJECT && m < one.object->count && jn_step(run, 1); m++)
            jn_set(run, made, one.object->at[m].name, one.object->at[m].value);
    }
    return made;
}

static const struct jn_native natives[] = {
    {"keys", "<x-:a<s>>", keys, 1, JN_ALWAYS},
    {"lookup", "<x-s:x>", lookup, 2, JN_ALWAYS},
    {"spread", "<x-:a<o>>", spread, 1, JN_ALWAYS},
    {"merge", "<a<o>:o>", merge, 1, JN_ALWAYS},
};
const struct jn_native_table jn_object_natives = {natives, sizeof natives / sizeof *natives};
