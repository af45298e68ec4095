/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSONata in states (Developer Guide, "Transforming data with JSONata"): texts {% ... %} within
 * JSON, what $states is, and errors as AWS words them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asl/asl.h"
#include "jsonata/jsonata.h"

#define QUERY_ERROR "States.QueryEvaluationError"

/* ---- expressions ---- */

char *asl_expression(const char *text)
{
    size_t n = text ? strlen(text) : 0;
    if (n < 4 || memcmp(text, "{%", 2) != 0 || memcmp(text + n - 2, "%}", 2) != 0)
        return NULL;
    const char *from = text + 2, *end = text + n - 2;
    while (from < end && strchr(" \t\r\n", *from))
        from++;
    while (end > from && strchr(" \t\r\n", end[-1]))
        end--;
    return strndup(from, (size_t)(end - from));
}

bool asl_expression_check(const char *text, char why[ASL_WHY_SIZE])
{
    char *expression = asl_expression(text);
    struct jsonata_error error = {.code = ""};
    struct jsonata *parsed = expression ? jsonata_parse(expression, &error) : NULL;
    if (expression && !parsed)
        (void)snprintf(why, ASL_WHY_SIZE, "%s: %.400s", error.code, error.message);
    bool good = parsed || !expression;
    jsonata_free(parsed);
    free(expression);
    return good;
}

/* ---- what they see ---- */

static json_t *states_of(const struct asl_scope *scope)
{
    static const char *const roles[] = {
        [ASL_NO_VALUE] = NULL, [ASL_RESULT] = "result", [ASL_ERROR_OUTPUT] = "errorOutput"};
    json_t *states = json_pack("{s:O*, s:O*}", "input", scope->input, "context", scope->context);
    if (roles[scope->role])
        (void)json_object_set(states, roles[scope->role], scope->value);
    return states;
}

static json_t *variables_of(const struct asl_scope *scope)
{
    json_t *all = scope->variables ? json_copy(scope->variables) : json_object();
    (void)json_object_set_new(all, "states", states_of(scope));
    return all;
}

struct query {
    const struct asl_scope *scope;
    json_t *variables;
    char field[ASL_FIELD_SIZE]; /* where we are: "Output/result" */
};

/* Fails by what an expression gave, or how it failed. */
static json_t *fail(struct query *q, const char *expression, const char *how)
{
    struct asl_error *error = q->scope->error;
    if (!*error->name)
        (void)snprintf(error->field, sizeof error->field, "%s", q->field);
    return asl_fail(error, QUERY_ERROR,
                    "The JSONata expression '%s' specified for the field '%s' %s", expression,
                    q->field, how);
}

static json_t *evaluate(struct query *q, const char *expression)
{
    const struct jsonata_world world = {
        .variables = q->variables, .aws = true, .now_ms = q->scope->now_ms};
    struct jsonata_error error = {.code = ""};
    char how[sizeof error.message + 64];
    json_t *result = NULL;
    struct jsonata *parsed = jsonata_parse(expression, &error);
    enum jsonata_outcome outcome =
        parsed ? jsonata_evaluate(parsed, &world, &result, &error) : JSONATA_FAILED;
    jsonata_free(parsed);
    if (outcome == JSONATA_NOTHING)
        return fail(q, expression, "returned nothing (undefined).");
    if (outcome == JSONATA_FUNCTION)
        return fail(q, expression, "returned an unsupported result type.");
    (void)snprintf(how, sizeof how, "threw an error during evaluation. %s: %s", error.code,
                   error.message);
    return outcome == JSONATA_FAILED ? fail(q, expression, how) : result;
}

/* ---- JSON with expressions ---- */

static json_t *fill(struct query *q, json_t *template, int depth);

static json_t *fill_text(struct query *q, json_t *template)
{
    char *expression = asl_expression(json_string_value(template));
    json_t *value = expression ? evaluate(q, expression) : json_incref(template);
    free(expression);
    return value;
}

static json_t *fill_object(struct query *q, json_t *template, int depth)
{
    size_t back = strlen(q->field);
    json_t *made = json_object(), *one;
    const char *name;
    json_object_foreach (template, name, one) {
        (void)snprintf(q->field + back, sizeof q->field - back, "/%s", name);
        json_t *value = *q->scope->error->name ? NULL : fill(q, one, depth);
        q->field[back] = '\0';
        if (value)
            (void)json_object_set_new(made, name, value);
    }
    return made;
}

static json_t *fill_array(struct query *q, json_t *template, int depth)
{
    size_t back = strlen(q->field), i;
    json_t *made = json_array(), *one;
    json_array_foreach (template, i, one) {
        (void)snprintf(q->field + back, sizeof q->field - back, "[%zu]", i);
        json_t *value = *q->scope->error->name ? NULL : fill(q, one, depth);
        q->field[back] = '\0';
        if (value)
            (void)json_array_append_new(made, value);
    }
    return made;
}

static json_t *fill(struct query *q, json_t *template, int depth)
{
    if (json_is_string(template))
        return fill_text(q, template);
    if (depth >= 4 * ASL_DEPTH_MAX || (!json_is_object(template) && !json_is_array(template)))
        return json_incref(template);
    return json_is_object(template) ? fill_object(q, template, depth + 1)
                                    : fill_array(q, template, depth + 1);
}

json_t *asl_query(const struct asl_scope *scope, json_t *template, const char *field)
{
    struct query q = {.scope = scope, .variables = variables_of(scope)};
    (void)snprintf(q.field, sizeof q.field, "%s", field);
    json_t *value = fill(&q, template, 0);
    json_decref(q.variables);
    if (*scope->error->name) {
        json_decref(value);
        return NULL;
    }
    return value;
}

/* ---- types ---- */

static const char *type_of(const json_t *value)
{
    static const char *const names[] = {
        [JSON_OBJECT] = "object",  [JSON_ARRAY] = "array", [JSON_STRING] = "string",
        [JSON_INTEGER] = "number", [JSON_REAL] = "number", [JSON_TRUE] = "boolean",
        [JSON_FALSE] = "boolean",  [JSON_NULL] = "null"};
    return names[json_typeof(value)];
}

json_t *asl_query_of(const struct asl_scope *scope, json_t *template, const char *field,
                     const char *type)
{
    json_t *value = asl_query(scope, template, field);
    if (!value || strcmp(type_of(value), type) == 0)
        return value;
    struct query q = {.scope = scope};
    char *expression = asl_expression(json_string_value(template)), *text = asl_dump(value);
    json_t *how = json_sprintf(
        "returned an unexpected result type. Expected '%s', but was '%s' for value: %s", type,
        type_of(value), text ? text : "");
    (void)snprintf(q.field, sizeof q.field, "%s", field);
    (void)fail(&q, expression ? expression : text ? text : "", json_string_value(how));
    json_decref(how);
    json_decref(value);
    free(expression);
    free(text);
    return NULL;
}

/* ---- choices ---- */

json_t *asl_query_choose(const struct asl_scope *scope, json_t *state)
{
    size_t i;
    json_t *rule;
    json_array_foreach (json_object_get(state, "Choices"), i, rule) {
        char field[64];
        (void)snprintf(field, sizeof field, "Choices[%zu]/Condition", i);
        json_t *holds = asl_query_of(scope, json_object_get(rule, "Condition"), field, "boolean");
        json_decref(holds); /* true and false are never freed */
        if (!holds || json_is_true(holds))
            return holds ? rule : NULL;
    }
    return NULL;
}
