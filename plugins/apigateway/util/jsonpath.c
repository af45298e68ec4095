/* SPDX-License-Identifier: Apache-2.0 */
/* JSONPath: each step turns a list of found values into the next one. */
#include "util/jsonpath.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FOUND_MAX = 100000, DEPTH_MAX = 256, STEPS_MAX = 64 };

struct path {
    const char *at;
    bool many; /* it may find more than one value */
    bool wrong;
};

static void found(json_t *list, const json_t *value)
{
    if (value && json_array_size(list) < FOUND_MAX)
        json_array_append(list, (json_t *)(uintptr_t)value);
}

static void children(json_t *to, const json_t *value)
{
    size_t i;
    const char *key;
    json_t *item;
    json_array_foreach (value, i, item)
        found(to, item);
    json_object_foreach ((json_t *)(uintptr_t)value, key, item)
        found(to, item);
}

static void descend(json_t *to, const json_t *value, int depth)
{
    size_t i;
    const char *key;
    json_t *item;
    found(to, value);
    if (depth == DEPTH_MAX)
        return;
    json_array_foreach (value, i, item)
        descend(to, item, depth + 1);
    json_object_foreach ((json_t *)(uintptr_t)value, key, item)
        descend(to, item, depth + 1);
}

static void all(json_t *to, const json_t *from)
{
    size_t i;
    json_t *item;
    json_array_foreach (from, i, item)
        children(to, item);
}

static void named(json_t *to, const json_t *from, const char *name, size_t n)
{
    size_t i;
    json_t *item;
    json_array_foreach (from, i, item)
        found(to, json_object_getn(item, name, n));
}

/* Elements from `first` to before `last`, negative ones from the end. */
static void sliced(json_t *to, const json_t *from, long first, long last)
{
    size_t i;
    json_t *item;
    json_array_foreach (from, i, item) {
        long n = (long)json_array_size(item);
        long a = first < 0 ? first + n : first, b = last < 0 ? last + n : last;
        for (a = a < 0 ? 0 : a; a < b && a < n; a++)
            found(to, json_array_get(item, (size_t)a));
    }
}

static void indexed(json_t *to, const json_t *from, long index)
{
    size_t i;
    json_t *item;
    json_array_foreach (from, i, item) {
        long n = (long)json_array_size(item), at = index < 0 ? index + n : index;
        if (at >= 0 && at < n)
            found(to, json_array_get(item, (size_t)at));
    }
}

static void quoted(struct path *p, json_t *to, const json_t *from)
{
    char quote = *p->at++;
    const char *end = strchr(p->at, quote);
    if (!end) {
        p->wrong = true;
        return;
    }
    named(to, from, p->at, (size_t)(end - p->at));
    p->at = end + 1;
}

static void spaces(struct path *p)
{
    while (*p->at == ' ')
        p->at++;
}

static void numbers(struct path *p, json_t *to, const json_t *from)
{
    char *end;
    bool given = *p->at != ':';
    long first = given ? strtol(p->at, &end, 10) : 0, last = 0;
    if (given && end == p->at)
        p->wrong = true;
    if (given)
        p->at = end;
    if (*p->at != ':') {
        indexed(to, from, first);
        return;
    }
    p->many = true;
    p->at++;
    last = strtol(p->at, &end, 10);
    sliced(to, from, first, end == p->at ? FOUND_MAX : last);
    p->at = end;
}

static void bracket(struct path *p, json_t *to, const json_t *from)
{
    bool more = true;
    for (p->at++; more && !p->wrong;) {
        spaces(p);
        if (*p->at == '\'' || *p->at == '"')
            quoted(p, to, from);
        else if (*p->at == '*') {
            p->many = true;
            p->at++;
            all(to, from);
        } else
            numbers(p, to, from);
        spaces(p);
        more = *p->at == ',';
        p->many = p->many || more;
        p->at += more;
    }
    p->wrong = p->wrong || *p->at != ']';
    p->at += !p->wrong;
}

static void dotted(struct path *p, json_t *to, const json_t *from)
{
    size_t n = strcspn(p->at, ".[ ");
    if (n == 1 && *p->at == '*') {
        p->many = true;
        all(to, from);
    } else if (n == 0) {
        p->wrong = true;
    } else {
        named(to, from, p->at, n);
    }
    p->at += n;
}

/* ".." has every value below take part in the step that follows. */
static json_t *recursive(struct path *p, json_t *from)
{
    size_t i;
    json_t *item, *below = json_array();
    json_array_foreach (from, i, item)
        descend(below, item, 0);
    json_decref(from);
    p->many = true;
    p->at++;
    if (p->at[1] == '[')
        p->at++;
    return below;
}

static json_t *step(struct path *p, json_t *from)
{
    json_t *to = json_array();
    if (p->at[0] == '.' && p->at[1] == '.')
        from = recursive(p, from);
    if (*p->at == '[') {
        bracket(p, to, from);
    } else if (*p->at == '.') {
        p->at++;
        dotted(p, to, from);
    } else {
        p->wrong = true;
    }
    json_decref(from);
    return to;
}

json_t *jsonpath_get(const json_t *root, const char *path)
{
    struct path p = {.at = path};
    if (*p.at == '$')
        p.at++;
    json_t *list = json_array();
    found(list, root);
    if (p.at == path && *p.at && *p.at != '[') { /* "a.b" is "$.a.b" */
        json_t *to = json_array();
        dotted(&p, to, list);
        json_decref(list);
        list = to;
    }
    for (int i = 0; *p.at && !p.wrong && i < STEPS_MAX; i++)
        list = step(&p, list);
    if (p.wrong || *p.at || (!p.many && json_array_size(list) == 0)) {
        json_decref(list);
        return NULL;
    }
    if (p.many)
        return list;
    json_t *one = json_incref(json_array_get(list, 0));
    json_decref(list);
    return one;
}
