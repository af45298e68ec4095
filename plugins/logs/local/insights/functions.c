/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of queries (User Guide, "Supported operations and functions"), but those of stats. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/insights/tree.h"

typedef json_t *function(json_t *const a[], size_t n);

static json_t *truth(bool holds)
{
    return json_real(holds ? 1 : 0);
}

static json_t *text_of(const json_t *value)
{
    return value ? value_text(value) : NULL;
}

/* ---- presence ---- */

static json_t *f_ispresent(json_t *const a[], size_t n)
{
    (void)n;
    return truth(a[0] != NULL);
}

static json_t *f_isempty(json_t *const a[], size_t n)
{
    (void)n;
    return truth(!a[0] || (json_is_string(a[0]) && json_string_length(a[0]) == 0));
}

static json_t *f_isblank(json_t *const a[], size_t n)
{
    const char *text = json_string_value(a[0]);
    (void)n;
    return truth(!a[0] || (text && text[strspn(text, " \t\r\n")] == '\0'));
}

static json_t *f_coalesce(json_t *const a[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (a[i])
            return json_incref(a[i]);
    return NULL;
}

/* ---- numbers ---- */

#define NUMBER(name, expression)                                                                   \
    static json_t *f_##name(json_t *const a[], size_t n)                                           \
    {                                                                                              \
        double x;                                                                                  \
        (void)n;                                                                                   \
        if (!value_number(a[0], &x))                                                               \
            return NULL;                                                                           \
        double result = (expression);                                                              \
        return isfinite(result) ? json_real(result) : NULL;                                        \
    }
NUMBER(abs, fabs(x))
NUMBER(ceil, ceil(x))
NUMBER(floor, floor(x))
NUMBER(sqrt, sqrt(x))
NUMBER(log, log(x))

static json_t *extreme(json_t *const a[], size_t n, int sign)
{
    json_t *best = NULL;
    double x;
    for (size_t i = 0; i < n; i++)
        if (value_number(a[i], &x) && (!best || value_compare(a[i], best) * sign > 0))
            best = a[i];
    return best ? json_incref(best) : NULL;
}

static json_t *f_greatest(json_t *const a[], size_t n)
{
    return extreme(a, n, 1);
}

static json_t *f_least(json_t *const a[], size_t n)
{
    return extreme(a, n, -1);
}

/* ---- texts ---- */

static json_t *mapped(const json_t *value, int (*map)(int))
{
    json_t *text = text_of(value);
    char *copy = text ? strdup(json_string_value(text)) : NULL;
    for (char *c = copy; c && *c; c++)
        *c = (char)map((unsigned char)*c);
    json_decref(text);
    json_t *result = copy ? json_string(copy) : NULL;
    free(copy);
    return result;
}

static json_t *f_toupper(json_t *const a[], size_t n)
{
    (void)n;
    return mapped(a[0], toupper);
}

static json_t *f_tolower(json_t *const a[], size_t n)
{
    (void)n;
    return mapped(a[0], tolower);
}

static json_t *f_strlen(json_t *const a[], size_t n)
{
    json_t *text = text_of(a[0]);
    double length = 0;
    (void)n;
    for (const char *c = json_string_value(text); c && *c; c++)
        length += ((unsigned char)*c & 0xc0) != 0x80;
    json_t *result = text ? json_real(length) : NULL;
    json_decref(text);
    return result;
}

static json_t *trimmed(json_t *const a[], size_t n, bool left, bool right)
{
    json_t *text = text_of(a[0]), *set = n > 1 ? text_of(a[1]) : NULL;
    const char *at = json_string_value(text);
    const char *of = set ? json_string_value(set) : " \t\r\n";
    size_t size = at ? strlen(at) : 0;
    while (left && size > 0 && strchr(of, *at)) {
        at++;
        size--;
    }
    while (right && size > 0 && strchr(of, at[size - 1]))
        size--;
    json_t *result = at ? json_stringn(at, size) : NULL;
    json_decref(text);
    json_decref(set);
    return result;
}

static json_t *f_trim(json_t *const a[], size_t n)
{
    return trimmed(a, n, true, true);
}

static json_t *f_ltrim(json_t *const a[], size_t n)
{
    return trimmed(a, n, true, false);
}

static json_t *f_rtrim(json_t *const a[], size_t n)
{
    return trimmed(a, n, false, true);
}

static json_t *f_concat(json_t *const a[], size_t n)
{
    json_t *result = json_string("");
    for (size_t i = 0; i < n; i++) {
        json_t *text = text_of(a[i]);
        json_t *more =
            json_sprintf("%s%s", json_string_value(result), text ? json_string_value(text) : "");
        json_decref(result);
        json_decref(text);
        result = more;
    }
    return result;
}

static json_t *f_strcontains(json_t *const a[], size_t n)
{
    json_t *text = text_of(a[0]), *part = text_of(a[1]);
    (void)n;
    json_t *result =
        truth(text && part && strstr(json_string_value(text), json_string_value(part)));
    json_decref(text);
    json_decref(part);
    return result;
}

/* From the first place, counted from 0, so many bytes. */
static json_t *f_substr(json_t *const a[], size_t n)
{
    json_t *text = text_of(a[0]);
    double from, count;
    size_t size = json_string_length(text);
    bool ok = text && value_number(a[1], &from) && from >= 0;
    size_t start = ok && from < (double)size ? (size_t)from : size, left = size - start;
    if (ok && n > 2 && value_number(a[2], &count) && count >= 0 && count < (double)left)
        left = (size_t)count;
    json_t *result = ok ? json_stringn(json_string_value(text) + start, left) : NULL;
    json_decref(text);
    return result;
}

static json_t *f_replace(json_t *const a[], size_t n)
{
    json_t *text = text_of(a[0]), *old = text_of(a[1]), *now = text_of(a[2]);
    json_t *result = text && old && now ? json_string("") : NULL;
    const char *at = json_string_value(text), *found;
    size_t size = json_string_length(old);
    (void)n;
    while (result && size > 0 && (found = strstr(at, json_string_value(old)))) {
        json_t *more = json_sprintf("%s%.*s%s", json_string_value(result), (int)(found - at), at,
                                    json_string_value(now));
        json_decref(result);
        result = more;
        at = found + size;
    }
    json_t *all = result ? json_sprintf("%s%s", json_string_value(result), at) : NULL;
    json_decref(result);
    json_decref(text);
    json_decref(old);
    json_decref(now);
    return all;
}

/* ---- times ---- */

static json_t *floored(const json_t *time, const json_t *period, bool up)
{
    const char *text = json_string_value(period);
    int64_t ms = text ? period_ms(text) : 0;
    double number;
    if (ms <= 0 || !value_number(time, &number) || fabs(number) > 1e15)
        return NULL;
    int64_t at = (int64_t)number, rest = at % ms;
    return json_integer(at - rest + (up && rest ? ms : 0));
}

static json_t *f_datefloor(json_t *const a[], size_t n)
{
    (void)n;
    return floored(a[0], a[1], false);
}

static json_t *f_dateceil(json_t *const a[], size_t n)
{
    (void)n;
    return floored(a[0], a[1], true);
}

static json_t *f_frommillis(json_t *const a[], size_t n)
{
    double ms;
    (void)n;
    return value_number(a[0], &ms) && fabs(ms) < 1e15 ? json_integer((json_int_t)ms) : NULL;
}

static json_t *f_tomillis(json_t *const a[], size_t n)
{
    double ms;
    (void)n;
    return value_number(a[0], &ms) ? json_real(ms) : NULL;
}

static const struct {
    const char *name;
    size_t least, most;
    function *run;
} functions[] = {
    {"ispresent", 1, 1, f_ispresent},
    {"isempty", 1, 1, f_isempty},
    {"isblank", 1, 1, f_isblank},
    {"coalesce", 1, ARGUMENTS_MAX, f_coalesce},
    {"abs", 1, 1, f_abs},
    {"ceil", 1, 1, f_ceil},
    {"floor", 1, 1, f_floor},
    {"sqrt", 1, 1, f_sqrt},
    {"log", 1, 1, f_log},
    {"greatest", 1, ARGUMENTS_MAX, f_greatest},
    {"least", 1, ARGUMENTS_MAX, f_least},
    {"toupper", 1, 1, f_toupper},
    {"upper", 1, 1, f_toupper},
    {"tolower", 1, 1, f_tolower},
    {"lower", 1, 1, f_tolower},
    {"strlen", 1, 1, f_strlen},
    {"trim", 1, 2, f_trim},
    {"ltrim", 1, 2, f_ltrim},
    {"rtrim", 1, 2, f_rtrim},
    {"concat", 1, ARGUMENTS_MAX, f_concat},
    {"strcontains", 2, 2, f_strcontains},
    {"substr", 2, 3, f_substr},
    {"replace", 3, 3, f_replace},
    {"datefloor", 2, 2, f_datefloor},
    {"dateceil", 2, 2, f_dateceil},
    {"frommillis", 1, 1, f_frommillis},
    {"tomillis", 1, 1, f_tomillis},
};
enum { N_FUNCTIONS = sizeof functions / sizeof *functions };

static size_t find(const char *name)
{
    size_t i = 0;
    while (i < N_FUNCTIONS && strcasecmp(functions[i].name, name) != 0)
        i++;
    return i;
}

/* bin(PERIOD) is datefloor(@timestamp, PERIOD): the parser makes it that. */
bool function_takes(const char *name, size_t n)
{
    size_t i = find(name);
    return i < N_FUNCTIONS && n >= functions[i].least && n <= functions[i].most;
}

json_t *function_call(const char *name, json_t *const arguments[], size_t n)
{
    size_t i = find(name);
    return i < N_FUNCTIONS ? functions[i].run(arguments, n) : NULL;
}
