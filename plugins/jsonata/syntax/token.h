/* SPDX-License-Identifier: Apache-2.0 */
/* The words of the language. */
#ifndef SLRUN_JSONATA_TOKEN_H
#define SLRUN_JSONATA_TOKEN_H

#include "jsonata/run.h"

/* X(name, text, how strongly it binds what stands left of it) */
#define JN_OPERATORS(X)                                                                            \
    X(RANGE, "..", 0)                                                                              \
    X(ASSIGN, ":=", 10)                                                                            \
    X(NOT_EQUAL, "!=", 40)                                                                         \
    X(AT_LEAST, ">=", 40)                                                                          \
    X(AT_MOST, "<=", 40)                                                                           \
    X(DESCENDANTS, "**", 0)                                                                        \
    X(APPLY, "~>", 40)                                                                             \
    X(ELVIS, "?:", 40)                                                                             \
    X(COALESCE, "??", 40)                                                                          \
    X(DOT, ".", 75)                                                                                \
    X(OPEN_BRACKET, "[", 80)                                                                       \
    X(CLOSE_BRACKET, "]", 0)                                                                       \
    X(OPEN_BRACE, "{", 70)                                                                         \
    X(CLOSE_BRACE, "}", 0)                                                                         \
    X(OPEN, "(", 80)                                                                               \
    X(CLOSE, ")", 0)                                                                               \
    X(COMMA, ",", 0)                                                                               \
    X(AT, "@", 80)                                                                                 \
    X(HASH, "#", 80)                                                                               \
    X(SEMICOLON, ";", 0)                                                                           \
    X(COLON, ":", 0)                                                                               \
    X(QUESTION, "?", 20)                                                                           \
    X(PLUS, "+", 50)                                                                               \
    X(MINUS, "-", 50)                                                                              \
    X(TIMES, "*", 60)                                                                              \
    X(DIVIDE, "/", 60)                                                                             \
    X(MODULO, "%", 60)                                                                             \
    X(BAR, "|", 0)                                                                                 \
    X(EQUAL, "=", 40)                                                                              \
    X(LESS, "<", 40)                                                                               \
    X(MORE, ">", 40)                                                                               \
    X(CARET, "^", 40)                                                                              \
    X(JOIN, "&", 50)                                                                               \
    X(AND, "and", 30)                                                                              \
    X(OR, "or", 25)                                                                                \
    X(IN, "in", 40)

enum jn_operator {
    JN_OP_NONE,
#define JN_OPERATOR(name, text, power) JN_OP_##name,
    JN_OPERATORS(JN_OPERATOR)
#undef JN_OPERATOR
};
const char *jn_operator_text(enum jn_operator op);
int jn_operator_power(enum jn_operator op);

enum jn_token_type {
    JN_TOKEN_END,
    JN_TOKEN_OPERATOR,
    JN_TOKEN_NAME,
    JN_TOKEN_VARIABLE,
    JN_TOKEN_TEXT,
    JN_TOKEN_NUMBER,
    JN_TOKEN_CONSTANT,
    JN_TOKEN_REGEX
};

struct jn_token {
    enum jn_token_type type;
    enum jn_operator op;
    long position;   /* behind it, as errors tell it */
    struct jn value; /* of an operator, its text */
    struct jn flags; /* of a regular expression */
};

struct jn_lexer {
    struct jn_run *run;
    const char *text, *at, *end;
};

/* The next word. `operand`: a `/` divides, since an operand stands before it; else it begins a
 * regular expression. */
struct jn_token jn_token_next(struct jn_lexer *lexer, bool operand);

#endif
