/* SPDX-License-Identifier: Apache-2.0 */
#include "template/pattern.h"

#include <regex.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATTERN_MAX = 4096, STATES_MAX = 10000, DEPTH_MAX = 100 };

struct writer {
    char text[PATTERN_MAX];
    size_t n;
    bool failed;
};

static void put(struct writer *w, const char *text, size_t size)
{
    if (w->n + size >= sizeof w->text) {
        w->failed = true;
        return;
    }
    memcpy(w->text + w->n, text, size);
    w->n += size;
    w->text[w->n] = '\0';
}

static void put_text(struct writer *w, const char *text)
{
    put(w, text, strlen(text));
}

static const struct class {
    char letter;
    const char *outside, *inside; /* brackets; NULL: POSIX has no word for it */
} classes[] = {
    {'d', "[0-9]", "0-9"},
    {'w', "[A-Za-z0-9_]", "A-Za-z0-9_"},
    {'s', "[[:space:]]", "[:space:]"},
    {'D', "[^0-9]", NULL},
    {'W', "[^A-Za-z0-9_]", NULL},
    {'S', "[^[:space:]]", NULL},
    {'t', "\t", "\t"},
    {'n', "\n", "\n"},
    {'r', "\r", "\r"},
    {'b', NULL, NULL},
    {'p', NULL, NULL},
    {'x', NULL, NULL},
    {'u', NULL, NULL},
};

/* What stands behind a backslash. */
static void put_escaped(struct writer *w, char letter, bool inside)
{
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (classes[i].letter == letter) {
            const char *word = inside ? classes[i].inside : classes[i].outside;
            w->failed = w->failed || !word;
            put_text(w, word ? word : "");
            return;
        }
    if (inside && strchr("]^-[", letter)) /* these must stand in certain places */
        w->failed = true;
    if (letter >= '0' && letter <= '9') /* what a group took: the time to find it has no bound */
        w->failed = true;
    if (!inside)
        put_text(w, "\\");
    put(w, &letter, 1);
}

/* A bracket expression, from behind its "["; what follows it. */
static const char *put_bracket(struct writer *w, const char *c)
{
    put_text(w, "[");
    if (*c == '^')
        put(w, c++, 1);
    for (bool first = true; *c && (first || *c != ']'); first = false, c++)
        if (*c == '\\' && c[1])
            put_escaped(w, *++c, true);
        else
            put(w, c, 1);
    put_text(w, "]");
    w->failed = w->failed || !*c;
    return *c ? c + 1 : c;
}

static void translate(struct writer *w, const char *c)
{
    put_text(w, "^(");
    while (*c && !w->failed)
        if (*c == '\\' && c[1]) {
            put_escaped(w, c[1], false);
            c += 2;
        } else if (*c == '[')
            c = put_bracket(w, c + 1);
        else if (strncmp(c, "(?:", 3) == 0) {
            put_text(w, "(");
            c += 3;
        } else {
            w->failed = strncmp(c, "(?", 2) == 0;
            put(w, c++, 1);
        }
    put_text(w, ")$");
}

/* ---- what it costs: regcomp() writes out each repetition, and calls itself for each group ---- */

struct cost {
    size_t whole[DEPTH_MAX], last; /* of the groups that are open, and of what stands last */
    size_t depth;
};

/* Behind a bracket expression, from behind its "[". */
static const char *behind_bracket(const char *c)
{
    c += *c == '^';
    c += *c == ']';
    while (*c && *c != ']')
        if (*c == '[' && c[1] == ':' && strstr(c, ":]"))
            c = strstr(c, ":]") + 2;
        else
            c++;
    return *c ? c + 1 : c;
}

/* Behind a repetition: how often it repeats, at most, in `times`. "+" is written out, too. */
static const char *behind_repetition(const char *c, size_t *times)
{
    *times = *c == '+' ? 2 : 1;
    if (*c != '{')
        return c + 1;
    for (c++; *c && *c != '}'; c++) {
        char *end = (char *)(uintptr_t)c;
        unsigned long n = *c >= '0' && *c <= '9' ? strtoul(c, &end, 10) + 1 : 0;
        *times = n > *times ? n : *times;
        c = end > c ? end - 1 : c;
    }
    return *c ? c + 1 : c;
}

static bool cost_add(struct cost *cost, size_t more)
{
    cost->whole[cost->depth] += more;
    return cost->whole[cost->depth] <= STATES_MAX;
}

/* One piece of the pattern; NULL: it is too dear. */
static const char *cost_piece(struct cost *cost, const char *c)
{
    size_t times = 1;
    if (strchr("*+?{", *c)) {
        c = behind_repetition(c, &times);
        bool good = times <= STATES_MAX && cost_add(cost, cost->last * (times - 1));
        cost->last *= times;
        return good ? c : NULL;
    }
    if (*c == '(') {
        if (++cost->depth == DEPTH_MAX)
            return NULL;
        cost->whole[cost->depth] = 1;
        return c + 1;
    }
    cost->last = *c == ')' && cost->depth ? cost->whole[cost->depth--] : 1;
    if (!cost_add(cost, cost->last))
        return NULL;
    return *c == '[' ? behind_bracket(c + 1) : *c == '\\' && c[1] ? c + 2 : c + 1;
}

static bool is_affordable(const char *posix)
{
    struct cost cost = {.depth = 0};
    while (posix && *posix)
        posix = cost_piece(&cost, posix);
    return posix != NULL;
}

int pattern_matches(const char *pattern, const char *value)
{
    struct writer w = {.n = 0};
    regex_t regex;
    translate(&w, pattern);
    if (w.failed || !is_affordable(w.text) ||
        regcomp(&regex, w.text, REG_EXTENDED | REG_NOSUB) != 0)
        return -1;
    int found = regexec(&regex, value, 0, NULL, 0) == 0;
    regfree(&regex);
    return found;
}
