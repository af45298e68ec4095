/* SPDX-License-Identifier: Apache-2.0 */
#include "template/problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool same(const struct problem *a, const struct problem *b)
{
    return a->line == b->line && strcmp(a->text, b->text) == 0 &&
           strcmp(a->resource, b->resource) == 0 && strcmp(a->property, b->property) == 0;
}

bool problems_add(struct problems *problems, const struct problem_place *place, const char *format,
                  ...)
{
    struct problem new = {.line = place ? place->line : 0};
    va_list args;
    va_start(args, format);
    (void)vsnprintf(new.text, sizeof new.text, format, args);
    va_end(args);
    if (place && place->resource)
        (void)snprintf(new.resource, sizeof new.resource, "%s", place->resource);
    if (place && place->property)
        (void)snprintf(new.property, sizeof new.property, "%s", place->property);
    for (size_t i = 0; i < problems->n; i++)
        if (same(&problems->all[i], &new))
            return false;
    problems->total++;
    if (problems->n < PROBLEMS_MAX)
        problems->all[problems->n++] = new;
    return false;
}

/* A text that grows up to `size`, where it is cut. */
struct growing {
    char *text;
    size_t size, at;
};

static void append(struct growing *g, const char *format, ...) SLRUN_PRINTF(2, 3);
static void append(struct growing *g, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = g->at < g->size ? vsnprintf(g->text + g->at, g->size - g->at, format, args) : 0;
    va_end(args);
    if (n > 0)
        g->at = g->at + (size_t)n < g->size ? g->at + (size_t)n : g->size;
}

static void append_place(struct growing *g, const struct problem *p)
{
    const char *between = " (";
    if (*p->resource) {
        append(g, "%sresource %s", between, p->resource);
        between = ", ";
    }
    if (*p->property) {
        append(g, "%sproperty %s", between, p->property);
        between = ", ";
    }
    if (p->line > 0) {
        append(g, "%sline %d", between, p->line);
        between = ", ";
    }
    if (*between == ',')
        append(g, ")");
}

/* Whether a problem before the i-th says the same of another place. */
static bool is_said(const struct problems *problems, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(problems->all[k].text, problems->all[i].text) == 0)
            return true;
    return false;
}

/* Where else the i-th problem is. */
static void append_others(struct growing *g, const struct problems *problems, size_t i)
{
    const char *between = ", also ";
    for (size_t k = i + 1; k < problems->n; k++) {
        const struct problem *p = &problems->all[k];
        if (strcmp(p->text, problems->all[i].text) != 0)
            continue;
        append(g, "%s%s", between, *p->resource ? p->resource : p->property);
        if (p->line > 0)
            append(g, " in line %d", p->line);
        between = ", ";
    }
}

void problems_text(const struct problems *problems, char *text, size_t size)
{
    struct growing g = {.text = text, .size = size};
    append(&g, "%s", problems->lead);
    for (size_t i = 0; i < problems->n; i++) {
        if (is_said(problems, i))
            continue;
        append(&g, "%s%s", i ? "; " : "", problems->all[i].text);
        append_place(&g, &problems->all[i]);
        append_others(&g, problems, i);
    }
    if (problems->total > problems->n)
        append(&g, "; and %zu more", problems->total - problems->n);
}
