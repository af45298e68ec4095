/* SPDX-License-Identifier: Apache-2.0 */
#include "template/fit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "template/nearest.h"
#include "template/value.h"

static json_t *fit_value(const struct slrun_shape *shape, const json_t *value, const struct at *at,
                         struct problems *problems);

#define INVALID "Properties validation failed for resource %s with message: "

static json_t *wrong(const struct at *at, struct problems *problems, const char *wanted,
                     const json_t *value)
{
    static const char *const found[] = {
        [JSON_OBJECT] = "JSONObject", [JSON_ARRAY] = "JSONArray", [JSON_STRING] = "String",
        [JSON_INTEGER] = "Integer",   [JSON_REAL] = "Number",     [JSON_TRUE] = "Boolean",
        [JSON_FALSE] = "Boolean",     [JSON_NULL] = "Null"};
    at_problem(at, problems, INVALID "expected type: %s, found: %s", at_name(at), wanted,
               found[json_typeof(value)]);
    return NULL;
}

/* ---- scalars ---- */

static json_t *to_string(const struct slrun_shape *shape, const json_t *value, const struct at *at,
                         struct problems *problems)
{
    json_t *text = value_text(value);
    if (!text)
        return wrong(at, problems, "String", value);
    const char *const *word = shape->values;
    while (word && *word && strcmp(*word, json_string_value(text)) != 0)
        word++;
    if (!word || *word)
        return text;
    struct slrun_nearest nearest = {.word = json_string_value(text)};
    char hint[300];
    for (word = shape->values; *word; word++)
        slrun_nearest_offer(&nearest, *word);
    at_problem(at, problems, INVALID "%.200s is not a valid enum value%s", at_name(at),
               json_string_value(text), nearest_hint(&nearest, hint, sizeof hint));
    json_decref(text);
    return NULL;
}

static json_t *to_integer(const json_t *value, const struct at *at, struct problems *problems)
{
    const char *text = json_string_value(value);
    char *end = NULL;
    double real = json_is_real(value) ? json_real_value(value) : 0.5;
    if (json_is_integer(value))
        return json_integer(json_integer_value(value));
    if (real > -1e15 && real < 1e15 && !((double)(json_int_t)real < real) &&
        !((double)(json_int_t)real > real))
        return json_integer((json_int_t)real);
    errno = 0;
    long long number = text ? strtoll(text, &end, 10) : 0;
    return text && *text && !*end && errno == 0 ? json_integer(number)
                                                : wrong(at, problems, "Integer", value);
}

static json_t *to_number(const json_t *value, const struct at *at, struct problems *problems)
{
    const char *text = json_string_value(value);
    char *end = NULL;
    if (json_is_number(value))
        return json_incref((json_t *)value);
    double number = text ? strtod(text, &end) : 0;
    json_t *result = text && *text && !*end ? json_real(number) : NULL;
    return result ? result : wrong(at, problems, "Number", value);
}

static json_t *to_boolean(const json_t *value, const struct at *at, struct problems *problems)
{
    const char *text = json_string_value(value);
    bool yes = text && (strcmp(text, "true") == 0 || strcmp(text, "True") == 0);
    bool no = text && (strcmp(text, "false") == 0 || strcmp(text, "False") == 0);
    if (json_is_boolean(value))
        return json_incref((json_t *)value);
    return yes || no ? json_boolean(yes) : wrong(at, problems, "Boolean", value);
}

/* ---- lists and maps ---- */

static json_t *fit_list(const struct slrun_shape *shape, const json_t *value, const struct at *at,
                        struct problems *problems)
{
    json_t *all = json_array(), *element;
    size_t i;
    bool ok = true;
    if (!json_is_array(value)) {
        json_decref(all);
        return wrong(at, problems, "JSONArray", value);
    }
    json_array_foreach (value, i, element) {
        struct at below = at_index(at, i);
        json_t *fitted =
            shape->of ? fit_value(shape->of, element, &below, problems) : json_incref(element);
        ok = fitted && json_array_append_new(all, fitted) == 0 && ok;
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

static json_t *fit_map(const struct slrun_shape *shape, const json_t *value, const struct at *at,
                       struct problems *problems)
{
    json_t *all = json_object(), *member;
    const char *key;
    bool ok = true;
    if (!json_is_object(value)) {
        json_decref(all);
        return wrong(at, problems, "JSONObject", value);
    }
    json_object_foreach ((json_t *)value, key, member) {
        struct at below = at_key(at, key);
        json_t *fitted =
            shape->of ? fit_value(shape->of, member, &below, problems) : json_incref(member);
        ok = fitted && json_object_set_new(all, key, fitted) == 0 && ok;
    }
    if (ok)
        return all;
    json_decref(all);
    return NULL;
}

static const struct slrun_param *member_of(const struct slrun_param *members, const char *name)
{
    for (; members->name; members++)
        if (strcmp(members->name, name) == 0)
            return members;
    return NULL;
}

static bool extraneous(const struct slrun_param *members, const char *key, const struct at *at,
                       struct problems *problems)
{
    char hint[300];
    struct slrun_nearest nearest = {.word = key};
    for (; members->name; members++)
        slrun_nearest_offer(&nearest, members->name);
    struct at below = at_key(at, key);
    return at_problem(&below, problems, INVALID "extraneous key [%.200s] is not permitted%s",
                      at_name(at), key, nearest_hint(&nearest, hint, sizeof hint));
}

static bool required_there(const struct slrun_param *members, const json_t *value,
                           const struct at *at, struct problems *problems)
{
    bool ok = true;
    for (; members->name; members++)
        if (members->flags & SLRUN_REQUIRED && !json_object_get(value, members->name))
            ok = at_problem(at, problems, INVALID "required key [%s] not found", at_name(at),
                            members->name);
    return ok;
}

json_t *fit_members(const struct slrun_param *members, const json_t *value, const struct at *at,
                    struct problems *problems)
{
    json_t *all = json_object(), *inner;
    const char *key;
    bool ok = true;
    if (!json_is_object(value)) {
        json_decref(all);
        return wrong(at, problems, "JSONObject", value);
    }
    json_object_foreach ((json_t *)value, key, inner) {
        const struct slrun_param *member = member_of(members, key);
        struct at below = at_key(at, key);
        json_t *fitted = member ? fit_value(&member->shape, inner, &below, problems) : NULL;
        if (!member)
            ok = extraneous(members, key, at, problems);
        ok = fitted && json_object_set_new(all, key, fitted) == 0 && ok;
    }
    if (required_there(members, value, at, problems) && ok)
        return all;
    json_decref(all);
    return NULL;
}

static json_t *fit_value(const struct slrun_shape *shape, const json_t *value, const struct at *at,
                         struct problems *problems)
{
    if (value_is_unknown(value))
        return json_incref((json_t *)value);
    switch (shape->type) {
    case SLRUN_STRING:
    case SLRUN_BLOB:
        return to_string(shape, value, at, problems);
    case SLRUN_INTEGER:
        return to_integer(value, at, problems);
    case SLRUN_FLOAT:
        return to_number(value, at, problems);
    case SLRUN_BOOLEAN:
        return to_boolean(value, at, problems);
    case SLRUN_LIST:
        return fit_list(shape, value, at, problems);
    case SLRUN_MAP:
        return fit_map(shape, value, at, problems);
    case SLRUN_STRUCTURE:
        return shape->members ? fit_members(shape->members, value, at, problems)
                              : fit_map(shape, value, at, problems);
    case SLRUN_TIMESTAMP:
    case SLRUN_DOCUMENT:
        break;
    }
    return json_incref((json_t *)value);
}
