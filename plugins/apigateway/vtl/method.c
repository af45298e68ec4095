/* SPDX-License-Identifier: Apache-2.0 */
#include "vtl/method.h"

#include <stdlib.h>
#include <string.h>

json_int_t method_integer(const struct method_call *c, size_t i)
{
    return json_integer_value(c->arg[i]);
}

const char *method_string(const struct method_call *c, size_t i)
{
    return c->string[i] ? c->string[i] : "";
}

/* ---- of several types ---- */

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

static json_t *m_index_of(const struct method_call *c)
{
    size_t i;
    json_t *item;
    const char *at = json_is_string(c->of) ? strstr(c->text, method_string(c, 0)) : NULL;
    if (at)
        return json_integer(at - c->text);
    json_array_foreach (c->of, i, item)
        if (vtl_equal(item, c->arg[0]))
            return json_integer((json_int_t)i);
    return json_integer(-1);
}

json_t *method_contains(const struct method_call *c)
{
    size_t i;
    json_t *item;
    if (json_is_string(c->of))
        return json_boolean(strstr(c->text, method_string(c, 0)) != NULL);
    json_array_foreach (c->of, i, item)
        if (vtl_equal(item, c->arg[0]))
            return json_true();
    return json_false();
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
    long long value = strtoll(method_string(c, 0), &end, 10);
    return *method_string(c, 0) && !*end ? json_integer(value) : NULL;
}

static json_t *m_parse_double(const struct method_call *c)
{
    char *end;
    double value = strtod(method_string(c, 0), &end);
    return *method_string(c, 0) && !*end ? json_real(value) : NULL;
}

static json_t *m_compare_to(const struct method_call *c)
{
    double order = json_is_string(c->of) ? strcmp(c->text, method_string(c, 0))
                                         : json_number_value(c->of) - json_number_value(c->arg[0]);
    return json_integer(order < 0 ? -1 : order > 0);
}

/* Of several types, and of numbers. */
static const struct method methods[] = {
    {"toString", METHOD_ANY, 0, 0, m_to_string},
    {"equals", METHOD_ANY, 1, 1, m_equals},
    {"isEmpty", METHOD_STRING | METHOD_LIST | METHOD_MAP, 0, 0, m_is_empty},
    {"size", METHOD_LIST | METHOD_MAP, 0, 0, m_size},
    {"length", METHOD_STRING, 0, 0, m_size},
    {"contains", METHOD_STRING | METHOD_LIST, 1, 1, method_contains},
    {"indexOf", METHOD_STRING | METHOD_LIST, 1, 1, m_index_of},
    {"compareTo", METHOD_STRING | METHOD_NUMBER, 1, 1, m_compare_to},
    {"intValue", METHOD_NUMBER, 0, 0, m_int_value},
    {"longValue", METHOD_NUMBER, 0, 0, m_int_value},
    {"parseInt", METHOD_NUMBER, 1, 1, m_parse_int},
    {"parseLong", METHOD_NUMBER, 1, 1, m_parse_int},
    {"parseDouble", METHOD_NUMBER, 1, 1, m_parse_double},
    {0},
};

static int type_of(const json_t *value)
{
    return METHOD_ANY | (json_is_string(value) ? METHOD_STRING : 0) |
           (json_is_array(value) ? METHOD_LIST : 0) | (json_is_object(value) ? METHOD_MAP : 0) |
           (json_is_number(value) ? METHOD_NUMBER : 0);
}

json_t *vtl_method(json_t *value, const char *name, const json_t *args)
{
    static const struct method *const tables[] = {methods, method_texts, method_collections};
    struct method_call c = {.of = value,
                            .text = json_is_string(value) ? json_string_value(value) : "",
                            .n = json_array_size(args)};
    for (size_t i = 0; i < c.n && i < VTL_ARGUMENTS_MAX; i++) {
        c.arg[i] = json_array_get(args, i);
        c.string[i] = json_string_value(c.arg[i]);
    }
    for (size_t i = 0; value && i < sizeof tables / sizeof *tables; i++)
        for (const struct method *m = tables[i]; m->name; m++)
            if (strcmp(m->name, name) == 0 && (m->types & type_of(value)) && c.n >= m->min &&
                c.n <= m->max)
                return m->run(&c);
    return NULL;
}
