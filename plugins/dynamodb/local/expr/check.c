/* SPDX-License-Identifier: Apache-2.0 */
/* Checks that conditions, updates and projections have in common. */
#include "check.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "reserved.h"

static const struct function_rule {
    const char *name;
    size_t operands;
    bool update; /* allowed in updates, and only there */
} functions[] = {
    [FUNCTION_ATTRIBUTE_EXISTS] = {"attribute_exists", 1, false},
    [FUNCTION_ATTRIBUTE_NOT_EXISTS] = {"attribute_not_exists", 1, false},
    [FUNCTION_ATTRIBUTE_TYPE] = {"attribute_type", 2, false},
    [FUNCTION_BEGINS_WITH] = {"begins_with", 2, false},
    [FUNCTION_CONTAINS] = {"contains", 2, false},
    [FUNCTION_SIZE] = {"size", 1, false},
    [FUNCTION_IF_NOT_EXISTS] = {"if_not_exists", 2, true},
    [FUNCTION_LIST_APPEND] = {"list_append", 2, true},
};

#define FUNCTION_COUNT (sizeof functions / sizeof functions[0])

enum function check_function_named(const char *name)
{
    for (size_t i = FUNCTION_NONE + 1; i < FUNCTION_COUNT; i++)
        if (strcmp(functions[i].name, name) == 0)
            return (enum function)i;
    return FUNCTION_NONE;
}

bool check_is_update_function(const struct node *call)
{
    return functions[call->function].update;
}

bool check_walk(struct check *check, struct node *node, check_visit *visit)
{
    if (!visit(check, node))
        return false;
    for (struct node *arg = node->args; arg != NULL; arg = arg->next)
        if (!check_walk(check, arg, visit))
            return false;
    return true;
}

bool check_known_function(struct check *check, struct node *node)
{
    if (node->kind != NODE_CALL || node->function != FUNCTION_NONE)
        return true;
    return expr_reject(check->expr, check->error, "Invalid function name; function: %s",
                       node->source);
}

bool check_reserved(struct check *check, struct node *node)
{
    for (const struct step *step = node->steps; step != NULL; step = step->next) {
        if (step->name == NULL && step->index == ULONG_MAX) {
            return expr_reject(check->expr, check->error,
                               "List index is not within the allowable range; index: [%s]",
                               step->source);
        }
        if (step->name != NULL && !step->placeholder && reserved_word(step->name)) {
            return expr_reject(check->expr, check->error,
                               "Attribute name is a reserved keyword; reserved keyword: %s",
                               step->name);
        }
    }
    return true;
}

bool check_names(struct check *check, struct node *node)
{
    for (struct step *step = node->steps; step != NULL; step = step->next) {
        if (!step->placeholder)
            continue;
        const char *name = scope_name(check->scope, step->source);
        if (name == NULL) {
            return expr_reject(check->expr, check->error,
                               "An expression attribute name used in the document path is not "
                               "defined; attribute name: %s",
                               step->source);
        }
        step->name = expr_copy(check->expr, name, strlen(name));
        if (step->name == NULL)
            return expr_fail_memory(check->error);
    }
    return true;
}

bool check_values(struct check *check, struct node *node)
{
    if (node->kind != NODE_VALUE)
        return true;
    node->value = scope_value(check->scope, node->source);
    if (node->value == NULL) {
        return expr_reject(check->expr, check->error,
                           "An expression attribute value used in expression is not defined; "
                           "attribute value: %s",
                           node->source);
    }
    return true;
}

bool check_nesting(struct check *check, struct node *node)
{
    if (node->kind != NODE_PATH || node->arg_count <= EXPR_PATH_MAX)
        return true;
    return expr_reject(check->expr, check->error,
                       "The document path has too many nesting levels; nesting levels: %zu",
                       node->arg_count);
}

bool check_arity(struct check *check, struct node *node)
{
    if (node->kind != NODE_CALL || node->arg_count == functions[node->function].operands)
        return true;
    return expr_reject(check->expr, check->error,
                       "Incorrect number of operands for operator or function; operator or "
                       "function: %s, number of operands: %zu",
                       node->source, node->arg_count);
}

bool check_fail_type(struct check *check, const struct node *node, const char *type)
{
    return expr_reject(check->expr, check->error,
                       "Incorrect operand type for operator or function; operator or function: "
                       "%s, operand type: %s",
                       node->source, type);
}

bool check_requires_path(struct check *check, const struct node *call)
{
    if (call->args->kind == NODE_PATH)
        return true;
    return expr_reject(check->expr, check->error,
                       "Operator or function requires a document path; operator or function: %s",
                       call->source);
}

bool check_fail_misuse(struct check *check, const struct node *call)
{
    return expr_reject(
        check->expr, check->error,
        "The function is not allowed to be used this way in an expression; function: %s",
        call->source);
}

static bool same_step(const struct step *a, const struct step *b)
{
    if (a->name == NULL || b->name == NULL)
        return a->name == b->name && a->index == b->index;
    return strcmp(a->name, b->name) == 0;
}

bool check_same_path(const struct node *a, const struct node *b)
{
    const struct step *x = a->steps;
    const struct step *y = b->steps;
    if (a->kind != NODE_PATH || b->kind != NODE_PATH)
        return false;
    while (x != NULL && y != NULL && same_step(x, y)) {
        x = x->next;
        y = y->next;
    }
    return x == NULL && y == NULL;
}

void check_print_path(const struct node *path, char *text, size_t size)
{
    size_t used = 0;
    for (const struct step *step = path->steps; step != NULL; step = step->next) {
        const char *before = step == path->steps ? "[" : ", ";
        int written = step->name != NULL
                          ? snprintf(text + used, size - used, "%s%s", before, step->name)
                          : snprintf(text + used, size - used, "%s[%lu]", before, step->index);
        if (written < 0 || (size_t)written >= size - used)
            return;
        used += (size_t)written;
    }
    snprintf(text + used, size - used, "]");
}

enum relation { APART, OVERLAP, CONFLICT };

/* A path overlaps another that it contains; it conflicts with one that takes the same parent for
 * another kind of container. */
static enum relation relate(const struct node *a, const struct node *b)
{
    const struct step *x = a->steps;
    const struct step *y = b->steps;
    for (; x != NULL && y != NULL; x = x->next, y = y->next) {
        if ((x->name == NULL) != (y->name == NULL))
            return CONFLICT;
        if (!same_step(x, y))
            return APART;
    }
    return OVERLAP;
}

static bool fail_relation(struct check *check, enum relation relation, const struct node *one,
                          const struct node *two)
{
    char first[EXPR_ERROR_MESSAGE_MAX / 3];
    char second[EXPR_ERROR_MESSAGE_MAX / 3];
    check_print_path(one, first, sizeof first);
    check_print_path(two, second, sizeof second);
    return expr_reject(check->expr, check->error,
                       "Two document paths %s with each other; must remove or rewrite one of these "
                       "paths; path one: %s, path two: %s",
                       relation == OVERLAP ? "overlap" : "conflict", first, second);
}

static bool check_relation(struct check *check, struct node *const *paths, size_t count,
                           enum relation wrong)
{
    for (size_t later = 1; later < count; later++) {
        for (size_t earlier = 0; earlier < later; earlier++)
            if (relate(paths[earlier], paths[later]) == wrong)
                return fail_relation(check, wrong, paths[earlier], paths[later]);
    }
    return true;
}

bool check_overlaps(struct check *check, struct node *const *paths, size_t count)
{
    return check_relation(check, paths, count, OVERLAP) &&
           check_relation(check, paths, count, CONFLICT);
}

bool check_expression(struct expr *expr, struct expr_scope *scope, struct expr_error *error)
{
    struct check check = {expr, scope, error};
    expr->values = json_incref(scope_values(scope));
    switch (expr->kind) {
    case EXPR_UPDATE:
        return check_update(&check);
    case EXPR_PROJECTION:
        return check_projection(&check);
    default:
        return check_condition(&check);
    }
}

bool check_distinct(struct check *check, struct node *node)
{
    if (node->args == NULL)
        return true;
    for (const struct node *arg = node->args->next; arg != NULL; arg = arg->next) {
        if (!check_same_path(node->args, arg))
            continue;
        char path[EXPR_ERROR_MESSAGE_MAX / 2];
        check_print_path(arg, path, sizeof path);
        return expr_reject(check->expr, check->error,
                           "The first operand must be distinct from the remaining operands for "
                           "this operator or function; operator: %s, first operand: %s",
                           node->source, path);
    }
    return true;
}
