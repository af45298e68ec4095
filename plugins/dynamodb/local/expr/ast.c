/* SPDX-License-Identifier: Apache-2.0 */
/* Memory of parsed expressions, and questions about them. */
#include "ast.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chunks.h"

struct expr *expr_new(enum expr_kind kind)
{
    struct expr *expr = calloc(1, sizeof *expr);
    if (expr != NULL)
        expr->kind = kind;
    return expr;
}

void expr_free(struct expr *expr)
{
    if (expr == NULL)
        return;
    chunks_free(expr->chunks);
    json_decref(expr->values);
    free(expr);
}

void *expr_alloc(struct expr *expr, size_t size)
{
    return chunks_alloc(&expr->chunks, size);
}

char *expr_copy(struct expr *expr, const char *text, size_t length)
{
    char *copy = expr_alloc(expr, length + 1);
    if (copy != NULL)
        memcpy(copy, text, length);
    return copy;
}

struct node *expr_new_path(struct expr *expr, const char *name)
{
    struct node *node = expr_alloc(expr, sizeof *node);
    struct step *step = expr_alloc(expr, sizeof *step);
    char *copy = expr_copy(expr, name, strlen(name));
    if (node == NULL || step == NULL || copy == NULL)
        return NULL;
    step->name = copy;
    step->source = copy;
    node->kind = NODE_PATH;
    node->steps = step;
    node->arg_count = 1;
    return node;
}

struct node *expr_new_value(struct expr *expr, const json_t *value)
{
    struct node *node = expr_alloc(expr, sizeof *node);
    if (node != NULL) {
        node->kind = NODE_VALUE;
        node->value = value;
    }
    return node;
}

static const char *const kind_names[EXPR_KIND_COUNT] = {
    [EXPR_CONDITION] = "ConditionExpression",        [EXPR_FILTER] = "FilterExpression",
    [EXPR_KEY_CONDITION] = "KeyConditionExpression", [EXPR_UPDATE] = "UpdateExpression",
    [EXPR_PROJECTION] = "ProjectionExpression",
};

const char *expr_kind_name(enum expr_kind kind)
{
    return kind_names[kind];
}

bool expr_reject(const struct expr *expr, struct expr_error *error, const char *format, ...)
{
    char text[EXPR_ERROR_MESSAGE_MAX];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return expr_fail(error, "Invalid %s: %s", expr_kind_name(expr->kind), length < 0 ? "" : text);
}

enum value_type node_type(const struct node *node)
{
    if (node->kind == NODE_VALUE)
        return value_type_of(node->value);
    return node->kind == NODE_CALL && node->function == FUNCTION_SIZE ? VALUE_N : VALUE_NONE;
}

static bool each_in_list(const struct node *node, expr_path_visit *visit, void *context)
{
    for (; node != NULL; node = node->next) {
        if (node->kind == NODE_PATH && !visit(node, context))
            return false;
        if (!each_in_list(node->args, visit, context))
            return false;
    }
    return true;
}

bool expr_each_path(const struct expr *expr, expr_path_visit *visit, void *context)
{
    for (const struct action *action = expr->actions; action != NULL; action = action->next)
        if (!each_in_list(action->path, visit, context) ||
            !each_in_list(action->value, visit, context))
            return false;
    return each_in_list(expr->condition, visit, context) &&
           each_in_list(expr->paths, visit, context);
}
