/* SPDX-License-Identifier: Apache-2.0 */
/* Payload templates, and the way of data through a state. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asl/asl.h"

/* ---- templates ---- */

static json_t *not_found(const struct asl_scope *scope, const char *path, const char *field)
{
    bool context = strncmp(path, "$$", 2) == 0;
    char *input = asl_dump(context ? scope->context : scope->input);
    (void)asl_fail(scope->error, "States.Runtime",
                   "The JSONPath '%s' specified for the field '%s' could not be found in the input "
                   "'%s'",
                   path, field, input ? input : "");
    free(input);
    return NULL;
}

json_t *asl_field(const struct asl_scope *scope, const char *text, const char *field)
{
    char why[ASL_WHY_SIZE];
    if (*text != '$')
        return asl_intrinsic(scope, text);
    json_t *value = asl_path(scope, text, why);
    if (!value && strncmp(why, ASL_NO_ELEMENT, strlen(ASL_NO_ELEMENT)) == 0)
        value = json_null();
    return value ? value : not_found(scope, text, field);
}

static json_t *fill(const struct asl_scope *scope, json_t *template, int depth);

static json_t *fill_object(const struct asl_scope *scope, json_t *template, int depth)
{
    const char *name;
    json_t *value, *made = json_object();
    json_object_foreach (template, name, value) {
        size_t n = strlen(name);
        bool is_dynamic = n > 2 && strcmp(name + n - 2, ".$") == 0 && json_is_string(value);
        json_t *one = is_dynamic ? asl_field(scope, json_string_value(value), name)
                                 : fill(scope, value, depth + 1);
        if (one)
            (void)json_object_setn_new(made, name, is_dynamic ? n - 2 : n, one);
    }
    return made;
}

static json_t *fill(const struct asl_scope *scope, json_t *template, int depth)
{
    size_t i;
    json_t *value, *made;
    if (depth > 4 * ASL_DEPTH_MAX)
        return asl_fail(scope->error, "States.Runtime", "The payload template is too deep");
    if (json_is_object(template))
        return fill_object(scope, template, depth);
    if (!json_is_array(template))
        return json_incref(template);
    made = json_array();
    json_array_foreach (template, i, value) {
        json_t *one = fill(scope, value, depth + 1);
        if (one)
            (void)json_array_append_new(made, one);
    }
    return made;
}

json_t *asl_payload(const struct asl_scope *scope, json_t *template)
{
    json_t *made = fill(scope, template, 0);
    if (!*scope->error->name)
        return made;
    json_decref(made);
    return NULL;
}

/* ---- fields ---- */

json_t *asl_select(const struct asl_scope *scope, const char *path)
{
    char why[ASL_WHY_SIZE];
    if (*path != '$')
        return asl_intrinsic(scope, path);
    json_t *value = asl_path(scope, path, why);
    if (!value)
        (void)asl_fail(scope->error, "States.Runtime", "Invalid path '%s' : %s", path, why);
    return value;
}

/* A number that an expression gives. */
static double queried_number(const struct asl_scope *scope, json_t *state, const char *field)
{
    json_t *value = asl_query_of(scope, json_object_get(state, field), field, "number");
    double number = value ? json_number_value(value) : -1;
    json_decref(value);
    if (value && number < 0)
        (void)asl_fail(scope->error, "States.QueryEvaluationError",
                       "The field '%s' must not be negative, but was: %g", field, number);
    return number;
}

/* A number, or a text of digits. */
static bool read_number(const json_t *value, double *number)
{
    const char *text = json_string_value(value);
    bool digits = text && *text && !text[strspn(text, "0123456789")];
    *number = text ? strtod(text, NULL) : json_number_value(value);
    return digits || (json_is_number(value) && *number >= 0);
}

/* Fields of which AWS says otherwise what is wrong with their number: what it should be, and what
 * of one below 0. */
static const struct {
    const char *name, *kind, *negative;
} spoken[] = {
    {"ToleratedFailureCountPath", "integer", "ToleratedFailureCount cannot be negative."},
    {"ToleratedFailurePercentagePath", "float",
     "ToleratedFailurePercentage must be between 0 and 100."},
};

static void no_number(const char *name, const char *path, const json_t *value,
                      struct asl_error *error)
{
    const char *kind = "integer";
    for (size_t i = 0; i < sizeof spoken / sizeof *spoken; i++) {
        if (strcmp(spoken[i].name, name) != 0)
            continue;
        kind = spoken[i].kind;
        if (json_is_number(value)) {
            (void)asl_fail(error, "States.Runtime", "%s", spoken[i].negative);
            return;
        }
    }
    char *text = json_is_string(value) ? NULL : asl_dump(value);
    const char *said = json_is_string(value) ? json_string_value(value) : text ? text : "";
    (void)asl_fail(error, "States.Runtime",
                   "The %s field refers to value \"%s\" which is not a valid %s: %s", name, said,
                   kind, path);
    free(text);
}

/* The number that a path finds, or a function gives. */
static double selected_number(const struct asl_scope *scope, const char *name, const char *path)
{
    double number = -1;
    json_t *value = asl_select(scope, path);
    if (value && !read_number(value, &number))
        no_number(name, path, value, scope->error);
    json_decref(value);
    return number;
}

double asl_number(const struct asl_scope *scope, json_t *state, const char *field, double otherwise)
{
    char name[64];
    (void)snprintf(name, sizeof name, "%sPath", field);
    const json_t *literal = json_object_get(state, field);
    const char *path = slrun_text(state, name);
    double number = literal ? json_number_value(literal) : otherwise;
    if (path)
        number = selected_number(scope, name, path);
    else if (json_is_string(literal))
        number = queried_number(scope, state, field);
    return *scope->error->name ? -1 : fmin(number, ASL_NUMBER_MAX);
}

json_t *asl_template(const struct asl_scope *scope, json_t *template, const char *field)
{
    return scope->jsonata ? asl_query(scope, template, field) : asl_payload(scope, template);
}

/* That field of a state by an expression, else `otherwise`: a new reference. */
static json_t *queried(const struct asl_scope *scope, json_t *state, const char *field,
                       json_t *otherwise)
{
    json_t *template = json_object_get(state, field);
    return template ? asl_query(scope, template, field) : json_incref(otherwise);
}

json_t *asl_input(struct asl_scope *scope, json_t *state)
{
    if (scope->jsonata)
        return queried(scope, state, "Arguments", scope->input);
    const json_t *path = json_object_get(state, "InputPath");
    json_t *parameters = json_object_get(state, "Parameters"), *raw = scope->input, *input;
    if (json_is_null(path))
        input = json_object();
    else
        input = path ? asl_select(scope, json_string_value(path)) : json_incref(raw);
    if (!input || !parameters)
        return input;
    scope->input = input;
    json_t *made = asl_payload(scope, parameters);
    scope->input = raw;
    json_decref(input);
    return made;
}

json_t *asl_result(const struct asl_scope *scope, json_t *state, json_t *result)
{
    json_t *selector = json_object_get(state, "ResultSelector");
    struct asl_scope inner = *scope;
    inner.input = result;
    return selector ? asl_payload(&inner, selector) : json_incref(result);
}

static json_t *placed(const struct asl_scope *scope, json_t *state, json_t *result)
{
    const json_t *path = json_object_get(state, "ResultPath");
    const char *text = json_string_value(path);
    if (json_is_null(path))
        return json_incref(scope->input);
    if (!text || strcmp(text, "$") == 0)
        return json_incref(result);
    json_t *all = asl_path_put(scope->input, text, result);
    if (!all) {
        char *input = asl_dump(scope->input);
        (void)asl_fail(scope->error, "States.ResultPathMatchFailure",
                       "Unable to apply ReferencePath %s to input %s", text, input ? input : "");
        free(input);
    }
    return all;
}

json_t *asl_output(const struct asl_scope *scope, json_t *state, json_t *result)
{
    if (scope->jsonata)
        return queried(scope, state, "Output", result);
    const json_t *path = json_object_get(state, "OutputPath");
    json_t *all = placed(scope, state, result), *output;
    struct asl_scope inner = *scope;
    inner.input = all;
    if (!all || !path)
        return all;
    output = json_is_null(path) ? json_object() : asl_select(&inner, json_string_value(path));
    json_decref(all);
    return output;
}
