/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions and values as text of DynamoDB's own expressions. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "partiql/compile.h"

enum { PLACEHOLDER_MAX = 24 };

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
    if (*map == NULL && partiql_put(request, name, json_object())) {
        *map = json_object_get(request->args, name);
    }
    return *map;
}

static const char *known_name(const json_t *names, const char *name)
{
    const char *placeholder;
    json_t *value;
    json_object_foreach ((json_t *)names, placeholder, value) {
        if (strcmp(json_string_value(value), name) == 0) {
            return placeholder;
        }
    }
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
        if (names == NULL || json_object_set_new(names, text, json_string(name)) != 0) {
            return expr_fail_memory(request->error);
        }
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
        if (!partiql_render_name(request, step->text, out)) {
            return false;
        }
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
        if (!partiql_render(request, arg, out)) {
            return false;
        }
    }
    text_add(out, ")");
    return true;
}

static bool render_call(struct partiql_request *request, const struct partiql_node *call,
                        struct text *out)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (strcasecmp(call->text, functions[i]) == 0) {
            text_add(out, "%s(", functions[i]);
            return render_arguments(request, call->args, out);
        }
    }
    return expr_fail(request->error, "Unrecognized function: %s", call->text);
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
    if (!render_side(request, node->args, out)) {
        return false;
    }
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

static bool render_null(struct partiql_request *request, const struct partiql_node *node,
                        struct text *out)
{
    text_add(out, "attribute_type(");
    if (!partiql_render(request, node->args, out)) {
        return false;
    }
    text_add(out, ", ");
    bool ok = add_value(request, json_pack("{s:s}", "S", "NULL"), out);
    text_add(out, ")");
    return ok;
}

static bool render_between(struct partiql_request *request, const struct partiql_node *node,
                           struct text *out)
{
    if (!render_infix(request, node, "BETWEEN", out)) {
        return false;
    }
    text_add(out, " AND ");
    return render_side(request, node->args->next->next, out);
}

static bool render_in(struct partiql_request *request, const struct partiql_node *node,
                      struct text *out)
{
    if (!render_side(request, node->args, out)) {
        return false;
    }
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
    case PARTIQL_SUM:
        return render_infix(request, node, node->text, out);
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
    case PARTIQL_IS_NULL:
        return render_null(request, node, out);
    default:
        return add_value(request, partiql_value(request, node), out);
    }
}
