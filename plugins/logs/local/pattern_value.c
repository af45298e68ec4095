/* SPDX-License-Identifier: Apache-2.0 */
/* The words of filter patterns, and the values that things are compared with. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/pattern_parser.h"
#include "local/posix_class.h"

enum { REPEAT_MAX = 255, SHOWN_MAX = 100 };

/* ---- words ---- */

void parser_fail(struct parser *p, const char *text, size_t n)
{
    if (!p->failed)
        (void)snprintf(p->error, PATTERN_ERROR_MAX, "Invalid character(s) in term '%.*s'",
                       (int)(n < SHOWN_MAX ? n : SHOWN_MAX), text);
    p->failed = true;
}

void parser_fail_here(struct parser *p)
{
    p->at += strspn(p->at, " \t\r\n");
    size_t n = strcspn(p->at, " \t\r\n" LETTERS);
    parser_fail(p, p->at, n ? n : strspn(p->at, LETTERS));
}

void *parser_made(struct parser *p, void *memory)
{
    if (!memory && !p->failed) {
        p->failed = true;
        *p->error = '\0';
    }
    return memory;
}

char *parser_copy(struct parser *p, const char *text, size_t n)
{
    return parser_made(p, strndup(text, n));
}

void parser_blanks(struct parser *p)
{
    p->at += strspn(p->at, " \t\r\n");
}

bool parser_takes(struct parser *p, const char *word)
{
    parser_blanks(p);
    size_t n = strlen(word);
    if (p->failed || strncmp(p->at, word, n) != 0)
        return false;
    p->at += n;
    return true;
}

void parser_want(struct parser *p, const char *word)
{
    if (!parser_takes(p, word))
        parser_fail_here(p);
}

/* ---- values ---- */

#define REPETITIONS "*+?{"

/* "..." with \ before a quote or another \. Returns an owned text. */
static char *quoted(struct parser *p)
{
    const char *start = p->at++;
    size_t n = 0;
    char *text = parser_made(p, malloc(strlen(start)));
    if (!text)
        return NULL;
    for (; *p->at && *p->at != '"'; p->at++) {
        if (*p->at == '\\' && (p->at[1] == '"' || p->at[1] == '\\'))
            p->at++;
        text[n++] = *p->at;
    }
    text[n] = '\0';
    if (*p->at == '"')
        p->at++;
    else
        parser_fail(p, start, strlen(start));
    return text;
}

/* Behind the repetition that stands here, "*" or "{2,5}"; NULL: it is none, or too large. */
static const char *repetition(const char *at)
{
    char *end = NULL;
    if (*at != '{')
        return at + 1;
    long least = strtol(at + 1, &end, 10);
    long most = *end == ',' ? strtol(end + 1, &end, 10) : least;
    return *end == '}' && least <= REPEAT_MAX && most <= REPEAT_MAX ? end + 1 : NULL;
}

/* Copies it. A ? or + behind it says how to search, not what is found. A repetition of a repetition
 * is refused: regcomp() would unfold it. False: refused. */
static bool repeat(const char **at, const char *end, char **out)
{
    const char *start = *at, *behind = repetition(start);
    if (!behind || behind > end)
        return false;
    memcpy(*out, start, (size_t)(behind - start));
    *out += behind - start;
    behind += *behind == '?' || *behind == '+';
    *at = behind - 1;
    return !strchr(REPETITIONS, *behind);
}

static bool allowed(char c)
{
    return isalnum((unsigned char)c) || strchr(":_#=@/;,- ^$?[]{}|\\*+.", c);
}

/* Brings what stands from `at` to `end` into POSIX's form. False: it has what AWS does not take. */
static bool to_posix(const char *at, const char *end, char *out)
{
    bool in_brackets = false;
    for (; at < end; at++) {
        const char *class = *at == '\\' ? posix_class(at[1], in_brackets) : NULL;
        if (!allowed(*at))
            return false;
        if (strchr(REPETITIONS, *at) && !in_brackets) {
            if (!repeat(&at, end, &out))
                return false;
        } else if (class) {
            out = stpcpy(out, class);
            at++;
        } else if (*at == '\\') {
            if (++at == end || isalnum((unsigned char)*at) || !allowed(*at))
                return false;
            out += sprintf(out, in_brackets ? "[.%c.]" : "\\%c", *at);
        } else {
            in_brackets = *at == '[' ? true : *at == ']' ? false : in_brackets;
            *out++ = *at;
        }
    }
    *out = '\0';
    return true;
}

static void regex(struct parser *p, struct value *value)
{
    const char *start = p->at + 1, *end = strchr(start, '%');
    char *posix =
        end ? parser_made(p, malloc((size_t)(end - start) * sizeof "[^[:alnum:]_]" + 1)) : NULL;
    if (posix && end > start && to_posix(start, end, posix) &&
        regcomp(&value->regex, posix, REG_EXTENDED | REG_NOSUB) == 0)
        value->is_regex = true;
    if (value->is_regex)
        p->at = end + 1;
    else
        parser_fail(p, p->at, strlen(p->at));
    free(posix);
}

static void number(struct value *value)
{
    char *end = NULL;
    size_t n = strspn(value->text, "+-.0123456789eE");
    value->number = strtod(value->text, &end);
    value->is_number = n > 0 && value->text[n] == '\0' && *end == '\0';
}

/* A * at an end stands for anything; elsewhere it is itself. */
static void stars(struct value *value)
{
    size_t n = strlen(value->text);
    if (n > 0 && value->text[n - 1] == '*') {
        value->open_right = true;
        value->text[--n] = '\0';
    }
    if (n > 0 && value->text[0] == '*') {
        value->open_left = true;
        memmove(value->text, value->text + 1, n);
    }
}

void parser_value(struct parser *p, struct value *value, const char *allowed)
{
    parser_blanks(p);
    size_t n = strspn(p->at, allowed);
    if (*p->at == '%') {
        regex(p, value);
        return;
    }
    if (*p->at == '"') {
        value->text = quoted(p);
    } else if (n > 0) {
        value->text = parser_copy(p, p->at, n);
        p->at += n;
        if (value->text)
            number(value);
    } else {
        parser_fail_here(p);
    }
    if (value->text && strchr(allowed, '*'))
        stars(value);
}
