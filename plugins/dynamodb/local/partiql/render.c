/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions and values as text of DynamoDB's own expressions. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "partiql/compile.h"

enum { PLACEHOLDER_MAX = 24, FUNCTION_MAX = 128 };

/* The functions that PartiQL has from DynamoDB's expressions; names match in any case. */
static const char *const functions[] = {
    "attribute_type", "begins_with",          "contains",     "size", "attribute_exists",
    "list_append",    "attribute_not_exists", "if_not_exists"};

bool partiql_put(struct partiql_request *request, const char *name, json_t *value)
{
    return json_object_set_new(request->args, name, value) == 0 || expr_fail_memory(request->error);
}

bool partiql_put_text(struct partiql_request *request, const char *name, struct text *text)
{
    bool ok = !text->failed && partiql_put(request, name, json_string(text_string(text)));
    text_free(text);
    return ok || expr_fail_memory(request->error);
}

/* The map called `name` of the request's arguments, made when it is first wanted. */
static json_t *part(struct partiql_request *request, json_t **map, const char *name)
{
    if (*map == NULL && partiql_put(request, name, json_object()))
        *map = json_object_get(request->args, name);
    return *map;
}

static const char *known_name(const json_t *names, const char *name)
{
    const char *placeholder;
    json_t *value;
    json_object_foreach ((json_t *)names, placeholder, value)
        if (strcmp(json_string_value(value), name) == 0)
            return placeholder;
    return NULL;
}

bool partiql_render_name(struct partiql_request *request, const char *name, struct text *out)
{
    char text[PLACEHOLDER_MAX];
    json_t *names = part(request, &request->names, "ExpressionAttributeNames");
    const char *placeholder = names == NULL ? NULL : known_name(names, name);
    if (placeholder == NULL) {
        snprintf(text, sizeof text, "#n%zu", json_object_size(names));
        placeholder = text;
        if (names == NULL || json_object_set_new(names, text, json_string(name)) != 0)
            return expr_fail_memory(request->error);
    }
    text_append(out, placeholder, strlen(placeholder));
    return true;
}

static bool render_path(struct partiql_request *request, const struct partiql_node *path,
                        struct text *out)
{
    for (const struct partiql_node *step = path->args; step != NULL; step = step->next) {
        if (step->is_index) {
            text_add(out, "[%s]", step->text);
            continue;
        }
        text_append(out, ".", step == path->args ? 0 : 1);
        if (!partiql_render_name(request, step->text, out))
            return false;
    }
    return true;
}

/* Takes the reference. */
static bool add_value(struct partiql_request *request, json_t *value, struct text *out)
{
    char text[PLACEHOLDER_MAX];
    json_t *values =
        value == NULL ? NULL : part(request, &request->values, "ExpressionAttributeValues");
    snprintf(text, sizeof text, ":v%zu", json_object_size(values));
    text_add(out, "%s", text);
    if (values == NULL) {
        json_decref(value);
        return false;
    }
    return json_object_set_new(values, text, value) == 0 || expr_fail_memory(request->error);
}

static bool render_arguments(struct partiql_request *request, const struct partiql_node *first,
                             struct text *out)
{
    for (const struct partiql_node *arg = first; arg != NULL; arg = arg->next) {
        text_add(out, "%s", arg == first ? "" : ", ");
        if (!partiql_render(request, arg, out))
            return false;
    }
    text_add(out, ")");
    return true;
}

/* Functions over many items. */
static const char *const aggregates[] = {"avg", "count", "max", "min", "sum"};

/* AWS tells the names of functions in small letters. */
static bool fail_function(const struct partiql_request *request, const struct partiql_node *call)
{
    char name[FUNCTION_MAX];
    size_t length = 0;
    for (; length + 1 < sizeof name && call->text[length] != '\0'; length++) {
        char c = call->text[length];
        name[length] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    name[length] = '\0';
    for (size_t i = 0; i < sizeof aggregates / sizeof *aggregates; i++) {
        if (strcmp(name, aggregates[i]) == 0) {
            return expr_fail(request->error, "Unsupported token in expression: %s" PARTIQL_AT, name,
                             PARTIQL_PLACE(call));
        }
    }
    return expr_fail(request->error, "Unrecognized function: %s" PARTIQL_AT, name,
                     PARTIQL_PLACE(call));
}

static bool render_call(struct partiql_request *request, const struct partiql_node *call,
                        struct text *out)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (strcasecmp(call->text, functions[i]) == 0) {
            if (call->count == 0) {
                return expr_fail(request->error,
                                 "Incorrect number of operands for operator or function; operator "
                                 "or function: %s, number of operands: 0",
                                 functions[i]);
            }
            text_add(out, "%s(", functions[i]);
            return render_arguments(request, call->args, out);
        }
    }
    return fail_function(request, call);
}

static bool is_logical(const struct partiql_node *node)
{
    return node->kind == PARTIQL_AND || node->kind == PARTIQL_OR || node->kind == PARTIQL_NOT;
}

/* DynamoDB refuses parentheses around parentheses: only these kinds get some. */
static bool render_side(struct partiql_request *request, const struct partiql_node *node,
                        struct text *out)
{
    bool group = is_logical(node);
    text_add(out, "%s", group ? "(" : "");
    bool ok = partiql_render(request, node, out);
    text_add(out, "%s", group ? ")" : "");
    return ok;
}

static bool render_infix(struct partiql_request *request, const struct partiql_node *node,
                         const char *operator, struct text * out)
{
    if (!render_side(request, node->args, out))
        return false;
    text_add(out, " %s ", operator);
    return render_side(request, node->args->next, out);
}

static bool render_not(struct partiql_request *request, const struct partiql_node *node,
                       struct text *out)
{
    if (node->args->kind == PARTIQL_MISSING) {
        text_add(out, "attribute_exists(");
        return render_arguments(request, node->args->args, out);
    }
    text_add(out, "NOT ");
    return render_side(request, node->args, out);
}

/* The types that IS takes, and DynamoDB's. Those without one have a name in AWS's message. */
static const struct is_type {
    const char *name;
    const char *type;
    const char *shown;
} is_types[] = {
    {"NULL", "NULL", NULL},   {"BOOL", "BOOL", NULL},      {"BOOLEAN", "BOOL", NULL},
    {"STRING", "S", NULL},    {"NUMERIC", "N", NULL},      {"BLOB", "B", NULL},
    {"STRUCT", "M", NULL},    {"TUPLE", "M", NULL},        {"LIST", "L", NULL},
    {"INT", NULL, "INTEGER"}, {"CHAR", NULL, "CHARACTER"}, {"VARCHAR", NULL, "CHARACTER_VARYING"}};

static const struct is_type *is_type_of(const char *name)
{
    for (size_t i = 0; i < sizeof is_types / sizeof *is_types; i++)
        if (strcasecmp(name, is_types[i].name) == 0)
            return &is_types[i];
    return NULL;
}

static bool render_is(struct partiql_request *request, const struct partiql_node *node,
                      struct text *out)
{
    const struct is_type *type = is_type_of(node->text);
    if (type == NULL || type->type == NULL) {
        return expr_fail(request->error,
                         "Unsupported data type for IS operator: %s. Supported data types are "
                         "[MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, "
                         "LIST]" PARTIQL_AT,
                         type == NULL ? node->text : type->shown, PARTIQL_PLACE(node->args));
    }
    text_add(out, "attribute_type(");
    if (!partiql_render(request, node->args, out))
        return false;
    text_add(out, ", ");
    bool ok = add_value(request, json_pack("{s:s}", "S", type->type), out);
    text_add(out, ")");
    return ok;
}

/* The functions that are true or false. */
static const char *const tests[] = {"attribute_exists", "attribute_not_exists", "attribute_type",
                                    "begins_with", "contains"};

static bool is_test(const struct partiql_node *node)
{
    if (node->kind >= PARTIQL_COMPARE && node->kind <= PARTIQL_IS_TYPE)
        return true;
    for (size_t i = 0; node->kind == PARTIQL_CALL && i < sizeof tests / sizeof *tests; i++)
        if (strcasecmp(node->text, tests[i]) == 0)
            return true;
    return false;
}

static bool is_boolean(const struct partiql_node *node)
{
    return node->kind == PARTIQL_TRUE_VALUE || node->kind == PARTIQL_FALSE_VALUE;
}

/* `test = true` is the test. */
static bool render_compare(struct partiql_request *request, const struct partiql_node *node,
                           struct text *out)
{
    bool equal = strcmp(node->text, "=") == 0;
    const struct partiql_node *value = node->args->next;
    if (!is_test(node->args) || !is_boolean(value) || (!equal && strcmp(node->text, "<>") != 0))
        return render_infix(request, node, node->text, out);
    text_add(out, equal == (value->kind == PARTIQL_TRUE_VALUE) ? "" : "NOT ");
    return render_side(request, node->args, out);
}

/* Conditions know no arithmetic, and updates + and - alone. */
static bool render_sum(struct partiql_request *request, const struct partiql_node *node,
                       struct text *out)
{
    bool known = strcmp(node->text, "+") == 0 || strcmp(node->text, "-") == 0;
    if (!known || !request->is_update) {
        return expr_fail(request->error, "Unsupported operator in %s Expression. Operator: %s",
                         request->is_update ? "Update" : "Condition",
                         strcasecmp(node->text, "like") == 0 ? "like" : node->text);
    }
    return render_infix(request, node, node->text, out);
}

static bool render_between(struct partiql_request *request, const struct partiql_node *node,
                           struct text *out)
{
    if (!render_infix(request, node, "BETWEEN", out))
        return false;
    text_add(out, " AND ");
    return render_side(request, node->args->next->next, out);
}

static bool render_in(struct partiql_request *request, const struct partiql_node *node,
                      struct text *out)
{
    if (!render_side(request, node->args, out))
        return false;
    text_add(out, " IN (");
    return render_arguments(request, node->args->next, out);
}

bool partiql_render(struct partiql_request *request, const struct partiql_node *node,
                    struct text *out)
{
    switch (node->kind) {
    case PARTIQL_PATH:
        return render_path(request, node, out);
    case PARTIQL_CALL:
        return render_call(request, node, out);
    case PARTIQL_COMPARE:
        return render_compare(request, node, out);
    case PARTIQL_SUM:
        return render_sum(request, node, out);
    case PARTIQL_AND:
    case PARTIQL_OR:
        return render_infix(request, node, node->kind == PARTIQL_AND ? "AND" : "OR", out);
    case PARTIQL_BETWEEN:
        return render_between(request, node, out);
    case PARTIQL_IN:
        return render_in(request, node, out);
    case PARTIQL_NOT:
        return render_not(request, node, out);
    case PARTIQL_MISSING:
        text_add(out, "attribute_not_exists(");
        return render_arguments(request, node->args, out);
    case PARTIQL_IS_TYPE:
        return render_is(request, node, out);
    case PARTIQL_MISSING_VALUE:
        return expr_fail(request->error, "MISSING must be compared using IS operator");
    default:
        return add_value(request, partiql_value(request, node), out);
    }
}
