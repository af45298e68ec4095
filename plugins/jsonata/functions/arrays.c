/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of arrays: https://docs.jsonata.org/array-functions. */
#include "jsonata/functions/native.h"
#include "jsonata/functions/random.h"

static struct jn append(struct jn_run *run, const struct jn_call *call)
{
    struct jn first = jn_argument(call, 0), second = jn_argument(call, 1);
    if (first.type == JN_UNDEFINED || second.type == JN_UNDEFINED)
        return first.type == JN_UNDEFINED ? second : first;
    struct jn made = jn_array(run, 0);
    jn_push_all(run, made, first);
    jn_push_all(run, made, second);
    return made;
}

static struct jn reverse(struct jn_run *run, const struct jn_call *call)
{
    struct jn given = jn_argument(call, 0), made = jn_array(run, 0);
    if (jn_count(given) <= 1)
        return given;
    for (size_t i = jn_count(given); i > 0 && jn_step(run, 1); i--)
        jn_push(run, made, jn_at(given, i - 1));
    return made;
}

static struct jn shuffle(struct jn_run *run, const struct jn_call *call)
{
    struct jn given = jn_argument(call, 0), made = jn_array(run, 0);
    if (jn_count(given) <= 1)
        return given;
    jn_push_all(run, made, given);
    for (size_t i = jn_count(made); i > 1 && jn_step(run, 1); i--) {
        size_t other = (size_t)(jn_random() * (double)i);
        struct jn one = jn_at(made, i - 1);
        made.array->at[i - 1] = made.array->at[other];
        made.array->at[other] = one;
    }
    return made;
}

static bool has(struct jn_run *run, struct jn array, struct jn value)
{
    for (size_t i = 0; i < jn_count(array) && !jn_failed(run); i++)
        if (jn_equal(run, jn_at(array, i), value))
            return true;
    return false;
}

static struct jn distinct(struct jn_run *run, const struct jn_call *call)
{
    struct jn given = jn_argument(call, 0);
    if (jn_count(given) <= 1)
        return given;
    struct jn made = jn_array(run, jn_marked(given, JN_SEQUENCE) ? JN_SEQUENCE : 0);
    for (size_t i = 0; i < jn_count(given) && jn_step(run, 1); i++)
        if (!has(run, made, jn_at(given, i)))
            jn_push(run, made, jn_at(given, i));
    return made;
}

static struct jn zip_row(struct jn_run *run, const struct jn_call *call, size_t row)
{
    struct jn made = jn_array(run, 0);
    for (size_t i = 0; i < jn_count(call->arguments); i++)
        jn_push(run, made, jn_at(jn_argument(call, i), row));
    return made;
}

static struct jn zip(struct jn_run *run, const struct jn_call *call)
{
    struct jn made = jn_array(run, 0);
    size_t rows = SIZE_MAX;
    for (size_t i = 0; i < jn_count(call->arguments); i++)
        if (jn_count(jn_argument(call, i)) < rows)
            rows = jn_count(jn_argument(call, i));
    for (size_t i = 0; rows != SIZE_MAX && i < rows && jn_step(run, 1); i++)
        jn_push(run, made, zip_row(run, call, i));
    return made;
}

static const struct jn_native natives[] = {
    {"append", "<xx:a>", append, 2, JN_ALWAYS},  {"reverse", "<a:a>", reverse, 1, JN_ALWAYS},
    {"shuffle", "<a:a>", shuffle, 1, JN_ALWAYS}, {"distinct", "<x:x>", distinct, 1, JN_ALWAYS},
    {"zip", "<a+>", zip, 0, JN_ALWAYS},
};
const struct jn_native_table jn_array_natives = {natives, sizeof natives / sizeof *natives};
