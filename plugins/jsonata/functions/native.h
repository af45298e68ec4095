/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of the language, each family in a file with its table. */
#ifndef SLRUN_JSONATA_NATIVE_H
#define SLRUN_JSONATA_NATIVE_H

#include "jsonata/evaluate/eval.h"
#include "jsonata/syntax/signature.h"

enum jn_scope {
    JN_ALWAYS,
    JN_PLAIN, /* but where the world is AWS's */
    JN_AWS    /* only there */
};

struct jn_native {
    const char *name, *signature;
    /* The arguments are as the signature has them; JN_ARGUMENTS of them can be read. */
    struct jn (*run)(struct jn_run *run, const struct jn_call *call);
    int arity; /* arguments that $map() and others give it */
    enum jn_scope scope;
};

struct jn_native_table {
    const struct jn_native *at;
    size_t count;
};
extern const struct jn_native_table jn_number_natives, jn_text_natives, jn_pattern_natives,
    jn_array_natives, jn_object_natives, jn_higher_natives, jn_encoding_natives, jn_time_natives,
    jn_general_natives, jn_aws_natives;

/* The function of that name as a value. */
struct jn jn_native_named(struct jn_run *run, struct jn name);
/* The `i`th argument, JN_NOTHING where it is missing. */
struct jn jn_argument(const struct jn_call *call, size_t i);

#endif
