/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a PartiQL statement into tokens. */
#ifndef SLRUN_DYNAMODB_PARTIQL_LEXER_H
#define SLRUN_DYNAMODB_PARTIQL_LEXER_H

#include <stddef.h>

#include "partiql/ast.h"

struct partiql_token {
    int type; /* PARTIQL_TOKEN_... of the grammar; 0 at the end of the text */
    const char *text;
    size_t length; /* with quotes, where it has some */
    struct partiql_place place;
};

/* What a word that stands without quotes is: PARTIQL_TOKEN_IDENT for a name. */
int partiql_word_type(const char *text, size_t length);

/* `tokens` has strlen(text) + 1 elements. Returns their count with the end token. Comments are left
 * out. What is no token becomes PARTIQL_TOKEN_BAD. */
size_t partiql_lex(const char *text, struct partiql_token *tokens);

#endif
