/* SPDX-License-Identifier: Apache-2.0 */
/* Methods of Java's String, List, Map and Number. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "vtl/run.h"

enum { ANY = 1, STRING = 2, LIST = 4, MAP = 8, NUMBER = 16 };

/* A call: the value, and its arguments, also as texts where they are strings. */
struct method_call {
    json_t *of;
    const char *text; /* of `of`; "" */
    size_t n;         /* of arguments */
    json_t *arg[VTL_ARGUMENTS_MAX];
    const char *string[VTL_ARGUMENTS_MAX]; /* NULL: no string */
};

static json_int_t integer(const struct method_call *c, size_t i)
{
    return json_integer_value(c->arg[i]);
}

static const char *string(const struct method_call *c, size_t i)
{
    return c->string[i] ? c->string[i] : "";
}

/* ---- of all ---- */

static json_t *m_to_string(const struct method_call *c)
{
    return vtl_to_string(c->of);
}

static json_t *m_equals(const struct method_call *c)
{
    return json_boolean(json_typeof(c->of) == json_typeof(c->arg[0]) &&
                        vtl_equal(c->of, c->arg[0]));
}

static json_t *m_size(const struct method_call *c)
{
    return json_integer((json_int_t)(json_is_string(c->of)   ? json_string_length(c->of)
                                     : json_is_object(c->of) ? json_object_size(c->of)
                                                             : json_array_size(c->of)));
}

static json_t *m_is_empty(const struct method_call *c)
{
    return json_boolean(
        json_object_size(c->of) + json_array_size(c->of) + json_string_length(c->of) == 0);
}

/* ---- String ---- */

static json_t *m_contains(const struct method_call *c)
{
    size_t i;
    json_t *item;
    if (json_is_string(c->of))
        return json_boolean(strstr(c->text, string(c, 0)) != NULL);
    json_array_foreach (c->of, i, item) {
        if (vtl_equal(item, c->arg[0]))
            return json_true();
    }
    return json_false();
}

static json_t *m_index_of(const struct method_call *c)
{
    size_t i;
    json_t *item;
    const char *at = json_is_string(c->of) ? strstr(c->text, string(c, 0)) : NULL;
    if (at)
        return json_integer(at - c->text);
    json_array_foreach (c->of, i, item) {
        if (vtl_equal(item, c->arg[0]))
            return json_integer((json_int_t)i);
    }
    return json_integer(-1);
}

static json_t *m_last_index_of(const struct method_call *c)
{
    json_int_t found = -1;
    const char *what = string(c, 0);
    for (const char *at = strstr(c->text, what); at && *at; at = strstr(at + 1, what))
        found = at - c->text;
    return json_integer(found);
}

static json_t *m_starts_with(const struct method_call *c)
{
    return json_boolean(strncmp(c->text, string(c, 0), strlen(string(c, 0))) == 0);
}

static json_t *m_ends_with(const struct method_call *c)
{
    size_t n = strlen(c->text), m = strlen(string(c, 0));
    return json_boolean(m <= n && strcmp(c->text + n - m, string(c, 0)) == 0);
}

static json_t *m_equals_ignore_case(const struct method_call *c)
{
    const char *a = c->text, *b = string(c, 0);
    while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b))
        a++, b++;
    return json_boolean(*a == *b);
}

static json_t *m_substring(const struct method_call *c)
{
    json_int_t n = (json_int_t)strlen(c->text), from = integer(c, 0);
    json_int_t to = c->n > 1 ? integer(c, 1) : n;
    if (from < 0 || to > n || from > to)
        return NULL;
    return text_json_bytes(c->text + from, (size_t)(to - from));
}

static json_t *m_char_at(const struct method_call *c)
{
    json_int_t at = integer(c, 0);
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
    const char *what = string(c, 0), *at = c->text, *next;
    while (*what && (next = strstr(at, what))) {
        text_add(&t, at, (size_t)(next - at));
        text_adds(&t, string(c, 1));
        at = next + strlen(what);
    }
    text_adds(&t, at);
    return text_json(&t);
}

static json_t *m_replace_all(const struct method_call *c)
{
    return vtl_regex_replace(c->text, string(c, 0), string(c, 1), true);
}

static json_t *m_replace_first(const struct method_call *c)
{
    return vtl_regex_replace(c->text, string(c, 0), string(c, 1), false);
}

static json_t *m_split(const struct method_call *c)
{
    return vtl_regex_split(c->text, string(c, 0));
}

static json_t *m_matches(const struct method_call *c)
{
    return vtl_regex_matches(c->text, string(c, 0));
}

/* ---- List and Map ---- */

static json_t *m_get(const struct method_call *c)
{
    json_t *key = vtl_to_string(c->arg[0]);
    json_t *value = json_is_object(c->of) ? json_object_get(c->of, json_string_value(key))
                                          : json_array_get(c->of, (size_t)integer(c, 0));
    json_decref(key);
    if (!value && c->n > 1) /* getOrDefault() */
        value = c->arg[1];
    return json_incref(value);
}

static json_t *m_add(const struct method_call *c)
{
    if (c->of == c->arg[0])
        return NULL;
    return json_boolean(json_array_append(c->of, c->arg[0]) == 0);
}

static json_t *m_add_all(const struct method_call *c)
{
    return json_boolean(c->of != c->arg[0] && json_array_extend(c->of, c->arg[0]) == 0);
}

static json_t *m_set(const struct method_call *c)
{
    json_t *before = json_incref(json_array_get(c->of, (size_t)integer(c, 0)));
    if (before && c->of != c->arg[1])
        json_array_set(c->of, (size_t)integer(c, 0), c->arg[1]);
    return before;
}

static json_t *m_put(const struct method_call *c)
{
    json_t *key = vtl_to_string(c->arg[0]);
    json_t *before = json_incref(json_object_get(c->of, json_string_value(key)));
    if (c->of != c->arg[1])
        json_object_set(c->of, json_string_value(key), c->arg[1]);
    json_decref(key);
    return before;
}

static json_t *m_put_all(const struct method_call *c)
{
    if (c->of != c->arg[0])
        json_object_update(c->of, c->arg[0]);
    return NULL;
}

static json_t *m_remove(const struct method_call *c)
{
    json_t *before;
    if (json_is_array(c->of)) {
        before = json_incref(json_array_get(c->of, (size_t)integer(c, 0)));
        json_array_remove(c->of, (size_t)integer(c, 0));
    } else {
        before = json_incref(json_object_get(c->of, string(c, 0)));
        json_object_del(c->of, string(c, 0));
    }
    return before;
}

static json_t *m_contains_key(const struct method_call *c)
{
    return json_boolean(json_object_get(c->of, string(c, 0)) != NULL);
}

static json_t *m_key_set(const struct method_call *c)
{
    const char *key;
    json_t *value, *list = json_array();
    json_object_foreach (c->of, key, value) {
        json_array_append_new(list, json_string(key));
    }
    return list;
}

static json_t *m_values(const struct method_call *c)
{
    const char *key;
    json_t *value, *list = json_array();
    json_object_foreach (c->of, key, value) {
        json_array_append(list, value);
    }
    return list;
}

static json_t *m_contains_value(const struct method_call *c)
{
    json_t *list = m_values(c);
    struct method_call inner = *c;
    inner.of = list;
    json_t *is = m_contains(&inner);
    json_decref(list);
    return is;
}

static json_t *m_entry_set(const struct method_call *c)
{
    const char *key;
    json_t *value, *list = json_array();
    json_object_foreach (c->of, key, value) {
        json_array_append_new(list, json_pack("{s:s, s:O}", "key", key, "value", value));
    }
    return list;
}

static json_t *m_get_key(const struct method_call *c)
{
    return json_incref(json_object_get(c->of, "key"));
}

static json_t *m_get_value(const struct method_call *c)
{
    return json_incref(json_object_get(c->of, "value"));
}

/* ---- Number ---- */

static json_t *m_int_value(const struct method_call *c)
{
    return json_integer(json_is_integer(c->of) ? json_integer_value(c->of)
                                               : (json_int_t)json_real_value(c->of));
}

/* $number.parseInt("1"), as templates reach Java's static methods. */
static json_t *m_parse_int(const struct method_call *c)
{
    char *end;
    long long value = strtoll(string(c, 0), &end, 10);
    return *string(c, 0) && !*end ? json_integer(value) : NULL;
}

static json_t *m_parse_double(const struct method_call *c)
{
    char *end;
    double value = strtod(string(c, 0), &end);
    return *string(c, 0) && !*end ? json_real(value) : NULL;
}

static json_t *m_compare_to(const struct method_call *c)
{
    double order = json_is_string(c->of) ? strcmp(c->text, string(c, 0))
                                         : json_number_value(c->of) - json_number_value(c->arg[0]);
    return json_integer(order < 0 ? -1 : order > 0);
}

static const struct {
    const char *name;
    int types;
    size_t min, max; /* of arguments */
    json_t *(*run)(const struct method_call *c);
} methods[] = {
    {"toString", ANY, 0, 0, m_to_string},
    {"equals", ANY, 1, 1, m_equals},
    {"isEmpty", STRING | LIST | MAP, 0, 0, m_is_empty},
    {"size", LIST | MAP, 0, 0, m_size},
    {"length", STRING, 0, 0, m_size},
    {"contains", STRING | LIST, 1, 1, m_contains},
    {"indexOf", STRING | LIST, 1, 1, m_index_of},
    {"lastIndexOf", STRING, 1, 1, m_last_index_of},
    {"startsWith", STRING, 1, 1, m_starts_with},
    {"endsWith", STRING, 1, 1, m_ends_with},
    {"equalsIgnoreCase", STRING, 1, 1, m_equals_ignore_case},
    {"substring", STRING, 1, 2, m_substring},
    {"charAt", STRING, 1, 1, m_char_at},
    {"toLowerCase", STRING, 0, 0, m_lower},
    {"toUpperCase", STRING, 0, 0, m_upper},
    {"trim", STRING, 0, 0, m_trim},
    {"concat", STRING, 1, 1, m_concat},
    {"replace", STRING, 2, 2, m_replace},
    {"replaceAll", STRING, 2, 2, m_replace_all},
    {"replaceFirst", STRING, 2, 2, m_replace_first},
    {"split", STRING, 1, 1, m_split},
    {"matches", STRING, 1, 1, m_matches},
    {"compareTo", STRING | NUMBER, 1, 1, m_compare_to},
    {"get", LIST | MAP, 1, 1, m_get},
    {"getOrDefault", MAP, 2, 2, m_get},
    {"add", LIST, 1, 1, m_add},
    {"addAll", LIST, 1, 1, m_add_all},
    {"set", LIST, 2, 2, m_set},
    {"remove", LIST | MAP, 1, 1, m_remove},
    {"put", MAP, 2, 2, m_put},
    {"putAll", MAP, 1, 1, m_put_all},
    {"containsKey", MAP, 1, 1, m_contains_key},
    {"containsValue", MAP, 1, 1, m_contains_value},
    {"keySet", MAP, 0, 0, m_key_set},
    {"values", MAP, 0, 0, m_values},
    {"entrySet", MAP, 0, 0, m_entry_set},
    {"getKey", MAP, 0, 0, m_get_key},
    {"getValue", MAP, 0, 0, m_get_value},
    {"intValue", NUMBER, 0, 0, m_int_value},
    {"longValue", NUMBER, 0, 0, m_int_value},
    {"parseInt", NUMBER, 1, 1, m_parse_int},
    {"parseLong", NUMBER, 1, 1, m_parse_int},
    {"parseDouble", NUMBER, 1, 1, m_parse_double},
};

static int type_of(const json_t *value)
{
    return ANY | (json_is_string(value) ? STRING : 0) | (json_is_array(value) ? LIST : 0) |
           (json_is_object(value) ? MAP : 0) | (json_is_number(value) ? NUMBER : 0);
}

json_t *vtl_method(json_t *value, const char *name, const json_t *args)
{
    struct method_call c = {.of = value,
                            .text = json_is_string(value) ? json_string_value(value) : "",
                            .n = json_array_size(args)};
    for (size_t i = 0; i < c.n && i < VTL_ARGUMENTS_MAX; i++) {
        c.arg[i] = json_array_get(args, i);
        c.string[i] = json_string_value(c.arg[i]);
    }
    for (size_t i = 0; value && i < sizeof methods / sizeof *methods; i++)
        if (strcmp(methods[i].name, name) == 0 && (methods[i].types & type_of(value)) &&
            c.n >= methods[i].min && c.n <= methods[i].max)
            return methods[i].run(&c);
    return NULL;
}
