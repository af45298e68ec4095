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

/* snprintf behind what `text` has already; cut at `size`. */
static size_t append(char *text, size_t size, size_t at, const char *format, ...)
    SLRUN_PRINTF(4, 5);
static size_t append(char *text, size_t size, size_t at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = at < size ? vsnprintf(text + at, size - at, format, args) : 0;
    va_end(args);
    return n < 0 ? at : at + (size_t)n < size ? at + (size_t)n : size;
}

static size_t append_place(char *text, size_t size, size_t at, const struct problem *p)
{
    const char *between = " (";
    if (*p->resource) {
        at = append(text, size, at, "%sresource %s", between, p->resource);
        between = ", ";
    }
    if (*p->property) {
        at = append(text, size, at, "%sproperty %s", between, p->property);
        between = ", ";
    }
    if (p->line > 0) {
        at = append(text, size, at, "%sline %d", between, p->line);
        between = ", ";
    }
    return *between == ',' ? append(text, size, at, ")") : at;
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
static size_t append_others(char *text, size_t size, size_t at, const struct problems *problems,
                            size_t i)
{
    const char *between = ", also ";
    for (size_t k = i + 1; k < problems->n; k++) {
        const struct problem *p = &problems->all[k];
        if (strcmp(p->text, problems->all[i].text) != 0)
            continue;
        at = append(text, size, at, "%s%s", between, *p->resource ? p->resource : p->property);
        if (p->line > 0)
            at = append(text, size, at, " in line %d", p->line);
        between = ", ";
    }
    return at;
}

void problems_text(const struct problems *problems, char *text, size_t size)
{
    size_t at = append(text, size, 0, "%s", problems->lead);
    for (size_t i = 0; i < problems->n; i++) {
        if (is_said(problems, i))
            continue;
        at = append(text, size, at, "%s%s", i ? "; " : "", problems->all[i].text);
        at = append_place(text, size, at, &problems->all[i]);
        at = append_others(text, size, at, problems, i);
    }
    if (problems->total > problems->n)
        (void)append(text, size, at, "; and %zu more", problems->total - problems->n);
}
