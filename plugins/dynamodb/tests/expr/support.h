/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the expression engine share: JSON in C strings, one-line calls of the engine.
 */
#ifndef SLRUN_DYNAMODB_TESTS_EXPR_SUPPORT_H
#define SLRUN_DYNAMODB_TESTS_EXPR_SUPPORT_H

/* cmocka.h needs these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

#include "expr.h"

/* Parses JSON written with ' for " (and no ' of its own). NULL gives NULL. The caller owns it. */
json_t *load(const char *text);

/* Fails the test unless `json` equals the JSON in `text`; `what` names the row. Takes `json`. */
void assert_json(json_t *json, const char *text, const char *what);

/* Fails the test unless the message is `expected`. */
void assert_message(const struct expr_error *error, const char *expected, const char *what);

/* Parses with its own scope, also checking that no placeholder is unused. NULL with the error. */
struct expr *parse_with(enum expr_kind kind, const char *text, const char *names,
                        const char *values, struct expr_error *error);

/* The same, where failing fails the test. */
struct expr *must_parse(enum expr_kind kind, const char *text, const char *names,
                        const char *values);

#endif
