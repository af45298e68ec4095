/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that take functions: https://docs.jsonata.org/higher-order-functions. */
#include "jsonata/functions/native.h"

/* The function of the second argument on a member: itself, its place or name, and the whole. */
static struct jn on_member(struct jn_run *run, const struct jn_call *call, struct jn member,
                           struct jn where)
{
    const struct jn values[4] = {member, where, jn_argument(call, 0), JN_NOTHING};
    return jn_apply_to(run, jn_argument(call, 1), call, values);
}

static struct jn map(struct jn_run *run, const struct jn_call *call)
{
    struct jn array = jn_argument(call, 0), made = jn_sequence(run);
    if (array.type != JN_ARRAY)
        return JN_NOTHING;
    for (size_t i = 0; i < jn_count(array) && !jn_failed(run); i++) {
        struct jn one = on_member(run, call, jn_at(array, i), jn_number((double)i));
        if (one.type != JN_UNDEFINED)
            jn_push(run, made, one);
    }
    return made;
}

static struct jn filter(struct jn_run *run, const struct jn_call *call)
{
    struct jn array = jn_argument(call, 0), made = jn_sequence(run);
    if (array.type != JN_ARRAY)
        return JN_NOTHING;
    for (size_t i = 0; i < jn_count(array) && !jn_failed(run); i++)
        if (jn_truth(run, on_member(run, call, jn_at(array, i), jn_number((double)i))))
            jn_push(run, made, jn_at(array, i));
    return made;
}

static struct jn single(struct jn_run *run, const struct jn_call *call)
{
    struct jn array = jn_argument(call, 0), found = JN_NOTHING;
    bool any = jn_argument(call, 1).type == JN_UNDEFINED, has = false;
    if (array.type != JN_ARRAY)
        return JN_NOTHING;
    for (size_t i = 0; i < jn_count(array) && !jn_failed(run); i++) {
        struct jn one = jn_at(array, i);
        if (!any && !jn_truth(run, on_member(run, call, one, jn_number((double)i))))
            continue;
        if (has)
            return jn_fail(run, "D3138");
        has = true;
        found = one;
    }
    return has ? found : jn_fail(run, "D3139");
}

static struct jn reduce(struct jn_run *run, const struct jn_call *call)
{
    struct jn array = jn_argument(call, 0), function = jn_argument(call, 1);
    struct jn made = jn_argument(call, 2);
    size_t i = 0;
    if (array.type != JN_ARRAY)
        return JN_NOTHING;
    if (jn_arity(run, function) < 2)
        return jn_fail(run, "D3050");
    if (made.type == JN_UNDEFINED)
        made = jn_at(array, i++);
    for (; i < jn_count(array) && !jn_failed(run); i++) {
        const struct jn values[4] = {made, jn_at(array, i), jn_number((double)i), array};
        made = jn_apply_to(run, function, call, values);
    }
    return made;
}

static struct jn each(struct jn_run *run, const struct jn_call *call)
{
    struct jn object = jn_argument(call, 0), made = jn_sequence(run);
    for (size_t i = 0; object.type == JN_OBJECT && i < object.object->count && !jn_failed(run);
         i++) {
        struct jn one = on_member(run, call, object.object->at[i].value, object.object->at[i].name);
        if (one.type != JN_UNDEFINED)
            jn_push(run, made, one);
    }
    return made;
}

static struct jn sift(struct jn_run *run, const struct jn_call *call)
{
    struct jn object = jn_argument(call, 0), made = jn_object(run);
    for (size_t i = 0; object.type == JN_OBJECT && i < object.object->count && !jn_failed(run);
         i++) {
        const struct jn_member *member = &object.object->at[i];
        if (jn_truth(run, on_member(run, call, member->value, member->name)))
            jn_set(run, made, member->name, member->value);
    }
    return made.type == JN_OBJECT && made.object->count ? made : JN_NOTHING;
}

/* ---- $sort() ---- */

static bool swap_plain(struct jn_run *run, const struct jn_order *order, struct jn a, struct jn b)
{
    (void)order;
    if (!jn_step(run, 1))
        return false;
    return a.type == JN_STRING ? jn_compare_text(a, b) > 0 : a.number > b.number;
}

struct by_function {
    struct jn_order order;
    const struct jn_call *call;
};

static bool swap_by_function(struct jn_run *run, const struct jn_order *order, struct jn a,
                             struct jn b)
{
    struct jn_call call = *((const struct by_function *)(const void *)order)->call;
    call.arguments = jn_array(run, 0);
    jn_push(run, call.arguments, a);
    jn_push(run, call.arguments, b);
    return jn_truth(run, jn_apply(run, order->function, &call));
}

static struct jn sort(struct jn_run *run, const struct jn_call *call)
{
    struct jn array = jn_argument(call, 0), function = jn_argument(call, 1);
    struct by_function by = {{.swap = swap_by_function, .function = function}, call};
    if (jn_count(array) <= 1)
        return array;
    if (function.type == JN_UNDEFINED) {
        by.order.swap = swap_plain;
        if (!jn_all_numbers(run, array) && !jn_all_strings(array))
            return jn_fail(run, "D3070");
    }
    return jn_sort(run, &by.order, array);
}

static const struct jn_native natives[] = {
    {"map", "<af>", map, 2, JN_ALWAYS},        {"filter", "<af>", filter, 2, JN_ALWAYS},
    {"single", "<af?>", single, 2, JN_ALWAYS}, {"reduce", "<afj?:j>", reduce, 3, JN_ALWAYS},
    {"each", "<o-f:a>", each, 2, JN_ALWAYS},   {"sift", "<o-f?:o>", sift, 2, JN_ALWAYS},
    {"sort", "<af?:a>", sort, 2, JN_ALWAYS},
};
const struct jn_native_table jn_higher_natives = {natives, sizeof natives / sizeof *natives};
