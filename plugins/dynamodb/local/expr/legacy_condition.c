/* SPDX-License-Identifier: Apache-2.0 */
/* One legacy condition as a node: an operator, an attribute and values. */
#include "legacy_condition.h"

#include <stdint.h>
#include <string.h>

#include "value_internal.h"

#define BIT(type) (1U << (type))
#define ANY       (BIT(VALUE_TYPE_COUNT) - 1)
#define SCALAR    (BIT(VALUE_S) | BIT(VALUE_N) | BIT(VALUE_B))
#define PREFIX    (BIT(VALUE_S) | BIT(VALUE_B))

static const struct legacy_rule operators[] = {
    {"EQ", 1, 1, ANY, NODE_COMPARE, COMPARE_EQ, FUNCTION_NONE, true},
    {"NE", 1, 1, ANY, NODE_COMPARE, COMPARE_NE, FUNCTION_NONE, false},
    {"LT", 1, 1, SCALAR, NODE_COMPARE, COMPARE_LT, FUNCTION_NONE, true},
    {"LE", 1, 1, SCALAR, NODE_COMPARE, COMPARE_LE, FUNCTION_NONE, true},
    {"GT", 1, 1, SCALAR, NODE_COMPARE, COMPARE_GT, FUNCTION_NONE, true},
    {"GE", 1, 1, SCALAR, NODE_COMPARE, COMPARE_GE, FUNCTION_NONE, true},
    {"BETWEEN", 2, 2, SCALAR, NODE_BETWEEN, COMPARE_EQ, FUNCTION_NONE, true},
    {"BEGINS_WITH", 1, 1, PREFIX, NODE_CALL, COMPARE_EQ, FUNCTION_BEGINS_WITH, true},
    {"CONTAINS", 1, 1, SCALAR, NODE_CALL, COMPARE_EQ, FUNCTION_CONTAINS, false},
    {"NOT_CONTAINS", 1, 1, SCALAR, NODE_NOT, COMPARE_EQ, FUNCTION_CONTAINS, false},
    {"NULL", 0, 0, ANY, NODE_CALL, COMPARE_EQ, FUNCTION_ATTRIBUTE_NOT_EXISTS, false},
    {"NOT_NULL", 0, 0, ANY, NODE_CALL, COMPARE_EQ, FUNCTION_ATTRIBUTE_EXISTS, false},
    {"IN", 1, SIZE_MAX, SCALAR, NODE_IN, COMPARE_EQ, FUNCTION_NONE, false},
};

struct node *legacy_no_memory(struct legacy *legacy)
{
    expr_fail_memory(legacy->error);
    return NULL;
}

static struct node *new_node(struct legacy *legacy, enum node_kind kind,
                             const struct legacy_condition *condition)
{
    struct node *node = expr_alloc(legacy->expr, sizeof *node);
    if (node == NULL)
        return legacy_no_memory(legacy);
    node->kind = kind;
    if (condition != NULL) {
        node->source = condition->rule->name;
        node->comparison = condition->rule->comparison;
        node->function = condition->rule->function;
    }
    return node;
}

struct node *legacy_join(struct legacy *legacy, enum node_kind kind, struct node *a, struct node *b)
{
    struct node *node = a != NULL ? new_node(legacy, kind, NULL) : NULL;
    if (node == NULL)
        return NULL;
    a->next = b;
    node->args = a;
    node->arg_count = b != NULL ? 2 : 1;
    return node;
}

/* A canonical copy of `value` that the expression owns. */
static const json_t *own(struct legacy *legacy, const json_t *value)
{
    json_t *copy = value_canonical(value, legacy->error);
    if (copy != NULL && json_array_append_new(legacy->expr->values, copy) != 0) {
        expr_fail_memory(legacy->error);
        return NULL;
    }
    return copy;
}

/* The attribute and then the values, as arguments of `node`. */
static struct node *add_arguments(struct legacy *legacy, const struct legacy_condition *condition,
                                  struct node *node)
{
    size_t index;
    json_t *value;
    if (node == NULL)
        return NULL;
    struct node *last = expr_new_path(legacy->expr, condition->attribute);
    if (last == NULL)
        return legacy_no_memory(legacy);
    node->args = last;
    node->arg_count = 1;
    json_array_foreach (value_loose(condition->values), index, value) {
        const json_t *owned = own(legacy, value);
        if (owned == NULL)
            return NULL;
        last->next = expr_new_value(legacy->expr, owned);
        last = last->next;
        node->arg_count++;
        if (last == NULL)
            return legacy_no_memory(legacy);
    }
    return node;
}

static bool check_count(struct legacy *legacy, const struct legacy_condition *condition)
{
    size_t count = json_array_size(condition->values);
    if (count >= condition->rule->least && count <= condition->rule->most)
        return true;
    return expr_fail(legacy->error,
                     LEGACY_INVALID "Invalid number of argument(s) for the %s ComparisonOperator",
                     condition->rule->name);
}

static bool check_arguments(struct legacy *legacy, const struct legacy_condition *condition,
                            const struct node *node)
{
    int order;
    const struct node *first = node->args->next;
    for (const struct node *arg = first; arg != NULL; arg = arg->next) {
        enum value_type type = node_type(arg);
        if (type != node_type(first)) {
            return expr_fail(legacy->error,
                             LEGACY_INVALID "AttributeValues inside AttributeValueList "
                                            "must be of same type");
        }
        if ((condition->rule->types >> type & 1U) == 0) {
            return expr_fail(legacy->error,
                             LEGACY_INVALID
                             "ComparisonOperator %s is not valid for %s AttributeValue "
                             "type",
                             condition->rule->name, value_type_name(type));
        }
    }
    if (node->kind == NODE_BETWEEN && value_compare(first->value, first->next->value, &order) &&
        order > 0) {
        return expr_fail(legacy->error,
                         "The BETWEEN condition was provided a range where the lower "
                         "bound is greater than the upper bound");
    }
    return true;
}

/* NOT_CONTAINS is false, not true, where the attribute is absent. */
static struct node *negate_contains(struct legacy *legacy, const struct legacy_condition *condition,
                                    struct node *contains)
{
    struct node *exists = new_node(legacy, NODE_CALL, condition);
    struct node *path = expr_new_path(legacy->expr, condition->attribute);
    if (exists == NULL || path == NULL)
        return legacy_no_memory(legacy);
    exists->function = FUNCTION_ATTRIBUTE_EXISTS;
    exists->args = path;
    exists->arg_count = 1;
    return legacy_join(legacy, NODE_AND, exists, legacy_join(legacy, NODE_NOT, contains, NULL));
}

struct node *legacy_translate(struct legacy *legacy, const struct legacy_condition *condition)
{
    enum node_kind kind = condition->rule->kind;
    struct node *node = new_node(legacy, kind == NODE_NOT ? NODE_CALL : kind, condition);
    node = add_arguments(legacy, condition, node); /* AWS looks at the values before their number */
    if (node == NULL || !check_count(legacy, condition) ||
        !check_arguments(legacy, condition, node))
        return NULL;
    return kind == NODE_NOT ? negate_contains(legacy, condition, node) : node;
}

const struct legacy_rule *legacy_operator(struct legacy *legacy, const char *attribute,
                                          const json_t *name)
{
    const char *text = json_is_string(name) ? json_string_value(name) : "null";
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
        if (strcmp(operators[i].name, text) == 0 && json_is_string(name))
            return &operators[i];
    expr_fail(legacy->error,
              "1 validation error detected: Value '%s' at '%s.%s.member.comparisonOperator' failed "
              "to satisfy constraint: Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, "
              "NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]",
              text, legacy->parameter, attribute);
    return NULL;
}

struct node *legacy_foreign(struct legacy *legacy, const struct legacy_condition *condition)
{
    struct node *node = new_node(legacy, NODE_CALL, condition);
    struct legacy_condition bare = {condition->attribute, condition->rule, NULL};
    if (node != NULL)
        node->function = FUNCTION_ATTRIBUTE_EXISTS;
    return add_arguments(legacy, &bare, node);
}
