/* SPDX-License-Identifier: Apache-2.0 */
/* Regular expressions of queries over POSIX's: classes are rewritten, groups may have names, (?i)
 * at the begin ignores case. Lookaround, lazy searches and back references are refused. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "local/insights/tree.h"
#include "local/posix_class.h"

enum { PATTERN_MAX = 1000, REPEAT_MAX = 64, EXPANSION = 16 };

static const char *class_of(char letter, bool inside)
{
    return letter == 't' ? "\t" : letter == 'n' ? "\n" : posix_class(letter, inside);
}

struct translation {
    const char *at;
    char *out;
    char **names; /* or NULL */
    size_t groups;
    bool inside, repeated; /* of brackets; something repeats already */
};

/* (?<name>...) and (?:...) are groups; what else begins so is refused. */
static bool group(struct translation *t)
{
    bool named = strncmp(t->at, "(?<", 3) == 0 || strncmp(t->at, "(?P<", 4) == 0;
    const char *from = strchr(t->at, '<'), *to = named ? strchr(from, '>') : NULL;
    *t->out++ = '(';
    if (++t->groups >= GROUPS_MAX)
        return false;
    if (t->at[1] != '?')
        return true;
    if (named && to && isalpha((unsigned char)from[1])) {
        if (t->names)
            t->names[t->groups] = strndup(from + 1, (size_t)(to - from - 1));
        t->at = to;
        return true;
    }
    t->at += 2;
    return *t->at == ':';
}

/* A repetition of a repetition multiplies, which regcomp() would write out. */
static bool repetition(struct translation *t)
{
    char *end = NULL;
    if (*t->at == '{') {
        long least = strtol(t->at + 1, &end, 10),
             most = *end == ',' ? strtol(end + 1, &end, 10) : least;
        if (t->repeated || *end != '}' || least < 0 || least > REPEAT_MAX || most > REPEAT_MAX)
            return false;
        t->repeated = true;
    } else {
        end = (char *)(uintptr_t)t->at;
    }
    memcpy(t->out, t->at, (size_t)(end - t->at) + 1);
    t->out += end - t->at + 1;
    t->at = end;
    return !t->at[1] || !strchr("*+?{", t->at[1]);
}

static bool escaped(struct translation *t)
{
    char c = *++t->at;
    const char *class = class_of(c, t->inside);
    if (class) {
        t->out = stpcpy(t->out, class);
        return true;
    }
    if (!c || isalnum((unsigned char)c) || (t->inside && strchr("]^-\\", c)))
        return false;
    if (!t->inside)
        *t->out++ = '\\';
    *t->out++ = c;
    return true;
}

static bool one(struct translation *t)
{
    if (*t->at == '\\')
        return escaped(t);
    if (!t->inside && *t->at == '(')
        return group(t);
    if (!t->inside && strchr("*+?{", *t->at))
        return repetition(t);
    t->inside = *t->at == '[' ? true : *t->at == ']' ? false : t->inside;
    *t->out++ = *t->at;
    return true;
}

bool regex_compile(regex_t *regex, const char *text, char *names[GROUPS_MAX])
{
    bool any_case = strncmp(text, "(?i)", 4) == 0, ok = strlen(text) <= PATTERN_MAX;
    char *posix = ok ? malloc(strlen(text) * EXPANSION + 1) : NULL;
    struct translation t = {.at = text + (any_case ? 4 : 0), .out = posix, .names = names};
    for (ok = posix != NULL; ok && *t.at; t.at++)
        ok = one(&t);
    if (ok)
        *t.out = '\0';
    ok = ok && *posix &&
         regcomp(regex, posix,
                 REG_EXTENDED | (names ? 0 : REG_NOSUB) | (any_case ? REG_ICASE : 0)) == 0;
    free(posix);
    return ok;
}
