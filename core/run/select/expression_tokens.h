/* SPDX-License-Identifier: Apache-2.0 */
/* The tokens of the expressions of -k and -m, and their errors in pytest's words. */
#ifndef SLRUN_RUN_EXPRESSION_TOKENS_H
#define SLRUN_RUN_EXPRESSION_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/error.h>

enum token {
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_OR,
    TOKEN_AND,
    TOKEN_NOT,
    TOKEN_IDENT,
    TOKEN_END,
    TOKEN_EQUAL,
    TOKEN_STRING,
    TOKEN_COMMA,
};

/* Set `text` and `error`, then tokens_next() finds the first. */
struct expression_tokens {
    const char *text;
    enum token token;
    size_t start, len; /* of the token in the text */
    size_t at;         /* behind it */
    struct slrun_error *error;
};

/* Goes to the next token. 0, or -1 with the error filled. */
int tokens_next(struct expression_tokens *t);

/* "TEXT: at column N: expected WHAT; got the token"; returns -1. */
int tokens_expected(struct expression_tokens *t, const char *what);

/* "TEXT: at column N: ..." of the byte `at`; returns -1. */
int tokens_wrong(struct expression_tokens *t, size_t at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
