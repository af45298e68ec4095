/* SPDX-License-Identifier: Apache-2.0 */
/* Expected, QueryFilter, ScanFilter and KeyConditions as conditions. */
#include "legacy.h"

#include <string.h>

#include "ast.h"
#include "value_internal.h"

#define INVALID "One or more parameter values were invalid: "

#define BIT(type) (1U << (type))
#define ANY       (BIT(VALUE_TYPE_COUNT) - 1)
#define SCALAR    (BIT(VALUE_S) | BIT(VALUE_N) | BIT(VALUE_B))
#define PREFIX    (BIT(VALUE_S) | BIT(VALUE_B))

static const struct operator_rule {
    const char *name;
    size_t least; /* arguments */
    size_t most;
    unsigned types; /* of the arguments, bits */
    enum node_kind kind;
    enum comparison comparison; /* of NODE_COMPARE */
    enum function function;     /* of NODE_CALL */
    bool key;                   /* allowed in KeyConditions */
} operators[] = {
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

/* One parameter in translation. */
struct legacy {
    struct expr *expr;
    const char *parameter; /* "expected" */
    enum node_kind join;   /* NODE_AND or NODE_OR */
    struct expr_error *error;
};

/* The parts of one condition. */
struct condition {
    const char *attribute;
    const struct operator_rule *rule;
    const json_t *values; /* array of AttributeValues; NULL: none */
};

static struct node *no_memory(struct legacy *legacy)
{
    expr_fail_memory(legacy->error);
    return NULL;
}

static struct node *new_node(struct legacy *legacy, enum node_kind kind,
                             const struct condition *condition)
{
    struct node *node = expr_alloc(legacy->expr, sizeof *node);
    if (node == NULL) {
        return no_memory(legacy);
    }
    node->kind = kind;
    if (condition != NULL) {
        node->source = condition->rule->name;
        node->comparison = condition->rule->comparison;
        node->function = condition->rule->function;
    }
    return node;
}

/* A node over one or two others. */
static struct node *join(struct legacy *legacy, enum node_kind kind, struct node *a, struct node *b)
{
    struct node *node = a != NULL ? new_node(legacy, kind, NULL) : NULL;
    if (node == NULL) {
        return NULL;
    }
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
static struct node *add_arguments(struct legacy *legacy, const struct condition *condition,
                                  struct node *node)
{
    size_t index;
    json_t *value;
    if (node == NULL) {
        return NULL;
    }
    struct node *last = expr_new_path(legacy->expr, condition->attribute);
    if (last == NULL) {
        return no_memory(legacy);
    }
    node->args = last;
    node->arg_count = 1;
    json_array_foreach (value_loose(condition->values), index, value) {
        const json_t *owned = own(legacy, value);
        if (owned == NULL) {
            return NULL;
        }
        last->next = expr_new_value(legacy->expr, owned);
        last = last->next;
        node->arg_count++;
        if (last == NULL) {
            return no_memory(legacy);
        }
    }
    return node;
}

static bool check_count(struct legacy *legacy, const struct condition *condition)
{
    size_t count = json_array_size(condition->values);
    if (count >= condition->rule->least && count <= condition->rule->most) {
        return true;
    }
    return expr_fail(legacy->error,
                     INVALID "Invalid number of argument(s) for the %s ComparisonOperator",
                     condition->rule->name);
}

static bool check_arguments(struct legacy *legacy, const struct condition *condition,
                            const struct node *node)
{
    int order;
    const struct node *first = node->args->next;
    for (const struct node *arg = first; arg != NULL; arg = arg->next) {
        enum value_type type = node_type(arg);
        if (type != node_type(first)) {
            return expr_fail(legacy->error, INVALID "AttributeValues inside AttributeValueList "
                                                    "must be of same type");
        }
        if ((condition->rule->types >> type & 1U) == 0) {
            return expr_fail(legacy->error,
                             INVALID "ComparisonOperator %s is not valid for %s AttributeValue "
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
static struct node *negate_contains(struct legacy *legacy, const struct condition *condition,
                                    struct node *contains)
{
    struct node *exists = new_node(legacy, NODE_CALL, condition);
    struct node *path = expr_new_path(legacy->expr, condition->attribute);
    if (exists == NULL || path == NULL) {
        return no_memory(legacy);
    }
    exists->function = FUNCTION_ATTRIBUTE_EXISTS;
    exists->args = path;
    exists->arg_count = 1;
    return join(legacy, NODE_AND, exists, join(legacy, NODE_NOT, contains, NULL));
}

static struct node *translate(struct legacy *legacy, const struct condition *condition)
{
    enum node_kind kind = condition->rule->kind;
    struct node *node = new_node(legacy, kind == NODE_NOT ? NODE_CALL : kind, condition);
    node = add_arguments(legacy, condition, node); /* AWS looks at the values before their number */
    if (node == NULL || !check_count(legacy, condition) ||
        !check_arguments(legacy, condition, node)) {
        return NULL;
    }
    return kind == NODE_NOT ? negate_contains(legacy, condition, node) : node;
}

static const struct operator_rule *find_operator(struct legacy *legacy, const char *attribute,
                                                 const json_t *name)
{
    const char *text = json_is_string(name) ? json_string_value(name) : "null";
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        if (strcmp(operators[i].name, text) == 0 && json_is_string(name)) {
            return &operators[i];
        }
    }
    expr_fail(legacy->error,
              "1 validation error detected: Value '%s' at '%s.%s.member.comparisonOperator' failed "
              "to satisfy constraint: Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, "
              "NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS]",
              text, legacy->parameter, attribute);
    return NULL;
}

static bool is_shaped(const json_t *entry, struct expr_error *error)
{
    const json_t *list = json_object_get(entry, "AttributeValueList");
    if (json_is_object(entry) && (list == NULL || json_is_array(list))) {
        return true;
    }
    return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "Unexpected field type");
}

/* Stands for an operator that keys do not know, until it is known which keys there are. */
static struct node *foreign(struct legacy *legacy, const struct condition *condition)
{
    struct node *node = new_node(legacy, NODE_CALL, condition);
    struct condition bare = {condition->attribute, condition->rule, NULL};
    if (node != NULL) {
        node->function = FUNCTION_ATTRIBUTE_EXISTS;
    }
    return add_arguments(legacy, &bare, node);
}

/* One entry of a filter or of KeyConditions. */
static struct node *filter_entry(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    struct condition condition = {attribute, NULL, json_object_get(entry, "AttributeValueList")};
    condition.rule = find_operator(legacy, attribute, json_object_get(entry, "ComparisonOperator"));
    if (condition.rule == NULL) {
        return NULL;
    }
    struct node *node = translate(legacy, &condition);
    if (node == NULL || legacy->expr->kind != EXPR_KEY_CONDITION || condition.rule->key) {
        return node;
    }
    return foreign(legacy, &condition);
}

static bool check_exists(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    const json_t *exists = json_object_get(entry, "Exists");
    bool has_value = json_object_get(entry, "Value") != NULL;
    if (!json_is_false(exists) && !has_value) {
        return expr_fail(legacy->error,
                         INVALID "Value must be provided when Exists is %s for Attribute: %s",
                         exists == NULL ? "null" : "true", attribute);
    }
    if (json_is_false(exists) && has_value) {
        return expr_fail(legacy->error,
                         INVALID "Value cannot be used when Exists is false for Attribute: %s",
                         attribute);
    }
    return true;
}

/* The combinations of Value, Exists, ComparisonOperator and AttributeValueList that AWS refuses. */
static bool check_members(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    bool value = json_object_get(entry, "Value") != NULL;
    bool list = json_object_get(entry, "AttributeValueList") != NULL;
    const json_t *operation = json_object_get(entry, "ComparisonOperator");
    if (value && list) {
        return expr_fail(legacy->error,
                         INVALID "Value and AttributeValueList cannot be used together for "
                                 "Attribute: %s",
                         attribute);
    }
    if (operation != NULL && json_object_get(entry, "Exists") != NULL) {
        return expr_fail(legacy->error,
                         INVALID "Exists and ComparisonOperator cannot be used together for "
                                 "Attribute: %s",
                         attribute);
    }
    if (operation == NULL && list) {
        return expr_fail(legacy->error,
                         INVALID
                         "AttributeValueList can only be used with a ComparisonOperator for "
                         "Attribute: %s",
                         attribute);
    }
    return operation != NULL || check_exists(legacy, attribute, entry);
}

static struct node *with_value(struct legacy *legacy, struct condition *condition,
                               const json_t *value)
{
    json_t *list = value != NULL ? json_pack("[O]", value) : NULL;
    condition->values = list;
    struct node *node =
        value == NULL || list != NULL ? translate(legacy, condition) : no_memory(legacy);
    json_decref(list);
    return node;
}

/* One entry of Expected. */
static struct node *expected_entry(struct legacy *legacy, const char *attribute,
                                   const json_t *entry)
{
    const json_t *value = json_object_get(entry, "Value");
    const json_t *list = json_object_get(entry, "AttributeValueList");
    const json_t *name = json_object_get(entry, "ComparisonOperator");
    struct condition condition = {attribute, NULL, list};
    if (!check_members(legacy, attribute, entry)) {
        return NULL;
    }
    json_t *implied = json_string(value != NULL ? "EQ" : "NULL");
    condition.rule = find_operator(legacy, attribute, name != NULL ? name : implied);
    json_decref(implied);
    if (condition.rule == NULL) {
        return NULL;
    }
    if (name != NULL && condition.rule->least > 0 && value == NULL && list == NULL) {
        expr_fail(legacy->error,
                  INVALID
                  "Value or AttributeValueList must be used with ComparisonOperator: %s for "
                  "Attribute: %s",
                  condition.rule->name, attribute);
        return NULL;
    }
    return list != NULL ? translate(legacy, &condition) : with_value(legacy, &condition, value);
}

static bool add_entry(struct legacy *legacy, const char *attribute, const json_t *entry)
{
    struct node *node = NULL;
    if (!is_shaped(entry, legacy->error)) {
        return false;
    }
    node = legacy->expr->kind == EXPR_CONDITION ? expected_entry(legacy, attribute, entry)
                                                : filter_entry(legacy, attribute, entry);
    if (node != NULL && legacy->expr->condition != NULL) {
        node = join(legacy, legacy->join, legacy->expr->condition, node);
    }
    legacy->expr->condition = node;
    return node != NULL;
}

static bool read_operator(struct legacy *legacy, const char *name, size_t entries)
{
    legacy->join = NODE_AND;
    if (name == NULL) {
        return true;
    }
    if (strcmp(name, "AND") != 0 && strcmp(name, "OR") != 0) {
        return expr_fail(legacy->error,
                         "1 validation error detected: Value '%s' at 'conditionalOperator' failed "
                         "to satisfy constraint: Member must satisfy enum value set: [OR, AND]",
                         name);
    }
    if (entries == 0) {
        return expr_fail(legacy->error,
                         "ConditionalOperator cannot be used without Filter or Expected");
    }
    if (entries == 1) {
        return expr_fail(legacy->error, "ConditionalOperator can only be used when Filter or "
                                        "Expected has two or more elements");
    }
    legacy->join = name[0] == 'O' ? NODE_OR : NODE_AND;
    return true;
}

static bool read_entries(struct legacy *legacy, const json_t *entries)
{
    const char *attribute;
    json_t *entry;
    legacy->expr->values = json_array();
    if (legacy->expr->values == NULL) {
        return expr_fail_memory(legacy->error);
    }
    json_object_foreach (value_loose(entries), attribute, entry) {
        if (!value_check_name(attribute, legacy->error) || !add_entry(legacy, attribute, entry)) {
            return false;
        }
    }
    return expr_finish(legacy->expr, legacy->error);
}

static struct expr *read(struct legacy legacy, enum expr_kind kind, const json_t *entries,
                         const char *conditional_operator)
{
    legacy.expr = expr_new(kind);
    if (legacy.expr == NULL) {
        expr_fail_memory(legacy.error);
        return NULL;
    }
    legacy.expr->legacy = true;
    if (!read_operator(&legacy, conditional_operator, json_object_size(entries)) ||
        !read_entries(&legacy, entries)) {
        expr_free(legacy.expr);
        return NULL;
    }
    return legacy.expr;
}

struct expr *legacy_expected(const json_t *expected, const char *conditional_operator,
                             struct expr_error *error)
{
    return read((struct legacy){.parameter = "expected", .error = error}, EXPR_CONDITION, expected,
                conditional_operator);
}

struct expr *legacy_filter(const json_t *filter, const char *conditional_operator,
                           struct expr_error *error)
{
    return read((struct legacy){.parameter = "queryFilter", .error = error}, EXPR_FILTER, filter,
                conditional_operator);
}

struct expr *legacy_key_conditions(const json_t *conditions, struct expr_error *error)
{
    size_t count = json_object_size(conditions);
    struct expr *expr = read((struct legacy){.parameter = "keyConditions", .error = error},
                             EXPR_KEY_CONDITION, conditions, NULL);
    if (expr != NULL && count != 1 && count != 2) {
        expr_free(expr);
        expr_fail(error, "Conditions can be of length 1 or 2 only");
        return NULL;
    }
    return expr;
}
