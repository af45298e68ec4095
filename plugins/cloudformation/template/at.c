/* SPDX-License-Identifier: Apache-2.0 */
#include "template/at.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "template/yaml.h"

struct at at_root(const struct template *t)
{
    return (struct at){.key = "", .lines = t->lines};
}

static struct at below(const struct at *up, struct at step, const json_t *lines)
{
    step.up = up;
    step.lines = lines ? lines : up->lines;
    return step;
}

struct at at_key(const struct at *up, const char *key)
{
    return below(up, (struct at){.key = key}, json_object_get(json_array_get(up->lines, 1), key));
}

struct at at_index(const struct at *up, size_t index)
{
    return below(up, (struct at){.index = index},
                 json_array_get(json_array_get(up->lines, 1), index));
}

/* The step that is `n` below the root, or NULL. */
static const struct at *nth(const struct at *at, int n)
{
    int depth = 0;
    for (const struct at *step = at; step->up; step = step->up)
        depth++;
    for (; depth > n; depth--)
        at = at->up;
    return depth == n ? at : NULL;
}

static const char *key_of(const struct at *at)
{
    return at && at->key ? at->key : "";
}

const char *at_block(const struct at *at)
{
    return key_of(nth(at, 1));
}

const char *at_name(const struct at *at)
{
    return key_of(nth(at, 2));
}

/* The steps below `top`, joined with dots; how long it is. */
static size_t path(const struct at *at, const struct at *top, char *text, size_t size)
{
    if (at == top || !at->up)
        return 0;
    size_t n = path(at->up, top, text, size);
    const char *dot = n ? "." : "";
    int more = n >= size ? 0
               : at->key ? snprintf(text + n, size - n, "%s%s", dot, at->key)
                         : snprintf(text + n, size - n, "%s%zu", dot, at->index);
    return more < 0 ? n : n + (size_t)more;
}

bool at_problem(const struct at *at, struct problems *problems, const char *format, ...)
{
    char text[PROBLEM_TEXT_MAX], property[PROBLEM_NAME_MAX] = "";
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    bool resource = strcmp(at_block(at), "Resources") == 0 && *at_name(at);
    const struct at *member = resource ? nth(at, 3) : NULL;
    if (member)
        (void)path(at, strcmp(key_of(member), "Properties") == 0 ? member : member->up, property,
                   sizeof property);
    struct problem_place place = {.resource = resource ? at_name(at) : NULL,
                                  .property = property,
                                  .line = lines_line(at->lines)};
    return problems_add(problems, &place, "%s", text);
}
