/* SPDX-License-Identifier: Apache-2.0 */
/* Helpers of the tests of the expression engine. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

json_t *load(const char *text)
{
    json_error_t error;
    if (text == NULL)
        return NULL;
    char *copy = malloc(strlen(text) + 1);
    assert_non_null(copy);
    strcpy(copy, text);
    for (char *at = copy; *at != '\0'; at++)
        if (*at == '\'')
            *at = '"';
    json_t *json = json_loads(copy, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    if (json == NULL)
        fail_msg("bad JSON in the test: %s: %s", text, error.text);
    free(copy);
    return json;
}

void assert_json(json_t *json, const char *text, const char *what)
{
    json_t *expected = load(text);
    if (!json_equal(json, expected)) {
        char *got = json_dumps(json, JSON_ENCODE_ANY | JSON_SORT_KEYS);
        fail_msg("%s: expected %s, got %s", what, text, got != NULL ? got : "nothing");
    }
    json_decref(expected);
    json_decref(json);
}

void assert_message(const struct expr_error *error, const char *expected, const char *what)
{
    if (strcmp(error->message, expected) != 0)
        fail_msg("%s:\n  expected %s\n  got      %s", what, expected, error->message);
}

struct expr *parse_with(enum expr_kind kind, const char *text, const char *names,
                        const char *values, struct expr_error *error)
{
    json_t *name_map = load(names);
    json_t *value_map = load(values);
    struct expr *expr = NULL;
    struct expr_scope *scope = expr_scope_open(name_map, value_map, error);
    if (scope != NULL)
        expr = expr_parse(scope, kind, text, error);
    if (expr != NULL && !expr_scope_all_used(scope, error)) {
        expr_free(expr);
        expr = NULL;
    }
    expr_scope_close(scope);
    json_decref(name_map);
    json_decref(value_map);
    return expr;
}

struct expr *must_parse(enum expr_kind kind, const char *text, const char *names,
                        const char *values)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct expr *expr = parse_with(kind, text, names, values, &error);
    if (expr == NULL)
        fail_msg("%s: %s", text, error.message);
    return expr;
}
