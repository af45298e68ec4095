/* SPDX-License-Identifier: Apache-2.0 */
/* Checks of conditions, filters and key conditions. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "value_internal.h"

static bool is_logical(const struct node *node)
{
    return node->kind == NODE_AND || node->kind == NODE_OR || node->kind == NODE_NOT;
}

static bool only_in_update(struct check *check, const struct node *call)
{
    if (call->kind != NODE_CALL || !check_is_update_function(call))
        return true;
    return expr_reject(check->expr, check->error,
                       "The function is not allowed in a condition expression; function: %s",
                       call->source);
}

/* size() is the one function that gives an operand; the others are conditions. */
static bool check_operand_use(struct check *check, struct node *node)
{
    for (const struct node *arg = node->args; arg != NULL; arg = arg->next) {
        if (!only_in_update(check, arg))
            return false;
        if (arg->kind == NODE_CALL && arg->function != FUNCTION_SIZE)
            return check_fail_misuse(check, arg);
    }
    return true;
}

static bool check_use(struct check *check, struct node *node)
{
    if (is_logical(node)) {
        for (struct node *arg = node->args; arg != NULL; arg = arg->next)
            if (!check_use(check, arg))
                return false;
        return true;
    }
    if (!only_in_update(check, node))
        return false;
    if (node->kind == NODE_CALL && node->function == FUNCTION_SIZE)
        return check_fail_misuse(check, node);
    return check_walk(check, node, check_operand_use);
}

static bool check_placeholders(struct check *check, struct node *node)
{
    return check_names(check, node) && check_values(check, node);
}

static bool check_in_count(struct check *check, struct node *node)
{
    if (node->kind != NODE_IN || node->arg_count - 1 <= EXPR_IN_MAX)
        return true;
    return expr_reject(
        check->expr, check->error,
        "The IN operator is provided with too many operands; number of operands: %zu",
        node->arg_count - 1);
}

/* All operands whose type is known have one of the types in the set (bits 1 << type). */
static bool check_operand_types(struct check *check, const struct node *node, unsigned types)
{
    for (const struct node *arg = node->args; arg != NULL; arg = arg->next) {
        enum value_type type = node_type(arg);
        if (type != VALUE_NONE && (types >> type & 1U) == 0)
            return check_fail_type(check, node, value_type_name(type));
    }
    return true;
}

#define BIT(type) (1U << (type))
#define ORDERED   (BIT(VALUE_S) | BIT(VALUE_N) | BIT(VALUE_B))
#define PREFIXED  (BIT(VALUE_S) | BIT(VALUE_B))
#define SIZED                                                                                      \
    (BIT(VALUE_S) | BIT(VALUE_B) | BIT(VALUE_L) | BIT(VALUE_M) | BIT(VALUE_SS) | BIT(VALUE_NS) |   \
     BIT(VALUE_BS))

static bool check_attribute_type(struct check *check, const struct node *call)
{
    const struct node *operand = call->args->next;
    enum value_type type = node_type(operand);
    if (type == VALUE_NONE)
        return check_fail_type(check, call, "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
    if (type != VALUE_S)
        return check_fail_type(check, call, value_type_name(type));
    const char *name = json_string_value(value_payload(operand->value));
    if (value_type_named(name) == VALUE_NONE) {
        return expr_reject(check->expr, check->error,
                           "Invalid attribute type name found; type: %s, valid types: "
                           "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
                           name);
    }
    return true;
}

static bool check_call_types(struct check *check, const struct node *call)
{
    switch (call->function) {
    case FUNCTION_ATTRIBUTE_EXISTS:
    case FUNCTION_ATTRIBUTE_NOT_EXISTS:
        return check_requires_path(check, call);
    case FUNCTION_ATTRIBUTE_TYPE:
        return check_attribute_type(check, call);
    case FUNCTION_BEGINS_WITH:
        return check_operand_types(check, call, PREFIXED);
    case FUNCTION_SIZE:
        return check_operand_types(check, call, SIZED);
    default:
        return true;
    }
}

/* A bound of BETWEEN as AWS's (Java's) messages show it. */
static void print_bound(const json_t *value, char *text, size_t size)
{
    struct value_bytes bytes = {NULL, 0};
    const char *type = value_type_name(value_type_of(value));
    if (value_type_of(value) != VALUE_B) {
        snprintf(text, size, "AttributeValue: {%s:%s}", type,
                 json_string_value(value_payload(value)));
        return;
    }
    value_bytes_of(value, &bytes);
    snprintf(text, size, "AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=%zu cap=%zu]}",
             bytes.size, bytes.size);
    value_bytes_free(&bytes);
}

static bool fail_bounds(struct check *check, const char *requirement, const struct node *low)
{
    char lower[EXPR_ERROR_MESSAGE_MAX / 3];
    char upper[EXPR_ERROR_MESSAGE_MAX / 3];
    print_bound(low->value, lower, sizeof lower);
    print_bound(low->next->value, upper, sizeof upper);
    return expr_reject(check->expr, check->error,
                       "The BETWEEN operator requires %s; lower bound operand: %s, upper bound "
                       "operand: %s",
                       requirement, lower, upper);
}

static bool check_bounds(struct check *check, const struct node *between)
{
    const struct node *low = between->args->next;
    const struct node *high = low->next;
    int order = 0;
    if (low->kind != NODE_VALUE || high->kind != NODE_VALUE)
        return true;
    if (!value_compare(low->value, high->value, &order))
        return fail_bounds(check, "same data type for lower and upper bounds", low);
    if (order > 0)
        return fail_bounds(check, "upper bound to be greater than or equal to lower bound", low);
    return true;
}

/* The types of one node; its operands come first. */
static bool check_types(struct check *check, struct node *node)
{
    for (struct node *arg = node->args; arg != NULL; arg = arg->next)
        if (!check_types(check, arg))
            return false;
    switch (node->kind) {
    case NODE_CALL:
        return check_call_types(check, node);
    case NODE_COMPARE:
        return node->comparison <= COMPARE_NE || check_operand_types(check, node, ORDERED);
    case NODE_BETWEEN:
        return check_operand_types(check, node, ORDERED) && check_bounds(check, node);
    default:
        return true;
    }
}

static check_visit *const passes[] = {
    check_placeholders, check_nesting, check_arity, check_in_count, check_distinct,
};

/* AWS checks one condition wholly before the next. */
static bool check_tests(struct check *check, struct node *node)
{
    if (is_logical(node)) {
        for (struct node *arg = node->args; arg != NULL; arg = arg->next)
            if (!check_tests(check, arg))
                return false;
        return true;
    }
    for (size_t i = 0; i < sizeof passes / sizeof passes[0]; i++)
        if (!check_walk(check, node, passes[i]))
            return false;
    return check_types(check, node);
}

bool check_condition(struct check *check)
{
    struct node *root = check->expr->condition;
    return check_walk(check, root, check_known_function) && check_use(check, root) &&
           check_walk(check, root, check_reserved) && check_tests(check, root);
}
