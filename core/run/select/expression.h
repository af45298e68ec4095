/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The expressions of -k and -m, in pytest's grammar:
 *
 *   expression: expr? EOF
 *   expr:       and_expr ('or' and_expr)*
 *   and_expr:   not_expr ('and' not_expr)*
 *   not_expr:   'not' not_expr | '(' expr ')' | ident args?
 *   ident:      letters, digits and _ : + - . [ ] \ /
 *   args:       '(' name '=' value (',' name '=' value)* ')'
 *   value:      a quoted string without \, an integer, True, False, None
 */
#ifndef SLRUN_RUN_EXPRESSION_H
#define SLRUN_RUN_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/error.h>

enum {
    EXPRESSION_SIZE_MAX = 64 * 1024, /* bytes of its text */
    EXPRESSION_DEPTH_MAX = 200,      /* of parentheses and nots */
};

enum expression_kind {
    EXPRESSION_STRING,
    EXPRESSION_NUMBER,
    EXPRESSION_TRUE,
    EXPRESSION_FALSE,
    EXPRESSION_NONE,
};

struct expression_arg {
    const char *name;
    enum expression_kind kind;
    const char *text; /* as it stands; of a string, what is in its quotes */
    long long number; /* of EXPRESSION_NUMBER; the nearest that fits */
};

/* An identifier, with the arguments behind it. */
struct expression_word {
    const char *name;
    const struct expression_arg *args;
    size_t n_args;
};

struct expression;

/* NULL with `error` filled: SLRUN_E_USAGE says "TEXT: at column N: what is wrong", as pytest. */
struct expression *expression_parse(const char *text, struct slrun_error *error);
void expression_free(struct expression *expression);

/* Whether it holds, where match() says it of its identifiers. The empty expression does not. */
bool expression_holds(const struct expression *expression,
                      bool (*match)(void *arg, const struct expression_word *word), void *arg);

/* Its identifiers, as they come. */
size_t expression_words(const struct expression *expression, const struct expression_word **words);

#endif
