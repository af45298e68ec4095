/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Java's regular expressions over POSIX's extended ones: \d, \D, \s, \S, \w, \W and (?: are
 * rewritten. Those with what POSIX has not (lookaround, lazy or possessive quantifiers) are
 * refused.
 */
#include <ctype.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "vtl/run.h"

enum { GROUPS = 10, PATTERN_MAX = 4096, REPLACED_MAX = 100000, REPEATS_MAX = 1000 };

#define SPECIAL "\\^$.|?*+()[]{}"

static const struct {
    char letter;
    const char *outside, *inside; /* of brackets */
} classes[] = {
    {'d', "[0-9]", "0-9"},
    {'D', "[^0-9]", NULL},
    {'s', "[ \t\r\n\f\v]", " \t\r\n\f\v"},
    {'S', "[^ \t\r\n\f\v]", NULL},
    {'w', "[A-Za-z0-9_]", "A-Za-z0-9_"},
    {'W', "[^A-Za-z0-9_]", NULL},
    {'t', "\t", "\t"},
    {'n', "\n", "\n"},
    {'r', "\r", "\r"},
};

/* What stands behind a backslash. false: it cannot be said. */
static bool add_escaped(struct text *t, char c, bool inside)
{
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (classes[i].letter == c) {
            const char *as = inside ? classes[i].inside : classes[i].outside;
            text_adds(t, as ? as : "");
            return as != NULL;
        }
    if (isalnum((unsigned char)c) && c != 'b' && c != 'B')
        return false;
    if (inside && strchr("-]^", c)) /* cannot stand anywhere in brackets */
        return false;
    if (!inside && (isalnum((unsigned char)c) || strchr(SPECIAL, c)))
        text_addc(t, '\\'); /* of others the C library would make anchors: \' \` \< \> */
    text_addc(t, c);
    return c != '\0';
}

static bool translate(struct text *t, const char *p)
{
    bool inside = false;
    for (; *p; p++) {
        if (*p == '\\') {
            if (!add_escaped(t, p[1], inside))
                return false;
            p++;
            continue;
        }
        if (!inside && p[0] == '(' && p[1] == '?' && p[2] != ':')
            return false;
        if (!inside && strchr("*+?}", *p) && p[1] && strchr("+?", p[1]))
            return false;
        text_addc(t, *p);
        if (!inside && *p == '(' && p[1] == '?')
            p += 2;
        inside = inside ? *p != ']' : *p == '[';
        if (inside && *p == '[' && p[1] == ']') /* "[]...]" */
            text_addc(t, *++p);
    }
    return true;
}

/* Bounds like {1,200} are unrolled by the C library, and "+" to two: as many as they may be
 * together. */
static bool is_small(const char *p)
{
    unsigned long repeats = 1;
    for (; *p && repeats <= REPEATS_MAX; p++) {
        if (*p != '{' && *p != ',' && *p != '+')
            continue;
        unsigned long n = *p == '+'                      ? 2
                          : isdigit((unsigned char)p[1]) ? strtoul(p + 1, NULL, 10)
                                                         : 1;
        repeats = n > REPEATS_MAX ? n : repeats * (n ? n : 1);
    }
    return repeats <= REPEATS_MAX;
}

static bool compile(regex_t *regex, const char *pattern, bool whole)
{
    struct text t = {.max = PATTERN_MAX};
    text_adds(&t, whole ? "^(" : "");
    bool good = is_small(pattern) && translate(&t, pattern);
    text_adds(&t, whole ? ")$" : "");
    good = good && !t.failed && regcomp(regex, text_str(&t), REG_EXTENDED) == 0;
    text_free(&t);
    return good;
}

int vtl_regex_find(const char *text, const char *pattern, bool whole)
{
    regex_t regex;
    if (!compile(&regex, pattern, whole))
        return -1;
    int found = regexec(&regex, text, 0, NULL, 0) == 0;
    regfree(&regex);
    return found;
}

json_t *vtl_regex_matches(const char *text, const char *pattern)
{
    int found = vtl_regex_find(text, pattern, true);
    return found < 0 ? NULL : json_boolean(found);
}

/* The replacement: $1 is a group, a backslash takes its meaning from what follows. */
static void add_replacement(struct text *t, const char *with, const char *at, const regmatch_t *m)
{
    for (; *with; with++) {
        if (*with == '\\' && with[1]) {
            text_addc(t, *++with);
        } else if (*with == '$' && isdigit((unsigned char)with[1])) {
            int group = *++with - '0';
            if (m[group].rm_so >= 0)
                text_add(t, at + m[group].rm_so, (size_t)(m[group].rm_eo - m[group].rm_so));
        } else {
            text_addc(t, *with);
        }
    }
}

/* Calls of regexec() behind the first one do not see the beginning of the line. */
static int next_match(const regex_t *regex, const char *text, const char *at, regmatch_t *m)
{
    return regexec(regex, at, GROUPS, m, at == text ? 0 : REG_NOTBOL);
}

json_t *vtl_regex_replace(const char *text, const char *pattern, const char *with, bool all)
{
    regex_t regex;
    regmatch_t m[GROUPS];
    struct text t = TEXT_INIT;
    const char *at = text;
    if (!compile(&regex, pattern, false))
        return NULL;
    for (int i = 0; (all ? i < REPLACED_MAX : i == 0) && next_match(&regex, text, at, m) == 0;
         i++) {
        text_add(&t, at, (size_t)m->rm_so);
        add_replacement(&t, with, at, m);
        at += m->rm_eo;
        if (m->rm_eo > m->rm_so)
            continue;
        if (!*at)
            break;
        text_addc(&t, *at++);
    }
    text_adds(&t, at);
    regfree(&regex);
    return text_json(&t);
}

/* Java leaves empty strings at the end away. */
static json_t *without_end(json_t *list)
{
    size_t n = json_array_size(list);
    while (n > 1 && json_string_length(json_array_get(list, n - 1)) == 0)
        json_array_remove(list, --n);
    return list;
}

json_t *vtl_regex_split(const char *text, const char *pattern)
{
    regex_t regex;
    regmatch_t m[GROUPS];
    const char *at = text, *from = text;
    if (!compile(&regex, pattern, false))
        return NULL;
    json_t *list = json_array();
    while (*from && next_match(&regex, text, from, m) == 0) {
        bool empty = m->rm_eo == m->rm_so;
        const char *end = from + m->rm_so + (empty && from + m->rm_so == at);
        if (!*end && empty)
            break;
        json_array_append_new(list, text_json_bytes(at, (size_t)(end - at)));
        at = from = empty ? end : from + m->rm_eo;
    }
    json_array_append_new(list, text_json_bytes(at, strlen(at)));
    regfree(&regex);
    return without_end(list);
}
