/* SPDX-License-Identifier: Apache-2.0 */
/* Helpers shared by the files of the value rules and the evaluator. Not for callers of the engine.
 */
#ifndef SLRUN_DYNAMODB_EXPR_VALUE_INTERNAL_H
#define SLRUN_DYNAMODB_EXPR_VALUE_INTERNAL_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "number.h"
#include "value.h"

/* jansson's functions take json_t * also where they only read; its iterators need it too. */
static inline json_t *value_loose(const json_t *value)
{
    return (json_t *)(uintptr_t)value;
}

/* The number in the JSON string `text`; zero and false if it holds none. */
bool value_number(const json_t *text, struct number *out);

/* A new {"N": "..."}. NULL without memory. */
json_t *value_of_number(const struct number *number);

/* Decodes the base64 JSON string `text`. False (and *out empty) for bad text or without memory. */
bool value_decode(const json_t *text, struct value_bytes *out);

/* Order of two payloads of S, N or B. */
int value_compare_scalars(enum value_type type, const json_t *a, const json_t *b);

/* Is the element text `text` in the canonical set payload `set`? */
bool value_set_holds(const json_t *set, const json_t *text);

/* SerializationException with AWS's message; false. */
bool value_fail_shape(struct expr_error *error, const char *message);

/* Canonical copies of the payloads of S, N, B, BOOL and NULL. NULL with the error set. */
json_t *value_copy_string(const json_t *json, struct expr_error *error);
json_t *value_copy_number(const json_t *json, struct expr_error *error);
json_t *value_copy_binary(const json_t *json, struct expr_error *error);
json_t *value_copy_boolean(const json_t *json, struct expr_error *error);
json_t *value_copy_null(const json_t *json, struct expr_error *error);

/* Are the members of a canonical set different from each other? Else the error. */
bool value_check_distinct(enum value_type type, const json_t *set, struct expr_error *error);

/* Levels of a value: 1 for a scalar or an empty list. */
size_t value_depth(const json_t *value);

/* AWS's message for what is nested too deeply; false. */
bool value_fail_depth(struct expr_error *error);

#endif
