/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/expression_tokens.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* In the words of pytest's messages. */
static const char *const token_names[] = {[TOKEN_OPEN] = "left parenthesis",
                                          [TOKEN_CLOSE] = "right parenthesis",
                                          [TOKEN_OR] = "or",
                                          [TOKEN_AND] = "and",
                                          [TOKEN_NOT] = "not",
                                          [TOKEN_IDENT] = "identifier",
                                          [TOKEN_END] = "end of input",
                                          [TOKEN_EQUAL] = "=",
                                          [TOKEN_STRING] = "string literal",
                                          [TOKEN_COMMA] = ","};

/* Errors -------------------------------------------------------------------------------------- */

/* As people count: a character of several bytes is one. */
static size_t column(const struct expression_tokens *t, size_t at)
{
    size_t n = 1;
    for (size_t i = 0; i < at; i++)
        n += ((unsigned char)t->text[i] & 0xC0) != 0x80;
    return n;
}

int tokens_wrong(struct expression_tokens *t, size_t at, const char *fmt, ...)
{
    char why[256];
    va_list args;
    va_start(args, fmt);
    vsnprintf(why, sizeof why, fmt, args);
    va_end(args);
    return error_set(t->error, SLRUN_E_USAGE, "%s: at column %zu: %s", t->text, column(t, at), why);
}

int tokens_expected(struct expression_tokens *t, const char *what)
{
    return tokens_wrong(t, t->start, "expected %s; got %s", what, token_names[t->token]);
}

/* Tokens -------------------------------------------------------------------------------------- */

static bool of_ident(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 ||
           (c && strchr("_:+-.[]\\/", c) != NULL);
}

static bool is_word(const struct expression_tokens *t, const char *word)
{
    return strlen(word) == t->len && strncmp(t->text + t->start, word, t->len) == 0;
}

static int string_token(struct expression_tokens *t, char quote)
{
    const char *from = t->text + t->at, *end = strchr(from + 1, quote);
    if (!end)
        return tokens_wrong(t, t->start, "closing quote \"%c\" is missing", quote);
    const char *escape = memchr(from, '\\', (size_t)(end - from));
    if (escape)
        return tokens_wrong(t, (size_t)(escape - t->text),
                            "escaping with \"\\\" not supported in marker expression");
    t->token = TOKEN_STRING;
    t->len = (size_t)(end - from) + 1;
    t->at += t->len;
    return 0;
}

static int ident_token(struct expression_tokens *t)
{
    while (of_ident(t->text[t->at]))
        t->at++;
    t->len = t->at - t->start;
    if (t->len == 0)
        return tokens_wrong(t, t->start, "unexpected character \"%c\"", t->text[t->at]);
    t->token = is_word(t, "or")    ? TOKEN_OR
               : is_word(t, "and") ? TOKEN_AND
               : is_word(t, "not") ? TOKEN_NOT
                                   : TOKEN_IDENT;
    return 0;
}

int tokens_next(struct expression_tokens *t)
{
    static const char marks[] = "()=,";
    static const enum token of_marks[] = {TOKEN_OPEN, TOKEN_CLOSE, TOKEN_EQUAL, TOKEN_COMMA};
    while (t->text[t->at] == ' ' || t->text[t->at] == '\t')
        t->at++;
    t->start = t->at;
    t->len = 0;
    char c = t->text[t->at];
    if (c == '\0') {
        t->token = TOKEN_END;
        return 0;
    }
    if (strchr(marks, c)) {
        t->token = of_marks[strchr(marks, c) - marks];
        t->at++;
        return 0;
    }
    if (c == '\'' || c == '"')
        return string_token(t, c);
    return ident_token(t);
}
