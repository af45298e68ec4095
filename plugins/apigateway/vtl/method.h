/* SPDX-License-Identifier: Apache-2.0 */
/* Methods of Java's String, List, Map and Number: a table for each subject. */
#ifndef SLRUN_APIGATEWAY_VTL_METHOD_H
#define SLRUN_APIGATEWAY_VTL_METHOD_H

#include "vtl/run.h"

/* What a method can be called on; every value is METHOD_ANY besides what it is. */
enum {
    METHOD_ANY = 1,
    METHOD_STRING = 2,
    METHOD_LIST = 4,
    METHOD_MAP = 8,
    METHOD_NUMBER = 16,
};

/* A call: the value, and its arguments, also as texts where they are strings. */
struct method_call {
    json_t *of;
    const char *text; /* of `of`; "" */
    size_t n;         /* of arguments */
    json_t *arg[VTL_ARGUMENTS_MAX];
    const char *string[VTL_ARGUMENTS_MAX]; /* NULL: no string */
};

struct method {
    const char *name;
    int types;
    size_t min, max; /* of arguments */
    /* A new reference, or NULL for null. */
    json_t *(*run)(const struct method_call *c);
};

/* Each ends with a row without name. */
extern const struct method method_texts[], method_collections[];

/* An argument as integer (0: it is none) and as text ("": it is none). */
json_int_t method_integer(const struct method_call *c, size_t i);
const char *method_string(const struct method_call *c, size_t i);

/* contains() of a string or a list. */
json_t *method_contains(const struct method_call *c);

#endif
