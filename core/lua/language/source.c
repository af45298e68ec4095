/* SPDX-License-Identifier: Apache-2.0 */
/* Enough of Lua's lexer to tell the keys of one table from all that stands inside of it. */
#include "lua/language/source.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

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

/* The text of a file, malloc's, as a scan from its first line; NULL: it cannot be read. */
static char *open_scan(const char *path, struct scan *s)
{
    FILE *file = file_open(path);
    char *text = file ? malloc(SOURCE_READ_MAX) : NULL;
    if (text)
        *s = (struct scan){
            .at = text, .end = text + fread(text, 1, SOURCE_READ_MAX, file), .line = 1};
    if (file)
        fclose(file);
    return text;
}

int source_line_of_key(const char *path, int line, const char *key)
{
    struct scan s;
    char *text = open_scan(path, &s);
    int found = text ? scan_for(&s, line, key) : 0;
    free(text);
    return found;
}

/* Expectations without a matcher --------------------------------------------------------------- */

/* A word of the source. */
struct word {
    const char *at;
    size_t n;
};

static bool is_one_of(struct word word, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == word.n && memcmp(*words, word.at, word.n) == 0)
            return true;
    return false;
}

static struct word read_word(struct scan *s)
{
    struct word word = {.at = s->at};
    while (s->at < s->end && is_word(*s->at))
        s->at++;
    word.n = (size_t)(s->at - word.at);
    return word;
}

/* Returns ---------------------------------------------------------------------------------------
 */

enum { NESTED_MAX = 64 };

/* What is open at some place in a function; what is deeper is taken for no function. */
struct nest {
    bool is_function[NESTED_MAX];
    int depth, functions;
};

static void enter(struct nest *n, bool is_function)
{
    if (n->depth < NESTED_MAX) {
        n->is_function[n->depth] = is_function;
        n->functions += is_function;
    }
    n->depth++;
}

static void leave(struct nest *n)
{
    if (n->depth > 0 && --n->depth < NESTED_MAX)
        n->functions -= n->is_function[n->depth];
}

/* Whether the word is a `return` of the outermost function. */
static bool take_return(struct nest *n, struct word word)
{
    static const char *const function[] = {"function", NULL}, *const returns[] = {"return", NULL};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (strlen(blocks[i].word) == word.n && memcmp(blocks[i].word, word.at, word.n) == 0) {
            if (blocks[i].step > 0)
                enter(n, is_one_of(word, function));
            else
                leave(n);
        }
    return n->functions == 1 && is_one_of(word, returns);
}

int source_line_of_return(const char *path, int first, int last)
{
    struct scan s;
    struct nest nest = {.depth = 0};
    int found = first;
    char *text = open_scan(path, &s);
    while (text && s.at < s.end && s.line <= last) {
        bool counts = s.line >= first;
        if (skip_text(&s))
            continue;
        struct word word = counts ? read_word(&s) : (struct word){.n = 0};
        if (word.n == 0)
            step(&s);
        else if (take_return(&nest, word))
            found = s.line;
    }
    free(text);
    return found;
}

/* Expectations again ----------------------------------------------------------------------------
 */

/* Blanks and comments. */
static void skip_blank(struct scan *s)
{
    while (s->at < s->end)
        if (isspace((unsigned char)*s->at))
            step(s);
        else if (peek(s, 0) != '-' || peek(s, 1) != '-' || !skip_text(s))
            return;
}

/* Arguments of a call: in brackets, a string or a table. False: none begin here. */
static bool skip_arguments(struct scan *s)
{
    int depth = 0;
    skip_blank(s);
    if (skip_text(s))
        return true;
    if (peek(s, 0) != '(' && peek(s, 0) != '{')
        return false;
    do {
        char c = peek(s, 0);
        if (skip_text(s))
            continue;
        depth += (c == '(' || c == '{') - (c == ')' || c == '}');
        step(s);
    } while (s->at < s->end && depth > 0);
    return true;
}

/* Behind the word `expect`: whether nothing is called that would judge. */
static bool is_loose(struct scan *s)
{
    static const char *const leading[] = {"at", "json", "never", "because", NULL};
    bool judged = false;
    if (!skip_arguments(s))
        return false;
    for (skip_blank(s); peek(s, 0) == ':' || peek(s, 0) == '.'; skip_blank(s)) {
        step(s);
        skip_blank(s);
        judged = judged || !is_one_of(read_word(s), leading);
        skip_arguments(s);
    }
    return !judged;
}

/* What stands before: a word, or a character where it has no letters. */
struct before {
    struct word word;
    char c;
};

static bool begins_statement(const struct before *b)
{
    static const char *const open[] = {"return", "and",   "or",    "not",  "in",     "until",
                                       "if",     "while", "local", "goto", "elseif", NULL};
    return b->word.n > 0 ? !is_one_of(b->word, open) : !b->c || strchr(";)}]\"", b->c);
}

/* Reads a word, a text or a character: whether it begins an expectation that is loose. A file with
 * another function of that name has nothing to be told. */
static bool take_loose(struct scan *s, struct before *b)
{
    static const char *const ours[] = {"expect", NULL}, *const function[] = {"function", NULL};
    const struct before was = *b;
    b->word = read_word(s);
    if (b->word.n == 0)
        b->c = skip_text(s) ? '"' : (step(s), s->at[-1]);
    if (!is_one_of(b->word, ours))
        return false;
    if (is_one_of(was.word, function))
        s->at = s->end;
    return begins_statement(&was) && is_loose(s);
}

int source_loose_expectation(const char *path)
{
    struct scan s;
    struct before before = {.c = '\0'};
    char *text = open_scan(path, &s);
    int found = 0;
    if (!text)
        return 0;
    for (skip_blank(&s); s.at < s.end && !found; skip_blank(&s)) {
        int line = s.line;
        if (take_loose(&s, &before))
            found = line;
    }
    free(text);
    return found;
}
