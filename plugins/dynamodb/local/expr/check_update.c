/* SPDX-License-Identifier: Apache-2.0 */
/* Checks of updates and projections. */
#include <stdlib.h>

#include "check.h"

/* One visit over all actions in the order they are written. */
static bool each_action(struct check *check, check_visit *visit)
{
    for (struct action *action = check->expr->actions; action != NULL; action = action->next)
        if (!check_walk(check, action->path, visit) ||
            (action->value != NULL && !check_walk(check, action->value, visit)))
            return false;
    return true;
}

/* Conditions' functions have no place here, and AWS takes list_append only as the whole of a value.
 */
static bool check_use(struct check *check, struct node *node)
{
    if (node->kind == NODE_CALL && !check_is_update_function(node)) {
        return expr_reject(check->expr, check->error,
                           "The function is not allowed in an update expression; function: %s",
                           node->source);
    }
    if (node->kind != NODE_CALL && node->kind != NODE_PLUS && node->kind != NODE_MINUS)
        return true;
    for (const struct node *arg = node->args; arg != NULL; arg = arg->next)
        if (arg->kind == NODE_CALL && arg->function == FUNCTION_LIST_APPEND)
            return check_fail_misuse(check, arg);
    return true;
}

static bool check_sections(struct check *check)
{
    if (check->expr->repeated == NULL)
        return true;
    return expr_reject(check->expr, check->error,
                       "The \"%s\" section can only be used once in an update expression;",
                       check->expr->repeated);
}

static bool check_paths(struct check *check)
{
    size_t count = 0;
    for (struct action *action = check->expr->actions; action != NULL; action = action->next)
        count++;
    struct node **paths = expr_alloc(check->expr, count * sizeof *paths);
    if (paths == NULL)
        return expr_fail_memory(check->error);
    count = 0;
    for (struct action *action = check->expr->actions; action != NULL; action = action->next)
        paths[count++] = action->path;
    return check_overlaps(check, paths, count);
}

/* The types that ADD and DELETE refuse, as AWS names them. */
static const struct {
    const char *name;
    bool add; /* refused by ADD too */
} refused[VALUE_TYPE_COUNT] = {
    [VALUE_S] = {"STRING", true},  [VALUE_N] = {"NUMBER", false},    [VALUE_B] = {"BINARY", true},
    [VALUE_L] = {"LIST", true},    [VALUE_BOOL] = {"BOOLEAN", true}, [VALUE_M] = {"MAP", true},
    [VALUE_NULL] = {"NULL", true},
};

static bool check_set_operands(struct check *check)
{
    for (const struct action *action = check->expr->actions; action != NULL;
         action = action->next) {
        if (action->kind != ACTION_ADD && action->kind != ACTION_DELETE)
            continue;
        const char *name = action->kind == ACTION_ADD ? "ADD" : "DELETE";
        enum value_type type = node_type(action->value);
        if (refused[type].name != NULL && (action->kind == ACTION_DELETE || refused[type].add)) {
            return expr_reject(check->expr, check->error,
                               "Incorrect operand type for operator or function; operator: %s, "
                               "operand type: %s, typeSet: ALLOWED_FOR_%s_OPERAND",
                               name, refused[type].name, name);
        }
    }
    return true;
}

/* All operands whose type is known have this one. */
static bool check_only(struct check *check, const struct node *node, enum value_type wanted)
{
    for (const struct node *arg = node->args; arg != NULL; arg = arg->next) {
        enum value_type type = node_type(arg);
        if (type != VALUE_NONE && type != wanted)
            return check_fail_type(check, node, value_type_name(type));
    }
    return true;
}

static bool check_function(struct check *check, struct node *node)
{
    if (!check_arity(check, node))
        return false;
    switch (node->kind) {
    case NODE_PLUS:
    case NODE_MINUS:
        return check_only(check, node, VALUE_N);
    case NODE_CALL:
        return node->function == FUNCTION_LIST_APPEND
                   ? check_only(check, node, VALUE_L)
                   : check_requires_path(check, node) && check_distinct(check, node);
    default:
        return true;
    }
}

bool check_update(struct check *check)
{
    return each_action(check, check_reserved) && each_action(check, check_known_function) &&
           each_action(check, check_use) && check_sections(check) &&
           each_action(check, check_names) && each_action(check, check_values) &&
           each_action(check, check_nesting) && check_paths(check) && check_set_operands(check) &&
           each_action(check, check_function);
}

static bool each_path(struct check *check, check_visit *visit)
{
    for (struct node *path = check->expr->paths; path != NULL; path = path->next)
        if (!visit(check, path))
            return false;
    return true;
}

bool check_projection(struct check *check)
{
    size_t count = 0;
    if (!each_path(check, check_reserved) || !each_path(check, check_names) ||
        !each_path(check, check_nesting))
        return false;
    for (struct node *path = check->expr->paths; path != NULL; path = path->next)
        count++;
    struct node **paths = expr_alloc(check->expr, count * sizeof *paths);
    if (paths == NULL)
        return expr_fail_memory(check->error);
    count = 0;
    for (struct node *path = check->expr->paths; path != NULL; path = path->next)
        paths[count++] = path;
    return check_overlaps(check, paths, count);
}
