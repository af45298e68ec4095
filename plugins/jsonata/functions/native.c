/* SPDX-License-Identifier: Apache-2.0 */
#include "jsonata/functions/native.h"

static const struct jn_native_table *const tables[] = {
    &jn_number_natives,  &jn_text_natives,   &jn_pattern_natives,  &jn_array_natives,
    &jn_object_natives,  &jn_higher_natives, &jn_encoding_natives, &jn_time_natives,
    &jn_general_natives, &jn_aws_natives,
};

static bool is_there(const struct jn_run *run, const struct jn_native *native)
{
    return native->scope == JN_ALWAYS || (native->scope == JN_AWS) == run->world->aws;
}

static struct jn as_function(struct jn_run *run, const struct jn_native *native)
{
    struct jn_function made = {.kind = JN_FN_NATIVE, .native = native};
    made.signature = jn_signature(run, jn_literal(native->signature));
    return made.signature ? jn_function(run, &made) : JN_NOTHING;
}

struct jn jn_native_named(struct jn_run *run, struct jn name)
{
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (size_t i = 0; i < tables[t]->count; i++) {
            const struct jn_native *native = &tables[t]->at[i];
            if (jn_is(name, native->name) && is_there(run, native))
                return as_function(run, native);
        }
    return JN_NOTHING;
}

struct jn jn_argument(const struct jn_call *call, size_t i)
{
    return jn_at(call->arguments, i);
}
