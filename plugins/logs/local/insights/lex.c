/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens of queries. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/insights/tree.h"

bool reader_fail(struct reader *r, const char *expected)
{
    if (!r->failed)
        (void)snprintf(r->error, QUERY_ERROR_MAX,
                       "unexpected symbol found %.40s at line 1 and position %zu: expected %.100s",
                       *r->from ? r->from : "the end", (size_t)(r->from - r->start) + 1, expected);
    r->failed = true;
    r->kind = TOKEN_END;
    return false;
}

static void blanks(struct reader *r)
{
    while (*r->at)
        if (isspace((unsigned char)*r->at))
            r->at++;
        else if (*r->at == '#')
            r->at += strcspn(r->at, "\n");
        else
            return;
}

/* What stands between two marks; a backslash in front of the mark, or of itself, makes it plain. */
static bool quoted(struct reader *r, char mark, bool regex)
{
    char *out = r->text = malloc(strlen(r->at) + 1);
    if (!out)
        return false;
    for (r->at++; *r->at && *r->at != mark; r->at++) {
        bool plain = *r->at == '\\' && (r->at[1] == mark || (!regex && r->at[1] == '\\'));
        if (plain)
            r->at++;
        else if (regex && *r->at == '\\' && r->at[1])
            *out++ = *r->at++;
        *out++ = *r->at;
    }
    *out = '\0';
    if (*r->at != mark)
        return reader_fail(r, "the end of what is quoted");
    r->at++;
    return true;
}

static bool is_name(char c, bool first)
{
    return isalpha((unsigned char)c) || strchr("_@$", c) ||
           (!first && (isdigit((unsigned char)c) || c == '.'));
}

static void name(struct reader *r)
{
    while (*r->at && is_name(*r->at, false))
        r->at++;
    r->kind = TOKEN_NAME;
    r->text = strndup(r->from, (size_t)(r->at - r->from));
}

static void number(struct reader *r)
{
    char *end = NULL;
    r->number = strtod(r->at, &end);
    r->at += strspn(r->at, "0123456789.");
    if (end > r->at && (*r->at == 'e' || *r->at == 'E'))
        r->at = end;
    if (isalpha((unsigned char)*r->at)) { /* a period: 5m */
        while (isalnum((unsigned char)*r->at))
            r->at++;
        r->kind = TOKEN_NAME;
        r->text = strndup(r->from, (size_t)(r->at - r->from));
        return;
    }
    r->kind = TOKEN_NUMBER;
}

static void sign(struct reader *r)
{
    static const char *const two[] = {"!=", "<=", ">=", "=~", "==", "<>"};
    r->kind = TOKEN_SIGN;
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        if (strncmp(r->at, two[i], 2) == 0) {
            r->at += 2;
            return;
        }
    if (strchr("|,()[]=<>+-*/%^", *r->at))
        r->at++;
    else
        reader_fail(r, "a command, a field or an operator");
}

/* Behind "like", "=~" and "parse", with or without a field, a slash begins a regular expression. */
static bool regex_may(const struct reader *r)
{
    const char *to = r->to;
    return *r->at == '/' && to &&
           (r->parsing || (to - r->start >= 4 && strncasecmp(to - 4, "like", 4) == 0) ||
            (to - r->start >= 2 && strncmp(to - 2, "=~", 2) == 0));
}

static bool reader_is(const struct reader *r, const char *what)
{
    size_t n = strlen(what);
    bool word = isalpha((unsigned char)*what);
    return (word ? r->kind == TOKEN_NAME : r->kind == TOKEN_SIGN) &&
           (size_t)(r->to - r->from) == n && strncasecmp(r->from, what, n) == 0;
}

void reader_next(struct reader *r)
{
    bool parse = r->kind == TOKEN_NAME && r->to && reader_is(r, "parse");
    free(r->text);
    r->text = NULL;
    if (r->failed)
        return;
    blanks(r);
    r->from = r->at;
    r->parsing = parse || (r->parsing && r->kind == TOKEN_NAME);
    bool regex = regex_may(r);
    if (!*r->at)
        r->kind = TOKEN_END;
    else if (regex)
        r->kind = quoted(r, '/', true) ? TOKEN_REGEX : TOKEN_END;
    else if (strchr("\"'", *r->at))
        r->kind = quoted(r, *r->at, false) ? TOKEN_TEXT : TOKEN_END;
    else if (*r->at == '`')
        r->kind = quoted(r, '`', false) ? TOKEN_NAME : TOKEN_END;
    else if (isdigit((unsigned char)*r->at))
        number(r);
    else if (is_name(*r->at, true))
        name(r);
    else
        sign(r);
    r->to = r->at;
}

bool reader_take(struct reader *r, const char *what)
{
    bool is = !r->failed && reader_is(r, what);
    if (is)
        reader_next(r);
    return is;
}
