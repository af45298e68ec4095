/* SPDX-License-Identifier: Apache-2.0 */
/* Methods of Java's String. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "vtl/method.h"

static json_t *m_last_index_of(const struct method_call *c)
{
    json_int_t found = -1;
    const char *what = method_string(c, 0);
    for (const char *at = strstr(c->text, what); at && *at; at = strstr(at + 1, what))
        found = at - c->text;
    return json_integer(found);
}

static json_t *m_starts_with(const struct method_call *c)
{
    return json_boolean(strncmp(c->text, method_string(c, 0), strlen(method_string(c, 0))) == 0);
}

static json_t *m_ends_with(const struct method_call *c)
{
    size_t n = strlen(c->text), m = strlen(method_string(c, 0));
    return json_boolean(m <= n && strcmp(c->text + n - m, method_string(c, 0)) == 0);
}

static json_t *m_equals_ignore_case(const struct method_call *c)
{
    const char *a = c->text, *b = method_string(c, 0);
    while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b))
        a++, b++;
    return json_boolean(*a == *b);
}

static json_t *m_substring(const struct method_call *c)
{
    json_int_t n = (json_int_t)strlen(c->text), from = method_integer(c, 0);
    json_int_t to = c->n > 1 ? method_integer(c, 1) : n;
    if (from < 0 || to > n || from > to)
        return NULL;
    return text_json_bytes(c->text + from, (size_t)(to - from));
}

static json_t *m_char_at(const struct method_call *c)
{
    json_int_t at = method_integer(c, 0);
    return at < 0 || at >= (json_int_t)strlen(c->text) ? NULL : text_json_bytes(c->text + at, 1);
}

static json_t *changed(const char *from, size_t n, int (*change)(int))
{
    struct text t = TEXT_INIT;
    for (size_t i = 0; i < n; i++)
        text_addc(
            &t, (char)(isascii((unsigned char)from[i]) ? change((unsigned char)from[i]) : from[i]));
    return text_json(&t);
}

static json_t *m_lower(const struct method_call *c)
{
    return changed(c->text, strlen(c->text), tolower);
}

static json_t *m_upper(const struct method_call *c)
{
    return changed(c->text, strlen(c->text), toupper);
}

static json_t *m_trim(const struct method_call *c)
{
    const char *from = c->text, *to = from + strlen(from);
    while (isspace((unsigned char)*from))
        from++;
    while (to > from && isspace((unsigned char)to[-1]))
        to--;
    return text_json_bytes(from, (size_t)(to - from));
}

static json_t *m_concat(const struct method_call *c)
{
    return vtl_calculate(VTL_ADD, c->of, c->arg[0]);
}

static json_t *m_replace(const struct method_call *c)
{
    struct text t = TEXT_INIT;
    const char *what = method_string(c, 0), *at = c->text, *next;
    while (*what && (next = strstr(at, what))) {
        text_add(&t, at, (size_t)(next - at));
        text_adds(&t, method_string(c, 1));
        at = next + strlen(what);
    }
    text_adds(&t, at);
    return text_json(&t);
}

static json_t *m_replace_all(const struct method_call *c)
{
    return vtl_regex_replace(c->text, method_string(c, 0), method_string(c, 1), true);
}

static json_t *m_replace_first(const struct method_call *c)
{
    return vtl_regex_replace(c->text, method_string(c, 0), method_string(c, 1), false);
}

static json_t *m_split(const struct method_call *c)
{
    return vtl_regex_split(c->text, method_string(c, 0));
}

static json_t *m_matches(const struct method_call *c)
{
    return vtl_regex_matches(c->text, method_string(c, 0));
}

const struct method method_texts[] = {
    {"lastIndexOf", METHOD_STRING, 1, 1, m_last_index_of},
    {"startsWith", METHOD_STRING, 1, 1, m_starts_with},
    {"endsWith", METHOD_STRING, 1, 1, m_ends_with},
    {"equalsIgnoreCase", METHOD_STRING, 1, 1, m_equals_ignore_case},
    {"substring", METHOD_STRING, 1, 2, m_substring},
    {"charAt", METHOD_STRING, 1, 1, m_char_at},
    {"toLowerCase", METHOD_STRING, 0, 0, m_lower},
    {"toUpperCase", METHOD_STRING, 0, 0, m_upper},
    {"trim", METHOD_STRING, 0, 0, m_trim},
    {"concat", METHOD_STRING, 1, 1, m_concat},
    {"replace", METHOD_STRING, 2, 2, m_replace},
    {"replaceAll", METHOD_STRING, 2, 2, m_replace_all},
    {"replaceFirst", METHOD_STRING, 2, 2, m_replace_first},
    {"split", METHOD_STRING, 1, 1, m_split},
    {"matches", METHOD_STRING, 1, 1, m_matches},
    {0},
};
