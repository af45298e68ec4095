/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens of expressions. */
#ifndef SLRUN_DYNAMODB_EXPR_LEXER_H
#define SLRUN_DYNAMODB_EXPR_LEXER_H

#include <stddef.h>

#include "expr.h"

struct token {
    int type; /* TOKEN_... of the grammar; 0 at the end of the text */
    const char *text;
    size_t length;
};

/* Cuts `text` into tokens and puts an end token behind them. `tokens` has strlen(text) + 1
 * elements. Returns their count with the end token. What is no token of DynamoDB becomes TOKEN_BAD,
 * one byte (one UTF-8 character) each. Keywords depend on the kind of expression and match in any
 * case. */
size_t lexer_run(enum expr_kind kind, const char *text, struct token *tokens);

#endif
