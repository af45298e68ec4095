/* SPDX-License-Identifier: Apache-2.0 */
/* docs.aws.amazon.com/AWSCloudFormation, "Template syntax: Parameters". */
#include "template/parameters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/at.h"
#include "template/pattern.h"
#include "template/value.h"
#include "template/wants.h"

enum { PARAMETERS_MAX = 200, NAMES_MAX = 1024 };

struct check {
    const struct at *at;
    struct problems *problems;
    const char *name;
    const json_t *declaration;
    const json_t *stored; /* texts of the Parameter Store by name, or NULL */
};

static const json_t *declarations(const struct template *t)
{
    return json_object_get(t->root, "Parameters");
}

static bool is_list_type(const char *type)
{
    return strncmp(type, "CommaDelimitedList", 18) == 0 || strncmp(type, "List<", 5) == 0;
}

/* ---- constraints ---- */

static bool refuse(const struct check *c, const char *text)
{
    const char *own = json_string_value(json_object_get(c->declaration, "ConstraintDescription"));
    return own ? at_problem(c->at, c->problems, "Parameter %s failed to satisfy constraint: %s",
                            c->name, own)
               : at_problem(c->at, c->problems, "%s", text);
}

static bool number_of(const json_t *value, double *number)
{
    json_t *text = value ? value_text(value) : NULL;
    char *end = NULL;
    *number = text ? strtod(json_string_value(text), &end) : 0;
    bool ok = text && end != json_string_value(text) && !*end;
    json_decref(text);
    return ok;
}

static bool check_number(const struct check *c, const char *value)
{
    char text[PROBLEM_TEXT_MAX];
    double number, bound;
    char *end;
    number = strtod(value, &end);
    if (end == value || *end)
        return at_problem(c->at, c->problems, "Parameter '%s' must be a number.", c->name);
    if (number_of(json_object_get(c->declaration, "MinValue"), &bound) && number < bound) {
        (void)snprintf(text, sizeof text, "Parameter '%s' must be a number not less than %g.",
                       c->name, bound);
        return refuse(c, text);
    }
    if (number_of(json_object_get(c->declaration, "MaxValue"), &bound) && number > bound) {
        (void)snprintf(text, sizeof text, "Parameter '%s' must be a number not greater than %g.",
                       c->name, bound);
        return refuse(c, text);
    }
    return true;
}

static size_t characters(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

static bool check_length(const struct check *c, const char *value)
{
    char text[PROBLEM_TEXT_MAX];
    double bound, n = (double)characters(value);
    bool least = number_of(json_object_get(c->declaration, "MinLength"), &bound) && n < bound;
    bool most =
        !least && number_of(json_object_get(c->declaration, "MaxLength"), &bound) && n > bound;
    if (!least && !most)
        return true;
    (void)snprintf(text, sizeof text, "Parameter '%s' must contain at %s %g characters", c->name,
                   least ? "least" : "most", bound);
    return refuse(c, text);
}

static bool check_pattern(const struct check *c, const char *value)
{
    const char *pattern = json_string_value(json_object_get(c->declaration, "AllowedPattern"));
    char text[PROBLEM_TEXT_MAX];
    if (!pattern || pattern_matches(pattern, value) != 0)
        return true;
    (void)snprintf(text, sizeof text, "Parameter '%s' must match pattern %s", c->name, pattern);
    return refuse(c, text);
}

static bool check_allowed(const struct check *c, const char *value)
{
    const json_t *allowed = json_object_get(c->declaration, "AllowedValues");
    char text[PROBLEM_TEXT_MAX];
    size_t i;
    json_t *one;
    if (!json_is_array(allowed))
        return true;
    json_array_foreach (allowed, i, one) {
        json_t *word = value_text(one);
        bool same = word && strcmp(json_string_value(word), value) == 0;
        json_decref(word);
        if (same)
            return true;
    }
    char *all = json_dumps(allowed, JSON_COMPACT);
    (void)snprintf(text, sizeof text, "Parameter '%s' must be one of AllowedValues %s", c->name,
                   all ? all : "");
    free(all);
    return refuse(c, text);
}

static bool check_value(const struct check *c, const char *type, const char *value)
{
    if ((strcmp(type, "Number") == 0 || strcmp(type, "List<Number>") == 0) &&
        !check_number(c, value))
        return false;
    return check_allowed(c, value) && check_pattern(c, value) &&
           (strcmp(type, "String") != 0 || check_length(c, value));
}

/* ---- values ---- */

static json_t *list_of(const char *text)
{
    json_t *list = json_array();
    for (const char *c = text; *text;) {
        const char *end = strchr(c, ',');
        size_t n = end ? (size_t)(end - c) : strlen(c);
        while (n > 0 && strchr(" \t\n", *c)) {
            c++;
            n--;
        }
        while (n > 0 && strchr(" \t\n", c[n - 1]))
            n--;
        json_array_append_new(list, json_stringn(c, n));
        if (!end)
            break;
        c = end + 1;
    }
    return list;
}

static bool check_list(const struct check *c, const char *type, const json_t *list)
{
    size_t i;
    json_t *element;
    bool ok = true;
    json_array_foreach (list, i, element)
        ok = check_value(c, type, json_string_value(element)) && ok;
    return ok;
}

/* Of AWS::SSM::Parameter::Value<...>: constraints are for the name. */
static json_t *stored_value(const struct check *c, const char *type, const char *name)
{
    const char *text = json_string_value(json_object_get(c->stored, name));
    if (!check_value(c, "", name))
        return NULL;
    if (!text)
        at_problem(c->at, c->problems,
                   "Unable to fetch parameters [%.400s] from parameter store for this account.",
                   name);
    return !text ? NULL : is_list_type(type) ? list_of(text) : json_string(text);
}

/* A new value, or NULL after a problem. */
static json_t *value_of(const struct check *c, const char *text)
{
    const char *type = json_string_value(json_object_get(c->declaration, "Type"));
    if (wants_type(type))
        return stored_value(c, wants_type(type), text);
    if (!is_list_type(type))
        return check_value(c, type, text) ? json_string(text) : NULL;
    json_t *list = list_of(text);
    if (check_list(c, type, list))
        return list;
    json_decref(list);
    return NULL;
}

static bool known_type(const char *type)
{
    return strcmp(type, "String") == 0 || strcmp(type, "Number") == 0 || is_list_type(type) ||
           strncmp(type, "AWS::", 5) == 0;
}

static bool check_declaration(const struct check *c)
{
    const char *type = json_string_value(json_object_get(c->declaration, "Type"));
    if (!json_is_object(c->declaration))
        return at_problem(c->at, c->problems,
                          "Template format error: Every Parameters member must be an object.");
    if (!type)
        return at_problem(c->at, c->problems,
                          "Template format error: Every Parameters object must contain a Type "
                          "member.");
    return known_type(type)
               ? true
               : at_problem(c->at, c->problems,
                            "Template format error: Unrecognized parameter type: %s", type);
}

json_t *parameter_text(const struct template *t, const char *name, const json_t *given)
{
    json_t *value = json_object_get(given, name);
    const json_t *otherwise = json_object_get(json_object_get(declarations(t), name), "Default");
    return value ? json_incref(value) : otherwise ? value_text(otherwise) : NULL;
}

bool parameter_is_secret(const struct template *t, const char *name)
{
    const json_t *value = json_object_get(json_object_get(declarations(t), name), "NoEcho");
    json_t *text = value ? value_text(value) : NULL;
    bool secret = text && strcmp(json_string_value(text), "true") == 0;
    json_decref(text);
    return secret;
}

/* ---- all of them ---- */

/* A list of names in AWS's spelling, "[A, B]". */
static void add_name(char *names, size_t size, const char *name)
{
    size_t n = strlen(names);
    (void)snprintf(names + n, size - n, "%s%s", n ? ", " : "", name);
}

static void check_given(const struct template *t, const json_t *given, struct problems *problems)
{
    char names[NAMES_MAX] = "";
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)given, name, value)
        if (!json_object_get(declarations(t), name))
            add_name(names, sizeof names, name);
    if (*names)
        problems_add(problems, NULL, "Parameters: [%.400s] do not exist in the template", names);
}

json_t *parameters_resolve(const struct template *t, const json_t *given, const json_t *found,
                           struct problems *problems)
{
    char missing[NAMES_MAX] = "";
    json_t *values = json_object(), *declaration;
    const char *name;
    size_t before = problems->total;
    struct at root = at_root(t), block = at_key(&root, "Parameters");
    if (json_object_size(declarations(t)) > PARAMETERS_MAX)
        at_problem(&block, problems,
                   "Template format error: Number of parameters, %zu, is greater than maximum "
                   "allowed, %d",
                   json_object_size(declarations(t)), PARAMETERS_MAX);
    json_object_foreach ((json_t *)declarations(t), name, declaration) {
        struct at here = at_key(&block, name);
        struct check c = {&here, problems, name, declaration,
                          json_object_get(found, WANTS_PARAMETERS)};
        json_t *text = check_declaration(&c) ? parameter_text(t, name, given) : NULL;
        json_t *value = text ? value_of(&c, json_string_value(text)) : NULL;
        if (!text && problems->total == before)
            add_name(missing, sizeof missing, name);
        json_decref(text);
        if (value)
            json_object_set_new(values, name, value);
    }
    check_given(t, given, problems);
    if (*missing)
        problems_add(problems, NULL, "Parameters: [%.400s] must have values", missing);
    if (problems->total == before)
        return values;
    json_decref(values);
    return NULL;
}
