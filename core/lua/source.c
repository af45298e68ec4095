/* SPDX-License-Identifier: Apache-2.0 */
/* Enough of Lua's lexer to tell the keys of one table from all that stands inside of it. */
#include "lua/source.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scan {
    const char *at, *end;
    int line;
    int braces; /* open: 1 is the table of the call */
    int inner;  /* open parentheses, brackets and blocks inside of it */
};

/* What opens a block and what closes one; `while` and `for` are counted by their `do`. */
static const struct {
    const char *word;
    int step;
} blocks[] = {{"function", 1}, {"if", 1}, {"do", 1}, {"repeat", 1}, {"end", -1}, {"until", -1}};

static char peek(const struct scan *s, size_t ahead)
{
    return (size_t)(s->end - s->at) > ahead ? s->at[ahead] : '\0';
}

static void step(struct scan *s)
{
    s->line += *s->at == '\n';
    s->at++;
}

/* The level of a long bracket that opens here ("[[": 0, "[=[": 1), or -1. */
static int long_level(const struct scan *s)
{
    size_t n = 1;
    if (peek(s, 0) != '[')
        return -1;
    while (peek(s, n) == '=')
        n++;
    return peek(s, n) == '[' ? (int)n - 1 : -1;
}

static void skip_long(struct scan *s, int level)
{
    for (; s->at < s->end; step(s)) {
        int n = 1;
        if (*s->at != ']')
            continue;
        while (peek(s, (size_t)n) == '=')
            n++;
        if (n - 1 == level && peek(s, (size_t)n) == ']') {
            s->at += n + 1;
            return;
        }
    }
}

static void skip_quoted(struct scan *s)
{
    char quote = *s->at++;
    while (s->at < s->end && *s->at != quote && *s->at != '\n') {
        if (*s->at == '\\' && s->at + 1 < s->end)
            step(s);
        step(s);
    }
    if (s->at < s->end)
        step(s);
}

/* Comments and strings. False: none begins here. */
static bool skip_text(struct scan *s)
{
    int level;
    if (peek(s, 0) == '-' && peek(s, 1) == '-') {
        s->at += 2;
        if ((level = long_level(s)) >= 0)
            skip_long(s, level);
        else
            while (s->at < s->end && *s->at != '\n')
                s->at++;
        return true;
    }
    if ((level = long_level(s)) >= 0) {
        skip_long(s, level);
        return true;
    }
    if (peek(s, 0) == '"' || peek(s, 0) == '\'') {
        skip_quoted(s);
        return true;
    }
    return false;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* A word begins here: true when it is the key, at the level of the table's keys. */
static bool take_word(struct scan *s, const char *key)
{
    const char *word = s->at;
    while (s->at < s->end && is_word(*s->at))
        s->at++;
    size_t n = (size_t)(s->at - word);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (strlen(blocks[i].word) == n && memcmp(blocks[i].word, word, n) == 0)
            s->inner += s->braces > 0 ? blocks[i].step : 0;
    if (s->braces != 1 || s->inner != 0 || strlen(key) != n || memcmp(key, word, n) != 0)
        return false;
    const char *next = s->at;
    while (next < s->end && isspace((unsigned char)*next))
        next++;
    return next + 1 < s->end && next[0] == '=' && next[1] != '=';
}

/* 1: found; 0: go on; -1: the table has ended. */
static int take(struct scan *s, const char *key)
{
    char c = *s->at;
    if (skip_text(s))
        return 0;
    if (is_word(c))
        return take_word(s, key) ? 1 : 0;
    s->braces += (c == '{') - (c == '}');
    if (s->braces > 0)
        s->inner += (c == '(' || c == '[') - (c == ')' || c == ']');
    step(s);
    return c == '}' && s->braces == 0 ? -1 : 0;
}

static int scan_for(struct scan *s, int line, const char *key)
{
    while (s->at < s->end && s->line < line)
        step(s);
    while (s->at < s->end) {
        int verdict = take(s, key);
        if (verdict != 0)
            return verdict > 0 ? s->line : 0;
    }
    return 0;
}

int source_line_of_key(const char *path, int line, const char *key)
{
    FILE *file = fopen(path, "r");
    char *text = file ? malloc(SOURCE_READ_MAX) : NULL;
    int found = 0;
    if (text) {
        struct scan s = {.at = text, .line = 1};
        s.end = text + fread(text, 1, SOURCE_READ_MAX, file);
        found = scan_for(&s, line, key);
    }
    free(text);
    if (file)
        fclose(file);
    return found;
}
