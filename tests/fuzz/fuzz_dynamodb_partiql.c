/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fuzzes PartiQL statements of the DynamoDB emulation. Input: the statement in the first line, its
 * parameters as JSON in the second one. What a statement is compiled to must be taken by the
 * expression engine without a syntax error.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "heads.h"
#include "partiql/partiql.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct expr_key_schema schema = {{{"pk", VALUE_S}, {"sk", VALUE_N}}, 1, 2};

/* The placeholders that are written must all be known. */
static void check(json_t *args, const char *member, enum expr_kind kind)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    const char *text = json_string_value(json_object_get(args, member));
    if (text == NULL)
        return;
    struct expr_scope *scope =
        expr_scope_open(json_object_get(args, "ExpressionAttributeNames"),
                        json_object_get(args, "ExpressionAttributeValues"), &error);
    struct expr *expr = scope == NULL ? NULL : expr_parse(scope, kind, text, &error);
    if (expr == NULL && (strstr(error.message, "not defined") != NULL ||
                         strstr(error.message, "redundant parentheses") != NULL))
        abort();
    expr_free(expr);
    expr_scope_close(scope);
}

static void check_request(json_t *args)
{
    if (args == NULL)
        return;
    check(args, "KeyConditionExpression", EXPR_KEY_CONDITION);
    check(args, "FilterExpression", EXPR_FILTER);
    check(args, "ProjectionExpression", EXPR_PROJECTION);
    check(args, "ConditionExpression", EXPR_CONDITION);
    check(args, "UpdateExpression", EXPR_UPDATE);
    json_decref(args);
}

static void run(const char *text, const json_t *parameters)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct partiql_scope scope = {&schema, parameters};
    struct partiql *statement = partiql_parse(text, &error);
    bool yes;
    if (statement == NULL)
        return;
    if (partiql_reads(statement)) {
        json_t *item = json_object();
        check_request(partiql_select(statement, &scope, &yes, &error));
        check_request(partiql_get(statement, &scope, &yes, &error));
        json_decref(partiql_pick(statement, item));
        json_decref(item);
    } else {
        check_request(partiql_write(statement, &scope, &error));
    }
    partiql_free(statement);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size);
    if (text == NULL)
        return 0;
    char *rest = text, *line = heads_line(&rest);
    json_t *parameters = json_loads(rest, JSON_ALLOW_NUL, NULL);
    run(line, parameters);
    json_decref(parameters);
    free(text);
    return 0;
}
